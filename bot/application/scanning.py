"""Scans by the operator's schedules, and the first one at the start."""

import logging
from collections import defaultdict
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from functools import partial

from bot.adapters.schedule import Scheduler
from bot.application.components import Components
from bot.errors import DatelineError
from bot.intake import Scanner
from config.schedules import Schedule

log = logging.getLogger(__name__)


async def scan_safely(scanner: Scanner, folders: Sequence[str], *, wait: bool = False) -> bool:
    """Scan folders; a scan that fails is logged, and the next one goes on where it stopped."""
    try:
        scanned = await scanner.scan(folders, wait=wait)
    except DatelineError as error:
        log.error("%s: the scan was broken off; the next one goes on", error)  # noqa: TRY400 - its words suffice
        return False
    except Exception:
        log.exception("a fault of Dateline's own broke the scan off; the next one goes on")
        return False
    if scanned.filed or scanned.corrected or scanned.set_aside:
        log.info(
            "scanned: %d filed, %d corrected, %d set aside",
            scanned.filed,
            scanned.corrected,
            scanned.set_aside,
        )
    return True


@asynccontextmanager
async def scheduled(components: Components, scanner: Scanner) -> AsyncGenerator[None]:
    """Have the folders scanned by their schedules; those with one schedule in one scan."""
    together: dict[Schedule, list[str]] = defaultdict(list)
    for path, folder in zip(components.folders, components.settings.watch.folders, strict=True):
        together[components.settings.watch.schedule_of(folder)].append(path)
    scheduler = Scheduler()
    for schedule, folders in together.items():
        name = f"{schedule.text} {schedule.timezone.key}"
        scheduler.add(schedule, partial(scan_safely, scanner, tuple(folders)), name=name)
    scheduler.start()
    try:
        yield
    finally:
        await scheduler.stop()
