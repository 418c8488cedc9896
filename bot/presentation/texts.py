"""Every word that Dateline says in a chat, by language.

The fields are `str.format` templates of plain text; what renders them escapes for HTML.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The words of one language."""

    # posts
    number: str = "No. {id}"
    updated: str = "Updated {time}"
    left_out: str = "[…]"
    also: str = "Also in: {copies}"
    overflow: str = "{count} more: /latest"
    # welcome and help
    start: str = (
        "Dateline reads the news that comes in here and sends a short brief of each article: "
        "a summary, the key quotes, the places.\n"
        "Nothing is sent before you ask for it with /subscribe.\n"
        "/help shows everything you can ask."
    )
    help_title: str = "What you can ask:"
    # subscribing
    subscribed: str = "Subscribed. Every new brief comes here from now on. To stop: /unsubscribe"
    sample: str = "The latest, as a sample:"
    no_sample: str = "There is no brief yet; the first one will come by itself."
    already_subscribed: str = "You are subscribed already. To stop: /unsubscribe"
    unsubscribed: str = "Unsubscribed. Nothing more is sent here. To come back: /subscribe"
    not_subscribed: str = "You are not subscribed. To get every new brief: /subscribe"
    admins_only: str = "In a group only its administrators can do that. Please ask one of them."
    # subscribing another chat, from a private one
    elsewhere_subscribed: str = (
        "Subscribed {name}. Every new brief goes there from now on. To stop: /unsubscribe {word}"
    )
    elsewhere_already: str = "{name} is subscribed already. To stop: /unsubscribe {word}"
    elsewhere_unsubscribed: str = "Unsubscribed {name}. Nothing more is sent there."
    elsewhere_not_subscribed: str = "{name} is not subscribed."
    elsewhere_unknown: str = (
        "I cannot find {word}. It must be a public channel or group, written like @example. "
        "In a private one, add me and type /subscribe there."
    )
    elsewhere_may_not_post: str = (
        "I may not post in {word}. Make me an administrator there who may post messages, then "
        "try again."
    )
    elsewhere_not_yours: str = "Only an administrator of {word} can do that."
    # reading
    latest_title: str = "The latest:"
    nothing_yet: str = "There is no brief yet. New articles come by themselves after /subscribe."
    which: str = "Type /{command} and a number, like /{command} {example}."
    unknown_article: str = "There is no article “{word}”. Type a number, like /{command} {example}."
    several: str = "Several articles begin with “{word}”:"
    wrong_count: str = "“{word}” is no number of articles. Type one from 1 to {most}: /latest 5"
    no_quotes: str = "No. {id} has no quotes."
    no_places: str = "No. {id} names no places that are on the map."
    quotes_title: str = "Quotes of No. {id}"
    places_title: str = "Places of No. {id}"
    unresolved: str = "Not on the map: {names}"
    credit: str = "Places: GeoNames, CC BY 4.0"
    # mistakes
    unknown_command: str = "There is no /{command}. Did you mean /{nearest}? All commands: /help"
    unknown_command_plain: str = "There is no /{command}. All commands: /help"
    hint: str = "Commands begin with a slash. Try /latest, or /help for all of them."
    trouble: str = "That went wrong here, and has been noted. Please try again later."


ENGLISH = Texts()


def texts_for(language: str | None) -> Texts:
    """Give the words of a language, or the English ones where there are none."""
    return {"en": ENGLISH}.get(language or "en", ENGLISH)
