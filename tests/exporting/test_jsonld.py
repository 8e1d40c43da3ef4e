"""JSON-LD, read by rdflib: the triples are compared with the records."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef, namespace
from rdflib.term import Node

import communique
from communique import Corpus
from communique.exporting.jsonld_rows import class_of
from communique.exporting.tables import ROOTS, empty_tables
from support.small_corpus import announcement, measure
from support.small_corpus import corpus as small
from support.written_corpus import DATASET, registry, write

PLACE = "https://example.org/corpus.jsonld"
HERE = Namespace(f"{PLACE}#")
CQ = Namespace("urn:communique:term:")
SCHEMA = Namespace("https://schema.org/")
ELI = Namespace("http://data.europa.eu/eli/ontology#")
EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")


def graph_of(corpus: Corpus, folder: Path) -> Graph:
    assert communique.export(corpus, "jsonld", folder) == ["corpus.jsonld"]
    return Graph().parse(folder / "corpus.jsonld", format="json-ld", publicID=PLACE)


@pytest.fixture(scope="module")
def graph(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Graph:
    return graph_of(corpus, tmp_path_factory.mktemp("jsonld") / "out")


def objects(graph: Graph, subject: str, property: URIRef) -> set[Any]:
    return {each.toPython() if isinstance(each, Literal) else each for each in graph.objects(HERE[subject], property)}


def test_every_row_is_a_node_of_its_class(corpus: Corpus, graph: Graph) -> None:
    for name, table in communique.tables(corpus).items():
        if name in empty_tables() and (name in ROOTS or table.key == ("key",)):
            found = set(graph.subjects(RDF.type, CQ[class_of(name).removeprefix("cq:")]))
            expected = {HERE[str(row["id"])] if name in ROOTS else HERE[f"{name}/{row['key']}"] for row in table}
            assert {str(each).replace("%23", "#") for each in found} == {str(each) for each in expected}, name


def test_a_value_has_its_rank_and_its_sources_in_own_terms(corpus: Corpus, graph: Graph) -> None:
    for row in communique.tables(corpus)["dates"]:
        (node,) = [each for each in graph.subjects(RDF.type, CQ.Date) if str(each).endswith(f"dates/{row['key']}")]
        for name in ("role", "rank", "shown", "competes", "modality", "note", "sources_at_least", "sources_at_most"):
            found = graph.value(node, CQ[name])
            assert (found.toPython() if isinstance(found, Literal) else None) == row[name], name
        assert graph.value(node, CQ.announcement_id) == HERE[str(row["announcement_id"])]
        assert str(graph.value(node, CQ.value)) == row["value"]


def test_only_an_exact_day_is_a_day(corpus: Corpus, graph: Graph) -> None:
    values = {
        each
        for each in graph.objects(None, CQ.value)
        if isinstance(each, Literal) and each.datatype in (namespace.XSD.date, EDTF)
    }
    exact = {str(each) for each in values if each.datatype == namespace.XSD.date}
    rows = [row for name in ("dates", "occasion_dates") for row in communique.tables(corpus)[name]]
    expected = {row["value"] for row in rows if row["value_precision"] == "day" and not row["value_qualifier"]}
    assert exact == expected and {str(each) for each in values} == {row["value"] for row in rows}


def test_every_language_of_a_name_is_there(corpus: Corpus, graph: Graph) -> None:
    for id, actor in corpus.actors.items():
        found = {
            (each.language, str(each)) for each in graph.objects(HERE[id], SCHEMA.name) if isinstance(each, Literal)
        }
        assert found == set(actor.name.items())


def test_sources_have_the_terms_of_works(corpus: Corpus, graph: Graph) -> None:
    for id, source in corpus.sources.items():
        assert {str(each) for each in objects(graph, id, SCHEMA.url)} == ({source.url} if source.url else set())
        based = {HERE[each.source] for each in source.derived_from if each.is_sure}
        assert objects(graph, id, SCHEMA.isBasedOn) == based
        published = {str(each) for each in graph.objects(HERE[id], SCHEMA.datePublished)}
        assert published <= {str(source.published)}


def standard(graph: Graph, subject: str) -> set[tuple[Node, Node]]:
    """What is said in standard terms."""
    said = graph.predicate_objects(HERE[subject])
    return {(p, o) for p, o in said if not str(p).startswith(CQ) and not str(o).startswith(CQ)}


DATED = {"role": "announced", "value": "2024-06-13"}


@pytest.mark.parametrize(
    "dates",
    [
        [DATED, {**DATED, "value": "2024-06-14"}],
        [{**DATED, "modality": "planned"}],
        [{**DATED, "confidence": "disputed"}],
        [{**DATED, "confidence": "uncertain"}],
        [{**DATED, "value": "2024-06-13/2024-06-15"}],
    ],
    ids=["competing", "planned", "disputed", "uncertain", "interval"],
)
def test_a_day_that_is_not_sure_is_only_in_own_terms(dates: list[Any], tmp_path: Path) -> None:
    graph = graph_of(small(announcement(dates=dates)), tmp_path / "out")
    assert (RDF.type, SCHEMA.Event) in standard(graph, "a")
    assert not objects(graph, "a", SCHEMA.startDate)
    assert {str(each) for each in graph.objects(None, CQ.value)} == {each["value"] for each in dates}


def test_a_sure_day_is_the_start_and_a_deprecated_one_is_not(tmp_path: Path) -> None:
    dates = [{**DATED, "value": "2024-06-12", "rank": "deprecated", "note": "A slip."}, DATED]
    graph = graph_of(small(announcement(dates=dates)), tmp_path / "out")
    assert list(graph.objects(HERE["a"], SCHEMA.startDate)) == [Literal("2024-06-13", datatype=namespace.XSD.date)]


def test_a_record_that_no_longer_counts_says_nothing_in_standard_terms(tmp_path: Path) -> None:
    graph = graph_of(small(announcement(status="withdrawn")), tmp_path / "out")
    assert standard(graph, "a") == set() and objects(graph, "a", CQ.status) == {"withdrawn"}


ACT = {"type": "law", "name": {"en": "Act"}}
PANEL = {"id": "panel", "type": "body", "name": {"en": "Panel"}}


@pytest.mark.parametrize(
    ("stage", "modality", "is_there"),
    [
        ("in_force", "asserted", True),
        ("in_force", "planned", False),
        ("proposed", "asserted", False),
        ("in_force", "denied", False),
    ],
)
def test_what_is_only_planned_has_no_class(stage: str, modality: str, is_there: bool, tmp_path: Path) -> None:
    acts = measure(instrument="panel", action="establish", stage=stage, modality=modality)
    made = small(announcement(measures=[acts]), instruments=[PANEL])
    graph = graph_of(made, tmp_path / "out")
    assert ((RDF.type, SCHEMA.Organization) in standard(graph, "panel")) is is_there
    assert objects(graph, "panel", CQ.type) == {"body"}


@pytest.mark.parametrize(
    ("changed", "holds"),
    [
        ({}, True),
        ({"modality": "planned"}, False),
        ({"rank": "deprecated"}, False),
        ({"confidence": "disputed"}, False),
        ({"basis": "inferred"}, False),
        ({"type": "supersedes"}, False),
        ({"subject": None}, False),
        ({"target": "draft"}, False),
    ],
    ids=str,
)
def test_only_a_sure_change_of_one_legal_act_by_another_is_one_in_eli(
    changed: dict[str, Any], holds: bool, tmp_path: Path
) -> None:
    given = {"type": "amends", "subject": "new", "target": "old", "basis": "stated"} | changed
    relation = {name: value for name, value in given.items() if value is not None}
    adopted = [measure(instrument=each, action="adopt", stage="adopted") for each in ("new", "old")]
    laws = [{"id": each, **ACT} for each in ("new", "old", "draft")]
    made = small(announcement(measures=adopted, relations=[relation]), instruments=laws)
    graph = graph_of(made, tmp_path / "out")
    assert (RDF.type, ELI.LegalResource) in standard(graph, "new")
    assert (RDF.type, ELI.LegalResource) not in standard(graph, "draft")
    assert list(graph.subject_objects(ELI.amends)) == ([(HERE["new"], HERE["old"])] if holds else [])
    assert len(list(graph.subjects(RDF.type, CQ.Relation))) == 1


def test_the_address_of_the_dataset_is_that_of_its_things(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    actor = {"id": "cn", "type": "country", "country": "CN", "name": {"en": "China"}}
    files = {"dataset": {**DATASET, "url": "https://data.example/ai"}, "all": registry("all", actors=[actor])}
    graph = graph_of(communique.load(write(tmp_path / "in", files)), tmp_path / "out")
    assert (URIRef("https://data.example/ai#cn"), RDF.type, SCHEMA.Country) in graph
    assert (URIRef("https://data.example/ai"), RDF.type, SCHEMA.Dataset) in graph
