"""Rows: templates, expressions, styles."""

from __future__ import annotations

from tests.bad.row import blocked, builds, found

DEEP = 20_000
LINE = 5_000_000
AXML = "pages/a/a.axml"


def page(text: str) -> dict[str, str]:
    """Return a page's template."""
    return {AXML: text}


def included(count: int) -> dict[str, str]:
    """Return a chain of files each of which includes the next."""
    chain = {f"deep/{at}.axml": f'<include src="./{at + 1}.axml" />\n' for at in range(count)}
    return {
        AXML: '<include src="../../deep/0.axml" />\n',
        **chain,
        f"deep/{count}.axml": "<view>end</view>\n",
    }


def doubled(count: int) -> dict[str, str]:
    """Return a chain of files each of which includes the next one twice."""
    chain = {f"deep/{at}.axml": f'<include src="./{at + 1}.axml" />\n' * 2 for at in range(count)}
    return {
        AXML: '<include src="../../deep/0.axml" />\n',
        **chain,
        f"deep/{count}.axml": "<view>end</view>\n",
    }


ROWS = (
    builds(
        "loop-over-text",
        "a loop is given a text",
        {"pages/a/a.axml": '<view a:for="list">{{item}}</view>\n<view a:for="{{list}}">{{item}}</view>\n'},
    ),
    found("tag-unknown", "a tag that nobody knows", page("<veiw>a</veiw>\n")),
    builds("tag-unclosed", "tags without an end", page("<view>\n  <text>a\n</view>\n<view>\n")),
    builds("tag-stray", "a close tag too many", page("<view>a</view></text>\n")),
    found("tag-unfinished", "a tag without >", page("<view>a</view>\n<view class='b'\n")),
    builds("attribute-twice", "an attribute twice", page('<view id="a" id="b">a</view>\n')),
    builds("attribute-unquoted", "values without quotes", page("<view id=a hidden={{n}}>a</view>\n")),
    found("quote-unclosed", "a value without its closing quote", page('<view class="a>b</view>\n')),
    found("comment-unclosed", "a comment without an end", page("<view>a</view>\n<!-- todo\n<view />\n")),
    found(
        "expression-bad",
        "expressions with a sign too many",
        page("<view>{{a +* b}}</view>\n<view a:if='{{a b}}' />\n"),
    ),
    found("expression-unterminated", "an expression without an end", page("<view>{{a + b</view>\n")),
    found(
        "expression-incomplete",
        "an expression with a bracket open",
        page("<view>{{f(a, [b}}</view>\n"),
    ),
    found("expression-string-unclosed", "a string without an end", page("<view>{{a + 'b}}</view>\n")),
    found(
        "elements-nested", f"{DEEP:,} elements in one another", page("<view>" * DEEP + "a" + "</view>" * DEEP)
    ),
    found("elements-nested-open", f"{DEEP:,} elements in one another, never closed", page("<view>" * DEEP)),
    found(
        "parentheses-nested",
        f"{DEEP:,} parentheses in one another",
        page("<view>{{" + "(" * DEEP + "a" + ")" * DEEP + "}}</view>\n"),
    ),
    found("mustaches-open", f"{DEEP:,} times {{{{", page("<view>" + "{{" * DEEP + "</view>\n")),
    builds("includes-nested", "300 includes in one another", included(300)),
    found("includes-nested-deep", "2,000 includes in one another", included(2_000)),
    found("includes-doubled", "a chain of 14 files, each including the next twice", doubled(14)),
    found(
        "includes-many", f"{DEEP:,} includes of one file", page('<include src="../../part.axml" />\n' * DEEP)
    ),
    found(
        "include-cycle",
        "two files include each other",
        {"part.axml": '<include src="./other.axml" />\n', "other.axml": '<include src="./part.axml" />\n'},
    ),
    found("include-self", "a file includes itself", {"part.axml": '<include src="./part.axml" />\n'}),
    blocked(
        "include-absent", "an include of a file that is not there", page('<include src="./gone.axml" />\n')
    ),
    builds(
        "import-cycle",
        "two files import each other",
        {
            "part.axml": '<import src="./other.axml" />\n<view>a</view>\n',
            "other.axml": '<import src="./part.axml" />\n',
        },
    ),
    builds(
        "template-in-itself",
        "a template is drawn in itself",
        page('<template name="t"><template is="t" /></template>\n<template is="t" />\n'),
    ),
    builds(
        "markup-line",
        "a template of one line of 5 MB",
        page("<view>" + f"<text>{'a' * 987}</text>" * (LINE // 1_000) + "</view>"),
    ),
    builds("markup-text-line", "a text of 5 MB", page("<view>" + "a" * LINE + "</view>")),
    found("style-unclosed", "a rule without }", {"pages/a/a.acss": ".a { color: red;\n"}),
    builds(
        "style-nested",
        f"{DEEP:,} at-rules in one another",
        {"pages/a/a.acss": "@media screen{" * DEEP + "}" * DEEP},
    ),
    builds(
        "style-nested-rules", f"{DEEP:,} rules in one another", {"pages/a/a.acss": ".a{" * DEEP + "}" * DEEP}
    ),
    builds(
        "style-nested-not",
        f"{DEEP:,} times :not( in one another",
        {"pages/a/a.acss": ".a" + ":not(" * DEEP + ".b" + ")" * DEEP + "{color:red}\n"},
    ),
    builds(
        "style-line",
        "a style sheet of one line of 5 MB",
        {"pages/a/a.acss": f".a{{width:1rpx}}/*{'a' * 982}*/" * (LINE // 1_000)},
    ),
    found(
        "style-cycle",
        "two style sheets import each other",
        {
            "base.acss": "@import './more.acss';\n",
            "more.acss": "@import './base.acss';\n.more { margin: 0; }\n",
        },
    ),
    blocked(
        "style-absent",
        "an import of a style sheet that is not there",
        {"pages/a/a.acss": "@import './gone.acss';\n"},
    ),
)
