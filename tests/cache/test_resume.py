"""A build in a new process that goes on from what an earlier one made equals one from the beginning."""

import os
import pickle
import shutil
import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from enum import Enum
from pathlib import Path

import pytest

from miniport.cache import piece
from miniport.cache.apart import Apart
from miniport.cache.kept import opened
from miniport.cache.packed import join
from miniport.cache.piece import LostError
from miniport.cache.state import as_bytes, from_bytes
from miniport.checks.check import Depth
from miniport.cli.again import Meanwhile
from miniport.diagnostics import Severity
from miniport.dialect import FileKind
from miniport.posix import PurePosixPath
from miniport.source import Source
from miniport.syntax.markup import Markup
from miniport.syntax.script import parse_script
from miniport.syntax.script_tree import Script
from tests.build.case import installed
from tests.cache.resumed import built, differences, on_disk, plain, steps
from tests.dev.sequences import TARGETS, copied
from tests.dev.test_dependencies import CHANGES, FILES, write

EDITS = (
    "a script's requests",
    "an imported script",
    "names a sheet defines",
    "an included template",
    "a script module",
    "elements a template uses",
    "a name the runtime supplies, assigned",
    "what is shared",
    "an asset",
    "what only checks find",
    "a comment that knows a finding",
)
"""Of the changes, those that the kept state is enough for."""


