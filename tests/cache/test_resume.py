"""A build in a new process that goes on from what an earlier one made equals one from the beginning."""

import pickle
import shutil
from pathlib import Path

import pytest

from miniport.cache.state import as_bytes, from_bytes
from tests.cache.resumed import built, differences, on_disk, plain, steps
from tests.dev.sequences import TARGETS, copied
from tests.dev.test_dependencies import CHANGES, FILES, write

EDITS = (
    "a script's requests",
    "an imported script",
    "names a sheet defines",
    "an included template",
    "a script module",
    "elements a template uses",
    "a name the runtime supplies, assigned",
    "what is shared",
    "an asset",
    "a comment that knows a finding",
)
"""Of the changes, those that the kept state is enough for."""


@pytest.fixture
def app(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("LANG", "C.UTF-8")
    write(tmp_path / "app", dict(FILES))
    return tmp_path / "app"


def arguments(app: Path, *more: str) -> list[str]:
    return ["build", str(app), "--target=alipay", "--target=weibo", "--format=json", "--fail-on=never", *more]


def test_whatever_changes_the_outcome_is_that_of_a_whole_build(app, tmp_path):
    clean, wrong, ways = tmp_path / "clean", [], {}
    _, _, first = built(arguments(app))
    for what, files in CHANGES.items():
        write(app, files)
        ways[what], code, report = built(arguments(app))
        _, expected, wanted = built(arguments(app, "--no-cache", f"--out={clean}"))
        found = differences(plain(report), plain(wanted)) + ([] if code == expected else ["exit code"])
        found += [name for target in TARGETS for name in on_disk(app / "dist" / target, clean / target)]
        write(app, {name: FILES.get(name) for name in files})
        _, _, back = built(arguments(app))
        found += [f"back: {line}" for line in differences(plain(back), plain(first))]
        wrong += [f"{what}, {ways[what]}: {line}" for line in found]
        # A target that is not written would leave what an earlier change wrote there.
        shutil.rmtree(clean, ignore_errors=True)
    assert wrong == []
    assert [what for what in EDITS if ways[what] != "resumed"] == []


def test_random_edits_are_followed_up_in_new_processes(root, tmp_path):
    project = copied(root / "examples" / "first-steps", tmp_path / "app")
    taken = list(steps(project, tmp_path / "clean", 3, 8, is_calm=True))
    assert [(step.said, step.differences) for step in taken if step.differences] == []
    assert any(step.way == "resumed" for step in taken)


def test_many_edits_in_a_row_are_all_followed_up(app):
    built(arguments(app))
    for number, name in enumerate(("deeper.js", "app.js", "pages/a/m.sjs")):
        (app / name).write_text((app / name).read_text("utf-8") + f"// {number}\n", "utf-8")
        assert built(arguments(app))[0] == "resumed"
    output = (app / "dist/alipay/app.js").read_text("utf-8")
    assert output.endswith("// 1\n")


CHANGED = {
    "output edited": lambda app: (app / "dist/alipay/app.js").write_text("edited\n", "utf-8"),
    "output gone": lambda app: (app / "dist/weibo/package.json").unlink(),
    "settings": lambda app: (app / "miniport.yaml").write_text("name: other\n", "utf-8"),
    "a new folder": lambda app: (app / "more").mkdir(),
    "configuration": lambda app: (app / "components/card.json").write_text('{"component": 1}', "utf-8"),
}


@pytest.mark.parametrize("what", CHANGED)
def test_nothing_is_followed_up_where_more_than_texts_changed(app, what):
    built(arguments(app))
    (app / "app.js").write_text("App({ two: 2 });\n", "utf-8")
    CHANGED[what](app)
    assert built(arguments(app))[0] == "whole"


def test_a_state_that_was_tampered_with_counts_as_absent(app, tmp_path):
    built(arguments(app))
    file = app / ".miniport" / "cache.sqlite"
    content = file.read_bytes()
    at = content.index(b"miniport.cli.done")
    file.write_bytes(content[:at] + b"miniport.cli.dane" + content[at + 17 :])
    (app / "app.js").write_text("App({ two: 2 });\n", "utf-8")
    assert built(arguments(app))[:2] == ("whole", 0)


class Command:
    """Stands for code that is no part of a state."""

    def __reduce__(self):
        return eval, ("1 + 1",)


def test_a_state_brings_no_code_of_others():
    with pytest.raises(ValueError, match="no state"):
        from_bytes(pickle.dumps(Command()))
    with pytest.raises(ValueError, match="no state"):
        from_bytes(b"cminiport.cli.system\nenvironment\n.")


def test_what_cannot_be_kept_is_not():
    assert as_bytes(lambda: 0) is None
