"""From a parsed command line to what it asks for; faults become lines and exit statuses."""

import argparse
import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from io import TextIOWrapper
from pathlib import Path

from bot.application.signals import end_at_once, ending
from bot.errors import DatelineError, TokenRefused
from bot.presentation import PostOptions
from config.logs import start_logging
from config.settings import Settings, WrongSettings, load_settings

WRONG = 2
"""The exit status of wrong usage or settings."""


def carry_out(arguments: argparse.Namespace) -> int:
    """Do what the command line asks for and give the exit status."""
    _speak_utf8()
    if arguments.command == "run":
        end_at_once()
    overrides = {
        "summary.sentences": getattr(arguments, "sentences", None),
        "summary.algorithm": getattr(arguments, "algorithm", None),
    }
    try:
        settings = load_settings(Path(arguments.config) if arguments.config else None, overrides)
    except WrongSettings as error:
        for fault in error.faults:
            print(fault, file=sys.stderr)
        return WRONG
    start_logging(settings.log, settings.secrets)
    commands: dict[str, Callable[[argparse.Namespace, Settings], Awaitable[int]]] = {
        "run": _run,
        "scan": _scan,
        "brief": _brief,
        "check": _check,
    }
    try:
        return asyncio.run(_awaited(commands[arguments.command](arguments, settings)))
    except TokenRefused as error:
        print(f"telegram.token: {error}", file=sys.stderr)
        return WRONG
    except DatelineError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read our output has gone; what is left in the buffer has no reader either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130


async def _awaited(work: Awaitable[int]) -> int:
    return await work


async def _run(arguments: argparse.Namespace, settings: Settings) -> int:  # noqa: ARG001 - all four are alike
    with ending() as end:  # before the imports, which take a moment
        if settings.telegram.token is None:
            from bot.application.terminal import run_console  # noqa: PLC0415 - each command loads its own

            return await run_console(settings, end)
        if settings.telegram.mode != "polling":
            print("telegram.mode: webhooks are not served yet; use polling", file=sys.stderr)
            return WRONG
        from bot.application.service import run_telegram  # noqa: PLC0415 - as above

        return await run_telegram(settings, end)


async def _scan(arguments: argparse.Namespace, settings: Settings) -> int:  # noqa: ARG001 - as above
    from bot.application.once import scan_once  # noqa: PLC0415 - as above

    return await scan_once(settings)


async def _brief(arguments: argparse.Namespace, settings: Settings) -> int:
    from bot.application.briefs import Form, write_briefs  # noqa: PLC0415 - as above
    from bot.application.language import opening_for  # noqa: PLC0415 - as above

    post = PostOptions(quotes=settings.quotes.limit, places=settings.places.limit)
    form = Form(name=arguments.format, post=post)
    return await write_briefs(arguments.files, opening=opening_for(settings), form=form)


async def _check(arguments: argparse.Namespace, settings: Settings) -> int:  # noqa: ARG001 - as above
    from bot.application.check import check  # noqa: PLC0415 - as above

    return await check(settings)


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says: articles come in every script."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
