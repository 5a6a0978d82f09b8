"""What texts tell people to type is there: the command, and each of its options."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from miniport.cli.program import program
from miniport.report import words as report_words
from miniport.rules.catalogue import catalogue

_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
_TYPED = re.compile(r"miniport ([a-z]+)((?: +(?:--[a-z][a-z-]*|[\w./{}]+))*)")


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """Return the folder of an app of one page, with all that a release needs."""
    page = tmp_path / "pages" / "a"
    page.mkdir(parents=True)
    (tmp_path / "app.json").write_text('{"pages": ["pages/a/a"]}\n', "utf-8")
    (tmp_path / "app.js").write_text("App({})\n", "utf-8")
    (tmp_path / "miniport.yaml").write_text('name: app\nversion: "1.0.0"\n', "utf-8")
    (page / "a.axml").write_text("<view>a</view>\n", "utf-8")
    (page / "a.js").write_text("Page({})\n", "utf-8")
    return tmp_path


def _options(command: str) -> set[str]:
    group = program("en")
    found = group.get_command(click.Context(group), command)
    assert found is not None, f"there is no command {command}"
    return {name for item in found.get_params(click.Context(found)) for name in item.opts}


def _typed(text: str) -> Iterator[tuple[str, str]]:
    """Yield each option that a text puts behind the name of a command, with that name."""
    for command, rest in _TYPED.findall(text):
        yield from ((command, option) for option in _OPTION.findall(rest))


def _alone(text: str) -> set[str]:
    """Return the options that a text names without a command: they are meant for the one at hand."""
    return set(_OPTION.findall(_TYPED.sub("", text)))


def test_commands_that_texts_name_have_the_options_behind_them():
    texts = [text for pair in report_words._WORDS.values() for text in pair]
    texts += [
        text
        for rule in catalogue().values()
        for said in (rule.en, rule.zh)
        for text in (said.message, said.help)
    ]
    typed = {each for text in texts for each in _typed(text)}
    assert ("check", "--update-baseline") in typed
    assert {each for each in typed if each[1] not in _options(each[0])} == set()


@pytest.mark.parametrize("command", ["build", "check", "pack", "ci"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_report_names_only_options_that_its_command_has(miniport, app: Path, command: str, language: str):
    (app / "pages" / "a" / "a.js").write_text("Page({ onLoad( {} })\n", "utf-8")
    told = miniport(command, str(app), "--target", "alipay", "--lang", language).out
    assert "MP12" in told
    assert _alone(told) <= _options(command)
    assert {each for each in _typed(told) if each[1] not in _options(each[0])} == set()


def test_a_pack_says_why_there_is_no_archive_and_what_lets_one_go_on(miniport, app: Path):
    (app / "pages" / "a" / "a.axml").write_text("<nothing-like-it />\n", "utf-8")
    order = ("--target", "alipay", str(app))
    told = miniport("pack", *order).out
    assert "no archive of alipay (1 error): each error keeps it back" in told
    # What the sentence tells people to do does it.
    known = ("--baseline", str(app / "known.json"))
    assert miniport("check", "--mode", "production", *known, "--update-baseline", *order).code == 0
    assert "-> " in miniport("pack", *known, *order).out
