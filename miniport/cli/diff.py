"""`miniport diff`: a file of the project beside what becomes of it on a target."""

from __future__ import annotations

import json
from pathlib import Path

import click

from miniport.cli import params, system
from miniport.cli.command import Command
from miniport.cli.folder import Folder
from miniport.cli.misuse import Misuse, Named
from miniport.cli.order import Order
from miniport.cli.words import say


def command(language: str) -> click.Command:
    """Return the command."""

    def run(file: Path, project: Path | None, **values: object) -> int:
        with system.uncollected():
            return _run(file, project, values, language)

    return Command("diff", language, _params(language), run, params.examples)


def _run(file: Path, project: Path | None, values: dict[str, object], language: str) -> int:
    from miniport.project.find import project_of

    top = project or project_of(file)
    if top is None:
        message = say(language, "diff.no-project", file=file.as_posix())
        raise Misuse(message, say(language, "diff.no-project.cure"))
    order = Order(project=top, mode="development", fail_on="never", **values)  # type: ignore[arg-type]
    return _shown(file, order, language)


def _shown(file: Path, order: Order, language: str) -> int:
    from miniport.cli.ask import ask
    from miniport.cli.show import show
    from miniport.cli.tell import tell
    from miniport.pipeline import build
    from miniport.project.find import path_in, stands
    from miniport.record import encode
    from miniport.report.outcome import Report
    from miniport.report.side import sides
    from miniport.report.side_text import side_lines
    from miniport.report.words import word

    asked = ask(order, language, lambda folders, project: (), keep_going=True)
    outcome = build(asked.request) if asked.request is not None else None
    if outcome is None or not outcome.targets:
        found = outcome.diagnostics if outcome is not None else asked.refused
        report = Report(order.mode, (), found, order.fail_on)
        tell(report, order, language)
        return int(report.exit_code)
    path = path_in(file, order.project)
    value, lines = [], []
    for built in outcome.targets:
        forms = sides(built, path)
        value += [{"target": built.name, **encode(form)} for form in forms]  # type: ignore[dict-item]
        if not forms:
            lines.append(word(language, "side-not-there", file=path, target=built.name))
        columns = system.columns(system.out(), system.environment())
        if order.format == "text":
            for form in forms:
                shown = side_lines(form, language, columns, is_whole=order.verbose)
                show((*shown, ()), system.out())
    if not value and stands(file) == "nothing":
        raise Misuse(say(language, "diff.no-file", file=file.as_posix()))
    if order.format == "json":
        text = json.dumps(value, ensure_ascii=not system.is_utf8(system.out()), indent=1)
        system.emit(text + "\n", system.out())
    elif lines:
        system.emit("".join(f"{line}\n" for line in lines), system.out())
    return 0


def _params(language: str) -> list[click.Parameter]:
    file = Named("file", "FILE", say(language, "diff.file"), required=True, type=click.Path(path_type=Path))
    stands = Folder(language, must_stand=True)
    project = click.Option(["--project"], type=stands, metavar="DIR", help=say(language, "diff.project"))
    quiet, verbose = params.verbosity(language, "opt.errors-only")
    verbose.help = say(language, "diff.verbose")
    return [
        file,
        params.target(language),
        project,
        params.choice(language, "format", "text", "json"),
        params.root(language),
        quiet,
        verbose,
    ]
