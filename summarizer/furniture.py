"""What stands on a page beside the story: captions, links to other stories, boilerplate.

Every pattern is anchored or looked for in a short stretch, so that a paragraph of any length is
judged in time linear in what is looked at. The anchored ones have many alternatives: they are tried
only where a paragraph begins with the first three letters of one of them.
"""

import re
import sys
from dataclasses import dataclass

from summarizer.model import PassageKind

_LONG = 700  # characters: a caption with its credit is shorter, and so is a notice


@dataclass(frozen=True, slots=True)
class _Opening:
    """What furniture opens with; `heads` is the first letters of its first words, at most three."""

    heads: frozenset[str]
    pattern: re.Pattern[str]

    def may_be(self, head: str) -> bool:
        """Tell whether the pattern can match what begins so; other scripts have other cases."""
        return head in self.heads or not head.isascii()


def _opening(heads: str, pattern: str) -> _Opening:
    return _Opening(frozenset(heads.split()), re.compile(pattern, re.IGNORECASE | re.VERBOSE))


_CROSS_REFERENCE = _opening(
    "als ana art cli con don edi exp for ful fur gal go hea in int kee le lea lee leg lei les "
    "lir lis liv meh mor mos mus nex opi pod rea rec rel see sie sli sto sug tap tim tre vid "
    "vie voi wat you",
    r"""[\W_]*(?:
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
    )""",
)

