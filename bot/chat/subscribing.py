"""/start, /subscribe and /unsubscribe; the last two also for a channel, from a private chat."""

from bot.chat.model import Conversation
from bot.chat.naming import named_chat
from bot.model import Address, ChatKind, PlaceRefusal, Post, Reply


async def start(conversation: Conversation) -> Reply:
    """Say in three lines what comes here, and that nothing does yet.

    A group's administrator who adds the bot by a link types no payload: there it is passed over.
    """
    texts, payload = conversation.texts, " ".join(conversation.request.arguments)[:40]
    if not payload or conversation.request.chat.kind.has_members:
        return Reply(posts=(conversation.say(texts.start),))
    return Reply(posts=(conversation.say(texts.unknown_payload.format(word=payload), texts.start),))


async def subscribe(conversation: Conversation) -> Reply:
    """Subscribe the chat, and show what it will get by the latest brief."""
    if conversation.request.arguments:
        return await _elsewhere(conversation, subscribing=True)
    request, texts = conversation.request, conversation.texts
    await conversation.store.chats.meet(request.chat)
    if not await conversation.store.chats.subscribe(request.address, conversation.now):
        return Reply(posts=(conversation.say(texts.already_subscribed),))
    sample = await _latest(conversation)
    said = conversation.say(texts.subscribed, texts.sample if sample else texts.no_sample)
    return Reply(posts=(said, *sample))


async def _latest(conversation: Conversation) -> tuple[Post, ...]:
    for line in await conversation.store.filings.latest(1):
        if filing := await conversation.store.filings.get(line.id):
            return (await conversation.brief(filing),)
    return ()


async def unsubscribe(conversation: Conversation) -> Reply:
    """End the chat's subscription; what it is still owed is cancelled before the answer."""
    if conversation.request.arguments:
        return await _elsewhere(conversation, subscribing=False)
    ended = await _end(conversation, conversation.request.address)
    said = conversation.texts.unsubscribed if ended else conversation.texts.not_subscribed
    return Reply(posts=(conversation.say(said),))


async def _end(conversation: Conversation, address: Address) -> bool:
    ended = await conversation.store.chats.end(address, "unsubscribed")
    await conversation.store.outbox.cancel(address, "unsubscribed")
    return ended


async def _elsewhere(conversation: Conversation, *, subscribing: bool) -> Reply:
    """Subscribe or unsubscribe another chat for its administrator; only the asker is answered.

    Words that name none change nothing: they do not stand for the chat they are typed in.
    """
    texts, place = conversation.texts, conversation.elsewhere
    word = named_chat(conversation.request.arguments)
    if place is None or word is None:
        return Reply(
            posts=(conversation.say(_not_understood(conversation, subscribing=subscribing)),)
        )
    if isinstance(place, PlaceRefusal):
        said = {
            PlaceRefusal.UNKNOWN: texts.elsewhere_unknown,
            PlaceRefusal.MAY_NOT_POST: texts.elsewhere_may_not_post,
            PlaceRefusal.NOT_YOURS: texts.elsewhere_not_yours,
        }[place]
        return Reply(posts=(conversation.say(said.format(word=word)),))
    if subscribing:
        await conversation.store.chats.meet(place)
        new = await conversation.store.chats.subscribe(Address(place.id), conversation.now)
        said = texts.elsewhere_subscribed if new else texts.elsewhere_already
    else:
        ended = await _end(conversation, Address(place.id))
        said = texts.elsewhere_unsubscribed if ended else texts.elsewhere_not_subscribed
    return Reply(posts=(conversation.say(said.format(name=place.title or word, word=word)),))


def _not_understood(conversation: Conversation, *, subscribing: bool) -> str:
    texts, kind = conversation.texts, conversation.request.chat.kind
    said = texts.elsewhere_not_understood
    if kind.has_members:
        said = texts.elsewhere_in_private
    elif kind is ChatKind.CONSOLE:
        said = texts.elsewhere_console
    command = "subscribe" if subscribing else "unsubscribe"
    return said.format(word=" ".join(conversation.request.arguments)[:40], command=command)
