"""The loop from save to bundle: whatever is done to the files, the output follows without being asked."""

import queue
import threading
from pathlib import Path

import pytest

from miniport.dev.loop import run
from miniport.dev.rebuild import Rebuilt
from miniport.dev.watch import Watch
from tests.dev.sequences import warm

FILES = {
    "workspace/package.json": '{"name": "w", "workspaces": ["app", "kit"]}',
    "workspace/package-lock.json": "{}",
    "workspace/kit/package.json": '{"name": "kit", "main": "index.js"}',
    "workspace/kit/index.js": "export const kit = 1;\n",
    "workspace/app/app.json": '{"pages": ["pages/a/a"]}',
    "workspace/app/app.js": "import { kit } from 'kit';\nApp({ kit });\n",
    "workspace/app/pages/a/a.js": "Page({});\n",
    "workspace/app/pages/a/a.axml": "<view>a</view>\n",
    **{f"workspace/app/pages/a/m{number}.js": f"export default {number};\n" for number in range(200)},
}


class EndedError(Exception):
    """The test has seen enough."""


class Live:
    """A project in a running loop."""

    def __init__(self, top: Path) -> None:
        self.app = top / "workspace/app"
        self.made: queue.Queue[Rebuilt] = queue.Queue()
        self.troubles: list[Exception] = []
        self.is_over = False
        self.watch = Watch()
        self.thread = threading.Thread(target=self._run, daemon=True)

    def _run(self) -> None:
        try:
            run(warm(self.app), self.watch, self._attempt, self._tell)
        except EndedError:
            return

    def _attempt(self, rebuild):
        if self.is_over:
            raise EndedError
        try:
            return rebuild()
        except Exception as error:
            self.troubles.append(error)
            return None

    def _tell(self, rebuilt: Rebuilt) -> None:
        self.made.put(rebuilt)
        if self.is_over:
            raise EndedError

    def until(self, name: str, text: str | None) -> Rebuilt:
        """Wait until a file of the Alipay bundle holds a text, or is gone."""
        while True:
            rebuilt = self.made.get(timeout=60)
            place = self.app / "dist/alipay" / name
            if (place.read_text("utf-8") if place.is_file() else None) == text:
                return rebuilt

    def until_told(self, code: str) -> None:
        """Wait until a build tells a finding."""
        while code not in {found.rule.code for found in self.made.get(timeout=60).found()}:
            pass

    def write(self, name: str, text: str) -> None:
        place = self.app / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")


@pytest.fixture
def live(tmp_path):
    for name, text in FILES.items():
        place = tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    (tmp_path / "workspace/node_modules").mkdir()
    (tmp_path / "workspace/node_modules/kit").symlink_to("../kit")
    made = Live(tmp_path)
    made.thread.start()
    made.until("pages/a/a.js", "Page({});\n")
    yield made
    made.is_over = True
    made.write("app.js", "App({ last: 1 });\n")
    made.thread.join(60)
    made.watch.close()
    assert made.troubles == []
    assert not made.thread.is_alive()


def test_the_output_follows_whatever_happens(live):
    script = "pages/a/a.js"
    live.write(script, "Page({ n: 1 });\n")
    live.until(script, "Page({ n: 1 });\n")
    # As editors save that replace the file.
    live.write("pages/a/.a.js.new", "Page({ n: 2 });\n")
    (live.app / "pages/a/.a.js.new").replace(live.app / script)
    live.until(script, "Page({ n: 2 });\n")
    # Broken, and whole again.
    live.write("app.json", "{")
    assert live.made.get(timeout=60).targets == {}
    live.write("app.json", '{"pages": ["pages/a/a", "pages/b/b"]}')
    # A folder that was not there, whose files come one by one.
    live.write("pages/b/b.axml", "<view>b</view>\n")
    live.write("pages/b/b.js", "Page({ b: 1 });\n")
    live.until("pages/b/b.js", "Page({ b: 1 });\n")
    live.write("pages/b/b.js", "Page({ b: 2 });\n")
    live.until("pages/b/b.js", "Page({ b: 2 });\n")
    # A name in another case, and back: what asks for the file by its old name finds none.
    live.write(script, "require('./m0');\n")
    live.until(script, "require('./m0');\n")
    (live.app / "pages/a/m0.js").rename(live.app / "pages/a/M0.js")
    live.until_told("MP615")
    live.write(script, "require('./M0');\n")
    live.until("pages/a/M0.js", "export default 0;\n")
    (live.app / "pages/a/M0.js").rename(live.app / "pages/a/m0.js")
    live.write(script, "Page({ n: 2 });\n")
    live.until("pages/a/M0.js", None)
    # A package behind a link, outside of the project.
    (live.app.parent / "kit/index.js").write_text("export const kit = 2;\n", "utf-8")
    live.until("node_modules/kit/index.js", "export const kit = 2;\n")
    (live.app.parent / "kit/other.js").write_text("export const kit = 3;\n", "utf-8")
    (live.app.parent / "kit/package.json").write_text('{"name": "kit", "main": "other.js"}', "utf-8")
    live.until("node_modules/kit/other.js", "export const kit = 3;\n")
    # A nearer one.
    live.write("node_modules/kit/index.js", "export const kit = 4;\n")
    live.until("node_modules/kit/index.js", "export const kit = 4;\n")
    # Settings.
    live.write("miniport.yaml", "unreached: keep\n")
    live.until("pages/a/m7.js", "export default 7;\n")
    # As a switch of the branch does.
    for number in range(200):
        live.write(f"pages/a/m{number}.js", f"export default -{number};\n")
    live.until("pages/a/m199.js", "export default -199;\n")
    assert (live.app / "dist/alipay/pages/a/m0.js").read_text("utf-8") == "export default -0;\n"
    (live.app / "miniport.yaml").unlink()
    live.until("pages/a/m7.js", None)


def test_many_saves_at_once_end_in_the_last_one(live):
    for number in range(20):
        live.write("pages/a/a.js", f"Page({{ n: {number} }});\n")
    live.until("pages/a/a.js", "Page({ n: 19 });\n")
