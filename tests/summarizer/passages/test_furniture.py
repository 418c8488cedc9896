"""What stands beside a story, line by line, and lines of the story that look like it."""

import pytest

from summarizer.model import PassageKind, Span
from summarizer.passages.furniture import glued, kind_of, kinds_within

CROSS_REFERENCES = [
    "Read More: Dam at Ostrava holds for a third night",
    "Read more: Dam holds",
    "READ ALSO: Why dams age faster than planned",
    "Also read | Ferry resumes after storm",
    "Also Read: Himachal's 97 bends",
    "See also: What the five signals mean",
    "Watch: On board the ferry",
    "Video: The dam from above",
    "Listen: The keeper of the dam",
    "Related: Dam holds",
    "Related stories",
    "Related articles:",
    "More from Ostrava:",
    "More on this story",
    "You may also like",
    "RECOMMENDED: Five dams to see",
    "Editor's pick: The dam",
    "Don't miss: The dam",
    "Story continues below",
    "Article continues after this advertisement",
    "Click here to read about the dam",
    "For more news from Ostrava, visit our website",
    "À lire aussi : Le barrage tient",
    "Lesen Sie auch: Der Damm hält",
    "Mehr zum Thema",
    "Lea también: La presa resiste",
    "Leggi anche: La diga tiene",
    "Leia também: A barragem resiste",
]

CAPTIONS = [
    "Media captionWhat is wrong with the pier?",
    "Photo: Ida Moss/Coast News",
    "PHOTO BY IDA MOSS",
    "Image credit: Ida Moss",
    "Image source, Coast News",
    "File photo of the dam at Ostrava",
    "FILE PHOTO: The dam at Ostrava, May 3, 2021",
    "In this May 3, 2021 file photo, the keeper stands on the dam.",
    "The dam at Ostrava on Monday. (Photo: Ida Moss/Coast News)",
    "The dam at Ostrava on Monday. (Photo by Ida Moss)",
    "The dam at Ostrava on Monday (AFP photo)",
    "The keeper on the dam. (Ida Moss/AP)",
    "The keeper on the dam. Photo: Ida Moss",
    "The keeper on the dam. REUTERS/Ida Moss",
    "The keeper on the dam. © Ida Moss",
]

BOILERPLATE = [
    "Share this article",
    "Share on Facebook",
    "ADVERTISEMENT",
    "Advertisement",
    "Tags: dam, Ostrava, flood",
    "Filed under: Floods",
    "Sign up for our newsletter to get the news every morning",
    "Subscribe",
    "Subscribe to our channel on Telegram",
    "Download our app for breaking news",
    "Follow us on Facebook and Instagram",
    "Follow @coastnews",
    "All rights reserved",
    "Copyright 2026 Coast News",
    "This article was first published in Coast News",
    "This material may not be published or broadcast",
    "Reporting by Ida Moss; editing by Tom Reyes",
    "(Reporting by Ida Moss; Editing by Tom Reyes)",
    "Additional reporting by Ida Moss",
    "Ida Moss contributed to this report",
    "Do you have a story about the dam? Email us",
    "Email the reporter at moss@coast.example",
    "https://coast.example/dam",
    "#dam #ostrava",
    "* * *",
    "###",
    "-30-",
    "5 min read",
    "12 Comments",
    "Published 3 May 2021",
    "Last updated on 3 May 2021 at 16:40",
]

STORY = [
    "The dam above the town held on Monday, its keeper said.",
    "Read more than one newspaper, the keeper advised.",
    "Watch and wait is all that the keeper can do.",
    "Photographs of the dam were taken from a helicopter, the police said.",
    "More than forty people watched the water rise.",
    "More rain is expected on Tuesday.",
    "Related charges against the keeper were dropped in May.",
    "Follow-up tests showed no leak.",
    "Share prices fell after the report.",
    "Subscribers to the water company will pay more.",
    "Email traffic at the company stopped for an hour.",
    "Video from the scene showed water on the road.",
    "The picture that emerges is one of neglect.",
    "Click, said the lock, and the gate stayed open for a night.",
    '"Photo," said the keeper, and he posed.',
    "All rights were granted to the town in 1911.",
    "Tags on the gates were old (some from 1950).",
    "The boats are here (see the map) and there.",
    "Published reports said that the dam had held.",
    "Editing genes is slow work, said Ana Ruiz.",
]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        *((line, PassageKind.CROSS_REFERENCE) for line in CROSS_REFERENCES),
        *((line, PassageKind.CAPTION) for line in CAPTIONS),
        *((line, PassageKind.BOILERPLATE) for line in BOILERPLATE),
        *((line, None) for line in STORY),
    ],
)
def test_a_line_is_named(line: str, kind: PassageKind | None) -> None:
    """Links to other stories, captions, and notices are told from the story."""
    assert kind_of(line) is kind


@pytest.mark.parametrize(
    ("text", "story"),
    [
        ("Read more news from the coast todayThe dam held on Monday.", "The dam held on Monday."),
        ("Share Facebook Twitter WhatsApp The dam held on Monday.", "The dam held on Monday."),
        ("The dam held on Monday.", "The dam held on Monday."),
        ("Facebook held talks with the town.", "Facebook held talks with the town."),
    ],
)
def test_furniture_is_unglued(text: str, story: str) -> None:
    """What scraping put before a paragraph's first word is cut off there."""
    assert text[glued(text, 0, len(text)) :] == story


@pytest.mark.parametrize("line", [*CROSS_REFERENCES, *CAPTIONS, *BOILERPLATE, *STORY])
def test_a_sentence_within_is_named_alike(line: str) -> None:
    """What is true of a paragraph is true of a sentence inside one, but for marks and numbers."""
    text = f"The dam held. {line} 12."
    spans = [Span(0, 13), Span(14, 14 + len(line)), Span(len(text) - 3, len(text))]
    expected = kind_of(line) if any(map(str.isalpha, line)) else None
    assert kinds_within(text, spans) == [None, expected, None]
    assert kinds_within(text, spans[1:2]) == [expected]


def test_a_long_paragraph_is_story() -> None:
    """However it begins: notices are short."""
    assert kind_of("Read more: " + "the dam held and " * 60) is None
