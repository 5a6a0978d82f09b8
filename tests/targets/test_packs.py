"""Every pack that ships: it loads, says where each fact is from, and agrees with the others on names."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from miniport import resources
from miniport.facts import Kind
from miniport.record import RecordError, load_yaml
from miniport.targets.folder import PACK_FILE
from miniport.targets.form_language import LanguageForm
from miniport.targets.index import flatten
from miniport.targets.origin import Origin
from miniport.targets.pack import bundled, bundled_names, bundled_pack, load_pack
from miniport.targets.raw import checked, read
from miniport.targets.target_pack import TargetPack
from miniport.targets.twin import twin_of, write_twins
from miniport.targets.verdict import Bridge, Rename, Unsupported

NAMES = bundled_names()
LARGEST = 100_000
ASKS_NOTHING: dict[str, list[str]] = load_yaml(
    (Path(__file__).parent / "asks_nothing.yaml").read_text("utf-8")
).value
SOUNDS_PERSONAL = re.compile(
    "locat|contact|camera|record|phone|address|user|auth|bluetooth|ble|beacon|wifi|ssid|clipboard|calendar|rundata"
    "|invoice|album|image|video|media|scan|step|device|system|network|verify|face|ifaa|city|subscribe|screen|cheat"
    "|risk|nsf|certificate|card|account|setting|person|member|profile|login|audio|file|photo|pay|licen|district|poi",
    re.IGNORECASE,
)


def text_of(name: str) -> str:
    return (resources.pack_folder(name) / PACK_FILE).read_text("utf-8")


@pytest.fixture(params=NAMES)
def pack(request: pytest.FixtureRequest) -> TargetPack:
    return bundled_pack(request.param)


def released(pack: TargetPack) -> list[tuple[str, Origin]]:
    """Return what a pack says of a release."""
    rows = [*pack.release.links.rows.items(), *pack.release.permissions.rows.items()]
    return [*rows, ("upload", pack.release.upload)] if pack.release.upload else rows


def of_dialect(name: str) -> set[str]:
    """Return the sources that the parts of a pack's own dialect name."""
    dialect = load_yaml(text_of(name)).value.get("dialect", {})
    # The tag of script modules has a source, too: the attribute that names the file.
    parts = [dialect[name] for name in ("script", "instance", "loops", "loose") if name in dialect]
    return {part["source"] for part in parts}


def test_what_a_release_asks_for_are_apis_of_the_dialect(pack: TargetPack):
    apis = [api for row in pack.release.permissions.rows.values() for api in row.apis]
    assert [api for api in apis if pack.fact(Kind.API, api) is None] == []
    assert [api for api in apis if isinstance(pack.verdict_of(Kind.API, api), Unsupported)] == []
    for row in pack.release.permissions.rows.values():
        assert row.apis or row.elements
        assert len(row.apis) == len(set(row.apis))


def test_what_a_release_asks_for_are_elements_of_the_dialect(pack: TargetPack):
    for row in pack.release.permissions.rows.values():
        for element in row.elements:
            found = re.fullmatch(r"([\w-]+)(?:\[([\w-]+)(?:=\w+)?\])?", element)
            assert found is not None
            assert pack.fact(Kind.COMPONENT, found[1]) is not None
            assert not found[2] or pack.fact(Kind.ATTRIBUTE, found[2], found[1]) is not None


@pytest.mark.parametrize("name", ["alipay", "weibo"])
def test_an_api_that_sounds_like_personal_data_is_on_the_sheet_or_known_to_ask_nothing(name: str):
    pack = bundled_pack(name)
    rows = pack.release.permissions.rows.values()
    listed = {api for row in rows for api in row.apis} | {
        api for names in ASKS_NOTHING.values() for api in names
    }
    apis = {api for api in pack.names(Kind.API) if SOUNDS_PERSONAL.search(api)}
    there = {api for api in apis if not isinstance(pack.verdict_of(Kind.API, api), Unsupported)}
    assert sorted(there - listed) == []


def test_what_asks_nothing_stands_on_one_side_only():
    row_of = [api for row in bundled_pack("alipay").release.permissions.rows.values() for api in row.apis]
    names = [api for names in ASKS_NOTHING.values() for api in names]
    assert len(names) == len(set(names))
    assert sorted(set(names) & set(row_of)) == ["chooseCity"]


def test_packs_come_in_name_order():
    assert list(bundled()) == sorted(NAMES)
    assert {"alipay", "web", "wechat", "weibo"} <= set(NAMES)


