"""Mistakes on the command line, in the language of the command."""

from __future__ import annotations

from collections.abc import Iterable

import click

from miniport.cli.words import say


class Misuse(click.UsageError):
    """A mistake on the command line; the message is in the command's language already."""

    def __init__(self, message: str, cure: str = "", ctx: click.Context | None = None) -> None:
        super().__init__(message, ctx)
        self.cure = cure


_MOST = 30
"""Choices that are read. Of more, the command that lists them is named."""


def one_of(
    language: str, message: str, word: str, choices: Iterable[str], ctx: click.Context | None
) -> Misuse:
    """Return the mistake of a word that is none of some choices."""
    # difflib is not free, and this path is rare.
    from miniport.likeness import closest

    words = tuple(choices)
    near = closest(word, words)
    if near:
        cure = say(language, "mean", near=near)
    elif len(words) > _MOST:
        cure = say(language, "listed")
    else:
        cure = say(language, "choices", choices=", ".join(words))
    return Misuse(message, cure, ctx)


def told(error: click.UsageError, language: str) -> Misuse:
    """Return what click complains about in the command's language."""
    if isinstance(error, Misuse):
        return error
    ctx = error.ctx
    match error:
        case click.NoSuchOption():
            options = (name for item in _params(ctx) for name in item.opts)
            message = say(language, "no-option", name=error.option_name)
            return one_of(language, message, error.option_name, options, ctx)
        case click.BadOptionUsage():
            named = (item for item in _params(ctx) if error.option_name in item.opts)
            is_flag = any(isinstance(item, click.Option) and item.is_flag for item in named)
            word = "takes-no-value" if is_flag else "no-value"
            return Misuse(say(language, word, name=error.option_name), "", ctx)
        case click.MissingParameter(param=click.Parameter() as param):
            return Misuse(say(language, "no-argument", name=_name(param)), _choices(param, language), ctx)
        case click.BadParameter(param=click.Parameter() as param) if isinstance(param.type, click.Choice):
            # The value stands in quotes at the start of click's sentence; nothing else holds it.
            value = error.message.split("'")[1] if "'" in error.message else "?"
            message = say(language, "not-one-of", value=value, name=_name(param))
            return one_of(language, message, value, map(str, param.type.choices), ctx)
    return Misuse(error.format_message(), "", ctx)


def _choices(param: click.Parameter, language: str) -> str:
    if not isinstance(param.type, click.Choice):
        return ""
    return say(language, "choices", choices=", ".join(map(str, param.type.choices)))


def _params(ctx: click.Context | None) -> list[click.Parameter]:
    return ctx.command.get_params(ctx) if ctx else []


def _name(param: click.Parameter) -> str:
    return param.make_metavar_name() if isinstance(param, Named) else max(param.opts, key=len)


class Named(click.Argument):
    """An argument with a name for people and a sentence for --help."""

    def __init__(self, name: str, shown: str, sentence: str, **options: object) -> None:
        super().__init__([name], **options)  # type: ignore[arg-type]
        self.shown = shown
        self.sentence = sentence

    def make_metavar_name(self) -> str:
        """Return the name for people."""
        return self.shown