_AGENCIES = (
    r"AFP|AP|A\.P\.|Reuters|REUTERS|Getty(?:\s+Images)?|EPA(?:-EFE)?|EFE|PA|PTI|ANI|IANS|dpa|DPA|ANSA|AAP|"
    r"Xinhua|Anadolu|TASS|Bloomberg|UPI|NurPhoto|Shutterstock|Alamy|iStock|Unsplash|SANA|SIPA|WENN|Rex|Splash"
)
_CAPTION = _opening(
    "arc cap com fig fil gra han ill ima in map med pho pic rep sto und vid",
    r"""\W*(?:
    (?:photos?|photograph|photography|image|pictures?|pic|pictured|illustration|graphic|map|video|media|figure)
        (?:\s+(?:caption|credits?|source|courtesy|by|from))?\s*[:|]
    |(?:image|media|photo|video|figure)\s+(?:caption|credit|source|copyright)\b
    |(?:file|undated|combination|handout|representative|representational|archive|stock|archival)\s+
        (?:photo|image|picture|pic|footage|handout)(?:graph)?\b
    |(?:photo|image|picture|photograph|illustration)\s+(?:by|courtesy|provided|taken)\b
    |caption\s*:
    |in\s+this\s+(?:\w+\s+){0,3}(?:\d[\w,.\s]{0,20})?(?:file\s+)?
        (?:photo|image|picture|photograph|handout|frame\s+grab|video\s+grab)\b
    )""",
)
_CREDIT_END = re.compile(
    rf"""(?:
    [(\[]\s*(?:file\s+|stock\s+|supplied\s+|courtesy\s+)?
        (?:photos?|photograph|image|picture|pic|illustration|credit|courtesy|source)\b
        \s*(?:[:/|]|by\b|of\b|credit|courtesy|supplied|provided|via\b|from\b|\)|\])[^()\[\]]{{0,120}}[)\]]?
    |[(\[](?:{_AGENCIES})\s+(?:photo|file|images?|picture|graphic)\b[^()\[\]]{{0,80}}[)\]]?
    |[(\[][^()\[\]]{{2,60}}\s(?:photo|file\s+photo|handout|via\s+(?:{_AGENCIES}))[)\]]
    |[(\[][^()\[\]]{{2,60}}/\s*(?:{_AGENCIES})\b[^()\[\]]{{0,40}}[)\]]
    |[(\[](?:{_AGENCIES})\s*/[^()\[\]]{{2,60}}[)\]]
    |(?:^|[.!?)\]—–-]\s+)(?:
        (?:photos?|photograph|image|picture|credit|pic)\s*(?:by|credit|courtesy)?\s*[:/]\s*[^.!?]{{2,60}}
        |(?:photo|photograph|image|picture)\s+(?:by|courtesy(?:\s+of)?)\s+[^.!?]{{2,60}}
        |(?:{_AGENCIES})\s*/\s*[^.!?]{{2,40}}
        |(?-i:[A-Z])[^.!?,()]{{2,40}}\s?/\s*(?:{_AGENCIES})
        |file\s+(?:photo|image|picture)
        |©[^.!?]{{2,60}})
    )\s*\.?\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_TAIL = 200
_CREDIT_SIGNS = ("(", "[", "/", "©", "photo", "image", "credit", "pic")

_NOTICE = _opening(
    "ad add adv all boo bre by c cal cat cli clo com con coo cop cor cre dat dis do dow e edi "
    "ema emb end fac fil fin fir fol for fro get got has hav hig hom if in ins iss jav joi "
    "key las lea lik lin loa log men mes mod new no our pin pla ple pos pri pro pub rea red "
    "reg rep reu sav scr sea sen sha sig ski sou spo sto sub swi tag tap tel ter the thi top "
    "tra twe twi upd via vie we wha wit wri you",
    r"""[\W_]*(?:
    (?:share|tweet|print|email|e-mail|bookmark|save|pin|copy|forward)\s+
        (?:this(?:\s+(?:article|story|page|post|link|with|on|via))?\b|on\s+(?:facebook|twitter|x|whatsapp|linkedin)|via\b|with\s+friends)
    |(?:share|tweet|print|comments?|advertisement|advertisment|sponsored(?:\s+content)?|ad|loading|skip\s+ad|
        story\s+highlights|highlights|tags?|topics?|keywords?|category|categories|filed\s+under|in\s+this\s+article|
        ends?|view\s+comments|no\s+comments|leave\s+a\s+comment|scroll\s+down|menu|home|search|log\s*in|sign\s+in|
        facebook|twitter|whatsapp|linkedin|instagram|telegram|pinterest|reddit|newsletters?|top\s+stories|
        \d+\s+comments?|\d+\s+shares?|\#{2,}|-30-|\d{1,2}\s*(?:-|–)?\s*min(?:ute)?s?\s+read|play\s+video|
        breaking\s+news|correction|transcript|embed|close|reuse\s+content|from\s+our\s+partners)\W*$
    |(?:tags?|topics?|keywords?|filed\s+under|categor(?:y|ies)|posted\s+in|source|sources|via|hashtags?)\s*:\s*.{1,160}$
    |(?:scroll\s+down\s+for|click\s+(?:here|on|to)\b|tap\s+to\b|swipe\s+(?:left|right|to)\b)
    |(?:subscribe|sign\s+up|register|log\s+in|join|download)\s+(?:to|for|now|here|today|our|us|free|with|the)\b[^.!?]{0,160}
        (?:newsletter|updates?|inbox|channel|app|alerts?|free|access|now|here|today|news|account|list|telegram|whatsapp|us|$)
    |subscribe\b[^.]{0,60}$
    |get\s+(?:the|our|all|more|daily|breaking|unlimited)\b[^.!?]{0,100}(?:newsletter|inbox|mailbox|delivered|alerts?|subscri|access)
    |follow\s+(?:us|our|@\w+|[A-Z][\w\s.'’]{1,50}\bon\s+(?:facebook|twitter|x\b|instagram|telegram|whatsapp|youtube|google))
    |(?:like|find|join|contact|email|e-mail|write\s+to|call|message|reach)\s+us\b
    |(?:contact|email|e-mail|reach|write\s+to)\s+(?:the\s+)?(?:writer|reporter|author|newsroom|editor|[\w.+-]+@)
    |(?:have|do)\s+you\s+(?:have\s+|know\s+|got\s+|been\s+|any\s+|a\s+)[^?]{0,120}\?\s*(?:e-?mail|call|contact|tell|let|send|write|get|share|$)
    |got\s+a\s+(?:story|tip|news)|send\s+(?:us\s+)?your\b|tell\s+us\b.{0,80}(?:below|comments?)
    |(?:copyright|©|\(c\)\s*\d{4})|all\s+rights\s+reserved
    |(?:this|the)\s+(?:material|content)\b[^.]{0,60}\bmay\s+not\s+be\b
    |this\s+(?:article|story|report|piece|post|item|content)\s+(?:was|is|has|first|originally|may|appeared)\b[^.]{0,60}
        (?:publish|appear|updat|correct|edit|amend|syndicat|generat|licen[sc]|translat|produc|adapt|republish|contain)
    |(?:our|the)\s+(?:editorial\s+)?(?:standards|guidelines)\s*:
    |(?:terms\s+(?:of|and)|privacy\s+(?:policy|notice)|cookie|disclaimer\b|advertis(?:e|ing)\s+with)
    |we\s+(?:use|value)\s+(?:cookies|your\s+privacy)|by\s+(?:signing\s+up|subscribing|clicking|continuing)\b
    |[(\[]?\s*(?:(?:additional|with\s+additional)\s+)?(?:reporting|writing|editing|compiled|produced|edited|reported|written|translated|
        written\s+and\s+edited)\s+(?:by|from)\s+[A-Z]
    |\(?(?:with\s+(?:inputs?|files|reporting|contributions?|agenc(?:y|ies)|additional)\b)
    |(?:the\s+)?[A-Z][\w.'’]*(?:\s+[\w.'’]+){0,6}\s+contributed\s+to\s+this\s+(?:report|story|article)
    |(?:click\s+)?play\s+(?:video|audio)\b|your\s+browser\s+does\s+not|javascript\b|please\s+enable
    |for\s+(?:confidential|help\s+or)\s+(?:support|advice|help)\b|if\s+you\s+(?:have\s+been|are)\s+affected\s+by
    |(?:updated|published|posted|last\s+(?:updated|modified|edited)|first\s+published|modified|created|publication\s+date|date|issued)
        \s*(?:at|on|by|:|-|–|\|)?\s*(?=[^.!?]{0,40}\d).{4,90}$
    )""",
)
_HEAD = re.compile(r"[\W_]*([^\W_]{1,3})")
_LETTERS = re.compile(r"[^\W\d_]")
_BARE = re.compile(r"(?:https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|@\w+|#\w+|[\s,;|•·/–—-])+$")
_SHARE_BAR = re.compile(
    r"(?:(?:Share(?:\s+(?:this|on|via|with))*|Copy\s+this\s+link|E-?mail|Facebook|Twitter|X|Messenger|Pinterest|"
    r"WhatsApp|Linked[Ii]n|Telegram|Reddit|Print|SMS|Tweet)[\s|,•·]*){3,}(?=[A-Z\"“‘'(]|$)"
)
_GLUE = re.compile(r"[^.!?]{12,150}?[a-z]{2}(?=[A-Z][a-z'’]+\s+[a-zA-Z])")


def kind_of(paragraph: str) -> PassageKind | None:
    """Name what a paragraph is that does not belong to the story; None for one that may."""
    if len(paragraph) > _LONG:
        return None
    if not _LETTERS.search(paragraph) or _BARE.match(paragraph):
        return PassageKind.BOILERPLATE
    head = _head(paragraph)
    if _CROSS_REFERENCE.may_be(head) and _CROSS_REFERENCE.pattern.match(paragraph):
        return PassageKind.CROSS_REFERENCE
    plain = paragraph.lower()
    captioned = _CAPTION.may_be(head) and _CAPTION.pattern.match(paragraph)
    if captioned or _ends_with_credit(paragraph, plain):
        return PassageKind.CAPTION
    notice = _NOTICE.may_be(head) or head[:1].isdigit() or "contributed" in plain or "©" in plain
    if notice and _NOTICE.pattern.match(paragraph):
        return PassageKind.BOILERPLATE
    return None


def _head(text: str, start: int = 0, end: int = sys.maxsize) -> str:
    match = _HEAD.match(text, start, end)
    return match[1].lower() if match else ""


def _ends_with_credit(paragraph: str, plain: str) -> bool:
    """Look for what every credit has before looking for a credit, which takes far longer."""
    if len(plain) == len(paragraph):  # a capital may have two letters for its small one
        plain = plain[-_TAIL:]
    signed = any(map(plain.__contains__, _CREDIT_SIGNS))
    return signed and _CREDIT_END.search(paragraph[-_TAIL:]) is not None


def glued(text: str, start: int, end: int) -> int:
    """Give where furniture ends that is glued to the front of a paragraph; else `start`.

    Scraping leaves rows of share buttons and links to other stories without even a space before
    the paragraph's first word: "Read more news from SuffolkThe court heard".
    """
    near = min(end, start + 300)
    match = _SHARE_BAR.match(text, start, near)
    may_be = not match and _CROSS_REFERENCE.may_be(_head(text, start, near))
    if may_be and _CROSS_REFERENCE.pattern.match(text, start, near):
        match = _GLUE.match(text, start, near)
    return match.end() if match else start