@pytest.fixture
def app(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("LANG", "C.UTF-8")
    write(tmp_path / "app", dict(FILES))
    return tmp_path / "app"


def arguments(app: Path, *more: str) -> list[str]:
    return ["build", str(app), "--target=alipay", "--target=weibo", "--format=json", "--fail-on=never", *more]


def test_whatever_changes_the_outcome_is_that_of_a_whole_build(app, tmp_path):
    clean, wrong, ways = tmp_path / "clean", [], {}
    _, _, first = built(arguments(app))
    for what, files in CHANGES.items():
        write(app, files)
        ways[what], code, report = built(arguments(app))
        _, expected, wanted = built(arguments(app, "--no-cache", f"--out={clean}"))
        found = differences(plain(report), plain(wanted)) + ([] if code == expected else ["exit code"])
        found += [name for target in TARGETS for name in on_disk(app / "dist" / target, clean / target)]
        write(app, {name: FILES.get(name) for name in files})
        _, _, back = built(arguments(app))
        found += [f"back: {line}" for line in differences(plain(back), plain(first))]
        wrong += [f"{what}, {ways[what]}: {line}" for line in found]
        # A target that is not written would leave what an earlier change wrote there.
        shutil.rmtree(clean, ignore_errors=True)
    assert wrong == []
    assert [what for what in EDITS if ways[what] != "resumed"] == []


def test_random_edits_are_followed_up_in_new_processes(root, tmp_path):
    project = copied(root / "examples" / "first-steps", tmp_path / "app")
    taken = list(steps(project, tmp_path / "clean", 3, 8, is_calm=True))
    assert [(step.said, step.differences) for step in taken if step.differences] == []
    assert any(step.way == "resumed" for step in taken)


SHEETS = {
    "pages/b/b.less": '@import "./size";\n.b { .c { top: @size; } }\n',
    "pages/b/size.less": "@size: 1px;\n",
    "pages/c/c.styl": '@import "./tone"\n.c\n  color tone\n',
    "pages/c/tone.styl": "tone = red\n",
    "pages/c/c.js": "Page({});\n",
    "pages/c/c.axml": "<view class='c'>c</view>\n",
    "app.json": '{"pages": ["pages/a/a", "pages/b/b", "pages/c/c"]}',
    "miniport.yaml": "tools: {less: less, stylus: stylus}\n",
}
SHEET_EDITS = {
    "pages/b/b.less": '@import "./size";\n.b { .d { left: @size; } }\n',
    "pages/b/size.less": "@size: 2px;\n",
    "pages/c/c.styl": '@import "./tone"\n.c\n  background tone\n',
    "pages/c/tone.styl": "tone = blue\n",
    "pages/c/c.js": "Page({ go() {} });\n",
    "pages/c/c.axml": "<view class='d'>d</view>\n",
}

PARTS_GONE = {"pages/b/b.less": ".b { .d { top: 3px; } }\n", "pages/c/c.styl": ".c\n  top 1px\n"}
"""Sheets that import nothing any more: what they imported is left out now."""


@pytest.mark.node
def test_sheets_of_other_languages_are_followed_up(tmp_path, root, monkeypatch):
    monkeypatch.setenv("LANG", "C.UTF-8")
    app, clean = tmp_path / "app", tmp_path / "clean"
    left_out = ("components/", "adapters/", "pages/b/b.scss", "pages/b/_", "app.json", "miniport.yaml")
    write(app, {name: text for name, text in FILES.items() if not name.startswith(left_out)} | SHEETS)
    installed(app, "less stylus", root)
    # A tool counts once its files were not touched for a while.
    for path in (app / "node_modules").rglob("*"):
        os.utime(path, (0, 0))
    monkeypatch.setattr("miniport.cache.stamp.SLACK", 0)
    ways, wrong = [], []
    built(arguments(app))
    for name, text in (*SHEET_EDITS.items(), *PARTS_GONE.items()):
        write(app, {name: text})
        way, _, report = built(arguments(app))
        ways.append(way)
        _, _, wanted = built(arguments(app, "--no-cache", f"--out={clean}"))
        wrong += [f"{name} {way}: {line}" for line in differences(plain(report), plain(wanted))]
        wrong += [found for target in TARGETS for found in on_disk(app / "dist" / target, clean / target)]
    assert wrong == []
    assert ways == ["resumed", "whole", "resumed", "whole", *["resumed"] * 4]


def test_many_edits_in_a_row_are_all_followed_up(app):
    built(arguments(app))
    for number, name in enumerate(("deeper.js", "app.js", "pages/a/m.sjs")):
        (app / name).write_text((app / name).read_text("utf-8") + f"// {number}\n", "utf-8")
        assert built(arguments(app))[0] == "resumed"
    output = (app / "dist/alipay/app.js").read_text("utf-8")
    assert output.endswith("// 1\n")


CHANGED = {
    "output edited": lambda app: (app / "dist/alipay/app.js").write_text("edited\n", "utf-8"),
    "output gone": lambda app: (app / "dist/weibo/package.json").unlink(),
    "settings": lambda app: (app / "miniport.yaml").write_text("name: other\n", "utf-8"),
    "a new folder": lambda app: (app / "more").mkdir(),
    "configuration": lambda app: (app / "components/card.json").write_text('{"component": 1}', "utf-8"),
}


@pytest.mark.parametrize("what", CHANGED)
def test_nothing_is_followed_up_where_more_than_texts_changed(app, what):
    built(arguments(app))
    (app / "app.js").write_text("App({ two: 2 });\n", "utf-8")
    CHANGED[what](app)
    assert built(arguments(app))[0] == "whole"


def test_a_state_that_was_tampered_with_counts_as_absent(app, tmp_path):
    built(arguments(app))
    file = app / ".miniport" / "cache.sqlite"
    content = file.read_bytes()
    at = content.index(b"miniport.cli.done")
    file.write_bytes(content[:at] + b"miniport.cli.dane" + content[at + 17 :])
    (app / "app.js").write_text("App({ two: 2 });\n", "utf-8")
    assert built(arguments(app))[:2] == ("whole", 0)


class Command:
    """Stands for code that is no part of a state."""

    def __reduce__(self):
        return eval, ("1 + 1",)


def test_a_state_brings_no_code_of_others():
    table = join((join((b"", b"", b"", b"")),))
    assert from_bytes(table + pickle.dumps("plain"), nothing)[0] == "plain"
    for brought in (pickle.dumps(Command()), b"cminiport.cli.system\nenvironment\n."):
        with pytest.raises(ValueError, match="no state"):
            from_bytes(table + brought, nothing)


def nothing(start: int, length: int) -> bytes:
    return b""


def test_enumerations_are_kept_whatever_python_says_of_them(monkeypatch):
    # As Python 3.11.2 has it, which is Debian's.
    monkeypatch.setattr(Enum, "__reduce_ex__", lambda self, _: (getattr, (type(self), self.name)))
    state = (FileKind.SCRIPT, Severity.ERROR, {FileKind.CONFIG: Depth.WHOLE})
    kept = as_bytes(state)
    assert kept is not None
    assert from_bytes(kept.state, nothing)[0] == state


def test_what_cannot_be_kept_is_not():
    assert as_bytes(lambda: 0) is None


def test_what_was_not_read_is_as_good_as_what_was():
    source = Source(PurePosixPath("a.js"), "let a = 1;\n")
    script = parse_script(source.text)
    kept = as_bytes((source, source, script))
    (one, other, unread), _ = from_bytes(kept.state, nothing)
    assert one is other
    assert isinstance(unread, Script)
    assert not isinstance(unread, Markup)
    assert (one, unread, hash(one)) == (source, script, hash(source))
    assert type(one) is Source
    assert replace(unread, paths=()) == script
    # Once more, with one that was read and one that was not.
    (first, second), before = from_bytes(as_bytes((source, script)).state, nothing)
    assert first.text == source.text
    again = as_bytes((first, second), before)
    assert from_bytes(again.state, nothing)[0] == (source, script)


def test_a_piece_is_read_when_more_is_asked_for_than_is_kept_beside_it():
    source = Source(PurePosixPath("a.js"), "\ufefflet a = 1;\n", has_bom=True)
    script = parse_script("export const a = my.b;\n")
    assert "a" in script.module.scopes.top
    kept = as_bytes((source, source, script, {source: script}))
    assert kept is not None
    (one, other, read, table), of = from_bytes(kept.state, nothing)
    # A key of a table is looked at when the table is made.
    assert of.numbers.keys() == {id(one)}
    assert (one is other, table[source] is read) == (True, True)

    def anew() -> tuple[Source, Script]:
        found = as_bytes((source, script))
        assert found is not None
        (first, second), known = from_bytes(found.state, nothing)
        assert (first.path, known.numbers) == (source.path, {})
        return first, second

    # What has a default, what is computed, what a function asks for, and all that there is.
    assert anew()[0].has_bom
    assert anew()[0].written is None
    assert anew()[1].module.form is script.module.form
    assert anew()[0].position(4) == (1, 5)
    assert vars(anew()[0]) == vars(source)
    assert vars(anew()[1]).keys() == vars(script).keys()


def test_pieces_that_are_apart_stay_there_and_are_looked_at(monkeypatch):
    monkeypatch.setattr(piece, "MOST", 10)
    sources = tuple(Source(PurePosixPath(f"{name}.js"), name * 40) for name in "abc")
    kept = as_bytes(sources)
    assert kept.apart is not None

    def fetch(start: int, length: int) -> bytes:
        return kept.apart[start : start + length]

    (first, *rest), before = from_bytes(kept.state, fetch)
    monkeypatch.setattr(piece, "MOST", 1000)
    again = as_bytes((first, *rest, Source(PurePosixPath("d.js"), "d")), before)
    assert again.apart is None
    assert [each.text[:1] for each in from_bytes(again.state, fetch)[0]] == ["a", "b", "c", "d"]
    # Whatever else stands there now is not what was kept.
    (lost, *_), _ = from_bytes(again.state, lambda start, length: bytes(length))
    with pytest.raises(LostError):
        lost.text  # noqa: B018 - asking reads it


def test_a_build_whose_pieces_are_gone_is_done_whole(app, monkeypatch):
    monkeypatch.setattr(piece, "MOST", 10)
    built(arguments(app))
    (app / "app.js").write_text("App({ two: 2 });\n", "utf-8")
    with closing(sqlite3.connect(app / ".miniport" / "cache.sqlite")) as base, base:
        gone = base.execute("DELETE FROM entry WHERE key LIKE 'pieces of %'").rowcount
    assert (gone > 0, built(arguments(app))[0]) == (True, "whole")


def test_a_large_value_is_read_part_by_part(tmp_path, monkeypatch):
    monkeypatch.setenv("MINIPORT_CACHE_KEY", "a key")
    monkeypatch.setattr("miniport.cache.store.PART", 4)
    monkeypatch.setattr("miniport.cache.apart.PART", 4)
    folder, environ = str(tmp_path / "cache"), dict(os.environ)
    for content in (b"0123456789", b"abcdef"):
        store = opened(folder, environ).store
        assert store is not None
        assert store.put({"one": b"value"}, {"large": bytearray(content)})
        store.close()
        apart = Apart(folder, "large", environ)
        assert [apart.fetch(*at) for at in ((0, 3), (2, 4), (4, 4), (1, 5), (5, 9))] == [
            content[0:3],
            content[2:6],
            content[4:8],
            content[1:6],
            content[5:14],
        ]
        apart.close()
    with closing(sqlite3.connect(Path(folder, "cache.sqlite"))) as base:
        assert base.execute("SELECT count(*) FROM entry").fetchone() == (3,)


def test_an_edit_counts_until_a_state_holds_it(app):
    """The state stays that of the last whole build; each later process follows up all edits since."""
    built(arguments(app))
    for name in ("deeper.js", "app.js"):
        (app / name).write_text((app / name).read_text("utf-8") + "// more\n", "utf-8")
        assert built(arguments(app))[0] == "resumed"
    assert (app / "dist/alipay/deeper.js").read_text("utf-8").endswith("// more\n")


def kept_rows(app: Path) -> dict[str, bytes]:
    """Return what is kept of reports, by the first word of its key."""
    with closing(sqlite3.connect(app / ".miniport/cache.sqlite")) as base:
        found = base.execute("SELECT key, value FROM entry WHERE key LIKE 'again%' OR key LIKE 'since%'")
        return {key.split(" ")[0]: value for key, value in found}


def edited(app: Path, name: str, text: str) -> str:
    (app / name).write_text((app / name).read_text("utf-8") + text, "utf-8")
    return built(arguments(app))[0]


def test_of_an_edit_only_what_is_different_is_written_down(app):
    built(arguments(app))
    whole = kept_rows(app)["again"]
    for number in range(3):
        assert edited(app, "deeper.js", f"// {number}\n") == "resumed"
        found = kept_rows(app)
        assert found["again"] == whole
        assert len(found["since"]) < len(whole)
        assert built(arguments(app))[0] == "again"
        assert (app / "dist/alipay/deeper.js").read_text("utf-8").endswith(f"// {number}\n")


def test_equal_content_under_another_stamp_is_written_down_as_what_is_different(app):
    built(arguments(app))
    assert edited(app, "deeper.js", "// more\n") == "resumed"
    before = kept_rows(app)
    (app / "app.js").write_text((app / "app.js").read_text("utf-8"), "utf-8")
    assert built(arguments(app))[0] == "again"
    found = kept_rows(app)
    assert found["again"] == before["again"]
    assert found["since"] != before["since"]
    assert built(arguments(app))[0] == "again"
    assert edited(app, "deeper.js", "// and more\n") == "resumed"


def test_where_much_is_different_all_is_written_down(app, monkeypatch):
    monkeypatch.setattr("miniport.cache.packed.MOST", 0)
    built(arguments(app))
    whole = kept_rows(app)["again"]
    assert edited(app, "deeper.js", "// more\n") == "resumed"
    assert kept_rows(app).keys() == {"again"}
    assert kept_rows(app)["again"] != whole
    assert built(arguments(app))[0] == "again"


def test_what_was_different_from_another_build_says_nothing_of_this_one(app):
    """A whole build follows that is kept anew; what was written down before it stays beside."""
    built(arguments(app))
    assert edited(app, "deeper.js", "// more\n") == "resumed"
    (app / "app.json").write_text((app / "app.json").read_text("utf-8") + "\n", "utf-8")
    (app / "deeper.js").write_text("export const deeper = 0;\n", "utf-8")
    assert built(arguments(app))[0] == "whole"
    assert kept_rows(app).keys() == {"again", "since"}
    assert built(arguments(app))[0] == "again"
    assert edited(app, "deeper.js", "// at last\n") == "resumed"
    assert built(arguments(app))[0] == "again"


def test_what_is_read_meanwhile_is_waited_for():
    may_end = threading.Event()

    def read() -> bytes:
        may_end.wait(60)
        return b"state"

    reading = Meanwhile(read)
    assert reading.found() is None
    reading.begin()
    may_end.set()
    assert (reading.found(), reading.found()) == (b"state", b"state")
