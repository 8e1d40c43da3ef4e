"""JSON lines, GitHub, GitLab and JUnit."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest

from support.command_line import Run
from support.folders import CORPUS
from support.formatted import BAD, output


def test_json_lines_are_the_json_report_line_by_line(run: Run, project: Path) -> None:
    whole = json.loads(output(run, project, "json"))
    *findings, last = [json.loads(line) for line in output(run, project, "jsonl").splitlines()]
    assert findings == whole["findings"]
    assert last == {"summary": whole["summary"]}


def test_github_shows_the_worst_first_and_at_most_ten_of_a_level(run: Run, project: Path) -> None:
    actors = "".join(f"- {{id: a{n}, type: persn, name: {{en: NO}}}}\n" for n in range(14))
    (project / "example.yaml").write_text(f"schema_version: 0.1.0\nkind: registry\nid: example\nactors:\n{actors}")
    lines = output(run, project, "github").splitlines()
    assert [line.partition(" ")[0] for line in lines[:10]] == ["::error"] * 10
    assert lines[10] == "... and 4 more errors; use --format jsonl to see all"
    assert [line.partition(" ")[0] for line in lines[11:21]] == ["::warning"] * 10
    assert lines[21:] == [
        "... and 4 more warnings; use --format jsonl to see all",
        "1 file checked: 14 errors, 14 warnings",
        "1 file has reading or schema errors; rules were not run on it",
    ]
    assert lines[0] == (
        "::error file=example.yaml,line=5,col=18,title=CQ208 unknown-code::"
        "expected an actor type code, found 'persn'%0Ahelp: did you mean person?"
    )


def test_github_escapes_properties_and_data(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a,b:c%.yaml").write_text('schema_version: 0.1.0\nkind: registry\nid: x\n"100%": 1\n')
    line = run("validate", ".", "--format", "github", cwd=tmp_path).stdout.splitlines()[0]
    assert line.startswith("::error file=a%2Cb%3Ac%25.yaml,line=4,col=1,") and "'100%25'" in line


def test_gitlab_has_what_gitlab_asks_for(run: Run, project: Path) -> None:
    found = json.loads(output(run, project, "gitlab"))
    assert [set(found) for found in found] == [{"description", "check_name", "fingerprint", "severity", "location"}] * 3
    assert found[0]["location"] == {"path": "example.yaml", "lines": {"begin": 5}}
    assert [found["severity"] for found in found] == ["major", "major", "minor"]
    assert len({found["fingerprint"] for found in found}) == 3


def fingerprints(run: Run, project: Path, format_: str) -> list[str]:
    found: Any = json.loads(output(run, project, format_))
    if format_ == "gitlab":
        return [found["fingerprint"] for found in found]
    return [result["partialFingerprints"]["communiqueFinding/v1"] for result in found["runs"][0]["results"]]


@pytest.mark.parametrize("format_", ["gitlab", "sarif"])
def test_fingerprints_survive_moved_lines(format_: str, run: Run, project: Path) -> None:
    before = fingerprints(run, project, format_)
    (project / "example.yaml").write_text("# one\n# two\n\n" + BAD.replace("persn", "perzn"), encoding="utf-8")
    assert fingerprints(run, project, format_) == before
    assert len(set(before)) == 3


def test_junit(run: Run, project: Path) -> None:
    suite = ElementTree.fromstring(output(run, project, "junit"))[0]
    assert (suite.get("tests"), suite.get("failures")) == ("3", "2")
    assert [case.get("classname") for case in suite] == ["example.yaml"] * 3
    failures = [case.find("failure") for case in suite]
    assert [failure is not None for failure in failures] == [True, True, False]
    clean = ElementTree.fromstring(run("validate", CORPUS, "--format", "junit").stdout)[0]
    assert [case.get("name") for case in clean] == ["8 files checked: no findings"]
