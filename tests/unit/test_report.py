"""Reports: the text and the JSON of findings and targets."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miniport.diagnostics import Diagnostic, Place, Related, Rule, Severity, Words
from miniport.posix import PurePosixPath
from miniport.report.as_json import report_json
from miniport.report.cause import causes, counts, merge
from miniport.report.cells import pad, tame, width, wrap
from miniport.report.frame import frame
from miniport.report.line import plain
from miniport.report.outcome import Exit, Report, Status, Summary
from miniport.report.text import diagnostic_lines, report_lines
from miniport.source import Source, Span

LACKING = Rule(
    "MP203",
    "unsupported-component",
    Severity.ERROR,
    en=Words("{target} has no <{name}>", "replace it by {instead}"),
    zh=Words("{target} 不支持 <{name}>", "请改用 {instead}"),
)
DOUBTFUL = Rule(
    "MP210",
    "doubtful",
    Severity.WARNING,
    en=Words("{name} may differ", ""),
    zh=Words("{name} 行为可能不同", ""),
)
REMARK = Rule("MP211", "remark", Severity.NOTE, en=Words("{name}", "none"), zh=Words("{name}", "无"))
BLOCKING = Rule(
    "MP601",
    "missing",
    Severity.ERROR,
    en=Words("cannot find {name}", "add it"),
    zh=Words("找不到 {name}", "请补上"),
    is_blocking=True,
)
REFUSAL = Rule(
    "MP331", "refused", Severity.ERROR, en=Words("no", "yes"), zh=Words("否", "是"), is_refusal=True
)
TEXT = '<view>\n\t<live-player src="{{url}}" />\n  <text>直播🎬</text><live-player/>\n</view>\n'
PAGE = Source(PurePosixPath("pages/live/index.axml"), TEXT)


def at(part: str, nth: int = 0, source: Source = PAGE) -> Place:
    start = -1
    for _ in range(nth + 1):
        start = source.text.index(part, start + 1)
    return Place.of(source, Span(start, start + len(part)))


def lacking(place: Place, target: str = "weibo") -> Diagnostic:
    arguments = {"target": target, "name": "live-player", "instead": "<video>"}
    return Diagnostic(LACKING, arguments, place, target=target)


def doubtful(place: Place, name: str = "scroll", target: str | None = None) -> Diagnostic:
    return Diagnostic(DOUBTFUL, {"name": name}, place, target=target)


def summary(name: str, *diagnostics: Diagnostic, status: Status = Status.WRITTEN) -> Summary:
    return Summary(
        name, status, f"dist/{name}", 12, 1, 48, 135_475, 0.824, written=3, removed=1, diagnostics=diagnostics
    )


def report(*targets: Summary, found: tuple[Diagnostic, ...] = (), fail_on: str = "error") -> Report:
    return Report("development", targets, found, fail_on, 1.5)  # type: ignore[arg-type]


def text(report: Report, language: str = "en", verbosity: int = 0) -> str:
    return plain(report_lines(report, language, verbosity))


def test_a_finding_has_place_frame_carets_and_cure():
    assert plain(diagnostic_lines([lacking(at("live-player"))], "en")) == (
        "pages/live/index.axml:2:3: error MP203: weibo has no <live-player>\n"
        '    2 |   <live-player src="{{url}}" />\n'
        "      |    ^^^^^^^^^^^\n"
        "   help: replace it by <video>\n"
    )


def test_a_finding_is_told_in_chinese():
    assert plain(diagnostic_lines([lacking(at("live-player"))], "zh")).splitlines()[::3] == [
        "pages/live/index.axml:2:3: 错误 MP203: weibo 不支持 <live-player>",
        "   建议: 请改用 <video>",
    ]


def test_carets_stand_under_wide_characters():
    code, carets = plain(tuple(frame(at("live-player", 1)))).splitlines()
    assert code == "    3 |   <text>直播🎬</text><live-player/>"
    assert carets == "      | " + " " * width("  <text>直播🎬</text><") + "^" * 11
    assert width("直播🎬") == 6
    _, wide = plain(tuple(frame(at("直播🎬")))).splitlines()
    assert wide.strip() == "|         " + "^" * 6


def test_a_finding_over_several_lines_is_marked_to_the_end_of_the_first():
    place = Place.of(PAGE, Span(0, len(TEXT)))
    assert plain(tuple(frame(place))).splitlines()[1] == "      | ^^^^^^"


@given(
    st.text(st.sampled_from(list("ab文😀\t <")), min_size=1, max_size=200), st.integers(40, 120), st.data()
)
def test_a_frame_fits_into_its_terminal_and_shows_what_is_meant(text, columns, data):
    start = data.draw(st.integers(0, len(text) - 1))
    place = Place.of(Source(PurePosixPath("a.js"), text), Span(start, start + 1))
    lines = plain(tuple(frame(place, columns))).splitlines()
    assert all(width(line) <= columns for line in lines)
    if lines and not text[start].isspace():
        code, carets = lines
        assert width(code[: code.find("|")]) + 2 <= carets.index("^")
        assert text[start] in code


def test_a_place_without_a_line_has_no_frame():
    place = Place(PurePosixPath("app.json"))
    assert plain(diagnostic_lines([doubtful(place)], "en")) == "app.json: warning MP210: scroll may differ\n"


def test_a_finding_at_the_end_of_a_file_has_one_caret():
    source = Source(PurePosixPath("a.js"), "if (x) {")
    place = Place.of(source, Span(8, 8))
    assert plain(tuple(frame(place))) == "    1 | if (x) {\n      |         ^\n"


@pytest.mark.parametrize("start", [0, 5, 60, 5_000, 99_990])
def test_a_very_long_line_is_cut_around_the_place(start):
    source = Source(PurePosixPath("min.js"), "0123456789" * 10_000)
    code, carets = plain(tuple(frame(Place.of(source, Span(start, start + 3))))).splitlines()
    assert len(code) <= 8 + 100 + 2
    at_caret = code[carets.index("^") : carets.rindex("^") + 1]
    assert at_caret == "".join(str((start + step) % 10) for step in range(3))


def test_equal_findings_of_two_targets_are_one():
    found = [lacking(at("live-player"), "alipay"), lacking(at("live-player"), "weibo")]
    assert plain(diagnostic_lines(found, "en")).splitlines()[0].endswith("alipay, weibo has no <live-player>")
    (merged,) = merge(found)
    assert merged.targets == ("alipay", "weibo")


def test_targets_are_listed_where_the_message_names_none():
    found = [doubtful(at("text"), target=name) for name in ("alipay", "weibo")]
    assert plain(diagnostic_lines(found, "en")).splitlines()[0].endswith("scroll may differ [alipay, weibo]")


def test_findings_that_differ_in_words_stay_apart():
    one = lacking(at("live-player"))
    other = Diagnostic(LACKING, {**one.arguments, "instead": "<web-view>"}, one.place, target="alipay")
    assert len(merge([one, other])) == 2


def test_one_cause_at_many_places_is_one_finding_with_a_count():
    found = [lacking(Place(PurePosixPath(f"pages/{number:02}.axml"), 3, 1, 3, 4)) for number in range(12)]
    lines = plain(diagnostic_lines(found, "en")).splitlines()
    assert lines == [
        "pages/00.axml:3:1: error MP203: weibo has no <live-player> (12 places)",
        "   help: replace it by <video>",
        "   also at pages/01.axml:3:1, pages/02.axml:3:1, pages/03.axml:3:1 "
        "and 8 more places (-v lists them)",
    ]
    (cause,) = causes(found)
    assert cause.count == 12


def test_verbose_lists_every_place():
    found = [lacking(Place(PurePosixPath(f"{number}.axml"), 1, 1, 1, 2)) for number in range(9)]
    lines = text(report(summary("weibo", *found)), verbosity=1).splitlines()
    assert [line for line in lines if "also at" in line] == [f"   also at {n}.axml:1:1" for n in range(1, 9)]


def test_related_places_are_shown():
    related = Related(at("text"), "the tag stands here", "标签在此")
    found = lacking(at("live-player")).with_related(related)
    assert "   see: pages/live/index.axml:3:4: the tag stands here\n" in plain(
        diagnostic_lines([found], "en")
    )
    assert "   参见: pages/live/index.axml:3:4: 标签在此\n" in plain(diagnostic_lines([found], "zh"))


def test_targets_are_told_in_columns():
    told = text(
        report(
            summary("alipay"),
            summary("weibo", lacking(at("live-player")), doubtful(at("text")), status=Status.BLOCKED),
        )
    )
    assert told.splitlines()[-4:] == [
        "alipay  12 pages  1 component  48 files  132.3 KB  0.82 s  no findings         -> dist/alipay",
        "weibo   12 pages  1 component  48 files  132.3 KB  0.82 s  1 error, 1 warning  not written",
        "a target that is not written keeps its last good output; --keep-going writes what could be built",
        "a build checks only what it has to read; miniport check finds more",
    ]


def test_chinese_columns_line_up():
    told = text(report(summary("alipay"), summary("weibo", doubtful(at("text")))), "zh").splitlines()
    assert told[-3:-1] == [
        "alipay  12 个页面  1 个组件  48 个文件  132.3 KB  0.82 s  没有问题  -> dist/alipay",
        "weibo   12 个页面  1 个组件  48 个文件  132.3 KB  0.82 s  1 个警告  -> dist/weibo",
    ]
    assert len({width(line[: line.index("->")]) for line in told[-3:-1]}) == 1


def test_a_clean_app_takes_few_lines():
    remarks = [Diagnostic(REMARK, {"name": str(number)}, at("text")) for number in range(300)]
    told = text(report(summary("alipay", *remarks), summary("weibo", *remarks)))
    assert told.splitlines()[-1] == "300 notes are shown with -v"
    assert len(told.splitlines()) <= 20
    assert len(text(report(summary("alipay", *remarks)), verbosity=1).splitlines()) > 300


def test_quiet_shows_errors_only():
    found = (lacking(at("live-player")), doubtful(at("text")))
    told = text(report(summary("weibo", *found)), verbosity=-1)
    assert told.startswith("pages/live/index.axml:2:3: error MP203")
    assert "warning" not in told
    assert "dist" not in told
    assert text(report(summary("weibo")), verbosity=-1) == ""


def test_of_many_findings_the_worst_are_shown():
    files = [Source(PurePosixPath(f"pages/{number}.axml"), TEXT) for number in range(80)]
    warnings = [doubtful(at("text", source=file), name=str(number)) for number, file in enumerate(files)]
    told = text(report(summary("weibo", *warnings, lacking(at("live-player")))))
    assert told.count("warning MP210") == 49
    assert "error MP203" in told
    assert told.splitlines()[-1] == "31 more findings are shown with -v"


def alike(count: int) -> Report:
    source = Source(PurePosixPath("a.acss"), "".join(f".class-{number} {{}}\n" for number in range(count)))
    places = [at(f".class-{number}", source=source) for number in range(count)]
    return report(
        summary("weibo", *(doubtful(place, name=str(number)) for number, place in enumerate(places)))
    )


def test_of_many_findings_of_one_rule_in_one_file_few_are_shown_and_some_named():
    told = text(alike(10))
    assert told.count("warning MP210") == 3
    names = ", ".join(f".class-{number} ({number + 1}:1)" for number in range(3, 9))
    assert f"   also MP210 in this file: {names} and 1 more (-v lists them)\n" in told
    assert "本文件中同类 MP210： .class-3 (4:1)、" in text(alike(10), "zh")
    assert text(alike(10), verbosity=1).count("warning MP210") == 10


def test_few_findings_of_one_rule_in_one_file_are_all_shown():
    assert text(alike(4)).count("warning MP210") == 4
    assert text(alike(5)).count("warning MP210") == 3


def test_text_from_files_cannot_steer_the_terminal():
    source = Source(PurePosixPath("a\x1b[2Jb.axml"), "x\x1b[31m\u202ered\r\x07")
    told = plain(diagnostic_lines([doubtful(Place.of(source, Span(0, 1)), name="\x1b]0;t\x07\n!")], "en"))
    assert not {"\x1b", "\x07", "\r", "\u202e"} & set(told)
    assert len(told.splitlines()) == 3


@pytest.mark.parametrize(
    ("targets", "found", "fail_on", "expected"),
    [
        ((summary("a"),), (), "error", Exit.CLEAN),
        ((summary("a", doubtful(at("text"))),), (), "error", Exit.CLEAN),
        ((summary("a", doubtful(at("text"))),), (), "warning", Exit.FOUND),
        ((summary("a", lacking(at("text"))),), (), "error", Exit.FOUND),
        ((summary("a", lacking(at("text"))),), (), "never", Exit.CLEAN),
        ((summary("a", Diagnostic(REMARK, {"name": ""}, at("text"))),), (), "warning", Exit.CLEAN),
        ((summary("a", status=Status.BLOCKED),), (), "never", Exit.FOUND),
        ((summary("a", Diagnostic(BLOCKING, {"name": "x"}, at("text"))),), (), "never", Exit.FOUND),
        ((summary("a"),), (Diagnostic(REFUSAL, {}, at("text")),), "never", Exit.REFUSED),
        ((), (lacking(at("text")),), "error", Exit.FOUND),
    ],
)
def test_the_exit_code_follows_from_what_was_found(targets, found, fail_on, expected):
    assert report(*targets, found=found, fail_on=fail_on).exit_code is expected


def test_causes_are_counted_by_severity():
    found = [lacking(at("live-player")), lacking(at("live-player", 1)), doubtful(at("text"))]
    assert counts(found) == {Severity.ERROR: 1, Severity.WARNING: 1, Severity.NOTE: 0}


def test_json_tells_everything():
    related = Related(Place(PurePosixPath("app.json")), "listed here", "在此列出")
    found = lacking(at("live-player")).with_related(related)
    other = lacking(at("live-player"), "alipay").with_related(related)
    value = json.loads(report_json(report(summary("weibo", found), summary("alipay", other)), "en"))
    assert list(value) == [
        *("schema", "tool", "exitCode", "mode", "seconds", "fixed", "suppressed", "known"),
        *("targets", "diagnostics"),
    ]
    assert value["exitCode"] == 1
    assert value["targets"][0] == {
        "name": "weibo",
        "status": "written",
        "out": "dist/weibo",
        "pages": 12,
        "components": 1,
        "files": 48,
        "bytes": 135475,
        "seconds": 0.824,
        "written": 3,
        "removed": 1,
        "findings": {"error": 1, "warning": 0, "note": 0},
    }
    assert value["diagnostics"] == [
        {
            "code": "MP203",
            "name": "unsupported-component",
            "severity": "error",
            "isBlocking": False,
            "message": "weibo, alipay has no <live-player>",
            "help": "replace it by <video>",
            "place": {
                "path": "pages/live/index.axml",
                "line": 2,
                "column": 3,
                "endLine": 2,
                "endColumn": 14,
                "text": '\t<live-player src="{{url}}" />',
            },
            "targets": ["weibo", "alipay"],
            "count": 1,
            "arguments": {"target": "weibo", "name": "live-player", "instead": "<video>"},
            "related": [{"place": {"path": "app.json"}, "message": "listed here"}],
        }
    ]


def test_json_keeps_every_place_and_can_be_ascii():
    found = [lacking(at("live-player", nth)) for nth in (0, 1)]
    written = report_json(report(summary("weibo", *found)), "zh", is_ascii=True)
    assert written.isascii()
    assert len(json.loads(written)["diagnostics"]) == 2
    assert "不支持" in json.loads(written)["diagnostics"][0]["message"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (10, ["a few", "words here"]),
        (100, ["a few words here"]),
    ],
)
def test_words_are_wrapped_at_spaces(cells, expected):
    assert wrap("a few words here", cells) == expected


def test_chinese_is_wrapped_between_characters_and_never_before_a_full_stop():
    assert wrap("小程序源码，为每个平台。", 10) == ["小程序源", "码，为每个", "平台。"]
    assert wrap("用 miniport 构建", 11) == ["用 miniport", "构建"]


def test_text_is_padded_by_cells():
    assert pad("中", 4) + "|" == "中  |"
    assert tame("a\tb") == "a  b"


@pytest.mark.parametrize(
    ("target", "own"), [("weibo", "pages/a/b.weibo.axml"), (None, "pages/a/b.<target>.axml")]
)
def test_a_cure_names_the_file_that_would_stand_in(target, own):
    rule = Rule(
        "MP203", "lacking", Severity.ERROR, en=Words("no", "write {own}"), zh=Words("无", "请写 {own}")
    )
    found = Diagnostic(rule, {}, Place(PurePosixPath("pages/a/b.axml")), target=target)
    assert found.help("zh") == f"请写 {own}"