def test_a_name_without_a_pack_is_a_key_error():
    with pytest.raises(KeyError):
        bundled_pack("nowhere")


def test_every_fact_has_a_source_and_a_day(pack: TargetPack):
    for key, (_, source, day) in pack.index.items():
        assert source in pack.sources, key
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", day), key
    for name, row in (*pack.limits.items(), *pack.members.items(), *released(pack)):
        assert row.source in pack.sources, name
        assert row.checked, name
    assert of_dialect(pack.name) <= set(pack.sources)
    if pack.language != LanguageForm():
        assert pack.language.source in pack.sources
        assert pack.language.checked


def test_no_fact_rests_on_the_one_source_that_may_only_confirm(pack: TargetPack):
    assert not any("antmove" in (name + text).lower() for name, text in pack.sources.items())


def test_a_pack_is_small_enough_to_be_read(pack: TargetPack):
    text = text_of(pack.name)
    assert len(text.encode()) < LARGEST
    assert max(map(len, text.splitlines())) <= 130


def test_every_source_is_used_by_a_row(pack: TargetPack):
    own = load_yaml(text_of(pack.name)).value
    used = {source for _, source, _ in flatten(own).values()}
    used |= {row.source for row in (*pack.limits.values(), *pack.members.values(), pack.language)}
    used |= {row.source for _, row in released(pack)} | of_dialect(pack.name)
    assert sorted(set(own["sources"]) - used) == []


def test_elements_are_lower_case_and_attributes_kebab_case_and_events_camel_case(pack: TargetPack):
    shapes = {
        Kind.COMPONENT: r"[a-z][a-z0-9-]*",
        Kind.EVENT: r"[a-z][A-Za-z]*",
        Kind.API: r"[A-Za-z][\w.]*",
        Kind.ATTRIBUTE: r"[a-z][\w-]*\*?|\*",
    }
    odd = [name for kind, _, name in pack.index if kind in shapes and not re.fullmatch(shapes[kind], name)]
    assert odd == []


@pytest.mark.parametrize("name", [name for name in NAMES if bundled_pack(name).family == "web"])
def test_a_web_pack_speaks_of_every_api_and_element_of_its_dialect(name: str):
    pack = bundled_pack(name)
    native = bundled_pack(pack.dialect.name)
    missing = [
        (kind.value, word)
        for kind in (Kind.API, Kind.COMPONENT)
        for word in native.names(kind)
        if pack.fact(kind, word) is None
    ]
    assert missing == []


@pytest.mark.parametrize("name", [name for name in NAMES if bundled_pack(name).family == "web"])
def test_a_web_pack_uses_no_name_that_its_dialect_lacks(name: str):
    pack = bundled_pack(name)
    native = bundled_pack(pack.dialect.name)
    odd = [
        (kind.value, owner, word)
        for kind, owner, word in pack.index
        if kind in (Kind.API, Kind.COMPONENT, Kind.LIFECYCLE, Kind.CONFIG)
        and not word.endswith("*")
        and native.fact(kind, word, owner) is None
    ]
    assert odd == []


def test_names_that_packs_share_lead_to_one_neutral_word():
    native = {pack.name: pack for pack in bundled().values() if pack.is_reader}
    for pack in native.values():
        for (kind, owner, name), (row, _, _) in pack.index.items():
            written = row.get("rename") if row else None
            if isinstance(written, str) and kind is Kind.API:
                assert (kind, owner, written) not in pack.index, (
                    f"{pack.name}: {written} stands for itself too"
                )
                assert pack.neutral(kind, written) == name


@pytest.mark.parametrize(
    ("kind", "owner", "written", "neutral"),
    [
        (Kind.API, "", "setClipboardData", "setClipboard"),
        (Kind.API, "", "scanCode", "scan"),
        (Kind.API, "", "showToast", "showToast"),
        (Kind.COMPONENT, "", "wxs", "import-sjs"),
        (Kind.ATTRIBUTE, "import-sjs", "src", "from"),
        (Kind.ATTRIBUTE, "canvas", "canvas-id", "id"),
        (Kind.CONFIG, "page", "navigationBarTitleText", "window.defaultTitle"),
        (Kind.CONFIG, "app", "list", "tabBar.items"),
        (Kind.LIFECYCLE, "component", "properties", "props"),
        (Kind.LIFECYCLE, "component", "behaviors", "mixins"),
    ],
)
def test_wechat_words_have_neutral_names(kind: Kind, owner: str, written: str, neutral: str):
    wechat = bundled_pack("wechat")
    assert wechat.neutral(kind, written, owner) == neutral
    assert wechat.native(kind, neutral, owner) == written


