"""`miniport links`: the links that packs describe, and codes that decode to them."""

import io
import json
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import zxingcpp
from PIL import Image

from miniport import rules
from miniport.archive.link import drawn, picture
from miniport.targets.pack import bundled_pack
from tests.bad.row import put

SETTINGS = """name: tea
version: '1.0'
targets: {weibo: {appId: 'abcd1234'}, alipay: {appId: '2021000000000000'}}
"""
ALL = ("--target", "alipay", "--target", "web", "--target", "weibo", "--base", "https://tea.example.com/")
QUERY = ("--query", "cup=3", "--query", "name=茶 & 水")


@pytest.fixture
def linked(project: Path) -> Path:
    put(project, {"miniport.yaml": SETTINGS})
    return project


def addresses(miniport, project: Path, *options: str) -> dict[tuple[str, str], str]:
    """Return the links by target and kind."""
    ran = miniport("links", project, *ALL, *options, "--format", "json")
    assert ran.code == 0, ran.err
    return {(each["target"], each["kind"]): each["url"] for each in json.loads(ran.out)["links"]}


def test_links_have_the_forms_that_the_platforms_document(miniport, linked: Path):
    assert addresses(miniport, linked) == {
        ("alipay", "app"): "alipays://platformapi/startapp?appId=2021000000000000&page=pages/a/a",
        ("alipay", "web"): "https://ds.alipay.com/?scheme=alipays%3A%2F%2Fplatformapi%2Fstartapp%3FappId"
        "%3D2021000000000000%26page%3Dpages%2Fa%2Fa",
        ("web", "page"): "https://tea.example.com/#/pages/a/a",
        ("weibo", "app"): "sinaweibo://wbox?id=abcd1234&page=pages/a/a",
        ("weibo", "web"): "https://m.weibo.cn/c/wbox?id=abcd1234&page=pages/a/a",
    }


def test_what_a_page_is_given_arrives_whole(miniport, linked: Path):
    found = addresses(miniport, linked, "--page", "/pages/a/a", *QUERY)
    given = {"cup": ["3"], "name": ["茶 & 水"]}
    _, _, page = found["alipay", "app"].partition("&page=")
    assert parse_qs(unquote(page.partition("?")[2])) == given
    inner = unquote(found["alipay", "web"].partition("scheme=")[2])
    assert inner == found["alipay", "app"]
    assert parse_qs(found["web", "page"].partition("?")[2]) == given
    weibo = parse_qs(urlsplit(found["weibo", "app"]).query)
    assert weibo == {"id": ["abcd1234"], "page": ["pages/a/a"], **given}


@pytest.mark.parametrize(
    ("settings", "options", "rule"),
    [
        (SETTINGS, ("--page", "pages/a/b"), rules.LINK_PAGE_ABSENT),
        ("name: tea\n", (), rules.LINK_NEEDS),
    ],
)
def test_a_link_that_would_not_work_is_not_made(miniport, project: Path, settings: str, options, rule):
    put(project, {"miniport.yaml": settings})
    ran = miniport("links", project, "--target", "weibo", *options)
    assert ran.code == 2
    assert rule.code in ran.err and ran.out == ""


def test_a_name_that_the_platform_keeps_goes_behind_a_prefix(miniport, linked: Path):
    ran = miniport("links", linked, *ALL, "--query", "id=3", "--query", "mp.x=4", "--format", "json")
    found = {(each["target"], each["kind"]): each["url"] for each in json.loads(ran.out)["links"]}
    assert found["weibo", "app"] == "sinaweibo://wbox?id=abcd1234&page=pages/a/a&mp.id=3&mp.mp.x=4"
    assert found["web", "page"].endswith("?id=3&mp.x=4")
    assert ran.code == 0
    assert rules.LINK_NAME_TAKEN.code in ran.err and '"mp.id"' in ran.err


def test_the_shell_takes_away_the_prefix_that_links_have(root: Path):
    reserved = bundled_pack("weibo").release.links.reserved
    assert reserved is not None
    shell = (root / "miniport" / "runtime" / "src" / "service" / "query.js").read_text("utf-8")
    assert f'const PREFIX = "{reserved.prefix}";' in shell


