"""/start, /subscribe and /unsubscribe; the last two also for a channel, from a private chat."""

from bot.chat.model import Desk
from bot.model import Address, Chat, PlaceRefusal, Post, Reply


async def start(desk: Desk) -> Reply:
    """Say in three lines what comes here, and that nothing does yet."""
    return Reply(posts=(desk.say(desk.texts.start),))


async def subscribe(desk: Desk) -> Reply:
    """Subscribe the chat, and show what it will get by the latest brief."""
    if desk.elsewhere is not None:
        return await _elsewhere(desk, desk.elsewhere, subscribing=True)
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
    if desk.elsewhere is not None:
        return await _elsewhere(desk, desk.elsewhere, subscribing=False)
    ended = await _end(desk, desk.request.address)
    said = desk.texts.unsubscribed if ended else desk.texts.not_subscribed
    return Reply(posts=(desk.say(said),))


async def _end(desk: Desk, address: Address) -> bool:
    ended = await desk.store.chats.end(address, "unsubscribed")
    await desk.store.outbox.cancel(address, "unsubscribed")
    return ended


async def _elsewhere(desk: Desk, place: Chat | PlaceRefusal, *, subscribing: bool) -> Reply:
    """Subscribe or unsubscribe another chat for its administrator; only the asker is answered."""
    texts, word = desk.texts, desk.request.arguments[0][:80]
    if isinstance(place, PlaceRefusal):
        said = {
            PlaceRefusal.UNKNOWN: texts.elsewhere_unknown,
            PlaceRefusal.MAY_NOT_POST: texts.elsewhere_may_not_post,
            PlaceRefusal.NOT_YOURS: texts.elsewhere_not_yours,
        }[place]
        return Reply(posts=(desk.say(said.format(word=word)),))
    if subscribing:
        await desk.store.chats.meet(place)
        new = await desk.store.chats.subscribe(Address(place.id), desk.now)
        said = texts.elsewhere_subscribed if new else texts.elsewhere_already
    else:
        ended = await _end(desk, Address(place.id))
        said = texts.elsewhere_unsubscribed if ended else texts.elsewhere_not_subscribed
    return Reply(posts=(desk.say(said.format(name=place.title or word, word=word)),))
