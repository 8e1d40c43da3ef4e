"""SARIF."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from jsonschema.validators import validator_for

from communique import __version__
from communique.api import inspect
from communique.validation import registry
from communique.version import HOME
from support.command_line import Run
from support.folders import CORPUS, INVALID, ROOT
from support.formatted import output

SARIF_SCHEMA = os.environ.get("COMMUNIQUE_SARIF_SCHEMA")


def test_sarif(run: Run) -> None:
    done = run("validate", "tests/invalid", "--format", "sarif")
    log = json.loads(done.stdout)
    (one,) = log["runs"]
    driver = one["tool"]["driver"]
    assert (log["version"], driver["name"], driver["semanticVersion"]) == ("2.1.0", "communique", __version__)
    assert [rule["id"] for rule in driver["rules"]] == list(registry.rules())
    assert driver["informationUri"] == HOME
    for rule in driver["rules"]:
        page = rule["helpUri"].removeprefix(HOME + "/").removesuffix("/")
        assert (ROOT / "docs" / f"{page}.md").is_file()
    assert one["columnKind"] == "unicodeCodePoints"
    assert len(one["results"]) == len(inspect(INVALID).findings) > 30
    for result in one["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"].startswith("tests/invalid/")
        assert (ROOT / place["artifactLocation"]["uri"]).is_symlink() or (
            ROOT / place["artifactLocation"]["uri"]
        ).exists()
        assert place["region"]["startLine"] >= 1
    assert str(ROOT) not in done.stdout


@pytest.mark.skipif(not SARIF_SCHEMA, reason="COMMUNIQUE_SARIF_SCHEMA names no copy of the official schema")
def test_sarif_passes_its_schema(run: Run) -> None:
    schema = json.loads(Path(SARIF_SCHEMA or "").read_text(encoding="utf-8-sig"))
    validator = validator_for(schema)(schema)
    for paths in ("tests/invalid", CORPUS):
        log = json.loads(run("validate", paths, "--format", "sarif").stdout)
        assert list(validator.iter_errors(log)) == []
        log["runs"][0]["columnKind"] = "letters"
        assert list(validator.iter_errors(log)) != []


def test_sarif_names_places_as_code_scanning_does(run: Run, tmp_path: Path) -> None:
    (tmp_path / "with space, 世界 %.yaml").write_text("schema_version: 0.1.0\nkind: registry\nid: x\nactors: {}\n")
    (one,) = json.loads(run("validate", ".", "--format", "sarif", cwd=tmp_path).stdout)["runs"]
    (place,) = next(result for result in one["results"] if result["ruleId"] == "CQ207")["locations"]
    assert place["physicalLocation"]["artifactLocation"] == {
        "uri": "with%20space%2C%20%E4%B8%96%E7%95%8C%20%25.yaml",
        "uriBaseId": "%SRCROOT%",
    }
    assert place["physicalLocation"]["region"] == {"startLine": 4, "startColumn": 9}
    assert place["logicalLocations"] == [{"fullyQualifiedName": "/actors", "kind": "member"}]
    assert {tuple(rule["properties"]["tags"]) for rule in one["tool"]["driver"]["rules"]} >= {("reading",), ("dates",)}


def test_a_text_is_neither_a_placeholder_nor_a_link_in_sarif(run: Run, project: Path) -> None:
    (project / "example.yaml").write_text(
        'schema_version: 0.1.0\nkind: registry\nid: example\n"{0} [a](https://example.org)": 1\n'
    )
    (result,) = json.loads(output(run, project, "sarif"))["runs"][0]["results"]
    said = result["message"]["text"].partition("\n")[0]
    assert said.endswith(" '{{0}} [a] (https://example.org)'")
