"""Small apps made by hand: files in a dict, as a browser bundle, served without a server."""

from __future__ import annotations

import mimetypes
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from miniport.analyze.app import File
from miniport.analyze.describe import Described
from miniport.bundle import Bundle
from miniport.dialect import FileKind
from miniport.facts import Json, Link
from miniport.posix import PurePosixPath
from miniport.source import Source
from miniport.syntax.markup import parse_markup
from miniport.syntax.script import parse_script
from miniport.targets.pack import bundled
from miniport.web.bundle import SCRIPTS, STYLES, WebParts, template_definition, web_files
from miniport.web.pieces import manifest
from miniport.web.render import render
from miniport.web.restless import marked, restless_alone, restless_files
from miniport.web.template import Template
from miniport.web.writer import literal

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page, Route

ORIGIN = "http://app.test/"
NAMES = (
    *("my", "App", "Page", "Component", "Mixin", "getApp", "getCurrentPages"),
    *("global", "globalThis"),
)
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob: http://tiles.test; "
    "connect-src 'self'; media-src 'self'; frame-src http://other.test"
)


@dataclass(frozen=True)
class SmallApp:
    """`files`: path -> text. Units are `pages`, and what `tags` (unit -> tag -> path) names."""

    files: Mapping[str, str]
    pages: tuple[str, ...] = ("pages/a/a",)
    tags: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    config: Mapping[str, Json] = field(default_factory=dict)
    style: str = ""
    assets: Bundle = field(default_factory=dict)
    models: tuple[str, ...] = ()

    def bundle(self) -> Bundle:
        """Return the files of the site."""
        pieces = tuple(manifest().pieces)
        config = {**self._config(), **self.config}
        host = f"host/{config['host']['name']}"
        kept = tuple(
            name
            for name in pieces
            if not name.startswith(("host/", "model/")) or name in (host, *self.models)
        )
        config["pieces"] = [f"miniport:{name}" for name in kept]
        definitions = (*self._scripts(), *self._templates())
        modules = tuple(Source(PurePosixPath("module"), text) for text in definitions)
        styles = (Source(PurePosixPath("app.acss"), self.style),)
        return web_files(WebParts(modules, config, kept, styles, self.assets))

    def _config(self) -> dict[str, Json]:
        components = {path for tags in self.tags.values() for path in tags.values()}
        return {
            "id": "small",
            "app": "/app.js" if "app.js" in self.files else None,
            "pages": [{"path": path, **self._unit(path)} for path in self.pages],
            "components": {f"/{path}": self._unit(path) for path in sorted(components)},
            "host": {"name": "browser"},
            "styles": {"sheets": {}, "pages": {}, "units": {}},
        }

    def _unit(self, path: str) -> dict[str, Json]:
        tags = self.tags.get(path, {})
        return {
            "script": f"/{path}.js" if f"{path}.js" in self.files else None,
            "template": f"/{path}.axml" if f"{path}.axml" in self.files else None,
            "components": {tag: f"/{component}" for tag, component in tags.items()},
            "config": {},
        }

    def _scripts(self) -> list[str]:
        head = f"{literal(list(NAMES))}, function (require, module, exports, {', '.join(NAMES)})"
        return [
            f"miniport.define({literal('/' + path)}, {head} {{\n{text}\n}});\n"
            for path, text in self.files.items()
            if path.endswith((".js", ".sjs"))
        ]

    def _templates(self) -> list[str]:
        reader = bundled()["alipay"]
        names = [path for path in self.files if path.endswith(".axml")]
        every = frozenset(tag for tags in self.tags.values() for tag in tags)
        # Requests in these files are written from the root.
        links = {
            (link, f"/{path}"): PurePosixPath(path)
            for path in self.files
            for link in (Link.MODULE, Link.TEMPLATE, Link.INCLUDE)
        }
        templates = {
            PurePosixPath(path): Template(
                PurePosixPath(path), parse_markup(self.files[path], reader.dialect), reader, links, every
            )
            for path in names
        }
        modules = self._modules()
        restless = restless_files(templates, modules, restless_alone(templates, modules))
        templates = {path: marked(template, restless) for path, template in templates.items()}
        return [
            template_definition(f"/{path}", render(template, templates).body)
            for path, template in templates.items()
        ]

    def _modules(self) -> Mapping[PurePosixPath, File]:
        return {
            path: script_module(path, text)
            for path, text in ((PurePosixPath(name), text) for name, text in self.files.items())
            if path.suffix == ".sjs"
        }


