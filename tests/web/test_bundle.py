"""The browser files of an app: which pieces go in, and that equal input gives equal bytes."""

from __future__ import annotations

import re

import pytest

from miniport.facts import Kind, Use
from miniport.posix import PurePosixPath
from miniport.source import Source, Span
from miniport.targets.pack import bundled, bundled_pack
from miniport.web.bundle import WebParts, app_script, template_definition, web_files
from miniport.web.pieces import manifest, needed, runtime_script, runtime_style
from tests.runtime.small_app import SmallApp

WEB, SIMULATOR = bundled()["web"], bundled_pack("simulator")


def use(kind: Kind, name: str, owner: str = "", *, is_known: bool = True) -> Use:
    return Use(kind, name, Span(0, 0), owner, is_known=is_known)


@pytest.mark.parametrize(
    ("found", "pieces"),
    [
        ([], ()),
        ([use(Kind.COMPONENT, "view"), use(Kind.COMPONENT, "text")], ()),
        ([use(Kind.COMPONENT, "image")], ("element/image",)),
        ([use(Kind.COMPONENT, "view"), use(Kind.ATTRIBUTE, "hover-class", "view")], ("element/view",)),
        ([use(Kind.API, "setStorageSync"), use(Kind.API, "getStorage")], ("api/storage", "part/call")),
        ([use(Kind.COMPONENT, "navigator")], ("element/navigator", "part/navigation")),
    ],
    ids=["nothing", "boxes", "element", "attribute", "api", "what a piece asks for"],
)
def test_what_an_app_uses_tells_its_pieces(found: list[Use], pieces: tuple[str, ...]):
    assert needed(found, WEB) == tuple(sorted((*pieces, "host/browser")))


def test_a_computed_api_name_could_be_any_so_all_pieces_with_apis_go_in():
    pieces = needed([use(Kind.API, "*", is_known=False)], WEB)
    assert "api/storage" in pieces
    # What the simulator alone has is no platform's.
    simulated = set(SIMULATOR.pieces(Kind.API).values()) - set(WEB.pieces(Kind.API).values())
    with_apis = {name for name, piece in manifest().pieces.items() if piece.apis} - simulated
    asked_for = {need for name in with_apis for need in manifest().pieces[name].needs}
    assert set(pieces) == {"host/browser", *asked_for, *with_apis}


def test_every_piece_that_the_pack_names_is_built():
    named = {*WEB.pieces(Kind.API).values(), *WEB.pieces(Kind.COMPONENT).values()}
    assert named - set(manifest().pieces) == set()


def test_the_licences_of_what_is_in_the_runtime_go_with_it():
    files = SmallApp({"pages/a/a.axml": ""}).bundle()
    notice = files[PurePosixPath("NOTICE.txt")].decode("utf-8")
    assert notice.startswith("preact ")
    assert "The MIT License" in notice
    assert files[PurePosixPath("runtime.js")].startswith(b"/*! holds preact ")


def test_the_runtime_is_the_core_and_the_pieces_that_were_asked_for():
    text = runtime_script(["element/image"]).decode("utf-8")
    assert text.index('miniport.define("miniport:element/image"') > text.index("miniport:core")
    assert b"mp-image" in runtime_style(["element/image"], is_dark=False)
    assert b"mp-image" not in runtime_style([], is_dark=False)


@pytest.mark.parametrize("name", ["core.js", *(piece.file for piece in manifest().pieces.values())])
def test_no_piece_evaluates_text_and_none_is_a_module(name: str):
    from miniport import resources

    text = resources.runtime_file(name).decode("utf-8")
    assert re.search(r"\beval\(|new Function|\bimport\s*\(|^(import|export) ", text, re.MULTILINE) is None


def test_equal_parts_give_equal_bytes_and_assets_stay_as_they_are():
    app = SmallApp({"pages/a/a.axml": "<view>{{n}}</view>"}, assets={PurePosixPath("x.png"): b"\x00"})
    first, second = app.bundle(), app.bundle()
    assert first == second
    assert list(first) == sorted(first)
    assert first[PurePosixPath("x.png")] == b"\x00"


def test_app_js_ends_with_the_start_and_has_no_line_separator():
    module = Source(PurePosixPath("a.axml"), template_definition("/a.axml", "exports.x = 1;\n"))
    parts = WebParts((module,), {"title": "茶\u2028"}, (), "", {})
    text = "".join(piece.text for piece in app_script(parts))
    assert text.endswith('miniport.start({\n "title": "茶\\u2028"\n});\n')
    assert text.startswith(
        'miniport.define("/a.axml", [], function (require, module, exports) {\nexports.x = 1;\n});'
    )
    assert PurePosixPath("app.css") in web_files(parts)
