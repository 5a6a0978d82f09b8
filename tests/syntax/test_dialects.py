"""The dialects that the syntax is tested with are those of the packs."""

import pytest

from miniport.targets.pack import bundled_pack
from tests.syntax.dialects import ALIPAY, WECHAT


@pytest.mark.parametrize("dialect", [ALIPAY, WECHAT], ids=lambda dialect: dialect.name)
def test_a_dialect_is_what_its_pack_says(dialect):
    assert bundled_pack(dialect.name).dialect == dialect
