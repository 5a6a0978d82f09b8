"""A build that has nothing to do: told once more where nothing changed, never where anything did."""

import json
import os
import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest

from miniport.cache.stamp import SLACK, Stamp, is_settled
from miniport.cache.store import FILE, Store
from miniport.cli.again import again, before
from miniport.cli.run import run

FILES = {
    "package.json": '{"name": "workspace"}',
    "package-lock.json": "{}",
    "node_modules/kit/package.json": '{"name": "kit", "main": "index.js"}',
    "node_modules/kit/index.js": "export const one = 1;\n",
    "app/app.json": '{"pages": ["pages/a/a"], "window": {"defaultTitle": "a"}}',
    "app/app.js": "App({});\n",
    "app/app.acss": '@import "./part.acss";\n',
    "app/part.acss": ".a { color: red; }\n",
    "app/pages/a/a.js": "import { one } from 'kit';\nPage({ data: { one } });\n",
    "app/pages/a/a.axml": "<view class='a'>{{one}}<live-player src='a' /></view>\n",
    "app/assets/a.png": "no picture",
    "shared/b.js": "export const b = 1;\n",
}


REPORTS = "key LIKE 'again%'"


class Place:
    """A workspace, and the command line over its project."""

    def __init__(self, top: Path, capsys) -> None:
        self.top = top
        self.app = top / "app"
        self.capsys = capsys
        self.arguments = ["build", str(self.app), "--fail-on", "never"]

    def write(self, name: str, text: str) -> None:
        place = self.top / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")

    def build(self, *more: str) -> tuple[int, str]:
        code = run([*self.arguments, *more])
        return code, self.capsys.readouterr().out

    def again(self, *more: str) -> tuple[int | None, str]:
        left = before([*self.arguments, *more])
        code = again(left) if left is not None else None
        return code, self.capsys.readouterr().out


@pytest.fixture
def place(tmp_path, capsys, monkeypatch) -> Place:
    monkeypatch.setenv("LANG", "C.UTF-8")
    made = Place(tmp_path, capsys)
    for name, text in FILES.items():
        made.write(name, text)
    return made


@pytest.fixture(params=["fresh", "settled"])
def age(request, monkeypatch) -> str:
    """Run a test with stamps that have to be doubted, and with such that are believed."""
    if request.param == "settled":
        monkeypatch.setattr("miniport.cache.stamp.SLACK", 0)
    return str(request.param)


def without_time(text: str) -> list[list[str]]:
    """Return the words of a report without how long anything took."""
    return [[word for word in line.split() if not word[0].isdigit()] for line in text.splitlines()]


def test_the_second_build_is_told_from_what_the_first_kept(place):
    code, _ = place.build()
    told = place.again()
    built = place.build("--no-cache")
    assert told[0] == built[0] == code == 0
    assert without_time(told[1]) == without_time(built[1])
    assert "(unchanged)" in told[1]


def test_findings_and_their_exit_code_are_told_again(place):
    place.arguments = ["build", str(place.app), "--fail-on", "warning", "-v"]
    code, text = place.build()
    assert code == 1
    again_code, again_text = place.again()
    assert again_code == 1
    assert without_time(again_text)[:-3] == without_time(text)[:-3]


