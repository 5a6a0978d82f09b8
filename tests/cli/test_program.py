"""The program as a whole: help, version, languages, streams, completion, start-up."""

import io
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from miniport import __version__
from miniport.cli import system, words
from miniport.cli.language import choose, is_chinese
from miniport.cli.misuse import Misuse
from miniport.cli.program import program
from miniport.cli.progress import _Shown, progress
from miniport.cli.show import coloured
from miniport.report import words as report_words
from miniport.report.cells import width
from miniport.report.line import Piece
from tests.cli.conftest import spawn

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = ROOT / "tests" / "fixtures" / "cli" / "help"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "command",
    [
        "",
        "init",
        "build",
        "preview",
        "check",
        "report",
        "diff",
        "explain",
        "pack",
        "ci",
        "trace",
        "links",
        "targets",
        "probe",
        "schema",
        "completion",
    ],
)
def test_help_reads_as_it_was_written(miniport, golden, command, language):
    ran = miniport(*filter(None, [command]), "--help", "--lang", language)
    assert (ran.code, ran.err) == (0, "")
    golden.text(EXPECTED / f"{command or 'miniport'}.{language}.txt", ran.out)
    assert max(map(width, ran.out.splitlines())) <= 80


def test_no_command_shows_the_help(miniport):
    assert miniport().out == miniport("--help").out
    assert miniport("--lang", "zh").out == miniport("-h", "--lang", "zh").out


def test_the_help_can_be_run_by_click_itself():
    ran = CliRunner().invoke(program("en"), ["build", "--help"], prog_name="miniport")
    assert ran.exit_code == 0
    assert ran.output.startswith("Usage: miniport build [PROJECT] [OPTIONS]")


def test_every_command_takes_a_language_and_has_its_words():
    for language in ("en", "zh"):
        group = program(language)
        for name in group.list_commands(None):
            command = group.get_command(None, name)
            assert any("--lang" in item.opts for item in command.params)
            assert command.short_help


@pytest.mark.parametrize("table", [words._WORDS, report_words._WORDS])
def test_every_text_is_there_in_two_languages_with_the_same_gaps(table):
    for key, (en, zh) in table.items():
        gaps = [set(re.findall(r"\{(\w+)\}", text)) for text in (en, zh)]
        assert gaps[0] == gaps[1], key
        assert en
        assert zh


def test_the_version_is_told(miniport):
    assert miniport("--version").out == f"miniport {__version__}\n"
    assert miniport("--version", "--lang", "zh").out == f"miniport {__version__}\n"


def test_the_version_imports_nothing_heavy(tmp_path):
    code = "import sys, miniport.__main__ as m; sys.argv[1:] = ['--version']; m.main(); print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True)
    loaded = set(ran.stdout.split())
    assert {"miniport", "miniport.__main__"} <= loaded
    assert not {"click", "rich", "yaml", "jinja2", "json", "pathlib", "re", "dataclasses"} & loaded


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["bild"]])
def test_help_and_mistakes_load_nothing_that_builds(tmp_path, arguments):
    code = f"import sys; from miniport.cli.run import run; run({arguments!r}); print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True)
    loaded = set(ran.stdout.split())
    assert not {"rich", "yaml", "jinja2", "tree_sitter", "esprima", "miniport.pipeline"} & loaded


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, False),
        ({"LANG": "zh_CN.UTF-8"}, True),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_TW.UTF-8"}, True),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, False),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB"}, False),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "zh_CN:en"}, True),
        ({"LANG": "C.UTF-8", "LANGUAGE": "zh_CN"}, False),
    ],
)
def test_the_locale_decides_as_gettext_does(environ, expected):
    assert is_chinese(environ) is expected


def test_lang_comes_before_the_locale():
    environ = {"LANG": "zh_CN.UTF-8"}
    utf8 = io.TextIOWrapper(io.BytesIO(), "utf-8")
    assert choose(["build", "--lang", "en"], environ, utf8) == "en"
    assert choose(["--lang=en", "build"], environ, utf8) == "en"
    assert choose(["build", "--", "--lang", "en"], environ, utf8) == "zh"
    assert choose(["--lang"], environ, utf8) == "zh"
    assert choose(["--lang", "fr"], environ, utf8) == "zh"


def test_a_locale_the_stream_cannot_write_is_not_followed():
    ascii_only = io.TextIOWrapper(io.BytesIO(), "ascii")
    assert choose([], {"LANG": "zh_CN.UTF-8"}, ascii_only) == "en"
    assert choose(["--lang", "zh"], {}, ascii_only) == "zh"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk", "utf-8"])
@pytest.mark.parametrize(
    "arguments", [["--help"], ["targets"], ["schema"], ["bild"], ["targets", "--format", "json"]]
)
def test_no_encoding_of_stdout_stops_a_command(tmp_path, encoding, arguments):
    ran = spawn(*arguments, "--lang", "zh", cwd=tmp_path, PYTHONIOENCODING=encoding)
    assert ran.returncode == (2 if arguments == ["bild"] else 0)
    assert b"Traceback" not in ran.stderr
    text = ran.stdout.decode(encoding)
    if "json" in arguments or arguments == ["schema"]:
        assert json.loads(text)


