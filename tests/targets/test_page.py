"""docs/packs.md: what it says of the form is what reads it, and what it shows can be read."""

import re

import pytest

from miniport.facts import Kind
from miniport.targets.overrides import with_overrides
from miniport.targets.pack import bundled_pack
from miniport.targets.verdict import Bridge, Unsupported
from scripts.write_packs import PAGE, page


def test_the_page_is_what_the_forms_say():
    assert PAGE.read_text("utf-8") == page(), "run `make docs`"


@pytest.mark.parametrize("name", ["packs.md", "packs.zh-CN.md"])
def test_the_facts_that_a_page_shows_are_taken(name: str):
    blocks = re.findall(r"```yaml\n(.*?)```", PAGE.with_name(name).read_text("utf-8"), re.DOTALL)
    facts = next(block for block in blocks if block.startswith("# weibo-facts.yaml"))
    pack = with_overrides(bundled_pack("weibo"), facts, "weibo-facts.yaml")
    assert pack.verdict_of(Kind.API, "scan") == Bridge("scanCode", is_proved=True)
    assert pack.verdict_of(Kind.COMPONENT, "camera") == Unsupported("image")
    assert len(pack.overrides) == 3
