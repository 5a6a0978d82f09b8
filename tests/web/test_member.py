"""The shell of a container lets an app call what it uses of the host, and nothing else."""

from __future__ import annotations

import json

import pytest

from miniport.pipeline import BuildRequest, build
from miniport.posix import PurePosixPath
from miniport.project.files import BundleFiles
from miniport.project.settings import Settings
from miniport.targets.pack import bundled_pack

ALWAYS = {"setNavigationBarTitle"}
EVERY = set(bundled_pack("weibo").members)
TAKING = "export default async (options, { host }) =>"


def allowed(script: str, adapter: str = "") -> set[str]:
    files = {
        "app.json": '{"pages": ["pages/a/a"]}',
        "pages/a/a.js": script,
        "pages/a/a.axml": "<view/>",
        "adapters/pay.js": adapter,
    }
    content = {PurePosixPath(path): text.encode() for path, text in files.items()}
    settings = Settings(capabilities={"pay": PurePosixPath("adapters/pay.js")} if adapter else {})
    request = BuildRequest(BundleFiles(content), settings, (bundled_pack("weibo"),))
    (target,) = build(request).targets
    assert target.bundle is not None
    config = target.bundle[PurePosixPath("src/miniport/config.js")].decode()
    return set(json.loads(config.partition("export default ")[2].rstrip().rstrip(";"))["members"])


@pytest.mark.parametrize(
    ("calls", "members"),
    [
        ("", set()),
        ("my.scan({}); my.vibrateShort();", {"scanCode", "vibrateShort"}),
        ('my.setStorageSync({ key: "a", data: 1 });', {"setStorage", "removeStorage", "clearStorage"}),
        ('my.setNavigationBar({ title: "t" });', {"setNavigationBarColor"}),
        ("my.getSystemInfoSync();", {"getSystemInfoSync"}),
        ("my.onNetworkStatusChange(() => {});", {"onNetworkStatusChange"}),
    ],
)
def test_an_app_may_call_what_it_uses(calls: str, members: set[str]):
    assert allowed(f"Page({{ onLoad() {{ {calls} }} }});") == ALWAYS | members


def test_a_page_that_shares_may_share():
    assert allowed("Page({ onShareAppMessage() { return {}; } });") == ALWAYS | {"share"}


def test_where_the_name_is_computed_any_member_may_be_meant():
    assert allowed("Page({ go(name) { my[name]({}); } });") == EVERY


@pytest.mark.parametrize(
    ("adapter", "members"),
    [
        (f"{TAKING} ({{}});", ALWAYS),
        (f'{TAKING} host.call("scanCode", {{}}); // host is the container', ALWAYS | {"scanCode"}),
        (f'{TAKING} (host.has("share") ? host.call("share", {{}}) : null);', ALWAYS | {"share"}),
        (f"{TAKING} host.call(options.name, {{}});", EVERY),
        (f"{TAKING} elsewhere(host);", EVERY),
        ("export default async (options, context) => elsewhere(context);", EVERY),
        ('export default (options, context) => context.host.call("share", {});', ALWAYS | {"share"}),
    ],
)
def test_an_adapter_may_call_what_it_names(adapter: str, members: set[str]):
    assert allowed('Page({ pay() { my.tradePay({ tradeNO: "1" }); } });', adapter) == members
