"""An archive held against its manifest, against a build, and against an earlier one."""

import json
import zipfile
from pathlib import Path

import pytest

from miniport import rules
from miniport.archive.form import zipped
from miniport.archive.read import opened
from tests.bad.row import put

CODE = {
    "pages/a/a.js": (
        "// https://comment.example.com\n"
        "const host = 'https://API.example.com/v1';\n"
        "my.getLocation({});\n"
        "my.request({ url: `${host}/x` });\n"
        "my.connectSocket({ url: 'wss://live.example.com:8443/a' });\n"
        "Page({ data: { hi: 'a', n: 1, space: 'http://www.w3.org/2000/svg' } });\n"
    ),
    "pages/a/a.axml": (
        '<view><!-- https://no.example.com --><image src="https://img.example.com/a.png" /></view>\n'
    ),
    "pages/a/a.acss": ".a { background: url(https://css.example.com/a.png); } /* https://no.example.com */\n",
}


@pytest.fixture
def packed(miniport, project: Path, tmp_path: Path) -> Path:
    """Return the archive of a project."""
    assert miniport("pack", project, "--target", "web", "--out", tmp_path / "one").code == 0
    return tmp_path / "one" / "tea-1.0-web.zip"


@pytest.mark.parametrize("suffix", [".zip", ".tar.gz"])
def test_an_archive_is_what_its_manifest_and_another_build_say(
    miniport, project: Path, packed: Path, suffix: str
):
    archive = packed.with_name(f"tea-1.0-web{suffix}")
    assert miniport("pack", project, "--verify", archive, "--rebuild").code == 0
    assert [path.name for path in packed.parent.iterdir() if "new" in path.name] == []


def test_each_file_that_differs_is_told(miniport, project: Path, packed: Path):
    files = dict(opened(packed))
    paths = {str(path): path for path in files}
    files[paths["app.js"]] += b"//"
    del files[paths["app.css"]]
    files[paths["app.js"].with_name("evil.js")] = b"x"
    packed.write_bytes(zipped(files))
    found = miniport("pack", project, "--verify", packed, "--format", "json").data()["diagnostics"]
    assert {each["code"] for each in found} == {rules.ARCHIVE_DIFFERS.code}
    told = "\n".join(each["message"] for each in found)
    assert all(name in told for name in ("app.js", "app.css", "evil.js"))
    assert all(name in told for name in ("the content hash", "SHA-256"))
    assert len(found) == 5


@pytest.mark.parametrize("suffix", [".zip", ".tar.gz"])
def test_bytes_behind_the_end_of_an_archive_are_told(miniport, project: Path, packed: Path, suffix: str):
    archive = packed.with_name(f"tea-1.0-web{suffix}")
    archive.write_bytes(archive.read_bytes() + b"x")
    ran = miniport("pack", project, "--verify", archive, "--format", "json")
    assert ran.code == 1
    (found,) = ran.data()["diagnostics"]
    assert found["code"] == rules.ARCHIVE_DIFFERS.code
    assert "tea-1.0-web.sha256" in found["message"]


def test_a_changed_source_is_told_by_a_rebuild(miniport, project: Path, packed: Path):
    put(project, {"pages/a/a.js": "Page({ data: { n: 99 } });\n"})
    assert miniport("pack", project, "--verify", packed).code == 0
    ran = miniport("pack", project, "--verify", packed, "--rebuild", "--format", "json")
    assert ran.code == 1
    assert "app.js: " in "".join(each["message"] for each in ran.data()["diagnostics"])


def broken(archive: Path, name: str, content: bytes | None) -> None:
    """Put other bytes in the place of an archive or what lies beside it."""
    place = archive.with_name(name)
    place.write_bytes(content) if content is not None else place.unlink()


def escaping() -> bytes:
    """Return an archive with a path that leads out of it."""
    import io

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("../evil.js", "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("tea-1.0-web.zip", b"PK\x03\x04 half"),
        ("tea-1.0-web.zip", None),
        ("tea-1.0-web.zip", escaping()),
        ("tea-1.0-web.manifest.json", None),
        ("tea-1.0-web.manifest.json", b"{}"),
        ("tea-1.0-web.manifest.json", b"\xff"),
    ],
)
def test_what_cannot_be_read_is_refused(miniport, project: Path, packed: Path, name: str, content):
    broken(packed, name, content)
    ran = miniport("pack", project, "--verify", packed, "--format", "json")
    assert ran.code == 2
    assert [each["code"] for each in ran.data()["diagnostics"]] == [rules.ARCHIVE_UNREADABLE.code]


