"""/start, /subscribe and /unsubscribe."""

from bot.commands.model import Desk
from bot.model import Post, Reply


async def start(desk: Desk) -> Reply:
    """Say in three lines what comes here, and that nothing does yet."""
    return Reply(posts=(desk.say(desk.texts.start),))


async def subscribe(desk: Desk) -> Reply:
    """Subscribe the chat, and show what it will get by the latest brief."""
    request, texts = desk.request, desk.texts
    await desk.store.chats.meet(request.chat)
    if not await desk.store.chats.subscribe(request.address, desk.now):
        return Reply(posts=(desk.say(texts.already_subscribed),))
    sample = await _latest(desk)
    said = desk.say(texts.subscribed, texts.sample if sample else texts.no_sample)
    return Reply(posts=(said, *sample))


async def _latest(desk: Desk) -> tuple[Post, ...]:
    for line in await desk.store.filings.latest(1):
        if filing := await desk.store.filings.get(line.id):
            return (await desk.brief(filing),)
    return ()


async def unsubscribe(desk: Desk) -> Reply:
    """End the chat's subscription; what it is still owed is cancelled before the answer."""
    address = desk.request.address
    ended = await desk.store.chats.end(address, "unsubscribed")
    await desk.store.outbox.cancel(address, "unsubscribed")
    said = desk.texts.unsubscribed if ended else desk.texts.not_subscribed
    return Reply(posts=(desk.say(said),))
