"""Annotated sample articles: the texts of `seeds/` and of this folder, read by hand.

Every article has a TOML file beside it here, named after it, which says in the article's own
words what a careful reader finds: its passages, dateline, quotes with their speakers, places, and
a short summary. The loader turns the words into spans, and fails where they do not stand in the
article, so that a `Sample` can be trusted:

    from tests.articles import same_speaker, samples

    for sample in samples():
        brief = write_brief(sample.article, gazetteer=..., options=BriefOptions())
        sample.quotes      # utterances in the article's order: segments, speaker, fragment, best
        sample.best        # the two that an editor would print; () where there are under three
        sample.places      # what the story speaks of: country, coordinates, mentions
        sample.first_place # the one that it is about, or None
        sample.reference   # two or three sentences of the annotator's own

How an annotation is written:

- A text may be shortened: "The water rose [...] Samtredia." runs from its first words to the
  first end that follows them.
- `headline`, `deck`: the words. `captions`, `cross_references`, `boilerplate`: how their lines
  begin; each stands for every line that begins so.
- `[dateline]`: `text` up to its dash or colon, and `place`, `source`, `written` out of it.
- `[[quotes]]`, in the article's order: `said` lists the segments of one utterance, without their
  marks. `speaker` is the fullest name that the article gives, with rank or "Dr." but without the
  office ("Mayor"), or the noun for an unnamed one ("diplomat", "report"); left out where the
  article does not say.
  `fragment` marks a few words quoted inside a sentence of the writer's. `best` marks the two
  that the annotator, as an editor, would print first; it was decided before any ranker saw them.
  What stands between marks and is not listed is no quote (scare quotes, titles, nicknames).
- `[[places]]`: `as` lists the forms of the name, by default the name itself; every whole word of
  the story like it is a mention, but for those in longer forms and in `not_places` (names of
  teams, papers, offices, streets). `first = true` marks the place that the story is about.
- `summary`: the reference. `language`: ISO 639-1, "en" where it is left out.
"""

from tests.articles.comparing import same_speaker
from tests.articles.loader import samples
from tests.articles.model import MarkedPlace, MarkedQuote, Sample

__all__ = ["MarkedPlace", "MarkedQuote", "Sample", "same_speaker", "samples"]
