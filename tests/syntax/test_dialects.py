"""The dialects that the syntax is tested with are those of the packs."""

from dataclasses import fields

import pytest

from miniport.targets.pack import bundled_pack
from tests.syntax.dialects import ALIPAY, WECHAT

CHECKED = {
    "absent",
    "evaluators",
    "timers",
    "never",
    "newest",
    "booleans",
    "instance",
    "numbers",
    "worker",
    "plugin_call",
    "plugin_links",
}
DRAWN = {"first_number", "loose"}
# No parser looks at what the checks alone, or the printers, read of a dialect.
UNREAD = CHECKED | DRAWN


@pytest.mark.parametrize("dialect", [ALIPAY, WECHAT], ids=lambda dialect: dialect.name)
def test_a_dialect_is_what_its_pack_says(dialect):
    told = bundled_pack(dialect.name).dialect
    spelling = {field.name: getattr(told, field.name) for field in fields(told) if field.name not in UNREAD}
    assert spelling == {name: getattr(dialect, name) for name in spelling}


def test_the_fields_that_no_parser_reads_are_fields():
    assert {field.name for field in fields(ALIPAY)} >= UNREAD
