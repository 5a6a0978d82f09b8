"""Production output: smaller, and the same to every reader but a person."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from miniport.syntax.markup import parse_markup
from miniport.syntax.markup_tree import Element, Part, Plain, Text, walk_nodes
from miniport.syntax.tree import parse
from miniport.targets.pack import bundled_pack
from miniport.transform.minify_markup import small_markup
from miniport.transform.minify_script import small_script
from miniport.transform.minify_style import small_style
from tests.examples.apps import ROOT

EXAMPLES = ROOT / "examples"

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
        assert len(small) <= len(text)


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


TEMPLATES = [
    # What is written stays, and one white space between two things that show.
    (
        "<view\n  class='a  b'>\n    <!-- no -->\n    <text>\n  said  </text>\n\n  </view>\n",
        "<view class='a  b'>\n<text>\n  said  </text>\n</view>\n",
    ),
    ("<text>\n\n<text>a</text> <!-- b --> </text>", "<text>\n\n<text>a</text>  </text>"),
    ("<text>a</text> <!-- b --> <text>c</text>", "<text>a</text> <text>c</text>"),
    ("<text>a</text><!-- b --><text>c</text>", "<text>a</text><text>c</text>"),
    # Attributes are told apart by one blank, and by none where they need none.
    ("<view  a='1'\n\tb\n  c=\"2\"  ></view >", "<view a='1' b c=\"2\"></view >"),
    ("<image\n  src='a'\n/>", "<image src='a'/>"),
    ("<image src=a\n/>", "<image src=a\n/>"),
    # Definitions show nothing where they stand; branches stand together.
    (
        "<import src='./a.axml'/>\n\n<import-sjs name='m' from='./m.sjs'/>\n"
        "<template name='t'>\n  <view/>\n</template>\n<t/>",
        "<import src='./a.axml'/>\n<import-sjs name='m' from='./m.sjs'/>"
        "<template name='t'>\n<view/>\n</template><t/>",
    ),
    (
        "<view a:if='{{a}}'/>\n  <!-- or -->\n<view a:elif='{{b}}'/> <view a:else/>\n<view/>",
        "<view a:if='{{a}}'/><view a:elif='{{b}}'/><view a:else/>\n<view/>",
    ),
    # Braces of an expression do not meet those of its mustache.
    (
        "<view a='{{  x + 1 }}' b='{{ {c: 1} }}'>{{ y }} </view>",
        "<view a='{{x + 1}}' b='{{ {c: 1} }}'>{{y}} </view>",
    ),
    ("<view>\n   <text>", "<view>\n   <text>"),
]


@pytest.mark.parametrize(("text", "small"), TEMPLATES)
def test_a_template_keeps_what_may_be_seen(text: str, small: str):
    dialect = bundled_pack("alipay").dialect
    assert small_markup(text, dialect) == small
    assert small_markup(small, dialect) == small


def said(text: str) -> list[object]:
    """Return what a template says: its elements with their attributes, and its texts, without blanks."""
    nodes = walk_nodes(parse_markup(text, bundled_pack("alipay").dialect))
    told: list[object] = []
    for node in nodes:
        if isinstance(node, Element):
            told.append((node.tag, *((each.name, spoken(text, each.parts)) for each in node.attributes)))
        elif isinstance(node, Text) and not node.is_blank:
            told.append(spoken(text, node.parts))
    return told


def spoken(text: str, parts: Sequence[Part]) -> list[str]:
    plain = (part.text if isinstance(part, Plain) else text[slice(*part.inner)].strip() for part in parts)
    return list(plain)


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.axml")), ids=lambda path: path.name)
def test_a_small_template_says_the_same(path: Path):
    text = path.read_text("utf-8")
    small = small_markup(text, bundled_pack("alipay").dialect)
    assert said(small) == said(text)
    assert len(small) <= len(text)
