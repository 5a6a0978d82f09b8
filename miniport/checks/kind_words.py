"""What an app, a page and a component are called."""

from __future__ import annotations

from collections.abc import Mapping

from miniport.analyze.app import UnitKind

KIND_WORDS: Mapping[UnitKind, tuple[str, str]] = {
    UnitKind.APP: ("app", "应用"),
    UnitKind.PAGE: ("page", "页面"),
    UnitKind.COMPONENT: ("component", "组件"),
}
