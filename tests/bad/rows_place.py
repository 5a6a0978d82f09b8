"""Rows: links, folders, pipes and rights."""

from __future__ import annotations

from tests.bad.row import blocked, builds, closed, folder, link, mode, pipe, refused

ROWS = (
    blocked("link-loop-js", "a script is a link to itself", {"pages/a/a.js": link("a.js")}),
    blocked("link-loop-axml", "a template is a link to itself", {"pages/a/a.axml": link("a.axml")}),
    refused("link-loop-app-json", "app.json is a link to itself", {"app.json": link("app.json")}),
    builds("link-loop-folder", "a folder is a link to the folder it lies in", {"pages/again": link("..")}),
    blocked("link-dangling", "a template is a link to nothing", {"pages/a/a.axml": link("gone.axml")}),
    blocked(
        "link-outside-file", "a script is a link out of the workspace", {"util.js": link("/etc/hostname")}
    ),
    blocked(
        "link-outside-folder",
        "the components lie behind a link out of the workspace",
        {"components": link("/etc")},
    ),
    blocked(
        "link-outside-image", "an image is a link out of the workspace", {"img/a.png": link("/etc/hostname")}
    ),
    blocked(
        "outside-script",
        "a script asks for a file above the workspace",
        {"pages/a/a.js": "import '../../../../etc/hostname.js';\nPage({});\n"},
    ),
    blocked(
        "outside-include",
        "a template includes a file above the workspace",
        {"pages/a/a.axml": '<include src="../../../out.axml" />\n'},
    ),
    blocked(
        "outside-style",
        "a style sheet imports a file above the workspace",
        {"pages/a/a.acss": "@import '../../../out.acss';\n"},
    ),
    builds(
        "outside-image",
        "an image above the workspace",
        {"pages/a/a.axml": '<image src="../../../out.png" />\n'},
    ),
    blocked("folder-script", "a folder in place of a script", {"util.js": folder}),
    blocked("folder-page-script", "a folder in place of a page's script", {"pages/a/a.js": folder}),
    blocked("folder-template", "a folder in place of a template", {"pages/a/a.axml": folder}),
    blocked("folder-style", "a folder in place of a style sheet", {"base.acss": folder}),
    blocked("folder-json", "a folder in place of a page's JSON", {"pages/a/a.json": folder}),
    builds("folder-image", "a folder in place of an image", {"img/a.png": folder}),
    refused("folder-app-json", "a folder in place of app.json", {"app.json": folder}),
    refused("folder-settings", "a folder in place of miniport.yaml", {"miniport.yaml": folder}),
    blocked("pipe-script", "a named pipe in place of a script", {"util.js": pipe}),
    blocked("closed-script", "a script that may not be read", {"pages/a/a.js": closed("Page({});\n")}),
    blocked("closed-template", "a template that may not be read", {"pages/a/a.axml": closed("<view />\n")}),
    blocked("closed-style", "a style sheet that may not be read", {"base.acss": closed(".a {}\n")}),
    blocked("closed-json", "a page's JSON that may not be read", {"pages/a/a.json": closed("{}\n")}),
    blocked("closed-image", "an image that may not be read", {"img/a.png": closed("png")}),
    refused("closed-app-json", "app.json that may not be read", {"app.json": closed("{}\n")}),
    refused("closed-settings", "miniport.yaml that may not be read", {"miniport.yaml": closed("")}),
    blocked("closed-folder", "a folder that may not be listed", {"pages/a": mode(0)}),
)
