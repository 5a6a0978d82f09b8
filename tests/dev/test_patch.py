"""An app's script without the modules that stayed as they were."""

import re

from hypothesis import given
from hypothesis import strategies as st

from miniport.dev.patch import patched

MODULES = st.dictionaries(
    st.sampled_from(["/a.js", "/a/b.js", "/b.js", "/c.axml", "/d.js"]),
    st.text("ab\n;(", max_size=6),
    min_size=1,
)
CONFIGS = st.sampled_from(["{}", '{\n "pages": []\n}'])


def script(modules: dict[str, str], config: str) -> bytes:
    definitions = [
        f'miniport.define("{id_}", [], function () {{\n{text}\n}});\n' for id_, text in modules.items()
    ]
    return ("".join(definitions) + f"miniport.start({config});\n").encode()


def defined(text: bytes) -> dict[bytes, tuple[int, bytes]]:
    """Return each module with the line that it begins in and its text."""
    found = re.finditer(rb'^miniport\.define\("([^"]*)".*?\n\}\);\n', text, re.MULTILINE | re.DOTALL)
    return {match[1]: (text.count(b"\n", 0, match.start()), match[0]) for match in found}


@given(MODULES, CONFIGS, MODULES, CONFIGS)
def test_what_is_new_or_other_is_there_at_its_line_and_so_is_the_start(old, old_config, new, config):
    before, after = script(old, old_config), script(new, config)
    whole, part, known = defined(after), defined(patched(before, after)), defined(before)
    assert part.items() <= whole.items()
    other = {id_ for id_, (_, text) in whole.items() if id_ not in known or known[id_][1] != text}
    assert other <= part.keys()
    start = f"miniport.start({config});\n".encode()
    assert patched(before, after).endswith(start)
    assert patched(before, after).count(b"\n") == after.count(b"\n")


def test_one_changed_module_of_many_comes_with_its_neighbour_at_most():
    old = {f"/{number}.js": "x" for number in range(100)}
    before, after = script(old, "{}"), script({**old, "/50.js": "y"}, "{}")
    assert {b"/50.js"} <= defined(patched(before, after)).keys() <= {b"/50.js", b"/51.js"}


def test_a_script_of_another_form_comes_whole():
    assert patched(b"var a", b"var b") == b"var b"
