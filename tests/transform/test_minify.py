"""Production output: smaller, and the same to every reader but a person."""

import subprocess
from pathlib import Path

import pytest

from miniport.syntax.tree import parse
from miniport.targets.pack import bundled_pack
from miniport.transform.minify_markup import small_markup
from miniport.transform.minify_script import small_script
from miniport.transform.minify_style import small_style

SCRIPTS = [
    ("const a = 1; // one\n\nlet  b = a\n(b)\n", "const a=1;let b=a\n(b)\n"),
    ("a\n++b\n", "a\n++b\n"),
    ("x = a + +b - -c + ++d;\n", "x=a+ +b- -c+ ++d;\n"),
    ("return_ = /a b/ .test('  // no ') / 2 / /c/\n", "return_= /a b/ .test('  // no ') / 2 / /c/\n"),
    ("f(`a  ${ b }  c`, 1 .x, a ? .5 : 0)\n", "f(`a  ${ b }  c`,1 .x,a? .5:0)\n"),
    ("/*! notice */\n/* not */ go( ) // @license x\nstop()\n", "/*! notice */\ngo() // @license x\nstop()\n"),
    ("const 茶 = '🧋  🧋' ; 茶 in 茶\n", "const 茶='🧋  🧋';茶 in 茶\n"),
    ("function f() {\n  return\n  1\n}\n", "function f(){return\n1}\n"),
    ("let x = {\n  a,\n\n  b : 2,\n}\nlet y\n", "let x={a,b:2,}\nlet y\n"),
    ("broken ( {\n", "broken ( {\n"),
]


@pytest.mark.parametrize(("text", "small"), SCRIPTS)
def test_a_script_loses_what_says_nothing(text: str, small: str):
    assert small_script(text) == small
    assert small_script(small) == small


def shape(text: str) -> list[str]:
    """Return the kinds and words of a script's leaves, comments aside."""
    found, nodes = [], [parse(text)]
    while nodes:
        node = nodes.pop()
        if node.child_count == 0 and node.type not in ("comment", ";"):
            found.append(f"{node.type} {text[node.start_byte : node.end_byte]}")
        nodes.extend(reversed(node.children))
    return found


def test_every_script_of_the_examples_keeps_its_shape(root: Path):
    paths = [*(root / "examples").rglob("*.js"), *(root / "miniport/runtime/src").rglob("*.js")]
    for path in paths:
        text = path.read_text("utf-8")
        small = small_script(text)
        assert shape(small) == shape(text), path
        assert len(small) < len(text)


@pytest.mark.node
def test_a_small_script_runs_as_the_long_one(node: str, tmp_path: Path):
    text = (Path(__file__).parent / "minify_sample.js").read_text("utf-8")
    said = []
    for name, script in (("long.js", text), ("small.js", small_script(text))):
        (tmp_path / name).write_text(script, "utf-8")
        done = subprocess.run([node, str(tmp_path / name)], capture_output=True, text=True, check=True)
        said.append(done.stdout)
    assert said[0] == said[1] != ""


SHEETS = [
    (".a , .b > .c {\n  color : red ;\n  margin: 0 auto;\n}\n\n", ".a,.b > .c{color : red;margin: 0 auto}\n"),
    (
        '/* no */ /*! yes */ a :hover{ content: "; } /* x */" }\n',
        '/*! yes */ a :hover{content: "; } /* x */"}\n',
    ),
    (
        "@media (a) and (b) { .x { width: calc(1px + 2rpx) } }",
        "@media (a) and (b){.x{width: calc(1px + 2rpx)}}\n",
    ),
    (":root { --empty: ; --b: 1 }", ":root{--empty: ;--b: 1}\n"),
    (".a { background: url( a b.png ) }", ".a{background: url( a b.png )}\n"),
]


@pytest.mark.parametrize(("text", "small"), SHEETS)
def test_a_sheet_loses_what_says_nothing(text: str, small: str):
    assert small_style(text) == small
    assert small_style(small) == small


def test_a_template_keeps_what_may_be_seen():
    dialect = bundled_pack("alipay").dialect
    text = "<view\n  class='a  b'>\n    <!-- no -->\n    <text>\n  said  </text>\n\n  </view>\n"
    assert small_markup(text, dialect) == "<view\n  class='a  b'>\n\n<text>\n  said  </text>\n</view>\n"
    broken = "<view>\n   <text>"
    assert small_markup(broken, dialect) == broken
