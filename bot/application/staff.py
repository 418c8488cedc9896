"""The processes that read files and write briefs, made from the settings."""

from collections.abc import Callable
from typing import TypeVar

from bot.adapters.workers.cores import usable_cores
from bot.adapters.workers.limits import Limits
from bot.adapters.workers.pool import Workers
from bot.adapters.writers import Writers
from bot.application.language import Opening, Reading
from config.settings import Settings
from summarizer.model import BriefOptions

Opened = TypeVar("Opened")

MOST_PROCESSES = 2
"""As many as use one machine well beside whatever else it does, and fit a small one's memory."""


def opening_for(settings: Settings) -> Opening:
    """Say how briefs are to be written."""
    summary = settings.summary
    options = BriefOptions(
        sentences=None if summary.sentences == "auto" else summary.sentences,
        words=summary.words,
        algorithm=summary.algorithm.value,
    )
    return Opening(options=options, home=settings.places.home)


def make_workers(settings: Settings, make: Callable[[], Opened]) -> Workers[Opened]:
    """Make the processes in which strangers' files are read."""
    watch = settings.watch
    return Workers(
        make,
        processes=settings.workers.processes or min(usable_cores(), MOST_PROCESSES),
        limits=Limits(seconds=watch.max_seconds, megabytes=watch.max_memory_mb),
    )


def make_writers(settings: Settings) -> Writers:
    """Make the brief writers of scans."""
    return Writers(make_workers(settings, Reading(opening=opening_for(settings))))
