"""The forms of expressions in words."""

from __future__ import annotations

from collections.abc import Mapping

_FORMS: Mapping[str, tuple[str, str]] = {
    "array_spread": ("a spread in a list (...a)", "数组展开（...a）"),
    "arrow_function": ("an arrow function (x => y)", "箭头函数（x => y）"),
    "assignment": ("an assignment (a = b)", "赋值（a = b）"),
    "delete": ("delete", "delete 运算"),
    "exponent": ("an exponent (a ** b)", "指数运算（a ** b）"),
    "in": ("in", "in 运算"),
    "increment": ("a count (a++)", "自增或自减（a++）"),
    "instanceof": ("instanceof", "instanceof 运算"),
    "new_expression": ("new", "new 表达式"),
    "nullish_coalescing": ("a default (a ?? b)", "空值合并（a ?? b）"),
    "number_exponent": ("a number with an exponent (1e3)", "科学计数法（1e3）"),
    "number_hex": ("a hexadecimal number (0x10)", "十六进制数（0x10）"),
    "object_literal_braced": ("an object in braces ({a: b})", "花括号对象（{a: b}）"),
    "object_pairs_unbraced": ("pairs without braces (a: b)", "不带花括号的键值对（a: b）"),
    "object_spread_braced": ("a spread in an object ({...a})", "对象展开（{...a}）"),
    "object_spread_unbraced": ("a spread without braces (...a)", "不带花括号的展开（...a）"),
    "optional_call": ("an optional call (a?.())", "可选调用（a?.()）"),
    "optional_chain": ("an optional chain (a?.b)", "可选链（a?.b）"),
    "optional_index": ("an optional index (a?.[b])", "可选下标（a?.[b]）"),
    "regex_literal": ("a regular expression (/a/)", "正则表达式（/a/）"),
    "sequence_comma": ("a sequence (a, b)", "逗号表达式（a, b）"),
    "template_literal": ("a template literal (`a${b}`)", "模板字符串（`a${b}`）"),
    "typeof": ("typeof", "typeof 运算"),
    "unary_plus": ("a plus in front (+a)", "一元加号（+a）"),
    "void": ("void", "void 运算"),
}


def form_words(name: str) -> dict[str, str]:
    """Return a form of expression as `form_en` and `form_zh`."""
    plain = name.replace("_", " ")
    en, zh = _FORMS.get(name, (plain, plain))
    return {"form_en": en, "form_zh": zh}
