"""A module of the project answers an API that the platform has not, in the API's own shape."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from miniport.checks.support import Surroundings, support
from miniport.facts import Kind, Use
from miniport.output import write as put
from miniport.project.facts_files import overlaid
from miniport.project.files import DiskFiles
from miniport.project.read_settings import read_settings
from miniport.resources import runtime_folder
from miniport.source import Span
from miniport.targets.pack import bundled, bundled_names
from tests.build.projects import APP, built, codes, texts, write
from tests.site import address, serve

if TYPE_CHECKING:
    from playwright.sync_api import Page

HEAD = "const log = (...words) => console.log(JSON.stringify(words));\n"
ECHO = """
export default async (options, { host, dialect, api }) => ({ options, host: host.name, dialect, api });
"""


def page_script(body: str) -> str:
    return f"{HEAD}Page({{ onLoad() {{ {body} }} }});\n"


class Shown:
    """An app in a browser, and what its page wrote to the console with `log`."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page = page
        self.folder = folder
        self.logged: list[list[object]] = []
        page.on("console", lambda message: self._heard(message.text))

    def _heard(self, text: str) -> None:
        if text.startswith('["'):
            self.logged.append(json.loads(text))

    def open(self, files: dict[str, str], target: str, facts: str = "") -> None:
        """Build files for a target and show the page."""
        project = write(self.folder / "project", {**APP, **files})
        pack = bundled()[target]
        if facts:
            write(project, {"facts.yaml": facts})
            settings = read_settings(project, bundled_names()).settings
            names = settings.target(target).facts_files
            pack, wrong = overlaid(pack, names, DiskFiles(project, project))
            assert wrong == ()
        outcome = built(project, pack)
        (made,) = outcome.targets
        assert made.bundle is not None, [found.message() for found in made.diagnostics]
        put(made.bundle, self.folder / target)
        serve(self.page.context, {target: self.folder / target, "host": runtime_folder() / "fakehost"})
        self.page.goto(address(target, "pages/a/a", {}))

    def until(self, count: int) -> list[list[object]]:
        """Wait until as many lines were logged and return them."""
        while len(self.logged) < count:
            self.page.wait_for_event("console")
        return self.logged


@pytest.fixture
def shown(page: Page, tmp_path: Path) -> Shown:
    return Shown(page, tmp_path)


@pytest.mark.browser
@pytest.mark.parametrize("target", ["weibo", "web"])
def test_success_complete_and_promise_get_what_the_module_returns(shown: Shown, target: str):
    body = """
      my.tradePay({
        tradeNO: "1",
        success: (r) => log("success", r),
        complete: (r) => log("complete", r),
      }).then((r) => log("promise", r));
    """
    files = {
        "pages/a/a.js": page_script(body),
        "adapters/pay.js": ECHO,
        "miniport.yaml": "capabilities: {pay: adapters/pay.js}\n",
    }
    shown.open(files, target)
    host = "weibo" if target == "weibo" else "browser"
    result = {"options": {"tradeNO": "1"}, "host": host, "dialect": "alipay", "api": "tradePay"}
    assert sorted(shown.until(3)) == [["complete", result], ["promise", result], ["success", result]]


@pytest.mark.browser
def test_what_the_module_throws_is_how_the_call_fails(shown: Shown):
    body = """
      const all = (n) => my.tradePay({ n, fail: (e) => log("fail", e), complete: (e) => log("complete", e) });
      all(1)
        .catch((e) => { log("caught", e); return all(2); })
        .catch(() => all(3))
        .catch(() => all(4))
        .catch(() => {});
    """
    module = """
      export default (options) => {
        if (options.n === 1) throw { error: 6001, errorMessage: "cancelled", more: true };
        if (options.n === 2) throw new Error("a mistake");
        if (options.n === 3) return Promise.reject({ error: 9 });
        return undefined.gone;
      };
    """
    files = {
        "pages/a/a.js": page_script(body),
        "adapters/pay.js": module,
        "miniport.yaml": "capabilities: {pay: adapters/pay.js}\n",
    }
    shown.open(files, "web")
    told = [value for word, value in shown.until(9) if word == "fail"]
    assert told[:3] == [
        {"error": 6001, "errorMessage": "cancelled", "more": True},
        {"error": 3, "errorMessage": "a mistake"},
        {"error": 9, "errorMessage": "tradePay was refused"},
    ]
    assert told[3]["error"] == 3
    assert ["caught", told[0]] in shown.logged


