"""Lists of links, with what a person has written for each, and how much of it `communique add source` finds."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import yaml

from communique.adding.insertion import inserted
from communique.adding.link import Link
from communique.adding.new_registry import new_registry
from communique.adding.sources import Wishes, new_sources
from communique.authoring.confirmation import unconfirmed
from communique.codelists import SourceType
from communique.corpus.corpus import Corpus
from communique.lexicon.folding import folded_words
from communique.lexicon.page_variants import any_page
from support.facts import read_facts
from support.folders import ROOT

LENGTH = 30
FIELDS = ("type", "publisher", "published", "language")
_TYPES = {"wire": "news_agency", "media": "news"}
_IN_BRACKETS = re.compile(r"\s*\(.*\)$")

Page = dict[str, Any]
"""The address of a page, and what a person has written of it; what is unknown is None or missing."""


class Found(NamedTuple):
    """Of a list of links: how many values of each field are right and wrong, and how many types are unknown.

    ``marks`` are lines of the files that ask to be confirmed.
    """

    right: Counter[str]
    wrong: Counter[str]
    unknown: int
    marks: int
    refused: int

    @property
    def edits(self) -> int:
        """What has to be done by hand: values to correct, lines to confirm, and links to give in another way.

        A type that is unknown says nothing wrong. To find it out is work of its own, as a title is that was left out.
        """
        return self.wrong.total() + self.marks + self.refused


def own_list() -> list[Page]:
    """Thirty addresses of announcements that are not in the corpus."""
    found: list[Page] = yaml.safe_load((ROOT / "tests" / "adding" / "thirty_links.yaml").read_text(encoding="utf-8"))
    return found


def listed_pages(corpus: Corpus) -> list[Page]:
    """The pages of the sources of a corpus, and of the collected facts that are not in it, by address."""
    found: dict[str, Page] = {}
    for each in corpus.sources.values():
        if each.url:
            written = {"type": str(each.type), "publisher": each.publisher, "language": each.language}
            found[any_page(each.url)] = {"url": each.url, "published": str(each.published or ""), **written}
    for item in read_facts().values():
        for each in item["sources"]:
            type, publisher = _TYPES.get(each["kind"], each["kind"]), _IN_BRACKETS.sub("", each["publisher"])
            page = {"type": type, "publisher": publisher, "published": str(each["published"] or "")}
            found.setdefault(any_page(each["url"]), {"url": each["url"], "language": each["language"], **page})
    return [found[key] for key in sorted(found)]


def random_lists(pages: Sequence[Page], number: int) -> Iterator[list[Page]]:
    """Lists of thirty of the pages, always the same ones."""
    for seed in range(number):
        yield random.Random(seed).sample(pages, LENGTH)


def without(corpus: Corpus, pages: Sequence[Page]) -> Corpus:
    """The corpus without the definitions of these pages."""
    gone = {any_page(each["url"]) for each in pages}
    entries = []
    for entry in corpus.entries:
        if sources := getattr(entry.record, "sources", ()):
            kept = tuple(each for each in sources if not each.url or any_page(each.url) not in gone)
            entry = entry._replace(record=entry.record.model_copy(update={"sources": kept}))
        entries.append(entry)
    return replace(corpus, entries=tuple(entries))


def added(corpus: Corpus, pages: Sequence[Page], wishes: Wishes | None = None) -> Found:
    """What comes of adding the pages by their links alone to a corpus that does not have them."""
    links = [Link(each["url"], line=number) for number, each in enumerate(pages, 1)]
    made = new_sources(without(corpus, pages), links, wishes or Wishes(), "")
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    written = {any_page(each["url"]): each for each in pages}
    for each in made.definitions:
        for field in FIELDS:
            if (value := each.get(field)) and value != SourceType.UNKNOWN:
                (right if is_same(field, value, written[any_page(each["url"])]) else wrong)[field] += 1
    unknown = sum(each["type"] == SourceType.UNKNOWN for each in made.definitions)
    return Found(right, wrong, unknown, _marks(made.definitions), len(made.findings))


def _marks(definitions: Sequence[dict[str, Any]]) -> int:
    """The lines with a mark in a new registry with these definitions."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "links.yaml"
        return len(unconfirmed(inserted(path, "source", definitions, new_registry(path))[1].decode("utf-8")))


def is_same(field: str, value: str, page: Page) -> bool:
    """Whether a value says nothing else than a person did: it may be less precise, or say what the person left out."""
    written = page.get(field) or ""
    if field == "published":
        return not written or written.startswith(value)
    if field == "publisher":
        one, other = (folded_words(each) for each in (value, written))
        initials = "".join(each[0] for each in one if each not in ("and", "of", "the"))
        return {*one} <= {*other} or {*other} <= {*one} or other == [initials]
    return value == written or not written