def test_wechat_events_have_neutral_names():
    names = bundled_pack("wechat").dialect.events.names
    assert names["longpress"] == "longTap"
    assert names["scrolltolower"] == "scrollToLower"


def test_prefixes_come_longest_first(pack: TargetPack):
    for prefixes in (pack.dialect.events.prefixes, pack.dialect.directive_prefixes):
        lengths = [len(prefix) for prefix, _ in prefixes]
        assert lengths == sorted(lengths, reverse=True)


def test_templates_of_project_files_are_there(pack: TargetPack):
    for file in pack.project_files:
        assert (resources.template_folder() / file.template).is_file(), file.template
        assert ("{page}" in file.path) == (file.each == "page")


@pytest.mark.parametrize("name", NAMES)
def test_the_twin_says_what_the_yaml_says(name: str):
    content = text_of(name).encode()
    twin = json.loads(twin_of(content, name))
    assert twin["pack"] == checked(content, name)
    assert list(twin["pack"]) == list(checked(content, name))


def copied(folder: Path, name: str) -> Path:
    target = folder / name
    target.mkdir()
    (target / PACK_FILE).write_text(text_of(name), "utf-8")
    return target


def test_a_current_twin_is_read_and_an_old_one_is_not(tmp_path: Path):
    folder = copied(tmp_path, "alipay")
    (twin,) = write_twins(tmp_path)
    twin.write_text(twin.read_text("utf-8").replace('"Alipay"', '"Twin"'), "utf-8")
    assert load_pack(folder).title_en == "Twin"
    yaml = folder / PACK_FILE
    yaml.write_text(yaml.read_text("utf-8") + "\n# another\n", "utf-8")
    assert load_pack(folder).title_en == "Alipay"
    yaml.unlink()
    assert load_pack(folder).title_en == "Twin"


def test_a_twin_is_the_same_pack(tmp_path: Path):
    folder = copied(tmp_path, "web")
    from_yaml = load_pack(folder)
    write_twins(tmp_path)
    from_twin = load_pack(folder)
    assert from_twin.index == from_yaml.index
    assert from_twin.digest == from_yaml.digest
    assert from_twin.dialect == from_yaml.dialect


def test_a_pack_with_a_twin_is_read_without_yaml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = copied(tmp_path, "alipay")
    write_twins(tmp_path)
    monkeypatch.setattr("miniport.targets.raw.load_yaml", lambda text, at: pytest.fail("YAML is slow"))
    assert load_pack(folder).title_en == "Alipay"


def test_twins_are_written_only_where_they_differ(tmp_path: Path):
    copied(tmp_path, "web")
    (twin,) = write_twins(tmp_path)
    before = twin.stat().st_mtime_ns
    assert write_twins(tmp_path) == (twin,)
    assert twin.stat().st_mtime_ns == before


@pytest.mark.node
def test_the_packs_name_the_apis_and_elements_that_the_runtime_registers():
    manifest = json.loads(resources.runtime_file("manifest.json"))
    served = {api: piece for piece, row in manifest["pieces"].items() for api in row["apis"]}
    drawn = {piece for piece, row in manifest["pieces"].items() if row["elements"]}
    packs = [pack for pack in bundled().values() if pack.family == "web"]
    assert {name for pack in packs for name in pack.pieces(Kind.API)} == set(served)
    for pack in packs:
        own = pack.pieces(Kind.API)
        # What only another host can do, a pack says that it lacks.
        lacked = {
            name for name in served.keys() - own if isinstance(pack.verdict_of(Kind.API, name), Unsupported)
        }
        assert own == {name: piece for name, piece in served.items() if name not in lacked}, pack.name
        named = {*pack.pieces(Kind.COMPONENT).values(), *pack.pieces(Kind.ATTRIBUTE).values()}
        assert named == drawn, pack.name
        assert f"host/{pack.host}" in manifest["pieces"], pack.name
        users = {piece for member in pack.members.values() for piece in member.pieces}
        assert users <= set(manifest["pieces"]), pack.name


def test_an_api_bridged_under_another_name_is_turned_by_the_host_piece(root: Path):
    source = (root / "miniport" / "runtime" / "src" / "weibo" / "apis.js").read_text("utf-8")
    turned = dict(re.findall(r"^  (\w+): \{\s*member: \"(\w+)\"", source, re.MULTILINE))
    bridged = {}
    weibo = bundled_pack("weibo")
    for (kind, _, name), _ in weibo.index.items():
        verdict = weibo.verdict_of(kind, name)
        if isinstance(verdict, Bridge):
            bridged[name] = verdict.member
    assert {name: member for name, member in bridged.items() if name != member or name in turned} == turned


