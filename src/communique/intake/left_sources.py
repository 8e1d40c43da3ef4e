"""The sources of a draft that an import made for links which its row has no more."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from ..authoring.confirmation import is_marked
from ..reading import Document
from ..text.lines import Lines
from .imported import LINKS, OWN, digest_of_page

_OF_IMPORT = frozenset({"id", "type", "publisher", "url", "archived_url", "published", "language", "access"})
"""The fields that an import gives a page."""


NamedIn = Callable[[str], set[str]]


class Left(NamedTuple):
    """The ids of those sources: those that nobody has looked at, cited or edited can be removed, others are kept."""

    removed: Sequence[str] = ()
    kept: Sequence[str] = ()


def left_sources(document: Document, before: Mapping[str, str], now: Mapping[str, str], named_in: NamedIn) -> Left:
    """The sources in the draft whose pages its row named ``before``, and does not name ``now``, by their digests.

    ``named_in`` gives the paths of the files of the corpus in which a source is named.
    """
    if before.get(LINKS, OWN) == OWN or not isinstance(document.data, dict):
        return Left()
    gone = {*before[LINKS].split()} - {*now.get(LINKS, "").split()}
    if not gone:
        return Left()
    sources = document.data.get("sources", ())
    found = [place for place, each in enumerate(sources) if digest_of_page(each.get("url") or "") in gone]
    removed = [place for place in found if _is_untouched(document, place, named_in)]
    kept = [place for place in found if place not in removed]
    return Left([sources[each]["id"] for each in removed], [sources[each]["id"] for each in kept])


def _is_untouched(document: Document, place: int, named_in: NamedIn) -> bool:
    """Whether the source is as an import writes it, with its mark, and nothing else names it."""
    source = document.data["sources"][place]
    line = Lines(document.text)[document.key_position(("sources", place)).line]
    is_made = is_marked(line) and source.keys() <= _OF_IMPORT and source.get("access") == "not_read"
    others = {**document.data, "sources": [each for each in document.data["sources"] if each is not source]}
    if not is_made or document.data.get("status") != "draft" or source["id"] in texts_in(others):
        return False
    return not named_in(source["id"]) - {document.path}


def texts_in(value: Any) -> set[str]:
    """All texts in plain data."""
    if isinstance(value, Mapping):
        value = [*value.values()]
    if isinstance(value, list):
        return {text for each in value for text in texts_in(each)}
    return {value} if isinstance(value, str) else set()
