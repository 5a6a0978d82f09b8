"""What is said of uses that a target has not, or not quite."""

from __future__ import annotations

import pytest

from miniport import rules
from miniport.checks.override import overridden
from miniport.checks.support import Surroundings, support
from miniport.diagnostics import Finding
from miniport.facts import Kind, Use
from miniport.posix import PurePosixPath
from miniport.source import Source, Span
from miniport.targets.overrides import with_overrides
from miniport.targets.pack import TargetPack, bundled_pack, load_pack
from tests.fixture_folder import FIXTURES

TOY = load_pack(FIXTURES / "targets" / "toy")
WEIBO = bundled_pack("weibo")
ALIPAY = bundled_pack("alipay")
AROUND = Surroundings(namespace="my")


def use(kind: Kind, name: str, owner: str = "", **more: object) -> Use:
    return Use(kind, name, Span(3, 7), owner, **more)


def found(pack: TargetPack, *uses: Use, around: Surroundings = AROUND) -> list[Finding]:
    return list(support(uses, pack, around))


@pytest.mark.parametrize(
    ("pack", "kind", "name", "owner", "rule"),
    [
        (ALIPAY, Kind.COMPONENT, "div", "", rules.UNKNOWN_COMPONENT),
        (ALIPAY, Kind.API, "reportToSomebody", "", rules.UNKNOWN_API),
        (WEIBO, Kind.API, "getRunData", "", rules.UNSUPPORTED_API),
        (ALIPAY, Kind.COMPONENT, "live-player", "", rules.UNSUPPORTED_COMPONENT),
        (WEIBO, Kind.COMPONENT, "lottie", "", rules.BOXED_COMPONENT),
        (WEIBO, Kind.ATTRIBUTE, "random-number", "input", rules.UNSUPPORTED_ATTRIBUTE),
        (ALIPAY, Kind.ATTRIBUTE, "adjust-position", "input", rules.UNKNOWN_ATTRIBUTE),
        (WEIBO, Kind.EVENT, "userAction", "video", rules.UNSUPPORTED_EVENT),
        (ALIPAY, Kind.EVENT, "change", "view", rules.UNKNOWN_EVENT),
        (WEIBO, Kind.VALUE, "open-type=lifestyle", "button", rules.UNSUPPORTED_VALUE),
        (ALIPAY, Kind.VALUE, "open-type=feedback", "button", rules.UNKNOWN_VALUE),
        (WEIBO, Kind.LIFECYCLE, "onOptionMenuClick", "page", rules.UNSUPPORTED_LIFECYCLE),
        (WEIBO, Kind.CONFIG, "window.transparentTitle", "page", rules.UNSUPPORTED_CONFIG),
        (ALIPAY, Kind.CONFIG, "sitemapLocation", "app", rules.UNKNOWN_CONFIG),
        (ALIPAY, Kind.DIRECTIVE, "model", "", rules.UNSUPPORTED_DIRECTIVE),
        (ALIPAY, Kind.EXPRESSION, "optional_chain", "text", rules.UNSUPPORTED_EXPRESSION),
        (ALIPAY, Kind.PARAMETER, "text", "alert", rules.UNKNOWN_PARAMETER),
        (WEIBO, Kind.API, "scan", "", rules.UNPROVED_BRIDGE),
        (TOY, Kind.COMPONENT, "swiper", "", rules.DIFFERS_THERE),
        (WEIBO, Kind.API, "tradePay", "", rules.ADAPTER_ABSENT),
        (WEIBO, Kind.API, "getSystemSetting", "", rules.REPLACED_API),
        (ALIPAY, Kind.API, "showTaost", "", rules.MISSPELT_API),
        (ALIPAY, Kind.ATTRIBUTE, "hover-clas", "view", rules.MISSPELT_NAME),
    ],
)
def test_what_a_target_lacks_is_one_finding_in_both_languages(pack, kind, name, owner, rule):
    (finding,) = found(pack, use(kind, name, owner))
    assert finding.rule is rule
    assert finding.span == Span(3, 7)
    diagnostic = finding.placed(Source(PurePosixPath("a"), "0123456789"), pack.name)
    for language in ("en", "zh"):
        assert pack.name in diagnostic.message(language)
        assert diagnostic.help(language)


@pytest.mark.parametrize(
    ("kind", "name", "owner"),
    [
        (Kind.API, "navigateTo", ""),
        (Kind.COMPONENT, "view", ""),
        (Kind.ATTRIBUTE, "hover-class", "view"),
        (Kind.ATTRIBUTE, "autoplay", "swiper"),
        (Kind.VALUE, "autoplay=true", "swiper"),
        (Kind.EVENT, "change", "swiper"),
        (Kind.PARAMETER, "tradeNO", "tradePay"),
        (Kind.CONFIG, "window.defaultTitle", "page"),
        (Kind.LIFECYCLE, "ownMethod", "page"),
    ],
)
def test_what_a_target_has_and_what_another_finding_covers_is_not_told(kind, name, owner):
    assert found(WEIBO, use(kind, name, owner)) == []


