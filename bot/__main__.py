"""The command line: `dateline`, or `python -m bot`.

Nothing heavy is imported before it is known what is to be done, so that `--help` is instant.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from bot import __version__

TYPE_CHECKING = False  # typing's own would load typing, which takes as long as all of argparse
if TYPE_CHECKING:
    from typing import NoReturn

ALGORITHMS = (
    "dateline",
    "lex-rank",
    "text-rank",
    "lsa",
    "luhn",
    "kl",
    "sum-basic",
    "reduction",
    "random",
)

WRONG = 2
"""The exit status of wrong usage or settings."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status."""
    arguments = _parser().parse_args(argv)
    from bot.application import commandline  # noqa: PLC0415 - see the module's docstring

    return commandline.carry_out(arguments)


class _Parser(argparse.ArgumentParser):
    """argparse's, asking for the terminal's width without shutil, which loads a tenth more."""

    def _get_formatter(self) -> argparse.HelpFormatter:
        return argparse.HelpFormatter(self.prog, width=_columns() - 2)

    def error(self, message: str) -> "NoReturn":
        """End with a line about wrong usage; a token put where none belongs is not repeated."""
        from config.secrets import Secrets  # noqa: PLC0415 - see the module's docstring

        super().error(Secrets().hide(message))


def _columns() -> int:
    told = os.environ.get("COLUMNS", "")
    if told.isdigit() and int(told):
        return int(told)
    try:
        return os.get_terminal_size().columns or 80
    except OSError:  # no terminal
        return 80


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="dateline",
        description="Watches folders of news articles and posts a brief of each new one.",
    )
    parser.add_argument("--version", action="version", version=f"dateline {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    shared = _Parser(add_help=False)
    shared.add_argument("--config", metavar="FILE", help="a TOML file with settings")

    commands.add_parser(
        "run",
        parents=[shared],
        help="run the bot; without a token, the console",
        description="Runs the bot until it is stopped. Without a Telegram token: the console.",
    )
    commands.add_parser(
        "scan",
        parents=[shared],
        help="scan once, deliver everything due, and exit",
        description="One scan and everything due delivered. Exit status 1 if anything failed.",
    )
    brief = commands.add_parser(
        "brief",
        parents=[shared],
        help="write briefs of files to standard output",
        description="Briefs on standard output; nothing is stored, nothing is sent.",
    )
    brief.add_argument("--format", choices=("text", "html", "json"), default="text")
    brief.add_argument("--sentences", type=_sentences, metavar="N", help="1 to 20, or auto")
    brief.add_argument("--algorithm", type=_algorithm, metavar="NAME", help=_named(ALGORITHMS))
    brief.add_argument("files", nargs="+", metavar="FILE", help="a file, a folder, or - for input")
    commands.add_parser(
        "check",
        parents=[shared],
        help="check settings, schedules, folders, store and token",
        description="Tells how Dateline is set up here, and what is wrong with it.",
    )
    return parser


def _named(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + " or " + names[-1]


def _sentences(word: str) -> int | str:
    if word == "auto":
        return word
    try:
        count = int(word)
    except ValueError:
        count = 0
    if not 1 <= count <= 20:
        raise argparse.ArgumentTypeError(f"{word!r} is neither a number from 1 to 20 nor auto")
    return count


def _algorithm(word: str) -> str:
    name = word.strip().lower()
    if name in ALGORITHMS:
        return name
    from config.suggestions import suggestion  # noqa: PLC0415 - see the module's docstring

    hint = suggestion(word, ALGORITHMS)
    raise argparse.ArgumentTypeError(f"{word!r} is none of {_named(ALGORITHMS)}{hint}")


if __name__ == "__main__":
    sys.exit(main())