def test_what_is_new_since_an_archive_is_told_in_three_forms(miniport, project: Path, packed: Path):
    put(project, CODE)
    pack = (
        "pack",
        project,
        "--target",
        "web",
        "--app-version",
        "1.1",
        "--since",
        packed,
        "--force",
        "--format",
    )
    (changes,) = miniport(*pack, "json").data()["changes"]
    assert changes["hosts"]["new"] == [
        "https://api.example.com",
        "https://css.example.com",
        "https://img.example.com",
        "wss://live.example.com:8443",
    ]
    assert changes["permissions"] == {"new": ["location"], "gone": []}
    assert {"getLocation", "request", "connectSocket"} <= set(changes["apis"]["new"])
    assert changes["isSame"] is False and changes["sizeAfter"] != changes["sizeBefore"]
    grown = {each["of"]: each for each in changes["files"]}["app.js"]
    assert grown["after"] > 0 and grown["before"] > 0
    text = miniport(*pack, "text").out
    assert "+ permission: location" in text and "+ host: wss://live.example.com:8443" in text
    markdown = miniport(*pack, "markdown").out
    assert "**permission**: ➕ `location`" in markdown and "| web |" in markdown


def test_the_same_since_is_no_change(miniport, project: Path, packed: Path):
    pack = ("pack", project, "--target", "web", "--since", packed, "--out", packed.parent, "--format", "json")
    (changes,) = miniport(*pack).data()["changes"]
    assert changes["isSame"] is True
    assert [key for key, value in changes.items() if value not in ([], {"new": [], "gone": []})] == [
        *("schema", "target", "before", "after", "isSame", "sizeBefore", "sizeAfter")
    ]


ASKING = """Page({
  onLoad() {
    my.getRecorderManager().start({});
    my.getAuthUserInfo({});
    my.addPhoneContact({});
    my.chooseVideo({});
    my.ap.preventCheat({ pid: '1', bizContext: {} });
  },
});
"""


def test_a_sheet_lists_what_apis_and_elements_ask_for(miniport, project: Path, tmp_path: Path):
    put(project, {"pages/a/a.js": ASKING})
    template = (
        '<camera />\n<button open-type="getAuthorize" scope="phoneNumber">x</button>\n<map show-location />\n'
    )
    put(project, {"pages/a/a.axml": template})
    result = miniport("pack", project, "--target", "alipay", "--out", tmp_path)
    assert result.code == 0, result.out + result.err
    text = (tmp_path / "tea-1.0-alipay.release.md").read_text("utf-8")
    zh, _, en = text.partition("## Release sheet")
    for line in (
        "| the microphone | `record` | `getRecorderManager` | pages/a/a.js:3:5 |",
        "| the camera | `camera` | `chooseVideo`, `<camera>` | pages/a/a.js:6:5 |",
        "| the microphone, where the camera films | `record` | `<camera>` | pages/a/a.axml:1:2 |",
        "| the member's name and picture | - | `getAuthUserInfo` | pages/a/a.js:4:5 |",
        "| the phone's address book, to add to it | - | `addPhoneContact` | pages/a/a.js:5:5 |",
        "| the member's phone number | - | `<button[scope=phoneNumber]>` | pages/a/a.axml:2:41 |",
        "| where the user is, on a map | - | `<map[show-location]>` | pages/a/a.axml:3:6 |",
        "| how risky the member is judged to be | - | `ap.preventCheat` | pages/a/a.js:7:5 |",
    ):
        assert line in en
    assert "The list may be incomplete" in en and "可能不完整" in zh


def test_a_sheet_that_lists_nothing_says_that_this_is_no_proof(miniport, project: Path, tmp_path: Path):
    assert miniport("pack", project, "--target", "alipay", "--out", tmp_path).code == 0
    text = (tmp_path / "tea-1.0-alipay.release.md").read_text("utf-8")
    part = text.partition("### Permissions and personal data")[2].partition("###")[0]
    assert "None was found." in part and "The list may be incomplete" in part


def test_a_sheet_says_what_to_declare_in_both_languages(miniport, project: Path, tmp_path: Path):
    put(project, CODE)
    put(project, {"node_modules/dep/package.json": json.dumps({"name": "dep", "version": "2.0.0"})})
    put(project, {"node_modules/dep/index.js": "export default 'https://dep.example.com/';\n"})
    put(project, {"app.js": "import dep from 'dep';\nApp({ dep });\n"})
    assert miniport("pack", project, "--target", "alipay", "--out", tmp_path).code == 0
    text = (tmp_path / "tea-1.0-alipay.release.md").read_text("utf-8")
    zh, _, en = text.partition("## Release sheet")
    for part in (zh, en):
        assert "| `https://api.example.com` |" in part and "pages/a/a.js:2:15" in part
        assert "no.example.com" not in part and "w3.org" not in part and "comment" not in part.split("|")[0]
        assert "`location`" in part and "getLocation" in part
        assert "| dep | 2.0.0 |" in part
    assert "仅在 npm 包中" in zh and "in npm packages only" in en
    assert "| 主包 |" in zh and "| the main package |" in en
    assert all("| 2 MB (0 %) |" in part and "miniport " in part for part in (zh, en))
