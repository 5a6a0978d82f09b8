"""The form of the `language` part of a pack.yaml: what the languages of a dialect allow."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from miniport.field import field
from miniport.frozen import frozen
from miniport.targets.origin import Origin

ValueKind = Literal["boolean", "text", "number", "list", "object", "yes-no", "path"]
"""What a configuration key holds; `yes-no` is the text YES or NO."""


@frozen
class ModulesForm:
    """What script modules of templates may hold.

    `globals`: the names they may use without declaring them. `forbidden`: nodes of a script's tree (ESTree's
    names, `Literal.regex` for a regular expression) that they may not hold, each with what to do instead.
    """

    globals_: tuple[str, ...] = ()
    forbidden: Mapping[str, str] = field(default_factory=dict)


@frozen
class LanguageForm(Origin):
    """What templates, style sheets, script modules and configuration files of a platform may hold.

    `attribute_selectors` are those that a platform takes that has not all: an attribute and the sign before
    the `=` (`class*`).
    `reserved_classes`: the beginnings of class names that are the platform's own. `values`: what a
    configuration key holds (`window.pullRefresh`); the key of a page's own file counts as one of `window`.
    `objects`: the keys of an object inside a configuration by the keys that lead to it (`app.subPackages.*`;
    `*` is any key and any place of a list), `!` behind one that has to be there; `inner_values` are the kinds
    of their values. `colours`: keys that hold a colour.
    `choices`: the texts that such a key may be. `tab_icons_without`: suffixes that no icon of the tab bar may
    have. `has_slot_on_block`: an element that is nothing itself may be put into a slot.
    `starts_at_first_tab`: the first tab is the page that the app starts with.
    """

    has_upper_case_tags: bool = True
    has_important_inline: bool = True
    has_attribute_selectors: bool = True
    attribute_selectors: tuple[str, ...] = ()
    has_relative_style_urls: bool = True
    reserved_classes: tuple[str, ...] = ()
    has_slot_on_block: bool = True
    starts_at_first_tab: bool = False
    tab_icons_without: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    objects: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    inner_values: Mapping[ValueKind, tuple[str, ...]] = field(default_factory=dict)
    colours: tuple[str, ...] = ()
    modules: ModulesForm = field(default_factory=ModulesForm)
    values: Mapping[ValueKind, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def inner_kinds(self) -> Mapping[str, ValueKind]:
        """Return of which kind the values inside objects are, by the keys that lead to them."""
        return {name: kind for kind, names in self.inner_values.items() for name in names}
