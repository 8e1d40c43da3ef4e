"""Work grows with the input and no faster: calls are counted, not seconds, at three sizes that double."""

from __future__ import annotations

import cProfile
import gc
import pstats
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from communique import Corpus
from communique.cards import card
from communique.corpus.conflicts import conflicts
from communique.corpus.corpus import Entry
from communique.corpus.corroboration import corroborate
from communique.corpus.history import datings, showings
from communique.corpus.provenance import Sources, originals
from communique.exporting import HeldThings, pieces
from communique.models import SCHEMA_VERSION, Announcement, Assertion, Registry, Source, Tree

pytestmark = pytest.mark.slow

SMALLEST = 40


def calls(work: Callable[[], object]) -> int:
    """How many calls of functions, ours and those of Python itself, the work takes."""
    profile = cProfile.Profile()
    gc.disable()  # whoever is told of a collection would be counted
    try:
        profile.runcall(work)
    finally:
        gc.enable()
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


def grows_linearly(work: Callable[[int], Callable[[], object]]) -> bool:
    """Whether twice as much more input takes twice as many more calls; it would be four times if it were the square."""
    work(SMALLEST * 4)()  # what is made once, and kept, is made here
    small, middle, large = (calls(work(SMALLEST * factor)) for factor in (1, 2, 4))
    return large - middle < 2.5 * (middle - small)


def sources(count: int, **more: Any) -> list[dict[str, Any]]:
    return [{"id": f"source-{number}", "type": "news", "access": "excerpt", **more} for number in range(count)]


def evidence(*numbers: int) -> list[dict[str, str]]:
    return [{"source": f"source-{number}"} for number in numbers]


def announcement(count: int, **fields: Any) -> Corpus:
    record = {
        "schema_version": SCHEMA_VERSION,
        "kind": "announcement",
        "id": "example",
        "title": {"en": "An example"},
        "types": ["other"],
        "status": "draft",
        "dates": [{"role": "announced", "value": "2025-07-26"}],
        "sources": sources(count),
        **fields,
    }
    return Corpus((Entry("example.json", Announcement.model_validate(record)),))


def statements(count: int) -> Corpus:
    points = [
        {"text": {"en": f"Point {each}."}, "nature": "context", "question": "Which?", "evidence": evidence(each)}
        for each in range(count)
    ]
    return announcement(count, statements=points)


def days(count: int) -> Corpus:
    first = date(2020, 1, 1)
    given = [
        {"role": "announced", "value": str(first + timedelta(days=each)), "evidence": evidence(each)}
        for each in range(count)
    ]
    return announcement(count, dates=given)


def moments(count: int) -> Corpus:
    given = [
        {"role": "announced", "value": f"2025-07-{each % 28 + 1:02}T10:{each % 60:02}:00+0{each % 9}:00"}
        for each in range(count)
    ]
    return announcement(count, dates=[{**each, "evidence": evidence(at)} for at, each in enumerate(given)])


def numbers(count: int) -> Corpus:
    given = [
        {"subject": "x", "value": each, "comparator": ["exactly", "more_than", "about"][each % 3]}
        for each in range(count)
    ]
    return announcement(count, quantities=[{**each, "evidence": evidence(at)} for at, each in enumerate(given)])


def one_source_for_all(count: int) -> Corpus:
    points = [
        {"text": {"en": f"Point {each}."}, "nature": "context", "question": "Which?", "evidence": evidence(0, each)}
        for each in range(1, count)
    ]
    return announcement(count, statements=points)


def measures(count: int) -> Corpus:
    given = {"action": "sign", "stage": "signed", "modality": "asserted", "instrument": "pact"}
    actors = [{"id": f"actor-{each}", "type": "company", "name": {"en": f"Company {each}"}} for each in range(count)]
    return announcement(
        count,
        measures=[{**given, "actors": [f"actor-{each}"], "evidence": evidence(each)} for each in range(count)],
        dates=[{"role": "signed", "value": f"2{each:03}", "evidence": evidence(each)} for each in range(count)],
        actors=actors,
        instruments=[{"id": "pact", "type": "other", "name": {"en": "Pact"}}],
    )


MADE = [statements, days, moments, numbers, one_source_for_all, measures]


@pytest.mark.parametrize("make", MADE, ids=lambda make: make.__name__)
def test_candidates_of_one_matter(make: Callable[[int], Corpus]) -> None:
    def work(count: int) -> Callable[[], object]:
        corpus = make(count)
        record = corpus.announcements["example"]
        assertions = Tree(record).of(Assertion)

        def compare() -> None:
            for each in (record.dates, record.statements, record.quantities, record.measures):
                corroborate(each, corpus.sources)
                showings(each)
            consume(conflicts(assertions))
            datings(record)

        return compare

    assert grows_linearly(work)


VIEWS: list[Callable[[Corpus], Iterable[object]]] = [
    lambda corpus: pieces(HeldThings.of(corpus), ["csv"]),
    lambda corpus: pieces(HeldThings.of(corpus), ["json"]),
    lambda corpus: card("example", corpus),
]


@pytest.mark.parametrize("show", VIEWS)
def test_views_of_rivals(show: Callable[[Corpus], Iterable[object]]) -> None:
    def work(count: int) -> Callable[[], object]:
        corpus = statements(count)
        return lambda: consume(show(corpus))

    assert grows_linearly(work)


def test_a_chain_of_copies() -> None:
    def work(count: int) -> Callable[[], object]:
        made = sources(count)
        for each, origin in pairwise(made):
            each["derived_from"] = [origin["id"]]
        known = Sources((each["id"], Source.model_validate(each)) for each in made)
        return lambda: [originals([id], known) for id in known]

    assert grows_linearly(work)


def test_a_chain_of_pages_that_draw_on_two() -> None:
    def work(count: int) -> Callable[[], object]:
        made = sources(count)
        for each, origin in pairwise(made):
            each["derived_from"] = [origin["id"], {"source": f"other-{each['id']}", "confidence": "uncertain"}]
        known = Sources((each["id"], Source.model_validate(each)) for each in made)
        return lambda: [originals([id], known) for id in known]

    assert grows_linearly(work)


def test_copies_of_one_source() -> None:
    def work(count: int) -> Callable[[], object]:
        known = Sources((each["id"], Source.model_validate(each)) for each in sources(count, derived_from=["agency"]))
        return lambda: [originals(known, known), *(originals([id], known) for id in known)]

    assert grows_linearly(work)


@pytest.mark.parametrize("shape", ["chain", "circle", "star"])
def test_embedding(shape: str) -> None:
    def work(count: int) -> Callable[[], object]:
        bodies: list[dict[str, Any]] = [
            {"id": f"body-{number}", "type": "company", "name": {"en": "Body"}} for number in range(count)
        ]
        for number, each in enumerate(bodies[1:] if shape == "star" else bodies, start=1):
            above = 0 if shape == "star" else number % count
            if above or shape != "chain":
                each["part_of"] = f"body-{above}"
        record = {"schema_version": SCHEMA_VERSION, "kind": "registry", "id": "registry", "actors": bodies}
        corpus = Corpus((Entry("registry.json", Registry.model_validate(record)),))
        return lambda: consume(pieces(HeldThings.of(corpus), ["json"], embed=True))

    assert grows_linearly(work)


def test_the_measure_finds_what_grows_with_the_square() -> None:
    assert not grows_linearly(
        lambda count: lambda: [abs(one - other) for one in range(count) for other in range(count)]
    )


def consume(made: Iterable[object]) -> None:
    for _ in made:
        pass
