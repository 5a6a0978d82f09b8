"""One verdict per use, and a project's own facts laid over a pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from miniport.facts import Kind, Use
from miniport.record import RecordError
from miniport.source import Span
from miniport.targets.overrides import with_overrides
from miniport.targets.pack import TargetPack, bundled_pack, load_pack
from miniport.targets.verdict import (
    Adapter,
    Bridge,
    Differs,
    Rename,
    Rewrite,
    Same,
    Shim,
    Unknown,
    Unsupported,
    Verdict,
)
from tests.fixture_folder import FIXTURES

TOY = load_pack(FIXTURES / "targets" / "toy")
WEIBO = bundled_pack("weibo")
WEB = bundled_pack("web")
ALIPAY = bundled_pack("alipay")


def use(kind: Kind, name: str, owner: str = "", **more: bool) -> Use:
    return Use(kind, name, Span(0, 1), owner, **more)


@pytest.mark.parametrize(
    ("pack", "kind", "name", "owner", "verdict"),
    [
        (ALIPAY, Kind.API, "alert", "", Same()),
        (ALIPAY, Kind.API, "env.USER_DATA_PATH", "", Same()),
        (ALIPAY, Kind.API, "chooseMessageFile", "", Unsupported()),
        (ALIPAY, Kind.API, "noSuchApi", "", Unknown()),
        (ALIPAY, Kind.API, "ap.noSuchApi", "", Unknown()),
        (ALIPAY, Kind.COMPONENT, "live-player", "", Unsupported()),
        (ALIPAY, Kind.COMPONENT, "div", "", Unknown()),
        (ALIPAY, Kind.ATTRIBUTE, "class", "view", Same()),
        (ALIPAY, Kind.ATTRIBUTE, "hover-class", "view", Same()),
        (ALIPAY, Kind.ATTRIBUTE, "hidden", "block", Unsupported()),
        (ALIPAY, Kind.ATTRIBUTE, "adjust-position", "input", Unknown()),
        (ALIPAY, Kind.ATTRIBUTE, "anything", "my-own-tag", Same()),
        (ALIPAY, Kind.EVENT, "tap", "text", Same()),
        (ALIPAY, Kind.EVENT, "change", "view", Unknown()),
        (ALIPAY, Kind.VALUE, "open-type=share", "button", Same()),
        (ALIPAY, Kind.VALUE, "open-type=feedback", "button", Unknown()),
        (ALIPAY, Kind.VALUE, "class=a", "button", Same()),
        (ALIPAY, Kind.DIRECTIVE, "for", "", Same()),
        (ALIPAY, Kind.DIRECTIVE, "model", "", Unsupported()),
        (ALIPAY, Kind.EXPRESSION, "template_literal", "text", Same()),
        (ALIPAY, Kind.EXPRESSION, "optional_chain", "text", Unsupported()),
        (ALIPAY, Kind.EXPRESSION, "object_pairs_unbraced", "data", Same()),
        (ALIPAY, Kind.EXPRESSION, "object_pairs_unbraced", "text", Unsupported()),
        (ALIPAY, Kind.PARAMETER, "content", "alert", Same()),
        (ALIPAY, Kind.PARAMETER, "success", "alert", Same()),
        (ALIPAY, Kind.PARAMETER, "text", "alert", Unknown()),
        (ALIPAY, Kind.LIFECYCLE, "onLoad", "page", Same()),
        (ALIPAY, Kind.LIFECYCLE, "ownMethod", "page", Unknown()),
        (ALIPAY, Kind.CONFIG, "window.defaultTitle", "page", Same()),
        (ALIPAY, Kind.CONFIG, "pages", "app", Same()),
        (ALIPAY, Kind.CONFIG, "pages", "page", Unknown()),
        (ALIPAY, Kind.CONFIG, "compileOptions.component2", "project", Same()),
        (WEB, Kind.API, "navigateTo", "", Shim("api/navigation")),
        (WEB, Kind.API, "openDocument", "", Unsupported()),
        (WEB, Kind.API, "tradePay", "", Adapter("pay")),
        (WEB, Kind.API, "getSystemSetting", "", Unsupported("getSystemInfoSync")),
        (WEB, Kind.COMPONENT, "image", "", Shim("element/image")),
        (WEB, Kind.COMPONENT, "view", "", Same()),
        (WEB, Kind.ATTRIBUTE, "hover-class", "view", Shim("element/view")),
        (WEB, Kind.ATTRIBUTE, "random-number", "input", Unsupported()),
        (WEB, Kind.ATTRIBUTE, "autoplay", "swiper", Same()),
        (WEB, Kind.VALUE, "open-type=lifestyle", "button", Unsupported()),
        (WEB, Kind.LIFECYCLE, "onOptionMenuClick", "page", Unsupported()),
        (WEB, Kind.CONFIG, "anything.at.all", "project", Same()),
        (WEB, Kind.EXPRESSION, "optional_chain", "text", Same()),
        (WEB, Kind.DIRECTIVE, "ref", "", Same()),
        (WEB, Kind.API, "createLivePlayerContext", "", Unsupported()),
        (WEB, Kind.COMPONENT, "live-player", "", Unsupported()),
        (WEIBO, Kind.API, "saveFile", "", Bridge("saveFile", is_proved=False)),
        (WEIBO, Kind.API, "request", "", Bridge("request", is_proved=False, piece="api/request")),
        (WEIBO, Kind.LIFECYCLE, "onShareAppMessage", "page", Shim("api/share")),
        (WEIBO, Kind.CONFIG, "window.defaultTitle", "page", Rename("navigationBarTitleText")),
        (TOY, Kind.API, "showToast", "", Rename("toast")),
        (TOY, Kind.API, "scan", "", Unsupported("chooseImage")),
        (TOY, Kind.COMPONENT, "image", "", Rename("picture")),
        (TOY, Kind.COMPONENT, "swiper", "", Differs("it turns by itself", "会自动翻页")),
        (TOY, Kind.ATTRIBUTE, "mode", "image", Rename("fit")),
        (TOY, Kind.LIFECYCLE, "onPullDownRefresh", "page", Unsupported()),
        (TOY, Kind.DIRECTIVE, "ref", "", Unsupported()),
    ],
)
def test_each_use_gets_one_verdict(pack: TargetPack, kind: Kind, name: str, owner: str, verdict: Verdict):
    assert pack.verdict(use(kind, name, owner)) == verdict


def test_an_element_without_a_piece_of_its_own_is_a_plain_box():
    verdict = WEB.verdict(use(Kind.COMPONENT, "lottie"))
    assert isinstance(verdict, Differs)
    assert verdict.is_box
    assert verdict.note_zh


def test_a_computed_name_is_judged_by_nobody():
    assert ALIPAY.verdict(use(Kind.API, "*", is_known=False)) == Same()


def test_a_row_may_name_a_rewrite():
    pack = with_overrides(TOY, "apis: {rows: {alert: {rewrite: wrap-call}}}", "facts.yaml")
    assert pack.verdict(use(Kind.API, "alert")) == Rewrite("wrap-call")


def test_native_and_neutral_words_are_each_others_inverse():
    for pack in (TOY, bundled_pack("wechat")):
        for kind, owner, name in pack.index:
            written = pack.native(kind, name, owner)
            if written != name and kind in (Kind.API, Kind.COMPONENT, Kind.CONFIG):
                assert pack.neutral(kind, written, owner) == name


def test_members_behind_an_api_stay_behind_its_neutral_name():
    assert bundled_pack("wechat").neutral(Kind.API, "scanCode.x.y") == "scan.x.y"


def test_the_piece_of_a_use_is_told_whatever_the_verdict():
    assert WEIBO.piece(use(Kind.API, "request")) == "api/request"
    assert WEIBO.piece(use(Kind.COMPONENT, "button")) == "element/button"
    assert WEIBO.piece(use(Kind.ATTRIBUTE, "decode", "text")) == "element/text"
    assert WEIBO.piece(use(Kind.COMPONENT, "view")) is None
    assert WEIBO.piece(use(Kind.API, "noSuchApi")) is None


def test_a_projects_own_facts_come_before_the_packs_and_are_remembered():
    text = """
