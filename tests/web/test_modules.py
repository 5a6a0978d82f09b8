"""Compiled modules do in Node and in a browser what Node makes of their sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixture_folder import cases
from tests.web.module_bundle import bundle, definitions, main_of, node_log

CASES = cases("modules")


def expected(case: Path) -> str:
    return (case / "expected" / "log.txt").read_text("utf-8")


@pytest.mark.parametrize("case", CASES)
def test_the_compiled_text_is_as_it_was_read(case, golden):
    golden.text(case / "expected" / "modules.js", definitions(case / "input"))


@pytest.mark.parametrize("case", CASES)
def test_sources_log_in_node_what_is_expected(case, node, golden):
    if not (case / "no-oracle.txt").is_file():
        golden.text(case / "expected" / "log.txt", node_log(node, main_of(case / "input")))


@pytest.mark.parametrize("case", CASES)
def test_compiled_modules_log_the_same_in_node(case, node, tmp_path):
    script = tmp_path / "bundle.cjs"
    script.write_text(bundle(case / "input"), "utf-8", newline="")
    assert node_log(node, script) == expected(case)


COUNT = "window.logged = 0; const { log } = console; console.log = (line) => (window.logged++, log(line));"


@pytest.mark.browser
@pytest.mark.parametrize("case", CASES)
def test_compiled_modules_log_the_same_in_a_browser(case, page):
    lines: list[str] = []
    page.on("console", lambda message: lines.append(message.text))
    page.on("pageerror", lambda error: lines.append(str(error)))
    page.goto("about:blank")
    page.add_script_tag(content=f"(() => {{ {COUNT} }})();")
    page.add_script_tag(content=bundle(case / "input"))
    page.wait_for_function(f"window.logged >= {expected(case).count(chr(10))}")
    assert "".join(f"{line}\n" for line in lines) == expected(case)
