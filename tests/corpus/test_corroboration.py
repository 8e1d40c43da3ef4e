"""Independent sources: how many support an assertion, how many contradict it, and that copies count once."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import communique
from communique.corpus.conflicts import contradict
from communique.corpus.corroboration import corroborate
from communique.corpus.provenance import originals
from communique.corpus.source_count import SourceCount
from communique.exporting.views import VIEWS
from communique.models import (
    ENTITY_FIELDS,
    SCHEMA_VERSION,
    Assertion,
    OccasionDate,
    Relation,
    Source,
    sources_of,
)
from support.assertions import RECONCILED, RIVALS, a, compete, d, m, q, r, s
from support.examples import examples
from support.folders import RECORDS

COUNTS = ["sources_at_least", "sources_at_most", "contradicting_sources_at_least", "contradicting_sources_at_most"]
RECORD = """\
schema_version: 0.2.0
kind: announcement
id: example
title: {en: An example}
types: [speech]
status: reviewed
unknown: [{field: roles, reason: not_stated}]
dates:
- role: announced
  value: '2025-07-26'
  rank: preferred
  evidence: [{source: agency}, {source: copy}, {source: copy-of-copy}, {source: paper}]
- role: announced
  value: '2025-07-25'
  rank: deprecated
  note: Nobody else has it.
  evidence: [{source: blog}, {source: copy}]
- role: announced
  value: 2025-07
  evidence: [{source: yearbook}]
- role: published
  value: '2025-07-27'
  evidence: [{source: paper}]
