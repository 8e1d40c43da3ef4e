"""The published schema: fresh, described, free of noise, and accepted by programs that are not ours."""

from __future__ import annotations

import csv
import json
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import check_jsonschema
import jsonschema_rs
import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from communique import schemas
from communique.codelists import CODELISTS
from communique.models import RECORD_KINDS, SCHEMA_VERSION
from communique.schemas import publication
from support.command_line import Run
from support.folders import RECORDS, ROOT

FOLDER = ROOT / "schemas" / SCHEMA_VERSION


def objects(node: Any, pointer: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema object that describes properties; conditions only test them."""
    if isinstance(node, dict):
        if isinstance(node.get("properties"), dict):
            yield pointer, node
        for key, value in node.items():
            if key not in ("allOf", "examples"):
                yield from objects(value, f"{pointer}/{key}")


def test_what_is_published_is_what_the_models_give(run: Run) -> None:
    assert publication.differences(ROOT / "schemas") == []
    assert run("schema", "publish", "--check").returncode == 0


def test_a_stale_file_is_found(tmp_path: Path) -> None:
    publication.publish(tmp_path)
    assert publication.differences(tmp_path) == []
    (tmp_path / SCHEMA_VERSION / "codelists" / "stage.csv").write_text("code\r\n")
    (tmp_path / SCHEMA_VERSION / "extra.txt").write_text("")
    (tmp_path / SCHEMA_VERSION / "dataset.schema.json").unlink()
    found = "\n".join(publication.differences(tmp_path))
    for expected in ("stage.csv differs", "extra.txt is not generated", "dataset.schema.json is missing", "checksum"):
        assert expected in found


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_schema_is_valid_and_names_its_version(kind: str) -> None:
    schema = schemas.load(SCHEMA_VERSION, kind)
    Draft202012Validator.check_schema(schema)
    jsonschema_rs.Draft202012Validator(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA_VERSION in schema["$id"]


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_every_property_is_described_with_a_valid_example(kind: str) -> None:
    schema = schemas.load(SCHEMA_VERSION, kind)
    for pointer, node in objects(schema):
        for name, described in node["properties"].items():
            assert described["description"].endswith("."), f"{pointer}/{name}"
            assert described["examples"], f"{pointer}/{name}"
            assert "title" not in described, f"{pointer}/{name}"
            standalone = {**described, "$defs": schema["$defs"]}
            for example in described["examples"]:
                assert Draft202012Validator(standalone).is_valid(example), f"{pointer}/{name}: {example!r}"


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_no_generator_noise(kind: str) -> None:
    schema = schemas.load(SCHEMA_VERSION, kind)
    text = json.dumps(schema)
    for keyword in ("anyOf", "oneOf", '"null"', '"default": null', '"default": []'):
        assert keyword not in text
    for _, node in objects(schema):
        assert node["additionalProperties"] is False
    for name, definition in schema["$defs"].items():
        assert definition["description"], name


@pytest.mark.parametrize("codelist", CODELISTS, ids=lambda codelist: codelist.list_name)
def test_codelist_csv_and_enum_agree(codelist: Any) -> None:
    with (FOLDER / "codelists" / f"{codelist.list_name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["code", "label", "definition", "since"]
    assert [row["code"] for row in rows] == [str(member) for member in codelist]
    enums = [
        schemas.load(SCHEMA_VERSION, kind)["$defs"].get(codelist.__name__, {}).get("enum") for kind in RECORD_KINDS
    ]
    used = [enum for enum in enums if enum]
    assert used and all(enum == [row["code"] for row in rows] for enum in used)


def test_checksums_are_those_of_sha256sum() -> None:
    done = subprocess.run(
        ["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=FOLDER, check=False, capture_output=True
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_check_jsonschema_accepts_the_records(kind: str) -> None:
    files: dict[str, list[str]] = defaultdict(list)
    for path in sorted(RECORDS.rglob("*.yaml")):
        record = yaml.safe_load(path.read_text(encoding="utf-8"))
        if record["kind"] == kind:
            files[record["schema_version"]].append(str(path))
    assert files
    for version, paths in files.items():
        schema = ROOT / "schemas" / version / f"{kind}.schema.json"
        done = CliRunner().invoke(check_jsonschema.main, ["--schemafile", str(schema), *paths])
        assert done.exit_code == 0, done.output


def test_show_prints_the_published_file(run: Run) -> None:
    assert run("schema", "show", "--kind", "registry").stdout == (FOLDER / "registry.schema.json").read_text(
        encoding="utf-8"
    )


def test_versions_are_ordered_by_precedence() -> None:
    assert schemas.precedence("0.10.0") > schemas.precedence("0.9.1")
    assert SCHEMA_VERSION in schemas.versions()
    with pytest.raises(schemas.UnknownVersionError):
        schemas.load("9.9.9", "announcement")
