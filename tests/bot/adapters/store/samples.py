"""Values that the store's tests share."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot.adapters.store.store import StoreTransaction
from bot.model import Address, Delivery, DeliveryKind, Draft, Filing, Post
from summarizer.model import Article, Brief, Parsed, Span

NOW = datetime(2031, 5, 6, 7, 8, 9, 123456, tzinfo=UTC)
ANN, BOB, TOPIC = Address(5), Address(6), Address(-1001234567890, 77)
GROUP = Address(-1001234567890)


def after(seconds: float) -> datetime:
    """Return a moment so much later."""
    return NOW + timedelta(seconds=seconds)


def a_brief(text: str = "Rain.", headline: str | None = None) -> Brief:
    """Return the least brief of a text, which begins with its headline."""
    text = text if headline is None else f"{headline}\n\n{text}"
    span = None if headline is None else Span(0, len(headline))
    return Brief(
        parsed=Parsed(
            article=Article(text=text), language="en", passages=(), sentences=(), headline=span
        )
    )


async def file_it(work: StoreTransaction, text: str, **more: object) -> Filing:
    """File an article of so many words, from a file named after it."""
    values = {"path": f"folder/{text}.txt", "digest": text.encode(errors="replace").hex(), **more}
    at = values.pop("at", NOW)
    draft = Draft(brief=a_brief(text), **values)  # type: ignore[arg-type] # any of them
    (filing,) = await work.filings.file(draft, at=at)  # type: ignore[arg-type] # the same
    return filing


async def owe(work: StoreTransaction, *texts: str, backlog: int = 99) -> list[Filing]:
    """File articles and make them due to everyone subscribed."""
    filings = [await file_it(work, text) for text in texts]
    for filing in filings:
        await work.outbox.hold_briefs([filing.id], NOW)
    await work.outbox.release(backlog=backlog, newest=2, at=NOW)
    return filings


async def reply(work: StoreTransaction, address: Address, text: str = "Hello.") -> int:
    """Owe an answer."""
    return await work.outbox.put(DeliveryKind.REPLY, address, at=NOW, post=Post(parts=(text,)))


async def claim(work: StoreTransaction, limit: int = 99, seconds: float = 0) -> Sequence[Delivery]:
    """Claim what is due so many seconds later."""
    return await work.queue.claim(limit, now=after(seconds))
