"""Adding a rule or a format is one file. The examples of the contributing pages are added to a copy of the package."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import communique
from communique import exporting, reporting
from communique.files.package_modules import values_in
from support.folders import CORPUS, ROOT
from support.written_corpus import DATASET

CONTRIBUTING = ROOT / "docs" / "contributing"
BLOCK = re.compile(r"^`src/communique/(?P<file>\S+)`:\n\n```python\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
RUN = """
import json, sys
from click.testing import CliRunner
from communique.cli import cli
done = [CliRunner().invoke(cli, arguments) for arguments in json.loads(sys.argv[1])]
print(json.dumps([(each.exit_code, each.stdout or str(each.exception)) for each in done]))
"""
RECORD = """\
kind: announcement
schema_version: 0.2.0
id: example
status: withdrawn
title: {en: NATIONAL AI STRATEGY}
types: [other]
dates:
- {role: announced, value: '2025-07-26'}
"""

Invoke = Callable[..., list[tuple[int, str]]]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the package, with the schemas where a wheel has them."""
    copy = tmp_path / "site" / "communique"
    shutil.copytree(Path(communique.__file__).parent, copy, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "schemas", copy / "schemas" / "published")
    return copy


@pytest.fixture
def invoke(package: Path) -> Invoke:
    """The command line of the copy, several times in one process: exit codes, and outputs or exceptions."""

    def invoke(*commands: list[str]) -> list[tuple[int, str]]:
        environment = {**os.environ, "PYTHONPATH": str(package.parent)}
        words = [sys.executable, "-c", RUN, json.dumps(commands)]
        done = subprocess.run(words, env=environment, capture_output=True, text=True, check=True)
        return [(code, output) for code, output in json.loads(done.stdout)]

    return invoke


def add(page: str, package: Path) -> list[str]:
    """Write the files that the page shows, and nothing else but a new folder's `__init__.py`; gives their names."""
    blocks = list(BLOCK.finditer((CONTRIBUTING / page).read_text(encoding="utf-8")))
    for block in blocks:
        path = package / block["file"]
        if not path.parent.is_dir():
            path.parent.mkdir()
            (path.parent / "__init__.py").touch()
        path.write_text(block["code"], encoding="utf-8")
    return [block["file"] for block in blocks]


RULES = ["validation/rules/titles/title_in_capitals.py", "validation/rules/titles/title_used_twice.py"]


def test_a_rule_is_one_file(package: Path, invoke: Invoke, tmp_path: Path) -> None:
    assert add("add-a-rule.md", package) == RULES
    record = tmp_path / "example.yaml"
    record.write_text(RECORD, encoding="utf-8")
    for name, line in (("ignoring", 'ignore = ["title-in-capitals"]'), ("selecting", 'select = ["CQ9"]')):
        (tmp_path / f"{name}.toml").write_text(line, encoding="utf-8")
    validate = ["validate", str(record), "--format"]
    found, sarif, page, docs, ignored, selected = invoke(
        [*validate, "concise"],
        [*validate, "sarif"],
        ["rule", "CQ901"],
        ["docs", str(tmp_path / "docs")],
        [*validate, "jsonl", "--config", str(tmp_path / "ignoring.toml")],
        [*validate, "jsonl", "--config", str(tmp_path / "selecting.toml")],
    )
    assert f"{record}:5:13: warning CQ901" in found[1]
    (run,) = json.loads(sarif[1])["runs"]
    assert [each["ruleId"] for each in run["results"]] == ["CQ901"]
    described = run["tool"]["driver"]["rules"][run["results"][0]["ruleIndex"]]
    assert (described["id"], described["name"], described["properties"]["tags"]) == (
        "CQ901",
        "TitleInCapitals",
        ["titles"],
    )
    assert page[1].startswith("CQ901 title-in-capitals (warning)")
    assert docs[0] == 0 and len(list((tmp_path / "docs").rglob("CQ901.md"))) == 1
    assert "CQ901" not in ignored[1] and json.loads(selected[1].splitlines()[0])["code"] == "CQ901"


def test_a_rule_over_the_corpus_is_one_file_with_an_aspect(package: Path, invoke: Invoke, tmp_path: Path) -> None:
    """Its facts are kept in the cache like all others: what changes in one record is found in the other."""
    add("add-a-rule.md", package)
    records = tmp_path / "records"
    records.mkdir()
    (records / "dataset.yaml").write_text(json.dumps(DATASET))
    for number in range(10):
        text = RECORD.replace("id: example", f"id: r{number}").replace("NATIONAL AI", f"Number {number}")
        (records / f"r{number}.yaml").write_text(text)
    whole, single = (["validate", str(path), "--format", "concise"] for path in (records, records / "r1.yaml"))
    same_title = (records / "r1.yaml").read_text().replace("id: r1", "id: r2").replace("STRATEGY", "strategy")
    (before,) = invoke(whole)
    (records / "r2.yaml").write_text(same_title)
    kept, read, (_, both) = invoke(single, [*single, "--no-cache"], whole)
    _, found = kept
    assert "CQ902" not in before[1]
    assert f"{records / 'r1.yaml'}:5:13: warning CQ902 another record has this title" in found
    assert "r2.yaml:5" in found and kept == read
    assert both.count("CQ902") == 2


def test_a_format_is_one_file(package: Path, invoke: Invoke, tmp_path: Path) -> None:
    assert add("add-a-format.md", package) == ["reporting/tsv.py", "exporting/ids_format.py"]
    record = tmp_path / "example.yaml"
    record.write_text(RECORD.replace("[other]", "[speach]"), encoding="utf-8")
    to = tmp_path / "out"
    report, exported = invoke(
        ["validate", str(record), "--format", "tsv"],
        ["export", str(CORPUS), "--format", "ids", "--to", str(to)],
    )
    assert report[1].startswith(f"{record}\t6\tCQ208\t")
    assert exported[0] == 0 and "cn-waico-proposal-2025" in (to / "ids.txt").read_text(encoding="utf-8").splitlines()


def test_two_rules_with_one_code_are_refused(package: Path, invoke: Invoke) -> None:
    file, _ = add("add-a-rule.md", package)
    path = package / file
    path.write_text(path.read_text(encoding="utf-8").replace("CQ901", "CQ401"), encoding="utf-8")
    ((code, message),) = invoke(["rule"])
    assert code == 1 and all(each in message for each in ("TitleInCapitals", "ImpossibleDate", "CQ401"))


def test_formats_have_names_of_their_own() -> None:
    assert sorted(each.name for each in values_in(reporting, reporting.Format)) == sorted(reporting.formats())
    assert sorted(each.name for each in values_in(exporting, exporting.Format)) == sorted(exporting.FORMATS)
