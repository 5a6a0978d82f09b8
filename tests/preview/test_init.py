"""New projects: made, built without a finding, opened in both kinds of phones; nothing goes unasked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from miniport import rules
from miniport.cli.run import run
from miniport.diagnostics import Severity
from miniport.emit import Mode
from miniport.project.scaffold import templates
from tests.build.projects import built
from tests.preview.served import TARGETS, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# What one taps of each, and what shows then.
PLAYED = {
    "blank": ("mp-button", "count", "1"),
    "library": ("mp-view.\\_cell", "badge", "plain"),
    "shop": ("mp-view.\\_words", "name", "陶瓷杯"),
}


@pytest.mark.browser
@pytest.mark.parametrize("template", templates())
def test_a_new_project_builds_clean_and_opens(chromium: Browser, tmp_path: Path, template: str):
    from playwright.sync_api import expect

    from tests.preview.window import Window

    project = tmp_path / "tea"
    assert run(["init", str(project), "--template", template]) == 0
    outcome = built(project, *TARGETS, mode=Mode.PRODUCTION)
    found = [*outcome.diagnostics, *(each for target in outcome.targets for each in target.diagnostics)]
    # What only the platform's console gives is all that a release lacks.
    assert [each.rule for each in found if each.severity is not Severity.NOTE] == [rules.SETTING_MISSING]
    outcome = built(project, *TARGETS)
    found = [*outcome.diagnostics, *(each for target in outcome.targets for each in target.diagnostics)]
    assert [each.message() for each in found if each.severity is not Severity.NOTE] == []
    with served(project) as preview:
        window = Window(chromium, preview.address).running(*TARGETS)
        touched, shown, text = PLAYED[template]
        for name in TARGETS:
            window.app(name).locator(f".mp--page:not([hidden]) {touched}").first.click()
            expect(window.text(name, shown).first).to_have_text(text)
        assert window.problems == []
        window.close()


def test_a_file_in_the_way_is_kept_unless_it_may_go(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "app.js").write_text("mine", "utf-8")
    assert run(["init", str(tmp_path), "--lang", "en"]) == 2
    assert "is there already; nothing was written" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["app.js"]
    assert run(["init", str(tmp_path), "--force"]) == 0
    assert (tmp_path / "app.js").read_text("utf-8").startswith("App({")
    assert 'name: "' + tmp_path.name in (tmp_path / "miniport.yaml").read_text("utf-8")