@pytest.mark.browser
def test_a_module_that_never_answers_ends_after_thirty_seconds(shown: Shown):
    files = {
        "pages/a/a.js": page_script('my.tradePay({ fail: (e) => log("fail", e) }); log("called", 0);'),
        "adapters/pay.js": "export default () => new Promise(() => {});\n",
        "miniport.yaml": "capabilities: {pay: adapters/pay.js}\n",
    }
    shown.page.clock.install()
    shown.open(files, "web")
    shown.page.clock.run_for(1000)
    shown.until(1)
    shown.page.clock.run_for(28000)
    assert shown.logged == [["called", 0]]
    shown.page.clock.run_for(2000)
    assert shown.until(2)[1] == ["fail", {"error": 13, "errorMessage": "tradePay was not answered in time"}]


@pytest.mark.browser
def test_a_module_reaches_members_that_a_projects_facts_add_and_no_others(shown: Shown):
    module = """
      export default async (options, { host }) => {
        const refused = await host.call("wbGetWeiboUser", {}).catch((error) => error);
        const { code } = await host.call("login", {});
        return { authCode: code, refused, has: [host.has("login"), host.has("nothing")] };
      };
    """
    files = {
        "pages/a/a.js": page_script('my.getAuthCode({ scopes: "auth_base" }).then((r) => log("ok", r));'),
        "adapters/login.js": module,
        "miniport.yaml": "capabilities: {login: adapters/login.js}\ntargets: {weibo: {facts: facts.yaml}}\n",
    }
    shown.open(files, "weibo", "bridge: {rows: {login: {isProved: true}}}\n")
    ((word, result),) = shown.until(1)
    assert (word, result["authCode"], result["has"]) == ("ok", "code", [True, False])
    assert result["refused"]["error"] in (1, 4)


@pytest.mark.browser
@pytest.mark.parametrize("target", ["weibo", "web"])
def test_one_api_alone_can_be_supplied_and_wins_over_our_own(shown: Shown, target: str):
    body = """
      my.makePhoneCall({ number: "1" }).then((r) => log("ok", r));
      log("can", my.canIUse("makePhoneCall"));
    """
    files = {
        "pages/a/a.js": page_script(body),
        "adapters/call.js": "module.exports = (options, { api }) => ({ api, number: options.number });\n",
        "miniport.yaml": "capabilities: {makePhoneCall: adapters/call.js}\n",
    }
    shown.open(files, target)
    assert sorted(shown.until(2)) == [["can", True], ["ok", {"api": "makePhoneCall", "number": "1"}]]


@pytest.mark.browser
def test_a_module_may_ask_for_another_capability(shown: Shown):
    files = {
        "pages/a/a.js": page_script('my.getAuthUserInfo({}).then((r) => log("ok", r));'),
        "adapters/user.js": "export default () => my.getAuthCode({}).then((r) => ({ name: r.authCode }));\n",
        "adapters/login.js": "export default async () => ({ authCode: 'from login' });\n",
        "miniport.yaml": "capabilities: {user: adapters/user.js, login: adapters/login.js}\n",
    }
    shown.open(files, "web")
    assert shown.until(1) == [["ok", {"name": "from login"}]]


@pytest.mark.browser
def test_can_i_use_is_true_exactly_where_a_module_is_there(shown: Shown):
    body = """
      log("can", my.canIUse("tradePay"), my.canIUse("getPhoneNumber"));
      if (my.canIUse("tradePay")) my.tradePay({});
      if (my.canIUse("getPhoneNumber")) my.getPhoneNumber({});
    """
    files = {
        "pages/a/a.js": page_script(body),
        "adapters/pay.js": ECHO,
        "miniport.yaml": "capabilities: {pay: adapters/pay.js}\n",
    }
    shown.open(files, "web")
    assert shown.until(1) == [["can", True, False]]


