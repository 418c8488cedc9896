"""/latest, /summary, /quotes and /places."""

from bot.chat.finding import find, listed
from bot.chat.model import Conversation
from bot.chat.numbers import leading_number
from bot.model import Filing, Post, Reply
from bot.presentation.parts import Block, lay_out, one_line, shortened
from bot.presentation.quotes import speaker_line, spoken, with_short_names
from summarizer.model import Quote

MOST_LATEST = 50
MOST_QUOTES = 30
MOST_PLACES = 50


async def latest(conversation: Conversation) -> Reply:
    """List the newest briefs: five, or as many as asked."""
    count, texts = 5, conversation.texts
    if conversation.request.arguments:
        word = " ".join(conversation.request.arguments)
        count = leading_number(word) or 0
        if not 1 <= count <= MOST_LATEST:
            said = texts.wrong_count.format(word=word[:40], most=MOST_LATEST)
            return Reply(posts=(conversation.say(said),))
    lines = await conversation.store.filings.latest(count)
    if not lines:
        return Reply(posts=(conversation.say(texts.nothing_yet),))
    return Reply(posts=(conversation.say(texts.latest_title, listed(conversation, lines)),))


async def summary(conversation: Conversation) -> Reply:
    """Return the brief of an article, as it was posted."""
    found = await find(conversation, "summary")
    post = await conversation.brief(found.filing) if found.filing else found.instead
    return Reply(posts=(post,) if post else ())


async def quotes(conversation: Conversation) -> Reply:
    """Return the quotes of an article with their speakers, best first."""
    found = await find(conversation, "quotes")
    post = _quotes(conversation, found.filing) if found.filing else found.instead
    return Reply(posts=(post,) if post else ())


def _quotes(conversation: Conversation, filing: Filing) -> Post:
    brief, texts = filing.brief, conversation.texts
    if not brief.quotes:
        return conversation.say(texts.no_quotes.format(id=filing.id))
    utterances: dict[int, Quote] = {}
    for quote in brief.quotes:
        utterances.setdefault(quote.group, quote)
    blocks = [Block(pieces=(texts.quotes_title.format(id=filing.id),), tag="b")]
    for quote in with_short_names(list(utterances.values())[:MOST_QUOTES], brief):
        said = f"“{shortened(spoken(quote, brief, texts), texts.left_out)}”"
        if quote.speaker:
            said += f"\n— {speaker_line(quote.speaker)}"
        blocks.append(Block(pieces=(said,), tag="blockquote"))
    return lay_out(blocks)


async def places(conversation: Conversation) -> Reply:
    """Return the places of an article, the most central first."""
    found = await find(conversation, "places")
    post = _places(conversation, found.filing) if found.filing else found.instead
    return Reply(posts=(post,) if post else ())


def _places(conversation: Conversation, filing: Filing) -> Post:
    brief, texts = filing.brief, conversation.texts
    shown = [place for place in brief.places if not place.in_names_only][:MOST_PLACES]
    names = dict.fromkeys(one_line(span.of(brief.text)) for span in brief.unresolved_places)
    unresolved = texts.unresolved.format(names=", ".join(list(names)[:MOST_PLACES]))
    if not shown:
        said = [texts.no_places.format(id=filing.id)]
        return conversation.say(*said, *([unresolved] if names else []))
    lines = "\n".join(
        f"{place.label} ({place.latitude:.2f}, {place.longitude:.2f})" for place in shown
    )
    blocks = [
        Block(pieces=(texts.places_title.format(id=filing.id),), tag="b"),
        Block(pieces=tuple(lines.split("\n")), joint="\n"),
    ]
    if names:
        blocks.append(Block(pieces=(unresolved,)))
    blocks.append(Block(pieces=(texts.credit,), tag="i"))
    return lay_out(blocks)