def test_a_target_without_a_link_keeps_no_other_back(miniport, linked: Path, tmp_path: Path):
    put(linked, {"miniport.yaml": "targets: {alipay: {appId: '2021000000000000'}}\n"})
    both = ("--target", "alipay", "--target", "weibo", "--qr", "png", "--out", tmp_path)
    ran = miniport("links", linked, *both)
    assert (ran.code, rules.LINK_NEEDS.code in ran.err) == (1, True)
    assert sorted(path.name for path in tmp_path.glob("*.png")) == ["alipay-app.png", "alipay-web.png"]


def test_a_placeholder_makes_no_link(miniport, linked: Path):
    put(linked, {"miniport.yaml": "targets: {weibo: {appId: '0000000000'}}\n"})
    ran = miniport("links", linked, "--target", "weibo")
    assert (rules.LINK_NEEDS.code in ran.err, "0000000000" in ran.out) == (True, False)
    assert ran.code != 0


def test_a_left_out_page_has_no_link(miniport, project: Path):
    put(project, {"app.json": '{"pages": ["pages/a/a", "pages/b/b"]}', "pages/b/b.axml": "<view/>"})
    put(project, {"pages/b/b.js": "Page({});"})
    put(project, {"miniport.yaml": "targets: {web: {pages: {exclude: [pages/b/**]}}}\n"})
    link = ("links", project, "--target", "web", "--base", "https://tea.example.com/", "--page")
    assert miniport(*link, "pages/a/a").code == 0
    assert miniport(*link, "pages/b/b").code == 2


def read(image: Image.Image) -> str:
    """Return what the QR code in a picture says."""
    (found,) = zxingcpp.read_barcodes(image)
    return found.text


def as_image(text: str) -> Image.Image:
    """Return lines of half blocks as a picture, light where something is drawn."""
    lines = text.splitlines()
    image = Image.new("L", (len(lines[0]), len(lines) * 2), 0)
    for row, line in enumerate(lines):
        for column, mark in enumerate(line):
            image.putpixel((column, row * 2), 255 if mark in "█▀" else 0)
            image.putpixel((column, row * 2 + 1), 255 if mark in "█▄" else 0)
    return image.resize((image.width * 6, image.height * 6), Image.Resampling.NEAREST)


def test_codes_decode_to_the_links(miniport, linked: Path, tmp_path: Path):
    found = addresses(miniport, linked, *QUERY)
    assert miniport("links", linked, *ALL, *QUERY, "--qr", "png", "--out", tmp_path / "png").code == 0
    for (target, kind), address in found.items():
        assert read(Image.open(tmp_path / "png" / f"{target}-{kind}.png")) == address
        assert read(as_image(drawn(address))) == address
        assert picture(address, "png") == (tmp_path / "png" / f"{target}-{kind}.png").read_bytes()
    shown = miniport("links", linked, *ALL, "--qr", "terminal").out
    assert all(drawn(address) in shown for address in addresses(miniport, linked).values())


@pytest.mark.browser
def test_a_drawn_code_decodes_as_a_browser_shows_it(miniport, page, linked: Path, tmp_path: Path):
    assert miniport("links", linked, *ALL, *QUERY, "--qr", "svg", "--out", tmp_path).code == 0
    found = addresses(miniport, linked, *QUERY)
    for (target, kind), address in found.items():
        page.set_content((tmp_path / f"{target}-{kind}.svg").read_text("utf-8").partition("?>")[2])
        assert read(Image.open(io.BytesIO(page.screenshot(full_page=True)))) == address


def test_pictures_of_links_are_no_source(miniport, linked: Path):
    page = ("--page", "pages/a/a", "--qr", "svg")
    assert miniport("links", linked, *page).code == 0
    assert miniport("build", linked, "--target", "web").code == 0
    assert list((linked / "dist/links").iterdir())
    assert not list((linked / "dist/web").rglob("*.svg"))
