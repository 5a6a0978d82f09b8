"""The table of elements says what the packs say, and is not empty."""

from __future__ import annotations

from miniport.facts import Kind
from miniport.targets.pack import bundled_pack
from scripts.write_elements import PAGE, TARGETS, done, elements, page, things


def test_the_document_says_what_the_packs_say():
    assert PAGE.read_text("utf-8") == page(), "run `make docs`"


def test_what_a_target_lacks_is_not_counted():
    native = bundled_pack("alipay")
    wanted = things(native, "button")
    assert (Kind.ATTRIBUTE, "scope") in wanted
    for target in TARGETS:
        found = done(bundled_pack(target), "button", wanted)
        assert (Kind.ATTRIBUTE, "size") in found
        assert (Kind.ATTRIBUTE, "scope") not in found


def test_nothing_of_a_plain_box_is_counted():
    native = bundled_pack("alipay")
    assert "lottie" in elements(native)
    assert done(bundled_pack("web"), "lottie", things(native, "lottie")) == frozenset()
