"""`miniport trace`: stacks that a browser throws lead to where the source threw."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from miniport.archive.read import opened
from miniport.posix import PurePosixPath
from tests.bad.row import put
from tests.site import address, serve

# Each throws where `new` stands; the name behind it tells the kind.
WAYS = {
    "handler": "throw new Error('handler');",
    "nested": "(function outer() { return [1].map((n) => { throw new Error('nested'); }); })();",
    "late": "await Promise.resolve(); throw new Error('late');",
    "class": "class Tea { brew() { throw new Error('class'); } } new Tea().brew();",
    "optional": "const tea = null; if (tea?.leaf ?? true) { throw new Error('optional'); }",
    "chinese": "const 茶 = '🍵'; if (茶) { /* 茶 */ throw new Error('chinese'); }",
    "module": "await steep('module');",
    "typed": "cool('typed');",
    "package": "pour('package');",
    "condition": "warm('condition');",
}
FILES = {
    "miniport.yaml": "name: tea\nversion: '1.0'\ntargets: {weibo: {appId: 'abcd1234'}}\n",
    "package.json": '{"name": "tea", "dependencies": {"kettle": "1.0.0"}}',
    "tea.js": "// leaves\n\nexport async function steep(name) {\n  if (name) throw new Error(name);\n}\n",
    "cool.ts": "interface Cup { size: number }\n\nexport function cool(name: string): Cup {\n"
    "  const made = <T,>(one: T): T => one;\n  throw new Error(made<string>(name));\n}\n",
    "node_modules/kettle/package.json": '{"name": "kettle", "version": "1.0.0", "main": "index.js"}',
    "node_modules/kettle/index.js": "'use strict';\nexports.pour = function (name) {\n\n"
    "  throw new Error(name);\n};\n",
    "warm.js": "// #if ALIPAY\nexport const cold = 1;\nexport const colder = 2;\n// #endif\n"
    "export function warm(name) { throw new Error(name); }\n",
    "pages/a/a.axml": "<view>{{n}}</view>\n",
}
THROWN = {
    "module": "tea.js",
    "typed": "cool.ts",
    "package": "node_modules/kettle/index.js",
    "condition": "warm.js",
}


def page_script() -> str:
    """Return a page that runs each way and prints the stack of what it throws."""
    lines = [
        "import { steep } from '../../tea';",
        "import { cool } from '../../cool';",
        "import { pour } from 'kettle';",
        "import { warm } from '../../warm';",
        "const ways = {",
    ]
    lines += [f"  async {name}() {{\n    {code}\n  }}," for name, code in WAYS.items()]
    return "\n".join(
        [
            *lines,
            "};",
            "Page({",
            "  data: { n: 1 },",
            "  async onLoad() {",
            "    for (const name of Object.keys(ways)) {",
            "      try { await ways[name](); } catch (error) { console.log(`STACK ${error.stack}`); }",
            "    }",
            "    console.log('DONE');",
            "  },",
            "});",
            "",
        ]
    )


def expected(files: dict[str, str], name: str) -> tuple[str, int, int]:
    """Return where a way throws: file, line and column of `new`."""
    path = THROWN.get(name, "pages/a/a.js")
    text = files[path]
    at = text.index(f"new Error('{name}')" if path == "pages/a/a.js" else "new Error(")
    return path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


@pytest.fixture
def context(chromium) -> Iterator[object]:
    """Return a browser context of its own."""
    made = chromium.new_context()
    yield made
    made.close()


@pytest.mark.browser
def test_ten_stacks_lead_to_where_they_were_thrown(miniport, context, tmp_path: Path):
    files = {
        **FILES,
        "app.js": "App({});\n",
        "app.json": '{"pages": ["pages/a/a"]}',
        "pages/a/a.js": page_script(),
    }
    put(tmp_path / "app", files)
    assert miniport("pack", tmp_path / "app", "--target", "web", "--out", tmp_path / "out").code == 0
    built = (
        "build",
        tmp_path / "app",
        "--target",
        "web",
        "--mode",
        "production",
        "--out",
        tmp_path / "built",
    )
    assert miniport(*built).code == 0
    serve(context, {"web": tmp_path / "built" / "web"})
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    with page.expect_console_message(lambda message: message.text == "DONE"):
        page.goto(address("web", "pages/a/a", {}))
    stacks = [text.removeprefix("STACK ") for text in said if text.startswith("STACK ")]
    assert len(stacks) == len(WAYS) == 10
    archive = tmp_path / "out" / "tea-1.0-web.zip"
    for name, stack in zip(WAYS, stacks, strict=True):
        (tmp_path / "stack.txt").write_text(stack, "utf-8")
        ran = miniport("trace", tmp_path / "stack.txt", "--archive", archive, "--format", "json")
        first = json.loads(ran.out)["frames"][0]["source"]
        assert (first["path"], first["line"], first["column"]) == expected(files, name), stack
        text = miniport("trace", tmp_path / "stack.txt", "--archive", archive).out
        assert "{}:{}:{}".format(*expected(files, name)) in text


@pytest.mark.parametrize(
    ("stack", "code"),
    [
        ("handler@http://x.test/a/app.js?v=1:AT\n", 0),
        ("at f (src/res/h5/app.js:AT)", 0),
        ("at f (other.js:1:2)", 1),
        ("at f (app.js:9999:2)", 1),
        ("no stack", 1),
    ],
)
def test_frames_of_other_browsers_and_what_is_not_ours(miniport, project: Path, tmp_path: Path, stack, code):
    assert miniport("pack", project, "--target", "weibo", "--out", tmp_path / "out").code == 0
    script = opened(tmp_path / "out" / "tea-1.0-weibo.zip")[PurePosixPath("src/res/h5/app.js")].decode()
    at = script.index("data:{hi")
    stack = stack.replace("AT", f"{script.count(chr(10), 0, at) + 1}:{at - script.rfind(chr(10), 0, at)}")
    (tmp_path / "stack.txt").write_text(stack)
    ran = miniport("trace", tmp_path / "stack.txt", "--archive", tmp_path / "out" / "tea-1.0-weibo.zip")
    assert ran.code == code
    assert (stack.strip() in ran.out) == (code == 1)


def test_a_script_that_was_carried_over_is_its_own_place(miniport, project: Path, tmp_path: Path):
    put(project, {"util.js": "export function greet(){throw 1}\n"})
    assert miniport("pack", project, "--target", "alipay", "--out", tmp_path / "out").code == 0
    (tmp_path / "stack.txt").write_text("at greet (util.js:1:25)\nat f (pages/a/a.js:1:40)\n")
    ran = miniport("trace", tmp_path / "stack.txt", "--archive", tmp_path / "out" / "tea-1.0-alipay.zip")
    assert "util.js:1:25" in ran.out
    assert "pages/a/a.js:2:8" in ran.out


def test_maps_that_are_not_there_are_told(miniport, project: Path, tmp_path: Path):
    (tmp_path / "stack.txt").write_text("at f (app.js:1:2)")
    ran = miniport("trace", tmp_path / "stack.txt", "--archive", tmp_path / "none.zip")
    assert (ran.code, "MP372" in ran.out) == (2, True)
