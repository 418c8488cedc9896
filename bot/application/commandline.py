"""From a parsed command line to what it asks for; faults become lines and exit statuses."""

import argparse
import os
import sys
from collections.abc import Awaitable, Callable
from io import TextIOWrapper
from pathlib import Path

from bot.application.refusals import refusals, refused_home
from bot.application.signals import Ending
from bot.errors import DatelineError, ProxyUnusable, TokenRefused
from config.logs import start_logging
from config.settings import Settings, WrongSettings, load_settings

WRONG = 2
"""The exit status of wrong usage or settings."""

ENDED = {"run": 0, "scan": 1}
"""The exit statuses of commands that a signal ends; the others are broken off by it."""


def carry_out(arguments: argparse.Namespace) -> int:
    """Do what the command line asks for and return the exit status."""
    _speak_utf8()
    ending = Ending(ENDED.get(arguments.command))
    ending.listen()
    settings = _settings(arguments)
    if settings is None:
        return WRONG
    commands: dict[str, Callable[[argparse.Namespace, Settings], Awaitable[int]]] = {
        "run": _run,
        "scan": _scan,
        "brief": _brief,
        "check": _check,
    }
    try:
        work = commands[arguments.command](arguments, settings)
        return ending.run(work, settings.delivery.grace_seconds)
    except (TokenRefused, ProxyUnusable) as error:
        key = "telegram.token: " if isinstance(error, TokenRefused) else ""
        print(f"{key}{error}", file=sys.stderr)
        return WRONG
    except DatelineError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read our output has gone; what is left in the buffer has no reader either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _settings(arguments: argparse.Namespace) -> Settings | None:
    """Read the settings and begin to log; None, and a line a fault, where they cannot be used."""
    overrides = {
        "summary.sentences": getattr(arguments, "sentences", None),
        "summary.algorithm": getattr(arguments, "algorithm", None),
    }
    try:
        settings = load_settings(Path(arguments.config) if arguments.config else None, overrides)
    except WrongSettings as error:
        print("\n".join(error.faults), file=sys.stderr)
        return None
    secrets = settings.secrets
    start_logging(settings.log, secrets)
    sys.stderr = secrets.kept_from(sys.stderr)  # for good: a traceback comes after everything
    if refused := _refused(arguments.command, settings):
        print("\n".join(refused), file=sys.stderr)
        return None
    return settings


def _refused(command: str, settings: Settings) -> tuple[str, ...]:
    """Return what keeps a command from starting; `check` finds it out among the rest."""
    if command in ("run", "scan", "check"):
        try:
            Path.cwd()
        except OSError:
            return ("the working directory is gone: start Dateline in one that is there",)
    if command in ("run", "scan"):
        return refusals(settings)
    return refused_home(settings) if command == "brief" else ()


async def _run(arguments: argparse.Namespace, settings: Settings) -> int:  # noqa: ARG001 - all four are alike
    if settings.telegram.token is None:
        from bot.application.terminal import run_console  # noqa: PLC0415 - each command loads its own

        return await run_console(settings)
    from bot.application.service import run_telegram  # noqa: PLC0415 - as above

    return await run_telegram(settings)


async def _scan(arguments: argparse.Namespace, settings: Settings) -> int:  # noqa: ARG001 - as above
    from bot.application.once import scan_once  # noqa: PLC0415 - as above

    return await scan_once(settings)


async def _brief(arguments: argparse.Namespace, settings: Settings) -> int:
    from bot.application.briefs import write_briefs  # noqa: PLC0415 - as above
    from bot.application.showing import Form  # noqa: PLC0415 - as above

    form = Form(name=arguments.format, quotes=settings.quotes.limit, places=settings.places.limit)
    return await write_briefs(arguments.files, settings=settings, form=form)


async def _check(arguments: argparse.Namespace, settings: Settings) -> int:  # noqa: ARG001 - as above
    from bot.application.check import check  # noqa: PLC0415 - as above

    return await check(settings)


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says: articles come in every script."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