CHANGES = {
    "a script": lambda place: place.write("app/pages/a/a.js", "Page({});\n"),
    "a sheet that is imported": lambda place: place.write("app/part.acss", ".b { color: red; }\n"),
    "a file of a package": lambda place: place.write("node_modules/kit/index.js", "export const one = 2;\n"),
    "where a package starts": lambda place: place.write("node_modules/kit/package.json", '{"name": "kit"}'),
    "a nearer package": lambda place: place.write("app/node_modules/kit/index.js", "export const one = 3;\n"),
    "a file for one target": lambda place: place.write("app/pages/a/a.weibo.js", "Page({});\n"),
    "settings": lambda place: place.write("app/miniport.yaml", "name: other\n"),
    "misnamed settings": lambda place: place.write("app/miniport.yml", "name: other\n"),
    "environment": lambda place: place.write("app/.env", "MINIPORT_A=1\n"),
    "names for folders": lambda place: place.write("app/tsconfig.json", "{}"),
    "a project file": lambda place: place.write("app/mini.project.json", "{}"),
    "a file nothing names": lambda place: place.write("app/pages/b.js", "1;\n"),
    "an asset": lambda place: place.write("app/assets/b.png", "no picture either"),
    "a mark of another workspace": lambda place: place.write("app/yarn.lock", ""),
    "a file gone": lambda place: (place.app / "part.acss").unlink(),
    "a name in another case": lambda place: (place.app / "part.acss").rename(place.app / "Part.acss"),
    "output gone": lambda place: (place.app / "dist/alipay/app.js").unlink(),
    "output edited": lambda place: place.write("app/dist/weibo/src/res/h5/app.js", "edited\n"),
    "a list of output gone": lambda place: (place.app / "dist/alipay/.miniport.json").unlink(),
    "a write cut off": lambda place: (place.app / "dist/alipay/.miniport.new").mkdir(),
    "output of another build": lambda place: place.write("app/dist/other/.miniport.json", "{}"),
    "source in the folder of output": lambda place: place.write("app/dist/c.js", "1;\n"),
    "another mode": lambda place: place.arguments.extend(["--mode", "production"]),
    "another language": lambda place: place.arguments.extend(["--lang", "zh"]),
    "no cache wanted": lambda place: place.arguments.append("--no-cache"),
    "force": lambda place: place.arguments.append("--force"),
    "a cache elsewhere": lambda place: place.arguments.append(f"--cache-dir={place.top}/elsewhere"),
}


@pytest.mark.parametrize("what", CHANGES)
@pytest.mark.usefixtures("age")
def test_whatever_changes_is_noticed(place, what):
    place.build()
    assert place.again()[0] == 0
    CHANGES[what](place)
    assert place.again() == (None, "")


