"""Each script of our runtime declares or imports what it names, or a browser has it."""

from pathlib import Path

from miniport.syntax.module import read_module
from tests.house.modules import PACKAGE

GIVEN = frozenset(Path(__file__).with_name("browser_names.txt").read_text("utf-8").split())
# What a script of the shell finds in its realm.
OF_REALMS = {"service/realm.js": {"getApp", "wbx"}}


def test_no_script_names_what_nobody_gives_it():
    source = PACKAGE / "runtime" / "src"
    unknown = [
        f"{path.relative_to(source)}: {name}"
        for path in sorted(source.rglob("*.js"))
        for name in read_module(path.read_text("utf-8")).scopes.free
        if name not in GIVEN | OF_REALMS.get(path.relative_to(source).as_posix(), set())
    ]
    assert unknown == []
