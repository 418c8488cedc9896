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
    also: str = "Also in: {duplicates}"
    overflow: str = "{count} more: /latest"
    # welcome and help
    start: str = (
        "Dateline reads the news that comes in here and sends a short brief of each article: "
        "a summary, the key quotes, the places.\n"
        "Nothing is sent before you ask for it with /subscribe.\n"
        "/help shows everything you can ask."
    )
    unknown_payload: str = "That link asks for “{word}”, which I do not know. Try /latest"
    help_title: str = "What you can ask:"
    # subscribing
    subscribed: str = "Subscribed. Every new brief comes here from now on. To stop: /unsubscribe"
    sample: str = "The latest, as a sample:"
    no_sample: str = "There is no brief yet; the first one will come by itself."
    already_subscribed: str = "You are subscribed already. To stop: /unsubscribe"
    unsubscribed: str = "Unsubscribed. Nothing more is sent here. To come back: /subscribe"
    not_subscribed: str = "You are not subscribed. To get every new brief: /subscribe"
    admins_only: str = "In a group only its administrators can do that. Please ask one of them."
    admins_unknown: str = (
        "Telegram does not say who is an administrator just now. Please try again in a minute."
    )
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
    elsewhere_not_understood: str = (
        "“{word}” is not the name of a channel or group. For this chat, type /{command} alone; "
        "for a channel or group of yours, its name: /{command} @example"
    )
    elsewhere_in_private: str = (
        "For this chat, type /{command} alone. For another one, type its name in your private "
        "chat with me: /{command} @example"
    )
    elsewhere_console: str = (
        "This is the console, which has no channels and groups. For itself, type /{command} alone."
    )
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
    lone_number: str = "To read No. {id}, type /summary {id} or tap /summary_{id}"
    hint: str = "Commands begin with a slash. Try /latest, or /help for all of them."
    too_often: str = (
        "I answer {count} requests a minute in one chat, and this is one more. "
        "Please ask again in a minute."
    )
    trouble: str = "That went wrong here, and has been noted. Please try again later."


ENGLISH = Texts()


def texts_for(language: str | None) -> Texts:
    """Return the words of a language, or the English ones where there are none."""
    return {"en": ENGLISH}.get(language or "en", ENGLISH)