sources:
- {id: agency, type: news_agency, access: not_read}
- {id: copy, type: mirror, access: excerpt, derived_from: agency}
- {id: copy-of-copy, type: mirror, access: excerpt, derived_from: copy}
- {id: paper, type: news, access: excerpt}
- {id: blog, type: blog, access: excerpt}
- {id: yearbook, type: database, access: excerpt}
"""


@pytest.fixture
def corpus(tmp_path: Path) -> communique.Corpus:
    (tmp_path / "example.yaml").write_text(RECORD)
    return communique.load(tmp_path / "example.yaml")


def test_copies_count_once_and_a_month_does_not_contradict_its_day(corpus: communique.Corpus) -> None:
    found = corpus.corroboration("example")
    assert found["/dates/0"].supporting == SourceCount(1, {"agency", "paper"})
    assert found["/dates/0"].contradicting == SourceCount(1, {"blog", "agency"})
    assert found["/dates/1"].contradicting == SourceCount(1, {"agency", "paper"})
    assert found["/dates/2"] == (SourceCount(1, {"yearbook"}), SourceCount(0, set()))
    assert found["/dates/3"].contradicting.at_most == 0


def test_the_number_as_text(corpus: communique.Corpus) -> None:
    first, _, third, _ = corpus.corroboration("example").values()
    assert (str(first.supporting), str(first.contradicting)) == ("1 to 2", "1 to 2")
    assert (str(third.supporting), str(third.contradicting)) == ("1", "0")


def test_the_exports_say_the_same(corpus: communique.Corpus, tmp_path: Path) -> None:
    communique.export(corpus, ["csv", "json", "jsonl"], tmp_path / "out")
    with (tmp_path / "out" / "csv" / "dates.csv").open(newline="", encoding="utf-8") as file:
        rows = [[row[name] for name in COUNTS] for row in csv.DictReader(file)]
    assert rows == [["1", "2", "1", "2"], ["1", "2", "1", "2"], ["1", "1", "0", "0"], ["1", "1", "0", "0"]]
    whole = json.loads((tmp_path / "out" / "corpus.json").read_text(encoding="utf-8"))
    assert whole["corroboration"][0] == {
        "id": "example",
        "pointer": "/dates/0",
        "supporting": {"at_least": 1, "at_most": 2, "sources": ["agency", "paper"]},
        "contradicting": {"at_least": 1, "at_most": 2, "sources": ["agency", "blog"]},
    }
    lines = (tmp_path / "out" / "jsonl" / "corroboration.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == whole["corroboration"]


@pytest.mark.slow
def test_every_assertion_of_the_shipped_records_has_its_count() -> None:
    corpus = communique.load(RECORDS)
    tables = communique.tables(corpus)
    within = tuple(f"/{name}/" for name in ENTITY_FIELDS)
    found = [pointer for id in corpus.ids for pointer in corpus.corroboration(id)]
    # A definition inside an announcement is counted where it is asked for itself.
    counted = sum(not pointer.startswith(within) for pointer in found)
    assert counted == sum(
        len(rows) for name, rows in tables.items() if name not in VIEWS and rows and COUNTS[0] in rows[0]
    )
    for id in corpus.announcements:
        for pointer, each in corpus.corroboration(id).items():
            # Whatever is only perhaps derived from another source may be an original.
            copies = [source for source in each.supporting.sources if corpus.sources[source].provenance.sure]
            assert not copies, (id, pointer)
            assert each.supporting.at_least <= each.supporting.at_most, (id, pointer)
            assert each.contradicting.at_least <= each.contradicting.at_most, (id, pointer)


def test_nothing_has_that_id(corpus: communique.Corpus) -> None:
    with pytest.raises(KeyError):
        corpus.corroboration("nobody")


def o(value: str) -> OccasionDate:
    return OccasionDate.model_validate({"value": value})


def rel(**fields: Any) -> Relation:
    return Relation.model_validate({"type": "amends", "target": "a", **fields})


PAIRS = [
    (m("a"), m("b"), False),
    (m("a", date="2025-07-26"), m("a", date="2025-07-28"), False),
    (m("a"), m("a", stage="in_force"), True),
    (m("a", date="2025-07-26", rank="preferred"), m("a", date="2025-07-28"), True),
    (m("a", question="Who?"), m("b", question="Who?"), True),
    (a("members", "China"), a("members", 13), False),
    (a("members", "China", question="Who?"), a("members", "Laos", question="Who?"), True),
    (q(2**53, "exactly"), q(2**53 + 1, "exactly"), True),
    (q(120, "more_than"), q(123, "exactly"), False),
    (q(110, "at_most"), q(123, "exactly"), True),
    (q(60, "about"), q(61, "unqualified"), False),
    (q(60, "about"), q(88, "unqualified"), True),
    (q(1, "between", upper=5), q(5, "exactly"), False),
    (q(40, "unqualified"), q(40, "more_than"), False),
    (q(40, "unqualified"), q(41, "unqualified"), True),
    (d("2025"), d("2025-07-26"), False),
    (d("2025-07-26/2025-07-28"), d("2025-07-26/2025-07-27"), True),
    (d("2025-07-26"), d("2025-07-26T14:00:00"), False),
    (d("2025-07-26"), d("2025-07-27"), True),
    (o("2025"), o("2026"), True),
    (d("2025-07-26"), d("2025-07-26", modality="denied"), True),
    (d("2025-07-26"), d("2025-07-26", modality="planned"), False),
    (q(40, "exactly"), q(40, "exactly", modality="denied"), True),
    (a("points", 13), a("points", 13, modality="denied"), True),
    (a("seat", "Shanghai", speaker="x"), a("seat", "Shanghai"), False),
    (a("seat", "Shanghai", modality="asserted"), a("seat", "Shanghai", modality="planned"), True),
    (a("name", "WAICO"), a("name", "World AI Cooperation Organization"), False),
    (a("points", 13), a("points", 12, comparator="at_least"), False),
    (a("points", 13), a("points", 12), True),
    (a("penalty", 3, unit="percent"), a("penalty", 3, unit="EUR"), True),
    (r(actor="a"), r(actor="a", capacity={"en": "Premier"}), False),
    (r(actor="a", question="Who?"), r(actor="b", question="Who?"), True),
    (rel(basis="stated"), rel(basis="reported"), False),
    (rel(basis="stated"), rel(basis="stated", modality="planned"), True),
    (s("A"), s("B"), True),
    (s("A", id="a"), s("B", compatible_with=["a"]), False),
    (s("A", id="a"), s("B", compatible_with=["b"]), True),
    (d("2025-08-10", id="a"), d("2025-08-11", compatible_with=["a"]), False),
    (d("2025-08-10", actors=["us-bis"]), d("2025-08-11", actors=["us-white-house"]), False),
    (q(40, "exactly", id="a"), q(41, "exactly", compatible_with=["a"]), False),
    (q(40, "exactly", as_of="2025-07"), q(41, "exactly", as_of="2025-08"), False),
    (a("points", 13, as_of="2025-07"), a("points", 12, as_of="2025-07"), True),
    (a("points", 13, as_of="2025-07"), a("points", 12), False),
    (s("A", as_of="2025"), s("B", as_of="2026"), False),
]


@pytest.mark.parametrize(("one", "other", "expected"), PAIRS)
def test_what_contradicts(one: Any, other: Any, expected: bool) -> None:
    assert contradict(one, other) is contradict(other, one) is expected
    assert not contradict(one, one)


@pytest.mark.parametrize(
    ("pieces", "at_least", "possible"),
    [
        (["s", "t"], 2, "st"),
        (["s", {"source": "t", "support": "listed"}], 2, "st"),
        (["s", {"source": "t", "support": "presumed"}], 1, "s"),
        ([{"source": "s", "support": "presumed"}], 0, ""),
        ([{"source": "s", "support": "presumed"}, "s"], 1, "s"),
        (["s", {"source": "t", "confidence": "verified"}], 2, "st"),
        (["s", {"source": "t", "confidence": "likely"}], 1, "st"),
        ([{"source": "t", "confidence": "uncertain"}], 0, "t"),
        ([{"source": "t", "confidence": "uncertain"}, "t"], 1, "t"),
        ([{"source": "u", "confidence": "disputed"}, "s"], 1, "su"),
    ],
)
def test_what_is_presumed_never_counts_and_what_is_not_sure_not_at_least(
    pieces: list[Any], at_least: int, possible: str
) -> None:
    for_, against = d("2025-07-26", evidence=pieces), d("2025-07-27")
    one, other = corroborate([for_, against], SOURCES)
    assert one.supporting == other.contradicting == SourceCount(at_least, set(possible))


SOURCES = {
    id: Source.model_validate({"id": id, "type": type, "access": "excerpt"})
    for id, type in {"s": "official", "t": "news_agency", "u": "news", "v": "rewrite"}.items()
}


@settings(max_examples=examples(100))
@given(st.one_of(RIVALS, RECONCILED))
def test_many_are_compared_as_each_with_each_would_be(assertions: list[Assertion]) -> None:
    found = corroborate(assertions, SOURCES)
    for one, counted in zip(assertions, found, strict=True):
        against = [other for other in assertions if compete(one, other, assertions)]
        cited = {id for other in against for id in sources_of(other.evidence)}
        assert counted.contradicting == SourceCount(originals(cited, SOURCES).at_least, cited)
        assert {*sources_of(one.evidence)} <= counted.supporting.sources
        assert list(counted.contradicting.sources) == sorted(counted.contradicting.sources)


def test_long_lists_of_sources_are_cut_and_say_so(tmp_path: Path) -> None:
    dates = [
        {"role": "announced", "value": f"2{year:03}", "evidence": [{"source": f"source-{year:03}"}]}
        for year in range(120)
    ]
    sources = [{"id": f"source-{year:03}", "type": "news", "access": "excerpt"} for year in range(120)]
    given = {"kind": "announcement", "id": "a", "title": {"en": "A"}, "types": ["speech"], "status": "draft"}
    record = {"schema_version": SCHEMA_VERSION, **given, "dates": dates, "sources": sources}
    (tmp_path / "a.json").write_text(json.dumps(record))
    found = communique.load(tmp_path)
    communique.export(found, "json", tmp_path / "out")
    row = json.loads((tmp_path / "out" / "corpus.json").read_text(encoding="utf-8"))["corroboration"][0]
    assert row["supporting"] == {"at_least": 1, "at_most": 1, "sources": ["source-000"]}
    assert row["contradicting"]["sources"] == [f"source-{year:03}" for year in range(1, 101)]
    assert row["contradicting"]["at_most"] == 119 and row["contradicting"]["more_sources"] == 19
    first = communique.tables(found)["dates"][0]
    assert (first["contradicting_sources_at_least"], first["contradicting_sources_at_most"]) == (1, 119)