@pytest.mark.browser
def test_a_member_of_an_extension_object_is_there_alone(shown: Shown):
    body = """
      const can = (word) => my.canIUse(word);
      log("can", can("ap.openCardList"), can("button.open-type.getAuthorize"), can("ap.other"));
      my.ap.openCardList({}).then((r) => log("ok", r));
    """
    files = {
        "pages/a/a.js": page_script(body),
        "pages/a/a.axml": '<button open-type="getAuthorize">a</button>',
        "adapters/coupon.js": "export default async (options, { api }) => ({ api });\n",
        "miniport.yaml": "capabilities: {coupon: adapters/coupon.js, "
        "button.open-type.getAuthorize: adapters/coupon.js}\n",
    }
    shown.open(files, "web")
    assert shown.until(2) == [["can", True, True, False], ["ok", {"api": "ap.openCardList"}]]


@pytest.mark.browser
def test_an_open_type_is_answered_by_its_module(shown: Shown):
    page = {
        "pages/a/a.axml": '<button open-type="getAuthorize" scope="phoneNumber" data-a="{{1}}" '
        'onGetAuthorize="got" onError="wrong">allow</button>',
        "pages/a/a.js": HEAD
        + 'Page({ got(e) { log("got", e.detail) }, wrong(e) { log("wrong", e.detail) } });\n',
    }
    module = """
      let count = 0;
      export default async (options, { api }) => {
        count += 1;
        if (count === 2) throw { error: 11, errorMessage: "refused" };
        return { api, scope: options.scope, a: options.dataset.a };
      };
    """
    settings = "capabilities: {button.open-type.getAuthorize: adapters/allow.js}\n"
    shown.open({**page, "adapters/allow.js": module, "miniport.yaml": settings}, "web")
    button = shown.page.get_by_text("allow")
    button.click()
    shown.until(1)
    button.click()
    first, second = shown.until(2)
    assert first == ["got", {"api": "open-type.getAuthorize", "scope": "phoneNumber", "a": 1}]
    assert second == ["wrong", {"type": "getAuthorize", "error": 11, "errorMessage": "refused"}]


def test_each_target_may_have_a_module_of_its_own(tmp_path: Path):
    files = {
        **APP,
        "pages/a/a.js": "Page({ onLoad() { my.tradePay({}); } });\n",
        "adapters/pay.js": "export default () => 'common';\n",
        "adapters/pay.weibo.js": "export default () => 'of one';\n",
        "miniport.yaml": "capabilities: {pay: adapters/pay.js}\n",
    }
    outcome = built(write(tmp_path, files), "alipay", "weibo", "web")
    assert "adapters" not in " ".join(texts(outcome))
    assert "of one" in texts(outcome, "weibo")["src/res/h5/app.js"]
    assert "common" in texts(outcome, "web")["app.js"]


def test_a_module_nobody_needs_stays_behind_untold(tmp_path: Path):
    files = {
        **APP,
        "mini.project.json": "{}",
        "adapters/pay.js": "import cashier from './lib/cashier';\nexport default () => cashier;\n",
        "adapters/lib/cashier.js": "import '../pay';\nexport default 1;\n",
        "miniport.yaml": "capabilities: {pay: adapters/pay.js}\n",
    }
    outcome = built(write(tmp_path, files), "alipay", "web")
    assert codes(outcome) == codes(outcome, "web") == []
    assert "adapters" not in texts(outcome, "web")["app.js"]


def test_a_computed_name_takes_every_module_along(tmp_path: Path):
    files = {
        **APP,
        "pages/a/a.js": "Page({ go(e) { my[e.target.dataset.name]({}); } });\n",
        "adapters/pay.js": "export default () => 'paid';\n",
        "miniport.yaml": "capabilities: {pay: adapters/pay.js}\n",
    }
    outcome = built(write(tmp_path, files), "web")
    assert '"tradePay":"pay"' in texts(outcome, "web")["app.js"].replace(" ", "")


@pytest.mark.parametrize(("mode", "expected"), [(False, "MP219"), (True, "MP220")])
def test_a_capability_nobody_supplies_is_a_warning_then_an_error(mode: bool, expected: str):
    use = Use(Kind.API, "tradePay", Span(0, 1), written="tradePay")
    (found,) = support([use], bundled()["weibo"], Surroundings("my", is_final=mode))
    assert found.rule.code == expected
