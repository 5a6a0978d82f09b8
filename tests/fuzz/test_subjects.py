"""What the fuzzer demands, asked with texts that Hypothesis puts together; with what the fuzzer found."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.fuzz.linear import slowdown
from tests.fuzz.seeds import SCRIPT
from tests.fuzz.subjects import check_expression, check_markup, check_source_script
from tests.syntax.strategies import expressions, templates

scripts = st.lists(
    st.sampled_from((*SCRIPT, "a", "b", "(", ")", "{", "}", "[", "]", ";", ",", ":", "=", "\n", " "))
)
scripts = scripts.map("".join) | st.text(max_size=40)


@given(templates)
def test_any_template_is_read_printed_respelled_and_compiled(text: str):
    check_markup(text)


@given(expressions)
@example("¼")
@example("a²")
@example("void  ,")
@example("delete ,//x")
def test_any_expression_is_read_printed_and_compiled(text: str):
    check_expression(text)


@given(scripts)
@example("\n#!")
@example("// a\n#!")
@example("<!-- a\n/* b */ #!x")
@example("#!x from 'a'\nb(;")
def test_any_script_is_read_and_compiled(text: str):
    check_source_script(text)


@pytest.mark.parametrize("text", ["a", "<view>{{"])
def test_a_slow_reader_is_told_from_a_quick_one(text: str):
    assert slowdown(len, text, lambda read, whole: 1e-5 * read(whole)) is None
    assert slowdown(len, text, lambda read, whole: 1e-8 * read(whole) ** 2) is not None


def test_a_text_that_is_read_only_in_even_numbers_is_not_taken_for_slow():
    text = "`" + "x" * 89

    def cost(read, whole):
        return 1e-5 * read(whole) * (1 if whole.count("`") % 2 else 10)

    # 23 backticks in the small text, 178 in the large one.
    assert slowdown(len, text, cost) is None
