"""The collected facts that the records are made from, where they are at hand: they are not part of the project."""

from __future__ import annotations

from typing import Any, TypeAlias

import pytest
import yaml

import communique
from communique.codelists import SourceAccess, SourceType
from communique.models import Source
from support.folders import ROOT

Facts: TypeAlias = dict[str, Any]
"""An announcement, or one of its pages, as the facts have it."""

FILES = [ROOT.parent / "shared" / "facts" / name for name in ("announcements.yaml", "more.yaml")]
AT_HAND = all(path.is_file() for path in FILES)
needs_facts = pytest.mark.skipif(not AT_HAND, reason="the collected facts are not part of the project")


def read_facts() -> dict[str, Facts]:
    """The announcements by the id of their record; nothing where the facts are not at hand."""
    files = (
        [yaml.load(path.read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader)) for path in FILES]
        if AT_HAND
        else []
    )
    return {item["slug"]: item for items in files for item in items}


class Pages:
    """Finds the pages of the facts among the sources of a corpus."""

    def __init__(self, corpus: communique.Corpus) -> None:
        self._by_address = {str(source.url): source.id for source in corpus.sources.values() if source.url}
        self._without_address = [source for source in corpus.sources.values() if without_address(source)]

    def find(self, page: Facts) -> set[str]:
        """The id of the source with this address, or else of those that are published without one and match."""
        if page["url"] in self._by_address:
            return {self._by_address[page["url"]]}
        return {source.id for source in self._without_address if may_be(source, page)}


def without_address(source: Source) -> bool:
    """Whether somebody read it and its address is left out."""
    return source.url is None and source.access is not SourceAccess.NOT_READ


def may_be(source: Source, page: Facts) -> bool:
    """Whether title, day, language and kind of a source are those of the page."""
    published = str(source.published)[:10] if source.published else None
    same = [
        published == page["published"],
        source.title == page["title"],
        source.language == page["language"],
        (source.type is SourceType.MIRROR) == (page["kind"] == "mirror"),
    ]
    return all(same)