bridge: {rows: {scanCode: {isProved: true}}}
apis:
  rows:
    scan: {bridge: scanCode}
    tradePay: {piece: api/pay}
components:
  rows:
    button: {attributes: {open-type: }}
    map: false
"""
    pack = with_overrides(WEIBO, text, "my-facts.yaml")
    assert pack.verdict(use(Kind.API, "scan")) == Bridge("scanCode", is_proved=True)
    assert pack.verdict(use(Kind.API, "tradePay")) == Shim("api/pay")
    assert pack.verdict(use(Kind.ATTRIBUTE, "open-type", "button")) == Same()
    assert pack.verdict(use(Kind.COMPONENT, "map")) == Unsupported()
    # Only its attributes were told of: the element itself stays as it was.
    assert pack.verdict(use(Kind.COMPONENT, "button")) == Shim("element/button")
    told = [(kind.value, owner, name) for kind, owner, name in (item.key for item in pack.overrides)]
    assert told == [
        ("api", "", "scan"),
        ("api", "", "tradePay"),
        ("attribute", "button", "open-type"),
        ("component", "", "map"),
    ]
    assert [text[slice(*item.span)] for item in pack.overrides] == ["scan", "tradePay", "open-type", "map"]
    assert pack.overrides[1].before == Adapter("pay")
    assert pack.digest != WEIBO.digest
    assert WEIBO.verdict(use(Kind.API, "tradePay")) == Adapter("pay")


def test_facts_may_be_laid_over_facts():
    once = with_overrides(TOY, "apis: {rows: {getLocation: }}", "a.yaml")
    twice = with_overrides(once, "apis: {rows: {getLocation: {rename: whereAmI}}}", "b.yaml")
    assert twice.verdict(use(Kind.API, "getLocation")) == Rename("whereAmI")
    assert [item.at for item in twice.overrides] == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_empty_facts_change_nothing(text: str):
    assert with_overrides(TOY, text, "facts.yaml").index == TOY.index


def test_malformed_facts_name_file_key_and_place():
    with pytest.raises(RecordError) as caught:
        with_overrides(TOY, "apis:\n  rows:\n    scan: {brigde: x}\n", "facts.yaml")
    (problem,) = caught.value.problems
    assert (caught.value.at, problem.key, problem.help_en) == (
        "facts.yaml",
        "apis.rows.scan.brigde",
        'did you mean "bridge"?',
    )
    assert problem.span == (25, 31)


def test_a_bridge_to_a_member_that_nobody_listed_is_refused():
    text = "apis: {rows: {scan: {bridge: scanIt}}}"
    with pytest.raises(RecordError, match='no member "scanIt"'):
        with_overrides(WEIBO, text, "facts.yaml")
    listed = with_overrides(WEIBO, text + "\nbridge: {rows: {scanIt: }}", "facts.yaml")
    assert listed.verdict(use(Kind.API, "scan")) == Bridge("scanIt", is_proved=False)


def test_a_row_says_one_thing():
    with pytest.raises(RecordError, match="more than one of"):
        with_overrides(TOY, "apis: {rows: {scan: {bridge: x, unsupported: true}}}", "facts.yaml")


def test_a_pack_outside_of_the_package_is_loaded_by_its_folder(tmp_path: Path):
    (tmp_path / "pack.yaml").write_text(
        "name: cousin\ntitle: {en: Cousin, zh: 表亲}\nfamily: dialect\nextends: alipay\n"
        "checked: 2026-11-22\nsources: {own: mine}\napis: {source: own, rows: {tradePay: false}}\n",
        "utf-8",
    )
    cousin = load_pack(tmp_path)
    assert cousin.dialect == ALIPAY.dialect
    assert not cousin.is_reader
    assert cousin.verdict(use(Kind.API, "tradePay")) == Unsupported()
    assert cousin.verdict(use(Kind.API, "alert")) == Same()


def test_the_role_of_a_project_files_key_is_data():
    form = ALIPAY.project_file
    assert form is not None
    assert form.role(("miniprogramRoot",)) == "root"
    assert form.role(("scripts", "beforeCompile")) == "step"
    assert form.role(("assetsInclude", 0)) == "path"
    assert form.role(("compileOptions", "component2")) == ""
