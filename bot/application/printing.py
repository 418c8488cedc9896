"""A file's brief as `dateline brief` shows it: from its name to the lines for standard output.

Workers import this, and no settings, no event loop, nothing else that they have no use for.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.adapters.inbox import FolderInbox
from bot.adapters.readers import read_article
from bot.application.language import Write, remark_on
from bot.application.showing import Form, Shown, Source
from bot.model import Filing
from bot.presentation import PostOptions, brief_post, plain_text
from bot.presentation.interchange import brief_json
from summarizer.model import Brief, BriefOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Printer:
    """Shows files' briefs."""

    write: Write
    options: BriefOptions
    form: Form
    max_bytes: int

    def __call__(self, source: Source) -> Shown:
        """Show a file's brief; raise UnusableArticle for one that has none."""
        brief = self.write(read_article(*self._read(source)))
        remark = remark_on(brief, self.options)
        return Shown(
            text=_text(source.file, brief, self.form),
            troubles=(f"{source.file}: {remark}",) if remark else (),
        )

    def _read(self, source: Source) -> tuple[str, bytes]:
        """Return a file's name and bytes; what came by the standard input is plain text."""
        if source.data is not None:
            return "standard-input.txt", source.data
        # An inbox that watches no folder follows all links, and reads regular files.
        inbox = FolderInbox(suffixes=frozenset(), max_bytes=self.max_bytes)
        return source.file, inbox.load(source.file)


def _text(file: str, brief: Brief, form: Form) -> str:
    if form.name == "json":
        return json.dumps(brief_json(file, brief), ensure_ascii=False)
    unfiled = Filing(id=0, brief=brief, path=file, digest="", filed_at=datetime.now(UTC))
    options = PostOptions(quotes=form.quotes, places=form.places)
    parts = brief_post(unfiled, options).parts
    return "\n\n".join(parts if form.name == "html" else map(plain_text, parts)) + "\n"