def test_messages_name_the_thing_as_the_user_wrote_it():
    (api,) = found(WEIBO, use(Kind.API, "getRunData", written="getRunData"))
    (element,) = found(WEIBO, use(Kind.COMPONENT, "lottie", written="Lottie"))
    (value,) = found(ALIPAY, use(Kind.VALUE, "open-type=feedback", "button", written="feedback"))
    (other,) = found(WEIBO, use(Kind.API, "getSystemSetting"))
    said = [
        finding.placed(Source(PurePosixPath("a"), "0123456789")).message()
        for finding in (api, element, value, other)
    ]
    assert said == [
        "there is no my.getRunData on weibo",
        "<Lottie> has no behaviour on weibo: it is shown as a plain box around its children",
        'open-type="feedback" of <button> is not known on alipay',
        "there is no my.getSystemSetting on weibo, but my.getSystemInfoSync",
    ]
    assert value.arguments["known"] == "contactShare, getAuthorize, lifestyle, share"


def test_a_key_is_compared_with_its_own_group():
    (typo,) = found(ALIPAY, use(Kind.CONFIG, "window.defaultTitel", "page"))
    (strange,) = found(ALIPAY, use(Kind.CONFIG, "window.enableDSL", "page"))
    assert (typo.rule, typo.arguments["near"]) == (rules.MISSPELT_NAME, "defaultTitle")
    assert strange.rule is rules.UNKNOWN_CONFIG


@pytest.mark.parametrize(
    ("kind", "written", "owner", "near"),
    [
        (Kind.ATTRIBUTE, "bindsubmit", "form", "onSubmit"),
        (Kind.ATTRIBUTE, "catchtap", "view", "catchTap"),
        (Kind.ATTRIBUTE, "bindfullscreenchange", "video", "onFullScreenChange"),
        (Kind.ATTRIBUTE, "bindanything", "view", None),
    ],
)
def test_an_event_in_another_dialects_spelling_is_told_in_ones_own(kind, written, owner, near):
    around = Surroundings("my", dialect=ALIPAY.dialect)
    (finding,) = found(ALIPAY, use(kind, written, owner, written=written), around=around)
    assert (finding.rule, finding.arguments.get("near")) == (
        (rules.EVENT_SPELLING, near) if near else (rules.UNKNOWN_ATTRIBUTE, None)
    )


def test_a_parameter_that_the_target_lists_is_its_own_business():
    around = Surroundings("dd", dialect=ALIPAY.dialect, reader=bundled_pack("dingtalk"))
    known, strange = use(Kind.PARAMETER, "delay", "showLoading"), use(Kind.PARAMETER, "dalay", "showLoading")
    assert [finding.arguments["name"] for finding in found(ALIPAY, known, strange, around=around)] == [
        "dalay"
    ]
    assert [finding.arguments["name"] for finding in found(WEIBO, known, strange, around=around)] == ["dalay"]


def test_what_a_component_hands_to_a_scoped_slot_has_any_name():
    assert found(WEIBO, use(Kind.ATTRIBUTE, "item", "slot")) == []


def test_components_of_the_app_are_its_own_business():
    around = Surroundings("my", custom_tags=frozenset({"swiper", "my-tag"}))
    uses = (
        use(Kind.COMPONENT, "swiper"),
        use(Kind.COMPONENT, "My-Tag"),
        use(Kind.ATTRIBUTE, "open-type", "my-tag"),
        use(Kind.EVENT, "anything", "swiper"),
    )
    assert found(WEIBO, *uses, around=around) == []


@pytest.mark.parametrize("name", ["getRunData", "tradePay", "noSuchApi"])
def test_a_call_that_asks_first_is_a_note(name: str):
    (finding,) = found(WEIBO, use(Kind.API, name, is_guarded=True))
    assert finding.rule is rules.GUARDED_API


def test_a_capability_that_the_project_supplies_is_not_missed():
    around = Surroundings("my", capabilities=frozenset({"pay"}))
    assert found(WEIBO, use(Kind.API, "tradePay"), around=around) == []


def test_a_missing_capability_is_an_error_in_a_bundle_for_release():
    (finding,) = found(WEIBO, use(Kind.API, "tradePay"), around=Surroundings("my", is_final=True))
    assert finding.rule is rules.ADAPTER_ABSENT_FINALLY


def test_a_bridge_that_is_proved_needs_no_note():
    proved = with_overrides(WEIBO, "bridge: {rows: {scanCode: {isProved: true}}}", "facts.yaml")
    assert found(proved, use(Kind.API, "scan")) == []


def test_an_element_with_a_replacement_names_it():
    pack = with_overrides(TOY, "components: {rows: {web-view: {unsupported: view}}}", "facts.yaml")
    (finding,) = found(pack, use(Kind.COMPONENT, "web-view"))
    assert (finding.rule, finding.arguments["instead"]) == (rules.REPLACED_COMPONENT, "view")


def test_a_computed_api_is_told_where_pieces_are_chosen():
    computed = use(Kind.API, "*", is_known=False)
    (finding,) = found(WEIBO, computed)
    assert finding.rule is rules.COMPUTED_API
    assert found(ALIPAY, computed) == []


def test_every_fact_of_the_project_is_told_where_it_stands():
    text = (
        "apis:\n  rows:\n    tradePay: {bridge: request}\n    scan:\n"
        "components: {rows: {map: {differs: {en: a, zh: 甲}}}}\n"
    )
    pack = with_overrides(WEIBO, text, "facts.yaml")
    said = [
        finding.placed(Source(PurePosixPath("facts.yaml"), text), pack.name)
        for finding in overridden(pack, "facts.yaml")
    ]
    assert [item.rule for item in said] == [rules.PACK_OVERRIDDEN] * 3
    assert [item.place.line for item in said] == [3, 4, 5]
    assert said[0].message() == (
        "your facts on api tradePay replace those of the pack weibo: bridge request instead of adapter pay"
    )
    assert list(overridden(pack, "other.yaml")) == []
