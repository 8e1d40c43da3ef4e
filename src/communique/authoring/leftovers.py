"""What a draft still has from the article in comments: its sentences, its headline, the list of what was not taken.

They help whoever confirms a draft, and are not to be published with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ..lexicon.copied_words import OwnWords, SourceWords
from ..reading import Document
from ..reading.tokens import tokens
from ..text.shortening import shorten
from ..text.source_text import Texts

NOT_TAKEN = "Seen and not taken:"
"""The first line of the comment with what a draft leaves out."""
HEADLINE = "The headline:"
"""What comes before the headline of the article, in a comment."""

_OWN_WORDS = ("statements", "commitments")
_LONGEST_SHOWN = 80


class Leftover(NamedTuple):
    """Words of the article in a line of the file."""

    line: int
    words: str


class _Comment(NamedTuple):
    """A comment that has its lines for itself; ``indent`` is that of the first."""

    line: int
    indent: int
    text: str


def comments(document: Document, texts: Texts | None = None) -> Iterator[Leftover]:
    """The comments that a draft made, except its first.

    With the texts of the sources, also every comment whose words are in one of them.
    """
    copied = _Copied(document, texts)
    for each in _comments(document):
        if each.text.startswith(NOT_TAKEN):
            yield Leftover(each.line, NOT_TAKEN)
        elif each.text.startswith(HEADLINE) or _is_beside_own_words(document, each) or copied.has(each.text):
            yield Leftover(each.line, shorten(each.text, _LONGEST_SHOWN))


class _Copied:
    """The texts of the sources of a record, in which words are looked for."""

    def __init__(self, document: Document, texts: Texts | None) -> None:
        ids = _sources(document.data) if texts else ()
        self._contents = [SourceWords(content) for id in ids for content in (texts.named(id) if texts else ())]

    def has(self, text: str) -> bool:
        """Whether one of the texts has these words, if they are enough to be a sentence."""
        own = OwnWords(text)
        return any(own.copied(each, each.among(own.grams)) for each in self._contents)


def _sources(data: Any) -> list[str]:
    """The ids of the sources that the record defines or has passages of."""
    found = [each.get("id") for each in _items(data, "sources")]
    found += [each.get("source") for each in _items(data, "passages")]
    return list(dict.fromkeys(each for each in found if isinstance(each, str)))


def _items(data: Any, name: str) -> list[dict[str, Any]]:
    items = data.get(name) if isinstance(data, dict) else None
    return [each for each in items if isinstance(each, dict)] if isinstance(items, list) else []


def _comments(document: Document) -> Iterator[_Comment]:
    """The comments that have their lines for themselves; lines that follow each other are one."""
    last: _Comment | None = None
    end = 0
    for start, comment in tokens(document).commented.items():
        line, column = document.lines.position(start)[:2]
        if document.lines[line][: column - 1].strip():
            continue
        text = comment.lstrip("#").strip()
        if last and line == end + 1 and column - 1 == last.indent:
            last = last._replace(text=f"{last.text} {text}")
        else:
            if last:
                yield last
            last = _Comment(line, column - 1, text)
        end = line
    if last:
        yield last


def _is_beside_own_words(document: Document, comment: _Comment) -> bool:
    """Whether the comment is within a statement or a commitment, where a draft shows the sentence of the article."""
    data = document.data if isinstance(document.data, dict) else {}
    before = [(document.key_position((name,)).line, name) for name in data]
    above = max((each for each in before if each[0] < comment.line), default=(0, ""))
    return comment.indent > 0 and above[1] in _OWN_WORDS