def test_a_reader_that_goes_away_is_no_error(tmp_path):
    command = f"'{sys.executable}' -m miniport targets --format json | head -c 1"
    ran = subprocess.run(
        ["sh", "-c", f"set -e; {command}"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    )
    assert (ran.stdout, ran.stderr) == (b"[", b"")


def test_a_closed_pipe_is_silenced():
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as stream:
        system.emit("x" * 100_000, stream)
        system.emit("more", stream)


def test_ctrl_c_in_a_process_ends_with_130(tmp_path):
    code = (
        "import os, signal, sys\n"
        # Where the suite runs in the background, the signal comes ignored.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "import miniport.cli.targets as targets\n"
        "targets._run = lambda *arguments: os.kill(os.getpid(), signal.SIGINT)\n"
        "from miniport.cli.run import run\n"
        "sys.exit(run(['targets', '--lang', 'en']))\n"
    )
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environ, capture_output=True, check=False
    )
    assert ran.returncode == 130
    assert signal.SIGINT == 2
    assert ran.stderr.strip() == b"interrupted; the last good output is kept"


@pytest.mark.parametrize("module", ["miniport.cli.again", "click"])
def test_ctrl_c_while_miniport_is_loaded_leaves_no_traceback(tmp_path: Path, module: str):
    script = (
        "import sys\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, path, target=None):\n"
        f"        if name == {module!r}: raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupting())\n"
        "sys.argv = ['miniport', 'build', '.']\n"
        "from miniport.__main__ import entry\n"
        "entry()\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=tmp_path)
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(miniport, shell):
    ran = miniport("completion", shell)
    assert ran.code == 0
    assert "_MINIPORT_COMPLETE" in ran.out


def test_the_shell_is_told_commands_options_and_targets(tmp_path):
    def completed(line: str) -> list[str]:
        ran = spawn(
            cwd=tmp_path,
            _MINIPORT_COMPLETE="bash_complete",
            COMP_WORDS=line,
            COMP_CWORD=str(len(line.split(" ")) - 1),
        )
        return [row.partition(",")[2] for row in ran.stdout.decode().splitlines()]

    assert completed("miniport ") == [
        "init",
        "build",
        "dev",
        "clean",
        "check",
        "pack",
        "ci",
        "trace",
        "links",
        "preview",
        "report",
        "explain",
        "diff",
        "targets",
        "probe",
        "schema",
        "completion",
    ]
    assert completed("miniport build --fail-on w") == ["warning"]
    assert "weibo" in completed("miniport build --target we")
    assert "--keep-going" in completed("miniport build --k")


def test_targets_are_listed(miniport):
    lines = miniport("targets").out.splitlines()
    assert [line.split()[0] for line in lines] == ["alipay", "web", "weibo"]
    assert lines[0].endswith("built by default, can be the source")
    assert "默认构建" in miniport("targets", "--lang", "zh").out


def test_one_target_is_described(miniport):
    told = miniport("targets", "alipay").out
    assert told.startswith("alipay  Alipay\n")
    assert ".axml .acss .js .sjs .json" in told
    (value,) = json.loads(miniport("targets", "alipay", "--format", "json").out)
    assert (value["name"], value["isDefault"], value["family"]) == ("alipay", True, "dialect")


def test_a_target_that_is_not_there_is_a_mistake(miniport):
    assert miniport("targets", "alpay").err.splitlines()[1] == '   help: did you mean "alipay"?'


def test_the_schema_is_printed(miniport):
    value = json.loads(miniport("schema").out)
    assert value["properties"]["targets"]["additionalProperties"] == {"$ref": "#/$defs/TargetSettings"}


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def test_colours_are_for_terminals_that_want_them():
    terminal, file = Terminal(), io.StringIO()
    assert system.is_coloured(terminal, {"TERM": "xterm"})
    assert not system.is_coloured(terminal, {"TERM": "xterm", "NO_COLOR": "1"})
    assert system.is_coloured(terminal, {"TERM": "xterm", "NO_COLOR": ""})
    assert not system.is_coloured(terminal, {"TERM": "dumb"})
    assert not system.is_coloured(file, {})


def test_coloured_lines_hold_the_same_text():
    lines = (
        (Piece("a.axml:1:1", "path"), Piece(": [bold]错误[/bold] " * 30, "error")),
        (Piece("^^", "caret"),),
    )
    text = coloured(lines)
    assert "\x1b[1;31m" in text
    bare = re.sub("\x1b\\[[0-9;]*m", "", text)
    assert bare == "a.axml:1:1" + ": [bold]错误[/bold] " * 30 + "\n^^\n"


def test_a_bar_shows_only_after_a_second():
    clock = iter([0.0, 0.5, 1.5, 2.0])
    shown = _Shown(Terminal(), "building", clock=lambda: next(clock))
    shown.tell("a", 0, 2)
    assert shown.bar is None
    shown.tell("b", 1, 2)
    assert shown.bar is not None
    shown.tell("c", 2, 2)
    shown.stop()


def test_no_bar_where_nobody_looks():
    stream = io.StringIO()
    with progress(stream, "en", is_wanted=True) as tell:
        tell("a", 0, 1)
    assert stream.getvalue() == ""


def test_a_misuse_is_an_error_of_click():
    assert Misuse("x").exit_code == 2
