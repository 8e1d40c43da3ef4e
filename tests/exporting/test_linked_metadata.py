"""The metadata as linked data, read by the libraries of Croissant, RDF and RO-Crate."""

from __future__ import annotations

import csv
import json
from hashlib import sha256
from pathlib import Path

import mlcroissant
import pytest
from rdflib import Graph, Literal, URIRef, namespace
from rocrate.rocrate import ROCrate

import communique
from communique.exporting.views import tables_and_views
from support.folders import RECORDS
from support.metadata_export import exported

ORCID = "https://orcid.org/0000-0002-1825-0097"
KNOWN = {
    "title": {"zh": "全部", "en": "All of it"},
    "description": {"en": "Some records."},
    "creators": [{"name": "Josiah Carberry", "identifiers": [{"scheme": "orcid", "value": ORCID}]}],
    "coverage": {"as_of": "2026-11-24", "start": "2025-07", "end": "2026-07-07"},
    "url": "https://example.org/data",
    "revisions": [{"date": "2026-11-26", "change": "created", "by": "us", "reason": "First."}],
}


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("linked") / "out"
    communique.export(communique.load(RECORDS), ["csv", "metadata"], to)
    return to


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return exported(tmp_path_factory.mktemp("small"), KNOWN)


def test_croissant_finds_no_error_and_no_warning(small: Path) -> None:
    found = mlcroissant.Dataset(jsonld=small / "croissant.json").metadata
    assert found.ctx.issues.errors == set() and found.ctx.issues.warnings == set()
    assert [each.name for each in found.creators] == ["Josiah Carberry"] and found.version == "0.1.0"


@pytest.mark.slow
def test_croissant_reads_every_row(export: Path) -> None:
    found = mlcroissant.Dataset(jsonld=export / "croissant.json")
    assert {each.id for each in found.metadata.record_sets} == set(tables_and_views())
    for name in ("announcements", "dates", "outcomes", "passages"):
        with (export / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        first = next(iter(rows[0]))
        read = [each[f"{name}/{first}"].decode() for each in found.records(name)]
        assert read == [row[first] for row in rows]


@pytest.mark.slow
def test_croissant_would_find_an_error(small: Path, tmp_path: Path) -> None:
    values = json.loads((small / "croissant.json").read_text(encoding="utf-8"))
    del values["distribution"][0]["sha256"]
    (tmp_path / "croissant.json").write_text(json.dumps(values), encoding="utf-8")
    with pytest.raises(mlcroissant.ValidationError, match="sha256"):
        mlcroissant.Dataset(jsonld=tmp_path / "croissant.json")


def test_the_triples_say_what_the_record_says(small: Path) -> None:
    graph = Graph().parse(small / "dataset.jsonld", format="json-ld")
    dataset = URIRef("https://example.org/data")
    assert set(graph.objects(dataset, namespace.RDF.type)) == {
        URIRef("https://schema.org/Dataset"),
        namespace.DCAT.Dataset,
    }
    assert set(graph.objects(dataset, namespace.DCTERMS.title)) == {
        Literal("All of it", lang="en"),
        Literal("全部", lang="zh"),
    }
    assert graph.value(dataset, namespace.DCTERMS.license) == URIRef("https://spdx.org/licenses/CC0-1.0")
    assert graph.value(dataset, namespace.DCTERMS.issued) == Literal("2026-11-26", datatype=namespace.XSD.date)
    period = graph.value(dataset, namespace.DCTERMS.temporal)
    assert graph.value(period, namespace.DCAT.startDate) == Literal("2025-07-01", datatype=namespace.XSD.date)
    assert str(graph.value(dataset, namespace.SDO.temporalCoverage)) == "2025-07-01/2026-07-07"
    assert str(graph.value(graph.value(dataset, namespace.SDO.creator), namespace.SDO.sameAs)) == ORCID


def test_the_triples_have_every_file_of_the_data(small: Path) -> None:
    graph = Graph().parse(small / "dataset.jsonld", format="json-ld")
    files = list(graph.objects(URIRef("https://example.org/data"), namespace.DCAT.distribution))
    assert len(files) == len(tables_and_views())
    assert {str(graph.value(file, namespace.SDO.sha256)) for file in files} == {
        sha256(path.read_bytes()).hexdigest() for path in (small / "csv").glob("*.csv")
    }


def test_the_library_of_ro_crate_reads_it(small: Path) -> None:
    crate = ROCrate(str(small))
    assert (crate.name, crate.description) == ("All of it", "Some records.")
    assert [each.id for each in crate.root_dataset["creator"]] == [ORCID]
    parts = {each.id for each in crate.root_dataset["hasPart"]}
    assert parts == {f"csv/{name}.csv" for name in tables_and_views()} and all(
        (small / each).is_file() for each in parts
    )
