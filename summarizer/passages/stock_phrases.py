"""What stands beside a story opens with: links to other stories, captions, notices.

Each pattern has many alternatives and nearly every paragraph none of them, so that the patterns
are kept by the first letters of the words that they begin with, and only those are tried.
"""

import re
import sys

from summarizer.model import PassageKind
from summarizer.text.kept import Kept

_HEAD = re.compile(r"[\W_]*([^\W_]{1,3})")

# In the order in which they are tried: each with the heads of the words that it begins with, which
# are their first three letters or all of a shorter word; that of a number is "0".
_WORDS = {
    PassageKind.CROSS_REFERENCE: (
        (
            "als ana art cli con don edi exp for ful fur gal go hea in int kee le lea lee leg lei "
            "les lir lis liv meh mor mos mus nex opi pod rea rec rel see sie sli sto sug tap tim "
            "tre vid vie voi wat you",
            r"""
            (?:read|see|watch|listen|view|hear)\s+(?:more|also|next|too|now|here)\b(?!\s+than)
            |(?:also|must|further|keep|continue|continued|recommended|suggested|next|full|more)\s+
                (?:read|reading|watch|see|story|stories|coverage|video)s?\s*(?:[:|–—>»-]|$)
            |(?:read|watch|listen|live|see|more|video|gallery|slideshow|podcast|explainer|
                opinion|analysis|interactive|timeline|related|recommended|trending|in\s+pictures|in\s+photos|don['’]?t\s+miss|
                must[- ]read|editor['’]?s\s+(?:pick|choice)s?|most\s+(?:read|popular|viewed))
                \s*(?:\(?video\)?\s*)?[:|»>]
            |related\s+(?:stories|story|articles?|topics?|content|news|links?|coverage|video|posts?|reading)\b
            |more\s+(?:on\s+this(?:\s+(?:story|topic))?|from\s+[^.!?]{1,40}|stories|about\s+this)\s*(?:[:|]|$)
            |you\s+(?:may|might|could)\s+(?:also\s+)?(?:like|be\s+interested|enjoy)
            |(?:click|tap|go)\s+here\s+(?:to|for)\b
            |for\s+more\s+(?:on|about|stories|news|information|details|from)\b[^.]{0,80}\b
                (?:visit|click|see|read|go\s+to|follow|check)\b
            |story\s+continues\s+below | article\s+continues\s+(?:below|after)
            |lire\s+aussi|à\s+lire|voir\s+aussi|lesen\s+sie|mehr\s+(?:dazu|zum\s+thema)|siehe\s+auch
            |lea\s+también|leer\s+más|lee\s+también|le\s+puede\s+interesar|leggi\s+anche|leia\s+(?:também|mais)|lees\s+ook
            |читайте\s+(?:также|ещё)
            """,
        ),
    ),
    PassageKind.CAPTION: (
        (
            "arc cap com fig fil gra han ill ima in map med pho pic rep sto und vid",
            r"""
            (?:photos?|photograph|photography|image|pictures?|pic|pictured|illustration|graphic|map|video|media|figure)
                (?:\s+(?:caption|credits?|source|courtesy|by|from))?\s*[:|]
            |(?:image|media|photo|video|figure)\s+(?:caption|credit|source|copyright)\b
            |(?:file|undated|combination|handout|representative|representational|archive|stock|archival)\s+
                (?:photo|image|picture|pic|footage|handout)(?:graph)?\b
            |(?:photo|image|picture|photograph|illustration)\s+(?:by|courtesy|provided|taken)\b
            |caption\s*:
            |in\s+this\s+(?:\w+\s+){0,3}(?:\d[\w,.\s]{0,20})?(?:file\s+)?
                (?:photo|image|picture|photograph|handout|frame\s+grab|video\s+grab)\b
            """,
        ),
    ),
    PassageKind.BOILERPLATE: (
        (
            "boo cop e ema for pin pri sav sha twe",
            r"""
            (?:share|tweet|print|email|e-mail|bookmark|save|pin|copy|forward)\s+
                (?:this(?:\s+(?:article|story|page|post|link|with|on|via))?\b|on\s+(?:facebook|twitter|x|whatsapp|linkedin)|via\b|with\s+friends)
            """,
        ),
        ("0", r"(?:\d+\s+(?:comments?|shares?)|\d{1,2}\s*(?:-|–)?\s*min(?:ute)?s?\s+read)\W*$"),
        (
            "ad adv bre cat clo com cor emb end fac fil fro hig hom in ins key lea lin loa log men "
            "new no pin pla pri red reu scr sea sha sig ski spo sto tag tel top tra twe twi vie "
            "wha",
            r"""
            (?:share|tweet|print|comments?|advertisement|advertisment|sponsored(?:\s+content)?|ad|loading|skip\s+ad|
                story\s+highlights|highlights|tags?|topics?|keywords?|category|categories|filed\s+under|in\s+this\s+article|
                ends?|view\s+comments|no\s+comments|leave\s+a\s+comment|scroll\s+down|menu|home|search|log\s*in|sign\s+in|
                facebook|twitter|whatsapp|linkedin|instagram|telegram|pinterest|reddit|newsletters?|top\s+stories|
                play\s+video|breaking\s+news|correction|transcript|embed|close|reuse\s+content|from\s+our\s+partners)\W*$
            """,
        ),
        (
            "cat fil has key pos sou tag top via",
            r"(?:tags?|topics?|keywords?|filed\s+under|categor(?:y|ies)|posted\s+in|source|sources|via|hashtags?)\s*:\s*.{1,160}$",
        ),
        (
            "cli scr swi tap",
            r"(?:scroll\s+down\s+for|click\s+(?:here|on|to)\b|tap\s+to\b|swipe\s+(?:left|right|to)\b)",
        ),
        (
            "dow joi log reg sig sub",
            r"""
            (?:subscribe|sign\s+up|register|log\s+in|join|download)\s+(?:to|for|now|here|today|our|us|free|with|the)\b[^.!?]{0,160}
                (?:newsletter|updates?|inbox|channel|app|alerts?|free|access|now|here|today|news|account|list|telegram|whatsapp|us|$)
            """,
        ),
        ("sub", r"subscribe\b[^.]{0,60}$"),
        (
            "get",
            r"get\s+(?:the|our|all|more|daily|breaking|unlimited)\b[^.!?]{0,100}(?:newsletter|inbox|mailbox|delivered|alerts?|subscri|access)",
        ),
        (
            "fol",
            r"follow\s+(?:us|our|@\w+|[A-Z][\w\s.'’]{1,50}\bon\s+(?:facebook|twitter|x\b|instagram|telegram|whatsapp|youtube|google))",
        ),
        (
            "cal con e ema fin joi lik mes rea wri",
            r"(?:like|find|join|contact|email|e-mail|write\s+to|call|message|reach)\s+us\b",
        ),
        (
            "con e ema rea wri",
            r"(?:contact|email|e-mail|reach|write\s+to)\s+(?:the\s+)?(?:writer|reporter|author|newsroom|editor|[\w.+-]+@)",
        ),
        (
            "do hav",
            r"(?:have|do)\s+you\s+(?:have\s+|know\s+|got\s+|been\s+|any\s+|a\s+)[^?]{0,120}\?\s*(?:e-?mail|call|contact|tell|let|send|write|get|share|$)",
        ),
        (
            "got sen tel",
            r"got\s+a\s+(?:story|tip|news)|send\s+(?:us\s+)?your\b|tell\s+us\b.{0,80}(?:below|comments?)",
        ),
        ("all c cop", r"copyright|\(c\)\s*\d{4}|all\s+rights\s+reserved"),
        ("the thi", r"(?:this|the)\s+(?:material|content)\b[^.]{0,60}\bmay\s+not\s+be\b"),
        (
            "thi",
            r"""
            this\s+(?:article|story|report|piece|post|item|content)\s+(?:was|is|has|first|originally|may|appeared)\b[^.]{0,60}
                (?:publish|appear|updat|correct|edit|amend|syndicat|generat|licen[sc]|translat|produc|adapt|republish|contain)
            """,
        ),
        ("our the", r"(?:our|the)\s+(?:editorial\s+)?(?:standards|guidelines)\s*:"),
        (
            "adv coo dis pri ter",
            r"(?:terms\s+(?:of|and)|privacy\s+(?:policy|notice)|cookie|disclaimer\b|advertis(?:e|ing)\s+with)",
        ),
        (
            "by we",
            r"we\s+(?:use|value)\s+(?:cookies|your\s+privacy)|by\s+(?:signing\s+up|subscribing|clicking|continuing)\b",
        ),
        (
            "add com edi pro rep tra wit wri",
            r"""
            [(\[]?\s*(?:(?:additional|with\s+additional)\s+)?(?:reporting|writing|editing|compiled|produced|edited|reported|written|translated|
                written\s+and\s+edited)\s+(?:by|from)\s+[A-Z]
            """,
        ),
        (
            "wit",
            r"\(?(?:with\s+(?:inputs?|files|reporting|contributions?|agenc(?:y|ies)|additional)\b)",
        ),
        (
            "cli jav pla ple you",
            r"(?:click\s+)?play\s+(?:video|audio)\b|your\s+browser\s+does\s+not|javascript\b|please\s+enable",
        ),
        (
            "for if",
            r"for\s+(?:confidential|help\s+or)\s+(?:support|advice|help)\b|if\s+you\s+(?:have\s+been|are)\s+affected\s+by",
        ),
        (
            "cre dat fir iss las mod pos pub upd",
            r"""
            (?:updated|published|posted|last\s+(?:updated|modified|edited)|first\s+published|modified|created|publication\s+date|date|issued)
                \s*+(?:at|on|by|:|-|–|\|)?\s*(?=[^.!?]{0,40}\d).{4,90}$
            """,
        ),
    ),
}
_LINK = PassageKind.CROSS_REFERENCE
_LEADS = dict.fromkeys(_WORDS, r"[\W_]*") | {PassageKind.CAPTION: r"\W*"}
OPENINGS = tuple(
    (
        kind,
        frozenset(heads.split()),
        re.compile(f"{_LEADS[kind]}(?:{words})", re.IGNORECASE | re.VERBOSE),
    )
    for kind, patterns in _WORDS.items()
    for heads, words in patterns
)


