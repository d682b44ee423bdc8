"""The language of what the command line says: --language, else the locale's."""

from __future__ import annotations

import gettext
import os
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, TypeVar, cast

import click

from quotetrack.assets import assets
from quotetrack.figures import COUNTRIES, USUAL_COUNTRY
from quotetrack.messages import LANGUAGES, Language, message

Function = TypeVar("Function", bound=Callable[..., Any])
_META = "quotetrack.language"


def of_locale() -> Language:
    """Arabic where the environment's locale is Arabic, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "ar" if value.lower().startswith("ar") else "en"
    return "en"


def country_of_locale() -> str:
    """The country whose months the environment's locale has, or the usual one where it is no Arabic one."""
    for name in ("LC_ALL", "LC_TIME", "LANG"):
        if value := os.environ.get(name):
            language, _, country = value.partition(".")[0].partition("_")
            return country if language == "ar" and country in COUNTRIES else USUAL_COUNTRY
    return USUAL_COUNTRY


def current() -> Language:
    """The language of the command that runs."""
    context = click.get_current_context(silent=True)
    return cast("Language", context.meta.get(_META) or of_locale()) if context else of_locale()


def teach_click(arguments: Sequence[str]) -> None:
    """Lets click say its own sentences (usage, what is missing) in the language that is asked for.

    It takes them from gettext, before it has understood a single option.
    """
    gettext.bindtextdomain("messages", str(assets() / "locale"))
    os.environ["LANGUAGE"] = _asked_for(arguments) or of_locale()


def _asked_for(arguments: Sequence[str]) -> str | None:
    for one, following in pairwise((*arguments, "")):
        name, _, value = one.partition("=")
        if name == "--language" and (value or following) in LANGUAGES:
            return value or following
    return None


def say(key: str, /, **values: object) -> str:
    """The command line's message `key` in the current language."""
    return message(f"cli.{key}", current(), **values)


class Option(click.Option):
    """An option whose help is a message key."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Names and help, for --help."""
        key, self.help = self.help, say(f"help.{self.help}") if self.help else None
        try:
            return super().get_help_record(ctx)
        finally:
            self.help = key


class _Translated(click.Command):
    """A command whose help is a message key."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help, which click would keep in the language of its first use."""
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = gettext.gettext("Show this message and exit.")
        return found

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        key, self.help = self.help, say(f"help.{self.help}")
        try:
            super().format_help_text(ctx, formatter)
        finally:
            self.help = key

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first line of its help, for the list of commands."""
        return say(f"help.{self.help}").partition("\n")[0][: limit * 2]


class Command(_Translated):
    """A command that speaks the user's language."""


class Group(_Translated, click.Group):
    """The group of all commands."""

    command_class = Command


def option(*names: str, **settings: Any) -> Callable[[Function], Function]:
    """A click option whose `help` is a key under `cli.help`."""
    return click.option(*names, cls=Option, **settings)


def _remember(context: click.Context, _: click.Parameter, value: str | None) -> None:
    if value:
        context.meta[_META] = value


def language_option(function: Function) -> Function:
    """--language, before or after the command's name."""
    return option(
        "--language",
        type=click.Choice(LANGUAGES),
        is_eager=True,
        expose_value=False,
        callback=_remember,
        help="language",
    )(function)
