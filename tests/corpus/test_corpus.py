"""The parts of the corpus runner that need no browser: documents, places of complaints, what is explained."""

from __future__ import annotations

from pathlib import Path

from miniport.posix import PurePosixPath
from tests.corpus.document import read
from tests.corpus.library import Library, make
from tests.corpus.run import main
from tests.corpus.table import Known, known, why
from tests.corpus.trace import Modules, Problem

DOCUMENT = """
# Card

```json
"usingComponents": {
#if ALIPAY
  "a-card": "lib/es/Card/index"
#endif
#if WECHAT
  "a-card": "lib/Card/index"
#endif
}
```

```xml
<a-card title="t" />
```

### Card

| 属性 | 说明 | 类型 | 默认值 |
| ---- | ---- | ---- | ---- |
| size | 可选 `small`、`large` | string | small |
| #if ALIPAY onTap | 点击 | (e: Event) => void | - |
| #if WECHAT bindtap | 点击 | (e: Event) => void | - |
| footer | 页脚 | slot | - |
"""
BUNDLE = (
    b'miniport.define("/a.js", [], function () {\n\n});\nminiport.define("/b.axml", [], function () {\n});\n'
)


def test_a_document_says_what_a_component_takes():
    document = read(DOCUMENT)
    assert document.listed == {"a-card": "lib/es/Card/index"}
    assert document.templates == ('<a-card title="t" />\n',)
    ((heading, rows),) = document.tables
    assert heading == "Card"
    assert [(row.name, row.words, row.is_slot) for row in rows] == [
        ("size", ("small", "large"), False),
        ("onTap", (), False),
        ("footer", (), True),
    ]


def test_a_complaint_is_told_by_the_module_it_comes_from():
    modules = Modules({PurePosixPath("app.js"): BUNDLE})
    said = (
        "[miniport] /a onLoad: x is not defined ReferenceError: x is not defined\n"
        "    at Object.onLoad (http://site.test/app/app.js:2:5)\n"
        "    at E (http://site.test/app/runtime.js:2:9)"
    )
    text = "[miniport] /a onLoad: x is not defined"
    assert modules.problem(said) == Problem(text, "/a.js:2 Object.onLoad < runtime E", False)
    assert modules.problem("TypeError: y\n    at http://site.test/app/app.js:4:1").is_ours


def test_an_explanation_is_of_one_project_and_a_page_or_all():
    explained = (Known("a", "*", "is not defined", "slip"), Known("a", "p", "nothing visible", "waits"))
    assert why(explained, "a", "q", "x is not defined [/a.js:1]") == "slip"
    assert why(explained, "b", "q", "x is not defined [/a.js:1]") is None
    assert why(explained, "a", "q", "nothing visible") is None


def test_a_general_table_is_about_the_component_its_document_is_called_after(tmp_path: Path):
    package = tmp_path / "node_modules" / "lib"
    for name in ("ActionSheet", "Badge"):
        folder = package / "es" / name
        folder.mkdir(parents=True)
        (folder / "index.json").write_text('{"component": true}', "utf-8")
        (folder / "index.js").write_text("Component({});", "utf-8")
        (folder / "index.axml").write_text("<view />", "utf-8")
    rows = "| 属性 | 说明 | 类型 |\n| ---- | ---- | ---- |\n| text | 文本 | string |\n"
    documents = {name: read(f"## 属性\n\n{rows}") for name in ("Badge", "Elsewhere")}
    make(Library("lib", package, documents), tmp_path)
    page = tmp_path / "pages" / "Badge-properties" / "index.axml"
    assert "<badge  text=" in page.read_text("utf-8")
    assert not (tmp_path / "pages" / "Elsewhere-properties").exists()


def test_what_is_known_can_be_read():
    assert all(each.why for each in known())


def test_the_command_line_can_be_started():
    assert main.__doc__ is not None
