"""Writing the posts that are kept."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bot.adapters.gazetteer import open_gazetteer
from bot.adapters.readers import SUFFIXES, read_article
from bot.model import Filing
from bot.presentation import PostOptions, brief_post, plain_text
from summarizer.brief import write_brief
from summarizer.model import BriefOptions

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"

_PARTED = "\n\n=== next part ===\n\n"


def posts() -> Iterator[tuple[Path, str]]:
    """Return each kept file and what it is to hold, as a first run with default settings posts it."""
    gazetteer = open_gazetteer()
    files = [file for file in sorted(SEEDS.iterdir()) if file.suffix in SUFFIXES]
    for number, file in enumerate(files, start=1):
        article = read_article(file.name, file.read_bytes())
        brief = write_brief(article, gazetteer=gazetteer, options=BriefOptions())
        filing = Filing(
            id=number, brief=brief, path=str(file), digest=file.stem, filed_at=datetime.now(UTC)
        )
        parts = brief_post(filing, PostOptions()).parts
        yield HERE / f"{file.stem}.html", _PARTED.join(parts) + "\n"
        yield HERE / f"{file.stem}.txt", _PARTED.join(map(plain_text, parts)) + "\n"
