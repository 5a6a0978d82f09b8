"""No platform's name decides anything outside its pack."""

import re

import pytest

from tests.house.modules import PACKAGE, Module, modules, parsed, strings

PLATFORMS = re.compile(
    r"\b(alipay|weibo|wechat|weixin|taobao|dingtalk|amap|eleme|baidu|swan|tmall|bytedance|wbox)\b",
    re.IGNORECASE,
)
# Words for people, and the one list of what is built when nothing is asked for: module -> strings.
PROSE = {"rules"}
DEFAULTS: dict[str, set[str]] = {}


def named(module: Module) -> list[str]:
    """Return the strings in a module's code that name a platform."""
    return [
        f"{module.place}:{line}: {text[:60]!r}"
        for line, text in strings(module)
        if PLATFORMS.search(text) and text not in DEFAULTS.get(module.name, set())
    ]


def _is_core(module: Module) -> bool:
    return module.family not in PROSE


def test_no_code_names_a_platform():
    assert "\n".join([line for module in modules() if _is_core(module) for line in named(module)]) == ""


@pytest.mark.parametrize("text", ['target == "weibo"', 'x = {"alipay": 1}', 'path = f"{folder}/wechat/a"'])
def test_a_platform_named_in_code_is_found(text):
    assert len(named(parsed(PACKAGE / "emit.py", text))) == 1