def test_a_bridge_leads_to_a_member_that_is_listed(pack: TargetPack):
    for kind, _, name in pack.index:
        verdict = pack.verdict_of(kind, name)
        if isinstance(verdict, Bridge):
            assert verdict.member in pack.members, name


def test_what_to_use_instead_is_there(pack: TargetPack):
    for kind, _, name in pack.index:
        verdict = pack.verdict_of(kind, name)
        if isinstance(verdict, Unsupported) and verdict.instead and kind is Kind.API:
            assert verdict.instead in pack.names(Kind.API), name


def test_a_malformed_pack_names_file_key_and_cure(tmp_path: Path):
    (tmp_path / PACK_FILE).write_text(
        "name: x\ntitle: {en: X, zh: X}\nfamliy: web\nfamily: webb\nsources: {}\n"
        "dialect: alipay\napis: {source: docs, rows: {a: {piec: b}}}\n",
        "utf-8",
    )
    with pytest.raises(RecordError) as caught:
        load_pack(tmp_path)
    assert caught.value.at == str(tmp_path.resolve() / PACK_FILE)
    assert {(problem.key, problem.help_en) for problem in caught.value.problems} == {
        ("famliy", 'did you mean "family"?'),
        ("family", 'did you mean "web"?'),
        ("apis.rows.a.piec", 'did you mean "piece"?'),
    }
    assert all(problem.span for problem in caught.value.problems)


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        ("apis: {rows: {a: }, checked: 2026-01-01}", "apis.rows.a", '"source" is missing'),
        ("apis: {rows: {a: }, source: docs}", "apis.rows.a", '"checked" is missing'),
        ("apis: {rows: {a: {source: dosc}}, checked: x}", "apis.rows.a", 'no source "dosc"'),
        (
            "components: {source: docs, checked: x, rows: {v: {attributes: {w: {source: y}}}}}",
            "components.rows.v.attributes.w",
            'no source "y"',
        ),
        ("limits: {rows: {a: {value: 1}}}", "limits.rows.a", '"source" is missing'),
        ("apis: {source: docs, checked: x, rows: {a: {bridge: b}}}", "apis.rows.a", 'no member "b"'),
        ("extends: nowhere", "extends", 'no other pack "nowhere"'),
    ],
)
def test_what_a_fact_lacks_is_said_at_its_key(tmp_path: Path, text: str, key: str, words: str):
    head = "name: x\ntitle: {en: X, zh: X}\nfamily: web\nsources: {docs: d}\ndialect: alipay\n"
    (tmp_path / PACK_FILE).write_text(head + text, "utf-8")
    with pytest.raises(RecordError) as caught:
        load_pack(tmp_path)
    (problem,) = caught.value.problems
    assert problem.key == key
    assert words in problem.en


def test_a_folder_without_a_pack_is_said(tmp_path: Path):
    with pytest.raises(RecordError, match=r"there is no pack\.yaml"):
        load_pack(tmp_path)


def test_a_pack_that_extends_itself_is_refused(tmp_path: Path):
    for name, other in (("one", "two"), ("two", "one")):
        (tmp_path / name).mkdir()
        (tmp_path / name / PACK_FILE).write_text(
            f"name: {name}\ntitle: {{en: X, zh: X}}\nfamily: web\nsources: {{}}\nextends: {other}\n", "utf-8"
        )
    with pytest.raises(RecordError, match='no other pack "one"'):
        load_pack(tmp_path / "one")


def test_a_pack_that_extends_another_lays_its_rows_over_it():
    web, weibo = bundled_pack("web"), bundled_pack("weibo")
    assert weibo.dialect == web.dialect
    assert weibo.asset_suffixes == web.asset_suffixes
    assert weibo.limits == web.limits
    assert isinstance(weibo.verdict_of(Kind.API, "saveFile"), Bridge)
    assert isinstance(web.verdict_of(Kind.API, "saveFile"), Unsupported)
    assert isinstance(weibo.verdict_of(Kind.CONFIG, "window.defaultTitle", "page"), Rename)
    assert str(weibo.app_root) == "src"
    assert str(weibo.web_root) == "src/res/h5"


def test_read_gives_the_same_digest_for_the_same_text():
    folder = resources.pack_folder("alipay")
    assert read(folder)[1] == read(folder)[1]