@pytest.mark.usefixtures("age")
def test_a_change_that_keeps_size_and_time_is_noticed(place):
    script = place.app / "app.js"
    place.build()
    before = script.stat()
    script.write_text("App([]);\n", "utf-8")
    os.utime(script, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert place.again()[0] is None


@pytest.mark.parametrize("name", ["app/app.js", "app/dist/alipay/app.js", "app/assets/a.png"])
@pytest.mark.usefixtures("age")
def test_equal_content_written_anew_is_no_change(place, name):
    place.build()
    content = (place.top / name).read_bytes()
    (place.top / name).unlink()
    (place.top / name).write_bytes(content)
    assert place.again()[0] == 0


@pytest.mark.usefixtures("age")
def test_a_link_that_leads_elsewhere_is_noticed(place):
    (place.app / "shared").symlink_to(place.top / "shared")
    place.write("app/app.js", "import './shared/b';\nApp({});\n")
    place.write("other/b.js", FILES["shared/b.js"])
    place.build()
    assert place.again()[0] == 0
    (place.app / "shared").unlink()
    (place.app / "shared").symlink_to(place.top / "other")
    assert place.again()[0] is None


def test_a_target_that_is_not_written_is_told_again(place):
    place.write("app/app.json", '{"pages": ["pages/a/a", "pages/none/none"]}')
    code, _ = place.build()
    assert code == 1
    assert place.again()[0] == 1


def cache(place: Place) -> Path:
    return place.app / ".miniport" / FILE


def test_what_is_not_signed_with_the_secret_counts_as_absent(place, monkeypatch):
    place.build()
    monkeypatch.setenv("MINIPORT_CACHE_KEY", "another")
    assert place.again()[0] is None


def test_a_value_that_was_tampered_with_counts_as_absent(place):
    place.build()
    with sqlite3.connect(cache(place)) as base:
        (value,) = base.execute(f"SELECT value FROM entry WHERE {REPORTS}").fetchone()
        base.execute("UPDATE entry SET value = ?", (value.replace(b"alipay", b"tampered"),))
    assert place.again()[0] is None


def test_a_value_under_another_key_counts_as_absent(place):
    place.build()
    place.build("--verbose")
    with sqlite3.connect(cache(place)) as base:
        first, second = base.execute(f"SELECT key, value FROM entry WHERE {REPORTS}").fetchall()
        base.execute("UPDATE entry SET value = ? WHERE key = ?", (second[1], first[0]))
        base.execute("UPDATE entry SET value = ? WHERE key = ?", (first[1], second[0]))
    assert place.again()[0] is None


def damaged(place: Place, how: str) -> None:
    content = cache(place).read_bytes()
    match how:
        case "truncated":
            cache(place).write_bytes(content[: len(content) // 2])
        case "no sqlite":
            cache(place).write_bytes(b"nonsense" * 100)
        case "zeros":
            cache(place).write_bytes(content[:100] + bytes(len(content) - 100))
        case "another table":
            with sqlite3.connect(cache(place)) as base:
                base.execute("CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM entry; END")


@pytest.mark.parametrize("how", ["truncated", "no sqlite", "zeros", "another table"])
def test_a_damaged_cache_is_made_anew_with_one_line(place, how):
    place.build()
    damaged(place, how)
    assert place.again()[0] is None
    assert run(place.arguments) == 0
    told = place.capsys.readouterr().err
    assert told.count("\n") <= 1
    assert "made anew" in told
    assert place.again()[0] == 0


def test_a_file_of_another_program_is_left_alone(place):
    (place.app / ".miniport").mkdir()
    with sqlite3.connect(cache(place)) as base:
        base.execute("CREATE TABLE mine (a)")
    content = cache(place).read_bytes()
    assert run(place.arguments) == 0
    assert "is not used as a cache" in place.capsys.readouterr().err
    assert cache(place).read_bytes() == content


def test_a_file_that_grows_while_it_is_looked_at_is_not_taken_for_a_damaged_one(place, monkeypatch):
    """Another process writes its first page, which says how long the file is, before the last ones."""
    place.build()
    kept = cache(place).read_bytes()
    monkeypatch.setattr("miniport.cache.store._is_short", lambda file: True)
    place.write("app/app.js", "App({ two: 2 });\n")
    assert run(place.arguments) == 0
    assert place.capsys.readouterr().err == ""
    assert cache(place).read_bytes() != kept


def test_a_link_in_the_place_of_the_cache_is_not_followed(place):
    (place.app / ".miniport").mkdir()
    (place.top / "secret").write_bytes(b"")
    cache(place).symlink_to(place.top / "secret")
    assert run(place.arguments) == 0
    assert (place.top / "secret").read_bytes() == b""


def test_without_a_home_and_a_secret_a_build_works_and_keeps_nothing(place, monkeypatch):
    for name in ("MINIPORT_CACHE_KEY", "HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    assert place.build()[0] == 0
    assert not cache(place).exists()


def test_the_secret_is_made_once_and_is_the_users_own(place, monkeypatch, tmp_path_factory):
    state = tmp_path_factory.mktemp("state")
    monkeypatch.delenv("MINIPORT_CACHE_KEY")
    monkeypatch.setenv("XDG_STATE_HOME", str(state))
    place.build()
    secret = state / "miniport/cache-key"
    content = secret.read_bytes()
    assert (len(content), secret.stat().st_mode & 0o777) == (32, 0o600)
    assert place.again()[0] == 0
    place.write("app/app.js", "App({ a: 1 });\n")
    place.build()
    assert secret.read_bytes() == content
    secret.chmod(0o644)
    assert place.again()[0] is None


def test_another_miniport_is_noticed(place, monkeypatch):
    place.build()
    monkeypatch.setattr("miniport.cache.recall.own", lambda: "another one")
    assert place.again()[0] is None


def test_timings_are_told_and_traced(place):
    code = run([*place.arguments, "--timings"])
    told = place.capsys.readouterr().err
    trace = json.loads((cache(place).parent / "timings.json").read_text("utf-8"))
    names = {event["name"] for event in trace["traceEvents"]}
    assert code == 0
    assert {"load", "walk alipay", "emit weibo", "write weibo"} <= names
    assert all(event["dur"] >= 0 for event in trace["traceEvents"])
    assert "  emit weibo" in told
    assert place.again("--timings")[0] is None


def test_a_stamp_so_fresh_that_a_change_could_hide_in_it_is_not_believed():
    now = 10**18
    assert is_settled(Stamp(1, now - 2 * SLACK, now - 2 * SLACK, 1, 1), now)
    assert not is_settled(Stamp(1, now - 2 * SLACK, now - SLACK // 2, 1, 1), now)
    assert not is_settled(Stamp(1, now + SLACK, now - 2 * SLACK, 1, 1), now)


def test_clean_removes_the_cache_and_its_folder(place):
    place.build()
    assert run(["clean", str(place.app)]) == 0
    assert not cache(place).parent.exists()
    assert place.again()[0] is None


def test_git_ignores_the_folder_that_was_made_and_no_other(place):
    place.build()
    assert (cache(place).parent / ".gitignore").read_text("utf-8") == "*\n"
    place.build("--cache-dir", str(place.top / "shared"))
    assert sorted(path.name for path in (place.top / "shared").iterdir()) == ["b.js", FILE]


def entries(place: Place) -> set[str]:
    with sqlite3.connect(cache(place)) as base:
        return {row[0] for row in base.execute("SELECT key FROM entry")}


def aged(place: Place, hours: int) -> None:
    """Let all that is kept have been of use for the last time some hours ago."""
    with sqlite3.connect(cache(place)) as base:
        base.execute("UPDATE entry SET used = used - ?", (hours * 3600,))


def test_what_another_miniport_left_goes_after_a_day_without_use(place, monkeypatch):
    place.build()
    mine = entries(place)
    monkeypatch.setattr("miniport.cache.recall.own", lambda: "another")
    place.build()
    both = entries(place)
    # Two versions side by side: each is used.
    assert mine < both
    aged(place, 30)
    assert place.again()[0] == 0
    place.build("-v")
    assert entries(place) & mine == set()
    assert both - mine < entries(place)


@pytest.mark.parametrize(("hours", "is_kept"), [(23, True), (26, False)])
def test_another_miniport_that_was_used_within_a_day_keeps_what_it_has(place, monkeypatch, hours, is_kept):
    place.build()
    mine = entries(place)
    aged(place, 30)
    # Told again, so of use, and then not for a while.
    assert place.again()[0] == 0
    aged(place, hours)
    monkeypatch.setattr("miniport.cache.recall.own", lambda: "another")
    place.build()
    assert (mine <= entries(place)) is is_kept


def test_a_large_value_is_signed_as_well(tmp_path, monkeypatch):
    monkeypatch.setattr("miniport.cache.store.LARGE", 8)
    store = Store(str(tmp_path / "cache"), bytes(32))
    store.put({"one": b"0123456789", "other": b"012"})
    assert (store.get("one"), store.get("other")) == (b"0123456789", b"012")
    with sqlite3.connect(store.file) as base:
        (value,) = base.execute("SELECT value FROM entry WHERE key = 'one'").fetchone()
        # Neither other content nor the digest alone is what was signed.
        for forged in (value.replace(b"5", b"6"), value[:32] + sha256(b"0123456789").digest()[:7]):
            base.execute("UPDATE entry SET value = ? WHERE key = 'one'", (forged,))
            base.commit()
            assert store.get("one") is None
        base.execute("UPDATE entry SET value = ?, key = 'two' WHERE key = 'one'", (value,))
        base.commit()
    assert store.get("two") is None
    store.close()
