"""What the metadata say, and that they say no more than the dataset record."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

import communique
from communique import Corpus
from communique.exporting.views import tables_and_views
from support.folders import RECORDS
from support.metadata_export import exported

STANDARDS = Path(__file__).parent / "standards"
ALL = {
    "title": {"zh": "全部", "en": "All of it"},
    "description": {"en": "Some records."},
    "licence": "CC-BY-4.0",
    "creators": [
        {
            "name": "Josiah Carberry",
            "url": "https://example.org/jc",
            "identifiers": [{"scheme": "orcid", "value": "https://orcid.org/0000-0002-1825-0097"}],
        },
        {"name": "A university", "identifiers": [{"scheme": "ror", "value": "02nr0ka47"}]},
        {"name": "Somebody"},
    ],
    "version": "1.2.0",
    "coverage": {"as_of": "2026-11-24", "start": "2025-07", "end": "2026-07-07", "note": "A sample."},
    "languages": ["en"],
    "url": "https://example.org/data",
    "revisions": [
        {"date": "2026-11-24", "change": "created", "by": "us", "reason": "First."},
        {"date": "2026-11-26", "change": "updated", "by": "us", "reason": "More."},
    ],
}


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export of a corpus whose dataset record says all that it can."""
    return exported(tmp_path_factory.mktemp("full"), ALL)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export of a corpus whose dataset record says only what it must."""
    return exported(tmp_path_factory.mktemp("bare"), {})


def read(folder: Path, name: str) -> dict[str, Any]:
    load = yaml.safe_load if name.endswith((".cff", ".yaml")) else json.loads
    found: dict[str, Any] = load((folder / name).read_text(encoding="utf-8"))
    return found


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((STANDARDS / name).read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("export", ["full", "bare"])
def test_the_published_schemas_accept_them(export: str, request: pytest.FixtureRequest) -> None:
    folder = request.getfixturevalue(export)
    jsonschema.validate(read(folder, "datapackage.json"), schema("datapackage-2.0.json"))
    citation = read(folder, "CITATION.cff")
    jsonschema.validate(citation, schema("citation-file-format-1.2.0.json"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**citation, "authors": []}, schema("citation-file-format-1.2.0.json"))


def test_the_citation_says_what_the_record_says(full: Path) -> None:
    assert read(full, "CITATION.cff") == {
        "cff-version": "1.2.0",
        "message": "If you use this dataset, please cite it.",
        "type": "dataset",
        "title": "All of it",
        "abstract": "Some records.",
        "authors": [
            {
                "name": "Josiah Carberry",
                "website": "https://example.org/jc",
                "orcid": "https://orcid.org/0000-0002-1825-0097",
            },
            {"name": "A university"},
            {"name": "Somebody"},
        ],
        "version": "1.2.0",
        "license": "CC-BY-4.0",
        "date-released": "2026-11-26",
        "url": "https://example.org/data",
    }


def test_zenodo_gets_what_the_record_says(full: Path) -> None:
    assert read(full, ".zenodo.json") == {
        "upload_type": "dataset",
        "title": "All of it",
        "description": "Some records.",
        "creators": [
            {"name": "Josiah Carberry", "orcid": "0000-0002-1825-0097"},
            {"name": "A university"},
            {"name": "Somebody"},
        ],
        "version": "1.2.0",
        "publication_date": "2026-11-26",
        "license": "cc-by-4.0",
        "language": "eng",
        "notes": "A sample.",
    }


def test_what_is_not_known_is_left_out(bare: Path) -> None:
    assert set(read(bare, "CITATION.cff")) == {
        *("cff-version", "message", "type", "title", "authors", "version", "license"),
    }
    assert set(read(bare, ".zenodo.json")) == {"upload_type", "title", "creators", "version", "license", "language"}
    assert set(read(bare, "datapackage.json")) == {
        *("$schema", "title", "version", "licenses", "contributors", "resources"),
    }


def test_a_day_that_is_not_exact_is_not_the_day_of_the_version(tmp_path: Path) -> None:
    revisions = [{"date": "2026-11", "change": "created", "by": "us", "reason": "First."}]
    folder = exported(tmp_path, {"revisions": revisions, "languages": ["en", "zh"]})
    assert "date-released" not in read(folder, "CITATION.cff")
    assert {"publication_date", "language"} & set(read(folder, ".zenodo.json")) == set()


def test_the_data_package_has_every_column_of_every_table(bare: Path) -> None:
    found = {each["name"]: each["schema"] for each in read(bare, "datapackage.json")["resources"]}
    assert {name: [each["name"] for each in schema["fields"]] for name, schema in found.items()} == {
        name: [column.name for column in table.columns] for name, table in tables_and_views().items()
    }
    assert all(tuple(found[name]["primaryKey"]) == table.key for name, table in tables_and_views().items())


def test_a_reference_within_a_table_names_no_resource(bare: Path) -> None:
    found = {each["name"]: each["schema"] for each in read(bare, "datapackage.json")["resources"]}
    assert found["actors"]["foreignKeys"] == [{"fields": ["part_of_id"], "reference": {"fields": ["id"]}}]
    assert {"fields": ["commitment"], "reference": {"resource": "commitments", "fields": ["commitment"]}} in found[
        "outcomes"
    ]["foreignKeys"]


def test_the_checksums_are_those_of_all_files_but_their_own(full: Path) -> None:
    lines = (line.split("  ") for line in (full / "SHA256SUMS").read_text().splitlines())
    listed = {path: digest for digest, path in lines}
    paths = {path.relative_to(full).as_posix(): path for path in full.rglob("*") if path.is_file()}
    assert set(listed) == set(paths) - {"SHA256SUMS", "manifest.json"}
    assert listed == {name: sha256(paths[name].read_bytes()).hexdigest() for name in listed}


def test_without_csv_no_tables_are_described(tmp_path: Path) -> None:
    folder = exported(tmp_path, {}, ("jsonl", "metadata"))
    names = {path.name for path in folder.iterdir()}
    assert {"CITATION.cff", ".zenodo.json", "SHA256SUMS", "README.md", "dataset.jsonld"} <= names
    assert {"datapackage.json", "croissant.json", "csv"} & names == set()


def test_without_a_dataset_record_only_tables_are_described(tmp_path: Path) -> None:
    folder = exported(tmp_path)
    assert {path.name for path in folder.iterdir()} == {"csv", "datapackage.json", "manifest.json", "SHA256SUMS"}
    assert set(read(folder, "datapackage.json")) == {"$schema", "resources"}


@pytest.mark.parametrize("formats", [["csv", "metadata"], ["metadata", "csv"]])
def test_two_exports_are_the_same_bytes(formats: list[str], tmp_path: Path, corpus: Corpus) -> None:
    for to in ("one", "two"):
        communique.export(corpus, formats if to == "one" else ["csv", "metadata"], tmp_path / to)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_records_have_metadata(tmp_path: Path, shipped: Corpus) -> None:
    communique.export(shipped, ["jsonl", "metadata"], tmp_path / "out")
    assert read(tmp_path / "out", "CITATION.cff")["title"] == read(RECORDS, "dataset.yaml")["title"]["en"]


def test_the_readme_counts_the_rows_that_are_there(tmp_path: Path, corpus: Corpus) -> None:
    communique.export(corpus, ["csv", "sqlite", "metadata"], tmp_path / "out")
    text = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    tables = communique.tables(corpus)
    assert sum(f"| {name} | {len(table)} | {table.counts} |" in text for name, table in tables.items()) == len(tables)
    assert (
        "- `csv`: one table a file" in text and "- `corpus.sqlite`: the tables in one" in text and "`jsonl`" not in text
    )


def test_the_readme_says_how_to_cite(full: Path, bare: Path) -> None:
    cited = "Josiah Carberry; A university; Somebody (2026): All of it, version 1.2.0. <https://example.org/data>"
    assert cited in (full / "README.md").read_text(encoding="utf-8")
    text = (bare / "README.md").read_text(encoding="utf-8")
    assert "Somebody: All, version 0.1.0.\n" in text and "Address" not in text and "What is covered" not in text


def test_a_crate_needs_what_its_standard_demands(full: Path, bare: Path) -> None:
    assert (full / "ro-crate-metadata.json").exists() and not (bare / "ro-crate-metadata.json").exists()


def test_a_creator_of_unknown_kind_gets_none(full: Path, bare: Path) -> None:
    kinds = [each.get("@type") for each in read(full, "dataset.jsonld")["creator"]]
    assert kinds == ["Person", "Organization", None]
    assert "creator" not in read(full, "croissant.json") and "Somebody" in read(bare, "croissant.json")["citeAs"]
