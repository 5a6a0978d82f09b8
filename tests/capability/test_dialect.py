"""A target with a dialect is led to the project's module for what it lacks, and for nothing else."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from miniport.output import write as put
from tests.build.projects import APP, built, codes, texts, write

RUN = Path(__file__).with_name("run.cjs")
INVOICE = "capabilities: {chooseInvoice: adapters/invoice.js}\n"


def ran(folder: Path, node: str, page: str, files: dict[str, str]) -> list[list[object]]:
    """Build a project whose page runs some statements, run the bundle and return what it logs."""
    script = f"Page({{ onLoad() {{ {page} }} }});\n"
    outcome = built(write(folder / "project", {**APP, "pages/a/a.js": script, **files}))
    (made,) = outcome.targets
    assert made.bundle is not None
    put(made.bundle, folder / "out")
    done = subprocess.run([node, str(RUN), str(folder / "out")], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_call_gets_what_the_module_returns(tmp_path: Path, node: str):
    page = """
      my.chooseInvoice({ a: 1, success: (r) => log("success", r), complete: (r) => log("complete", r) })
        .then((r) => log("promise", r));
    """
    module = """
      module.exports = async (options, { host, dialect, api }) =>
        ({ given: Object.keys(options), dialect, api, host: host.name });
    """
    result = {"given": ["a"], "dialect": "alipay", "api": "chooseInvoice", "host": "alipay"}
    logged = ran(tmp_path, node, page, {"adapters/invoice.js": module, "miniport.yaml": INVOICE})
    assert sorted(logged) == [["complete", result], ["promise", result], ["success", result]]


def test_a_throw_a_refusal_and_silence_end_in_fail(tmp_path: Path, node: str):
    page = """
      const all = (n) => my.chooseInvoice({ n, fail: (e) => log(n, e) });
      all(1).catch(() => all(2)).catch(() => all(3)).catch(() => all(4)).catch(() => {});
    """
    module = """
      module.exports = (options, { host }) => {
        if (options.n === 1) throw { error: 11, errorMessage: "cancelled" };
        if (options.n === 2) throw new Error("a mistake");
        if (options.n === 3) return host.call("any", {});
        return new Promise(() => {});
      };
    """
    logged = ran(tmp_path, node, page, {"adapters/invoice.js": module, "miniport.yaml": INVOICE})
    assert logged == [
        [1, {"error": 11, "errorMessage": "cancelled"}],
        [2, {"error": 3, "errorMessage": "a mistake"}],
        [3, {"error": 1, "errorMessage": '"any" cannot be reached on this platform'}],
        [4, {"error": 13, "errorMessage": "chooseInvoice was not answered in time"}],
    ]


def test_can_i_use_says_yes_for_what_a_module_serves(tmp_path: Path, node: str):
    page = """
      const host = my;
      const { chooseInvoice, chooseInvoice: choose } = my;
      log(my.canIUse("chooseInvoice"), host.canIUse("chooseCity"), my.canIUse("nothing"));
      log(typeof chooseInvoice, typeof choose, typeof host.chooseInvoice, Boolean(my.chooseInvoice));
    """
    files = {"adapters/invoice.js": "module.exports = () => 1;", "miniport.yaml": INVOICE}
    logged = ran(tmp_path, node, page, files)
    assert logged == [[True, True, False], ["function", "function", "function", True]]


def test_what_the_platform_has_itself_stays_its_own(tmp_path: Path, node: str):
    files = {
        "adapters/city.js": "module.exports = () => ({ city: 'module' });",
        "miniport.yaml": "capabilities: {chooseCity: adapters/city.js}\n",
    }
    assert ran(tmp_path, node, "my.chooseCity({ success: log });", files) == [[{"city": "native"}]]


def test_files_without_such_a_call_are_byte_identical(tmp_path: Path):
    files = {
        **APP,
        "mini.project.json": "{}",
        "app.js": "const a = my;\r\nApp({ a: () => a.alert({}) });\r\n",
        "pages/a/a.js": "Page({ a: () => my.chooseInvoice({}) });\n",
        "adapters/invoice.js": "module.exports = () => my.alert({});\n",
        "miniport.yaml": INVOICE,
    }
    outcome = built(write(tmp_path, files))
    made = texts(outcome)
    assert codes(outcome) == []
    assert [name for name in made if made[name] != files.get(name)] == ["miniport-adapter.js", "pages/a/a.js"]
    assert made["pages/a/a.js"] == files["pages/a/a.js"].replace("my.", 'require("../../miniport-adapter").')


def test_an_app_below_the_project_keeps_its_module_within_the_bundle(tmp_path: Path, node: str):
    files = {
        "mini.project.json": '{"miniprogramRoot": "client"}',
        "client/app.json": APP["app.json"],
        "client/app.js": "",
        "client/pages/a/a.axml": "<view/>",
        "client/pages/a/a.js": "Page({ onLoad() { my.chooseInvoice({}).then(log); } });\n",
        "adapters/invoice.js": "module.exports = () => 'above the app';\n",
        "miniport.yaml": INVOICE,
    }
    outcome = built(write(tmp_path / "project", files))
    made = texts(outcome)
    put(outcome.targets[0].bundle or {}, tmp_path / "out")
    root = tmp_path / "out" / ("client" if "client/app.json" in made else "")
    done = subprocess.run([node, str(RUN), str(root)], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ('["above the app"]\n', "")