def opening_of(text: str, start: int = 0, end: int = sys.maxsize) -> PassageKind | None:
    """Name the furniture that the text from `start` to `end` opens with; None for another text."""
    for kind, pattern in _TRIED[_letters(text, start, end)]:
        if pattern.match(text, start, end):
            return kind
    return None


def opens_link(text: str, start: int, end: int) -> bool:
    """Tell whether the text from `start` to `end` opens with a link to another story."""
    tried = _TRIED[_letters(text, start, end)]
    if not tried or tried[0][0] is not _LINK:  # which is tried first
        return False
    return tried[0][1].match(text, start, end) is not None


def _letters(text: str, start: int, end: int) -> str:
    """Give the letters by which it is known what to try."""
    letters = text[start : min(start + 3, end)]
    if not letters.isalpha():  # most paragraphs begin with a word of three letters or more
        match = _HEAD.match(text, start, end)
        letters = match[1] if match else "-"
    return letters


def _tried(letters: str) -> tuple[tuple[PassageKind, re.Pattern[str]], ...]:
    """Give the patterns to try: all for other scripts, whose letters may have other cases."""
    head = "0" if letters[0].isdigit() else letters.lower()
    return tuple(
        (kind, pattern)
        for kind, heads, pattern in OPENINGS
        if head in heads or not letters.isascii()
    )


_TRIED = Kept(_tried, 1 << 12)
