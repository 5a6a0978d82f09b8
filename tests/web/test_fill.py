"""Templates that only put values in come out as the template engine makes them, and without it."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from miniport import resources
from miniport.posix import PurePosixPath
from miniport.targets.form_part import EmittedFile
from miniport.targets.pack import TargetPack, bundled
from miniport.web import shell
from miniport.web.bundle import SCRIPTS, STYLES
from miniport.web.fill import plain
from miniport.web.shell import ShellPage, WebApp, render_project, to_html

ODD = "\"</script> & <b>'茶'\u2028\x85{{ name }}\n"
APP = WebApp(
    name=ODD,
    version="1.0.0",
    description=ODD,
    settings={"appId": ODD},
    window={"defaultTitle": ODD, "backgroundColor": "#fff"},
    pages=(
        ShellPage(PurePosixPath("pages/a b/index"), {"defaultTitle": ODD}),
        ShellPage(PurePosixPath("b"), {}),
    ),
    scripts=SCRIPTS,
    styles=STYLES,
    files={},
    members=frozenset({"request", "getSystemInfoSync"}),
    dark={"backgroundColor": "#000"},
)


def projects() -> Iterator[TargetPack]:
    for pack in bundled().values():
        for files in (pack.project_files, pack.probe_files):
            if files and pack.family == "web":
                yield replace(pack, project_files=files)


def test_what_is_filled_in_is_what_the_engine_makes(monkeypatch: pytest.MonkeyPatch):
    for pack in projects():
        filled = render_project(APP, pack)
        with monkeypatch.context() as patch:
            patch.setattr(shell, "_plain", lambda name: None)
            assert render_project(APP, pack) == filled


def test_the_project_files_of_an_app_ask_for_values_only():
    files: list[EmittedFile] = [file for pack in bundled().values() for file in pack.project_files]
    assert files
    assert [file.template for file in files if plain(resources.template_text(file.template)) is None] == []


@pytest.mark.parametrize(
    "template",
    [
        "{% if a %}b{% endif %}",
        "{{ a + b }}",
        "{{ a.b() }}",
        "{{ a | join(',') }}",
        "{# a #}",
        "{{a}}",
        "{{ 'a' }}",
    ],
)
def test_what_asks_for_more_than_values_is_left_to_the_engine(template: str):
    assert plain(template) is None


def test_a_value_that_is_not_there_is_left_to_the_engine():
    template = plain("{{ a.b }}")
    assert template is not None
    assert template.filled({"a": {"b": 1}}, {}) == "1"
    assert template.filled({"a": {}}, {}) is None
    assert template.filled({}, {}) is None


def test_the_page_of_a_site_loads_what_stands_beside_it():
    text = resources.template_text("targets/web/index.html")
    for name in (*SCRIPTS, *STYLES):
        assert f'="{name}"' in text


def test_a_text_in_html_is_what_the_engine_writes():
    import markupsafe

    assert to_html(ODD) == str(markupsafe.escape(ODD))


def test_a_build_for_the_web_family_loads_no_template_engine(tmp_path: Path):
    code = (
        "import sys; from miniport.cli.run import run; "
        f"code = run(['build', 'examples/first-steps', '-q', '--no-cache', '--out', {str(tmp_path)!r}]); "
        "assert code == 0, code; assert 'jinja2' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])
