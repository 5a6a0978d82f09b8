"""Rows: what stands where the bundles should go."""

from __future__ import annotations

from tests.bad.row import Content, Row, builds, folder, link, mode, refused

NEXT: dict[str, Content] = {"part.axml": "<view>another part</view>\n"}
"""A change of the project, so that both targets have something to write."""

ROWS = (
    refused(
        "output-not-ours",
        "the output folder holds files of others",
        {**NEXT, "elsewhere/alipay/thesis.txt": "dear\n"},
        options=("--out", "elsewhere"),
    ),
    refused(
        "output-read-only",
        "the output folder may not be written",
        {**NEXT, "dist/alipay": mode(0o555), "dist/weibo": mode(0o555)},
    ),
    refused(
        "output-parent-read-only",
        "nothing may be made where the output goes",
        {**NEXT, "closed": folder, "closed/": mode(0o555)},
        options=("--out", "closed/out"),
    ),
    refused(
        "output-closed",
        "the output folder may not be listed",
        {**NEXT, "dist/alipay": mode(0), "dist/weibo": mode(0)},
    ),
    refused(
        "output-edited",
        "a file of the output was edited by hand",
        {**NEXT, "dist/alipay/app.js": "mine\n", "dist/weibo/package.json": "mine\n"},
    ),
    refused(
        "output-file-in-the-way",
        "a file stands where a folder goes",
        {
            "dist/alipay/new": "mine\n",
            "dist/weibo/src/res/h5/new": "mine\n",
            "new/b.png": "png",
            "new/b.axml": "<view />\n",
            "part.axml": '<include src="./new/b.axml" /><image src="./new/b.png" />\n',
        },
    ),
    refused(
        "output-is-file",
        "the output folder is a file",
        {
            **NEXT,
            "there": "x",
        },
        options=("--out", "there"),
    ),
    refused(
        "output-link",
        "the output folder is a link",
        {**NEXT, "aside": folder, "dist/alipay": link("../aside"), "dist/weibo": link("../aside")},
    ),
    refused(
        "output-manifest-broken",
        "the list of what we wrote is broken",
        {**NEXT, "dist/alipay/.miniport.json": "{", "dist/weibo/.miniport.json": "[]"},
    ),
    refused("output-among-sources", "the output goes among the pages", NEXT, options=("--out", "pages")),
    refused("output-beside-app-json", "the output goes beside app.json", NEXT, options=("--out", ".")),
    builds("output-removed", "the output folder was removed", {"dist": None}),
    Row(
        "output-edited-forced",
        "a file of the output was edited by hand, with --force",
        {**NEXT, "dist/alipay/app.js": "mine\n"},
        0,
        left="new",
        options=("--force",),
    ),
)
