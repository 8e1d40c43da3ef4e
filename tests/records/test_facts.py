"""The records: nothing of the collected facts was dropped on the way. Needs those facts beside the project."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

import communique
from communique.codelists import RelationBasis, SourceAccess, SourceType
from communique.models import Announcement, Assertion, Due, Evidence, Share, sources_of, walk
from support.facts import Pages, needs_facts, read_facts

pytestmark = needs_facts

BY_SLUG = read_facts()
SLUGS = sorted(BY_SLUG)
DATE_ROLES = {"effective": "entry_into_force", "applies": "applies_from", "event": "held"}
AT_THE_LATEST = {("us-nvidia-amd-revenue-share-2025", "2025-08-08")}
"""Days of the facts by which something was done, as their own notes say; the record has `../D`."""
MOVED = {("un-ai-panel-appointed-2026", "announced", "2026-02-04"): "submitted"}
"""Dates whose role says more than the facts do."""


@pytest.fixture(scope="module")
def corpus(shipped: communique.Corpus) -> communique.Corpus:
    return shipped


@pytest.fixture(scope="module")
def pages(corpus: communique.Corpus) -> Pages:
    return Pages(corpus)


def assertions(corpus: communique.Corpus, slug: str) -> Iterator[tuple[Assertion, set[str]]]:
    """Every assertion of the record and of its occasions, with the ids of its sources."""
    record = corpus.announcements[slug]
    models = [record, *(corpus.occasions[id] for id in [record.occasion] if id)]
    for model in models:
        for _, each in walk(model):
            if isinstance(each, Assertion):
                yield each, {*sources_of(each.evidence)}


def meant(item: dict[str, Any], pages: Pages, src: list[str] | None) -> list[set[str]]:
    """For each page that is named, the sources that it may be."""
    by_id = {page["id"]: page for page in item["sources"]}
    return [pages.find(by_id[each]) for each in src or () if each in by_id]


def test_each_item_is_a_record(corpus: communique.Corpus) -> None:
    assert set(corpus.announcements) == set(SLUGS) and len(SLUGS) == 44


@pytest.mark.parametrize("slug", SLUGS)
def test_every_source_is_there_and_supports_something(slug: str, corpus: communique.Corpus, pages: Pages) -> None:
    used = {piece.source_id for _, piece in walk(corpus.announcements[slug]) if isinstance(piece, Evidence)}
    used |= {
        piece.source_id for each in corpus.occasions.values() for _, piece in walk(each) if isinstance(piece, Evidence)
    }
    for source in BY_SLUG[slug]["sources"]:
        cited = pages.find(source) & used
        assert cited, source["url"]
        found = corpus.sources[min(cited)]
        assert found.access is SourceAccess.EXCERPT or found.text, source["url"]
        assert (found.published is None) == (source["published"] is None), source["url"]
        if source["kind"] == "mirror":
            assert found.type is SourceType.MIRROR


@pytest.mark.parametrize("slug", SLUGS)
def test_every_date_is_there(slug: str, corpus: communique.Corpus) -> None:
    item = BY_SLUG[slug]
    record = corpus.announcements[slug]
    occasions = [date for id in [record.occasion] if id for date in corpus.occasions[id].dates]
    for date in item["dates"]:
        role = DATE_ROLES.get(date["type"], date["type"])
        role = MOVED.get((slug, role, date["value"]), role)
        value = f"../{date['value']}" if (slug, date["value"]) in AT_THE_LATEST else date["value"]
        found = [each for each in record.dates if (each.role, each.value) == (role, value)]
        found += [each for each in occasions if role == "held" and each.value == value]  # type: ignore[misc]
        assert found, date


@pytest.mark.parametrize("slug", SLUGS)
def test_every_fact_and_every_side_of_a_conflict_has_its_sources(
    slug: str, corpus: communique.Corpus, pages: Pages
) -> None:
    item = BY_SLUG[slug]
    supported = [sources for _, sources in assertions(corpus, slug)]
    sides = [side for conflict in item["conflicts"] for side in conflict.get("values", ())]
    for fact in [*item["facts"], *sides]:
        wanted = meant(item, pages, fact.get("src"))
        assert any(all(page & sources for page in wanted) for sources in supported), fact


@pytest.mark.parametrize("slug", SLUGS)
def test_every_number_is_there(slug: str, corpus: communique.Corpus) -> None:
    stated = [each for _, each in walk(corpus.announcements[slug]) if isinstance(each, Assertion | Share)]
    numbers = {value for each in stated for value in vars(each).values() if isinstance(value, int | float)}
    periods = [each.within or "" for _, each in walk(corpus.announcements[slug]) if isinstance(each, Due)]
    numbers |= {int(days) for days in re.findall(r"\bP([0-9]+)D\b", " ".join(periods))}
    for number in BY_SLUG[slug]["numbers"]:
        value = float(str(number["value"]).replace("10^", "1e"))
        assert any(abs(value * unit - each) <= 1e-9 * each for each in numbers for unit in (1, 1e6, 1e9)), number


WITHOUT_A_SOURCE = {
    ("cn-waico-proposal-2025", target) for target in ("us-eo-14320-2025", "us-nvidia-h20-reversal-2025")
}
"""Links that the press is said to draw, without a page that does."""


@pytest.mark.parametrize("slug", SLUGS)
def test_every_relation_is_there_and_on_no_firmer_ground(slug: str, corpus: communique.Corpus) -> None:
    record: Announcement = corpus.announcements[slug]
    for relation in BY_SLUG[slug]["relations"] or ():
        found = [each for each in record.relations if each.target == relation["target"]]
        assert found, relation
        if relation["basis"] == "derived" or (slug, relation["target"]) in WITHOUT_A_SOURCE:
            assert {each.basis for each in found} == {RelationBasis.INFERRED}, relation
        elif relation["basis"] == "media_inferred":
            assert RelationBasis.STATED not in {each.basis for each in found}, relation
        for each in found:
            assert each.note if each.basis is RelationBasis.INFERRED else each.evidence, relation
