"""Commands that speak a language and are loaded when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import click

from miniport.cli.help import help_text
from miniport.cli.misuse import Misuse, one_of
from miniport.cli.system import emit, out
from miniport.cli.words import say

_CONTEXT = {"help_option_names": ["-h", "--help"]}


class Command(click.Command):
    """One command; its texts come from the words of its name."""

    def __init__(
        self,
        name: str,
        language: str,
        params: Sequence[click.Parameter],
        run: Callable[..., int],
        examples: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        super().__init__(
            name,
            params=[*params, language_option(language)],
            callback=run,
            context_settings=_CONTEXT,
            short_help=say(language, f"{name}.short"),
        )
        self.language = language
        self.examples = examples

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, and name what is too much in the command's language."""
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            # Of an option's value click does not say in which command it stands.
            error.ctx = error.ctx or ctx
            raise
        if rest and not ctx.resilient_parsing:
            raise Misuse(say(self.language, "too-many", name=rest[0]), "", ctx)
        return rest

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the text of --help."""
        formatter.write(help_text(ctx, self.language, formatter.width, **self.examples()))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return --help in the command's language."""
        return _translated(super().get_help_option(ctx), self.language)


Loader = Callable[[str], click.Command]


class Group(click.Group):
    """The program: a table of commands, each loaded when it is called."""

    def __init__(
        self, name: str, language: str, params: Sequence[click.Parameter], loaders: Mapping[str, Loader]
    ) -> None:
        super().__init__(
            name,
            params=[*params, language_option(language)],
            callback=_help_without_command,
            invoke_without_command=True,
            no_args_is_help=False,
            context_settings=_CONTEXT,
        )
        self.language = language
        self.loaders = loaders

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands' names, in the order of the table."""
        return list(self.loaders)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command."""
        loader = self.loaders.get(cmd_name)
        return loader(self.language) if loader else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command to run, or say which one was probably meant."""
        name = args[0]
        if name not in self.loaders and not ctx.resilient_parsing and not name.startswith("-"):
            raise one_of(self.language, say(self.language, "no-command", name=name), name, self.loaders, ctx)
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the text of --help."""
        formatter.write(help_text(ctx, self.language, formatter.width))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return --help in the program's language."""
        return _translated(super().get_help_option(ctx), self.language)


def _help_without_command() -> None:
    ctx = click.get_current_context()
    if ctx.invoked_subcommand is None:
        emit(ctx.get_help() + "\n", out())


def language_option(language: str) -> click.Option:
    """Return `--lang`; it was followed before anything else was parsed."""
    return click.Option(
        ["--lang"], type=click.Choice(("zh", "en")), expose_value=False, help=say(language, "opt.lang")
    )


def _translated(option: click.Option | None, language: str) -> click.Option | None:
    if option is not None:
        option.help = say(language, "opt.help")
        # click's own writes UTF-8 to a stream that says it takes ASCII only.
        option.callback = _show_help
    return option


def _show_help(ctx: click.Context, param: click.Parameter, is_asked: bool) -> None:  # noqa: FBT001 - click's way
    if is_asked and not ctx.resilient_parsing:
        emit(ctx.get_help() + "\n", out())
        ctx.exit()