def script_module(path: PurePosixPath, text: str, *imports: str) -> File:
    """Return a script module of templates as the analysis has it; it imports files by their path."""
    resolved = {(Link.MODULE, name): PurePosixPath(name) for name in imports}
    described = Described(parse_script(text))
    dialect = bundled()["alipay"].dialect
    return File(path, path, FileKind.MODULE, dialect, b"", Source(path, text), described, resolved)


def serve(
    page: Page, bundle: Bundle, hash_: str = "", answers: Mapping[str, tuple[int, str]] | None = None
) -> None:
    """Open the bundle's page; every request is answered from it, or from `answers` (path -> status, text)."""
    links = "".join(f'<link rel="stylesheet" href="{name}">' for name in STYLES)
    scripts = "".join(f'<script src="{name}"></script>' for name in SCRIPTS)
    html = f"<!doctype html><meta charset=utf-8><head>{links}</head><body>{scripts}</body>"

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN).partition("?")[0].partition("#")[0]
        if path == "":
            route.fulfill(body=html, content_type="text/html", headers={"content-security-policy": POLICY})
        elif answers and path in answers:
            status, text = answers[path]
            route.fulfill(status=status, body=text, content_type="application/json")
        elif (content := bundle.get(PurePosixPath(path))) is not None:
            kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
            route.fulfill(body=content, content_type=kind)
        else:
            route.fulfill(status=404, body="")

    page.route("**/*", answer)
    page.goto(ORIGIN + (f"#{hash_}" if hash_ else ""))


PATIENCE = 20.0
"""Seconds. On a busy machine a browser paints when it can."""


@dataclass
class Running:
    """An app in a page: what it wrote to the console, and ways to look at it."""

    page: Page
    log: list[str]
    problems: list[str]

    def settle(self) -> None:
        """Wait until what was asked for is painted."""
        self.page.evaluate("() => new Promise((done) => setTimeout(() => setTimeout(done)))")

    def take(self) -> list[str]:
        """Return what was logged since the last time."""
        self.settle()
        taken = self.log[:]
        self.log.clear()
        return taken

    def wait(self, holds: Callable[[], bool]) -> bool:
        """Wait for a condition; whether it came to hold."""
        end = time.monotonic() + PATIENCE
        while not (held := holds()) and time.monotonic() < end:
            self.settle()
        return held

    def logged(self, count: int) -> list[str]:
        """Wait until so many lines were logged and return them."""
        if self.wait(lambda: len(self.log) >= count):
            return self.take()
        raise AssertionError(f"{count} lines were expected, {self.log} came; {self.problems}")

    def heard(self, line: str) -> list[str]:
        """Wait until a line was logged and return all that was."""
        if self.wait(lambda: line in self.log):
            return self.log
        raise AssertionError(f"{line!r} was expected, {self.log} came; {self.problems}")

    def text(self, selector: str = ".mp--page:not([hidden])") -> str:
        """Return the text an element shows, lines joined by a bar."""
        self.settle()
        return "|".join(line for line in self.page.inner_text(selector).split("\n") if line)

    def html(self, selector: str = ".mp--page:not([hidden]) mp-page") -> str:
        """Return what is inside an element."""
        self.settle()
        return self.page.inner_html(selector)

    def click(self, selector: str) -> list[str]:
        """Click an element and return what was logged."""
        self.page.click(f".mp--page:not([hidden]) {selector}")
        return self.take()

    def until(self, text: str) -> None:
        """Wait until the page on top shows a text."""
        self.page.wait_for_selector(f".mp--page:not([hidden]) :text('{text}')")


def start(
    page: Page, app: SmallApp, hash_: str = "", answers: Mapping[str, tuple[int, str]] | None = None
) -> Running:
    """Open an app and wait for its first page."""
    running = Running(page, [], [])

    def heard(message: ConsoleMessage) -> None:
        (running.problems if message.type in ("error", "warning") else running.log).append(message.text)

    page.on("console", heard)
    page.on("pageerror", lambda error: running.problems.append(f"uncaught: {error}"))
    serve(page, app.bundle(), hash_, answers)
    page.wait_for_selector(".mp--page, .mp--lost", state="attached")
    running.settle()
    return running
