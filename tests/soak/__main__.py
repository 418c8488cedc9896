"""Crashes, faults and broadcasts for some minutes, and a table of what came of them.

    python -m tests.soak [MINUTES] [--seed SEED]

Exit status 1 when anything was lost, or came twice without an excuse, or Telegram had to complain,
or a file that had to be set aside was not, or a process was left behind. The table of crashes is
written to table.md unless something is wrong with it.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.soak.account import Account
from tests.soak.broadcast import Broadcast, broadcast
from tests.soak.crashes import crash

TABLE = Path(__file__).with_name("table.md")

CHATS, FEW = 10_000, 1_000
TELEGRAMS_RATE = 30
LEAST_HELD = 0.95
LATEST_REPLY = 1.0  # seconds
MOST_GROWTH = 30.0  # MB for ten times the chats

Row = tuple[str, *tuple[object, ...]]


async def soak(minutes: float, seed: int, folder: Path) -> int:
    """Run everything within about so many minutes; return the exit status."""
    seconds = minutes * 60
    crashes = await _crash(seconds * 0.4, seed, folder)
    broadcasts = await _broadcast(folder, real=seconds > 2 * CHATS / TELEGRAMS_RATE)
    faults = [*crashes, *broadcasts]
    for fault in faults:
        print(f"FAULT: {fault}")
    return 1 if faults else 0


async def _crash(seconds: float, seed: int, folder: Path) -> list[str]:
    """Kill two bots for so long, print what came of it, and return the faults."""
    begun = time.monotonic()

    def more(_: int) -> bool:
        return time.monotonic() - begun < seconds

    repeat, skip = await asyncio.gather(
        crash(folder / "repeat", more, seed=seed),
        crash(folder / "skip", more, seed=seed + 1, uncertain="skip"),
    )
    rows, faults = tuple(_crash_rows(seconds, repeat, skip)), list(_crash_faults(repeat, skip))
    _print(rows)
    if not faults:
        TABLE.write_text(_in_markdown(rows), "utf-8")
    return faults


async def _broadcast(folder: Path, *, real: bool) -> list[str]:
    """Post to many chats, `real` at Telegram's own rate too; print it, and return the faults."""
    rate = 150  # of a bot with paid broadcasts: 10,000 chats in a good minute
    runs = [
        await broadcast(folder / "few", chats=FEW, rate=rate),
        await broadcast(folder / "many", chats=CHATS, rate=rate, questions=10),
    ]
    if real:
        runs.append(
            await broadcast(folder / "real", chats=CHATS, rate=TELEGRAMS_RATE, questions=10)
        )
    _print(tuple(_broadcast_rows(runs)))
    return list(_broadcast_faults(runs))


def _crash_rows(seconds: float, *accounts: Account) -> Iterator[Row]:
    def row(name: str, figure: Callable[[Account], object]) -> Row:
        return (name, *map(figure, accounts))

    yield ("delivery.uncertain", "repeat", "skip")
    yield row("seconds of kills", lambda _: f"{seconds:.0f}")
    yield row("kills (SIGKILL)", lambda a: a.kills)
    for kind in sorted({kind for account in accounts for kind in account.faults}):
        yield row(f"fault: {kind}", lambda a, kind=kind: a.faults[kind])  # type: ignore[misc] # bound at once
    yield row("due", lambda a: len(a.due))
    yield row("delivered", lambda a: sum(1 for key in a.due if a.arrived[key]))
    yield row("repeated, excused", lambda a: a.repeated - sum(a.unexcused.values()))
    yield row("repeated, not excused", lambda a: sum(a.unexcused.values()))
    yield row("given up as uncertain", lambda a: len(a.expired))
    yield row("lost", lambda a: len(a.lost))
    yield row("had to be set aside", lambda a: a.aside + len(a.not_aside))
    yield row("set aside", lambda a: a.aside)
    yield row("processes left behind", lambda a: a.left)


def _broadcast_rows(runs: list[Broadcast]) -> Iterator[Row]:
    def row(name: str, figure: Callable[[Broadcast], object]) -> Row:
        return (name, *map(figure, runs))

    yield row("broadcast to chats", lambda b: b.chats)
    yield row("allowed a second", lambda b: b.rate)
    yield row("share of it held", lambda b: f"{b.held:.1%}")
    yield row("refused (429)", lambda b: b.refused)
    yield row("lost", lambda b: b.lost)
    yield row("repeated", lambda b: b.repeated)
    yield row("slowest reply, s", lambda b: f"{max(b.replies):.2f}")
    yield row("memory at most, MB", lambda b: f"{b.peak:.0f}")


def _crash_faults(repeat: Account, skip: Account) -> Iterator[str]:
    for name, account in (("repeat", repeat), ("skip", skip)):
        wrong: dict[str, Sequence[object]] = {
            "lost": sorted(account.lost),
            "repeated without an excuse": list(account.unexcused),
            "subscriptions lost": sorted(account.unsubscribed),
            "out of order in": account.out_of_order,
            "corrections not shown": account.stale,
            "not set aside": account.not_aside,
            "processes left behind": [account.left] if account.left else [],
            "the store is damaged": account.damage,
        }
        yield from (f"{name}: {what}: {which[:5]}" for what, which in wrong.items() if which)
    if repeat.expired:
        yield f"repeat: given up: {list(repeat.expired.items())[:5]}"
    if skip.repeated:
        yield f"skip: {skip.repeated} repeated"


def _broadcast_faults(runs: list[Broadcast]) -> Iterator[str]:
    for run in runs:
        if not run.is_well:
            yield f"{run.chats} chats: lost {run.lost}, repeated {run.repeated}, 429 {run.refused}"
        if run.held < LEAST_HELD:
            yield f"{run.chats} chats: {run.held:.1%} of {run.rate} a second held"
        if max(run.replies) > LATEST_REPLY:
            yield f"{run.chats} chats: a reply took {max(run.replies):.2f} s"
    if runs[1].peak - runs[0].peak > MOST_GROWTH:
        yield f"memory grows with the chats: {runs[0].peak:.0f} MB, {runs[1].peak:.0f} MB"


def _print(rows: Sequence[Row]) -> None:
    for name, *figures in rows:
        print(f"{name:<38}" + "".join(f"{figure!s:>12}" for figure in figures), flush=True)
    print(flush=True)


def _in_markdown(rows: Sequence[Row]) -> str:
    head, *others = (f"| {' | '.join(map(str, row))} |\n" for row in rows)
    return "".join((head, "|---" * len(rows[0]) + "|\n", *others))


def main() -> int:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("minutes", nargs="?", type=float, default=2.0)
    parser.add_argument("--seed", type=int, default=int(time.time()) % 100_000)
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}\n", flush=True)
    with tempfile.TemporaryDirectory(prefix="dateline-soak-") as folder:
        return asyncio.run(soak(arguments.minutes, arguments.seed, Path(folder)))


if __name__ == "__main__":
    sys.exit(main())
