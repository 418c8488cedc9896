"""The simulator as a process of its own; its first line of output ends with its address."""

import argparse
import asyncio
import signal
import sys

from tests.botapi.control import Control
from tests.botapi.limits import NONE, Limits
from tests.botapi.server import BotApi


async def serve(port: int, limits: Limits) -> None:
    """Serve until SIGTERM or SIGINT."""
    stopped = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    async with BotApi(port=port, limits=limits) as api:
        Control(api)
        sys.stdout.write(f"listening on {api.base_url}\n")
        sys.stdout.flush()
        await stopped.wait()


def main() -> None:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser(prog="python -m tests.botapi", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 takes any that is free")
    parser.add_argument("--limits", action="store_true", help="Telegram's limits on sending")
    arguments = parser.parse_args()
    asyncio.run(serve(arguments.port, Limits() if arguments.limits else NONE))


if __name__ == "__main__":
    main()
