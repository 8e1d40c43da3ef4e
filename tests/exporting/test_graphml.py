"""The graph: read by networkx, which knows nothing of ours."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import networkx
import pytest

import communique
from communique import Corpus, Table
from support.written_corpus import DATASET, EVIDENCE, LAW, REPORT, announcement, registry, write

NODES = {"announcements": "announcement", "actors": "actor", "instruments": "instrument", "occasions": "occasion"}
COUNTS = ("sources_at_least", "sources_at_most", "contradicting_sources_at_least", "contradicting_sources_at_most")


@pytest.fixture(scope="module")
def tables(corpus: Corpus) -> dict[str, Table]:
    return communique.tables(corpus)


@pytest.fixture(scope="module")
def file(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("graphml") / "out"
    assert communique.export(corpus, "graphml", to) == ["corpus.graphml"]
    return to / "corpus.graphml"


@pytest.fixture(scope="module")
def graph(file: Path) -> Any:
    return networkx.read_graphml(file, force_multigraph=True)


def edges(graph: Any, kind: str) -> list[tuple[str, str, dict[str, Any]]]:
    return [(source, target, data) for source, target, data in graph.edges(data=True) if data["kind"] == kind]


def test_its_nodes_are_the_things_of_the_tables(graph: Any, tables: dict[str, Table]) -> None:
    for table, kind in NODES.items():
        found = {id: data for id, data in graph.nodes(data=True) if data.get("kind") == kind}
        assert found.keys() == {row["id"] for row in tables[table]}
        names = {row["id"]: row.get("title") or row.get("name") for row in tables[table]}
        assert {id: data["label"] for id, data in found.items()} == names
    assert graph.is_directed()


def test_every_edge_has_both_ends(graph: Any) -> None:
    # networkx adds a node without attributes for an end that is missing.
    assert all("kind" in data for _, data in graph.nodes(data=True))
    assert len(graph.edges) > 0


def test_its_edges_are_the_rows_of_the_tables(graph: Any, tables: dict[str, Table]) -> None:
    def given(table: str, column: str) -> int:
        return sum(row[column] is not None for row in tables[table])

    expected = {
        "role": len(tables["roles"]),
        "measure": len(tables["measures"]),
        "relation": len(tables["relations"]),
        "part_of": sum(given(table, "part_of_id") for table in ("actors", "instruments", "occasions")),
        "member": len(tables["actor_members"]),
        "occasion": given("announcements", "occasion_id"),
        "series": given("occasions", "series_id"),
        "organiser": len(tables["occasion_organisers"]),
        "acts_as": given("instruments", "acts_as_id") + given("occasions", "acts_as_id"),
        "replaced_by": given("announcements", "replaced_by_id"),
    }
    found = Counter(data["kind"] for _, _, data in graph.edges(data=True))
    assert found == Counter({kind: count for kind, count in expected.items() if count})
    assert min(expected["role"], expected["measure"], expected["relation"], expected["part_of"]) > 0


def test_an_edge_says_what_its_row_says(graph: Any, tables: dict[str, Table]) -> None:
    columns = ("shown", "competes", "rank", "modality", "stage", *COUNTS)
    for table, kind, source, target, label in (
        ("roles", "role", "actor_id", "announcement_id", "role"),
        ("measures", "measure", "announcement_id", "instrument_id", "action"),
    ):
        expected = [
            (row[source], row[target], row[label], *(row.get(name) for name in columns)) for row in tables[table]
        ]
        found = [
            (start, end, data["label"], *(data.get(name) for name in columns))
            for start, end, data in edges(graph, kind)
        ]
        assert sorted(map(repr, found)) == sorted(map(repr, expected))


def test_a_relation_begins_at_its_subject(graph: Any, tables: dict[str, Table]) -> None:
    expected = Counter(
        (row["subject_id"] or row["announcement_id"], row["target_id"], row["type"]) for row in tables["relations"]
    )
    assert Counter((source, target, data["label"]) for source, target, data in edges(graph, "relation")) == expected


def test_every_edge_says_whether_it_is_shown_and_whether_it_competes(graph: Any) -> None:
    for _, _, data in graph.edges(data=True):
        assert isinstance(data["shown"], bool) and isinstance(data["competes"], bool)


def test_a_day_has_its_sources(graph: Any, tables: dict[str, Table]) -> None:
    dates = {row["key"]: row for row in tables["dates"]}
    for row in tables["announcements"]:
        node, date = graph.nodes[row["id"]], dates[row["day_key"]]
        assert node["day"] == row["day"] and node["day_competes"] is row["day_competes"]
        assert [node[name] for name in COUNTS[:2]] == [date[name] for name in COUNTS[:2]]


def test_a_denied_and_a_deprecated_measure_say_so(tmp_path: Path) -> None:
    measure = {"instrument": "x", "action": "adopt", "stage": "adopted", "evidence": EVIDENCE}
    measures = [
        {**measure, "stage": "proposed", "modality": "denied"},
        {**measure, "modality": "asserted", "date": "2024", "rank": "deprecated", "note": "A slip."},
        {**measure, "modality": "asserted", "date": "2025"},
    ]
    found = [data for _, _, data in edges(_graph_of(tmp_path, measures=measures), "measure")]
    assert {(each["modality"], each["rank"], each["shown"]) for each in found} >= {("asserted", "deprecated", False)}
    assert [each["modality"] for each in found].count("denied") == 1


def _graph_of(folder: Path, **fields: Any) -> Any:
    files = {
        "dataset": DATASET,
        "a": announcement("a", **fields),
        "all": registry("all", sources=[REPORT], instruments=[LAW]),
    }
    (folder / "in").mkdir()
    communique.export(communique.load(write(folder / "in", files)), "graphml", folder / "out")
    return networkx.read_graphml(folder / "out" / "corpus.graphml", force_multigraph=True)


@pytest.mark.parametrize("title", ["<script>&amp;", "]]>", 'a "quoted" title', "中国"])
def test_texts_stay_as_they_are(title: str, tmp_path: Path) -> None:
    node = _graph_of(tmp_path, title={"en": title}).nodes["a"]
    assert node["label"] == title


def test_two_exports_are_the_same_bytes(corpus: Corpus, file: Path, tmp_path: Path) -> None:
    communique.export(corpus, "graphml", tmp_path / "again")
    assert (tmp_path / "again" / "corpus.graphml").read_bytes() == file.read_bytes()
