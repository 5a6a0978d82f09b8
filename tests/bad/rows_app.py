"""Rows: app.json and what it names."""

from __future__ import annotations

from tests.bad.row import blocked, builds, found, refused

PAGE = {"pages": ["pages/a/a"]}

ROWS = (
    refused("app-json-absent", "app.json is missing", {"app.json": None}),
    refused("app-json-array", "app.json holds an array", {"app.json": '["pages/a/a"]\n'}),
    refused("app-json-empty", "app.json is empty", {"app.json": ""}),
    refused(
        "app-json-trailing-comma",
        "app.json ends a list with a comma",
        {"app.json": '{\n  "pages": [\n    "pages/a/a",\n  ]\n}\n'},
    ),
    refused("app-json-cut-off", "app.json is cut off", {"app.json": '{"pages": ["pages/a'}),
    refused("pages-absent", "app.json has no list of pages", {"app.json": '{"window": {}}\n'}),
    refused("pages-empty", "the list of pages is empty", {"app.json": '{"pages": []}\n'}),
    refused("pages-a-word", "pages is a word", {"app.json": '{"pages": "pages/a/a"}\n'}),
    refused(
        "pages-not-strings",
        "entries of pages are a number, null and an object",
        {"app.json": '{"pages": ["pages/a/a", 7, null, {"path": "pages/a/a"}]}\n'},
    ),
    blocked("page-absent", "a page has no file", {"app.json": '{"pages": ["pages/a/a", "pages/b/b"]}\n'}),
    blocked(
        "page-misspelt",
        "a page is listed by a wrong path",
        {
            "app.json": '{"pages": ["pages/a/a", "pages/bb/b"]}\n',
            "pages/b/b.js": "Page({});\n",
            "pages/b/b.axml": "<view>b</view>\n",
        },
    ),
    found(
        "tab-without-page",
        "items of the tab bar name no page",
        {
            "app.json": '{"pages": ["pages/a/a"], "tabBar": {"items": [\n'
            '  {"pagePath": "pages/a/a", "name": "a"},\n'
            '  {"pagePath": "pages/b/a", "name": "b"},\n'
            '  {"pagePath": "other", "name": "c"}]}}\n'
        },
    ),
    blocked(
        "page-outside",
        "a page lies above the app",
        {"app.json": '{"pages": ["pages/a/a", "../other/page"]}\n'},
    ),
    blocked(
        "components-not-paths",
        "usingComponents holds a number and a list",
        {"pages/a/a.json": '{"usingComponents": {"card": 3, "row": ["/components/card/card"]}}\n'},
    ),
    builds("window-a-list", "window is a list", {"app.json": '{"pages": ["pages/a/a"], "window": [1]}\n'}),
    blocked(
        "component-absent",
        "a component has no file",
        {"pages/a/a.json": '{"usingComponents": {"card": "/components/crad/card"}}\n'},
    ),
    blocked(
        "component-in-itself",
        "a component contains itself under no condition",
        {
            "components/card/card.json": '{"component": true, "usingComponents": {"card": "./card"}}\n',
            "components/card/card.axml": "<view><card /></view>\n",
        },
    ),
    blocked(
        "components-in-each-other",
        "two components contain each other under no condition",
        {
            "components/card/card.json": '{"component": true, "usingComponents": {"row": "../row/row"}}\n',
            "components/card/card.axml": "<view><row /></view>\n",
            "components/row/row.json": '{"component": true, "usingComponents": {"card": "../card/card"}}\n',
            "components/row/row.js": "Component({});\n",
            "components/row/row.axml": "<card />\n",
        },
    ),
    builds(
        "component-in-itself-under-a-condition",
        "a component contains itself under a condition",
        {
            "components/card/card.json": '{"component": true, "usingComponents": {"card": "./card"}}\n',
            "components/card/card.axml": '<view><card a:if="{{title}}" /></view>\n',
        },
    ),
)
