"""The command line as people and CI meet it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from communique.caching.secret import VARIABLE
from communique.models import SCHEMA_VERSION
from support.command_line import Run
from support.folders import CORPUS, RECORD, ROOT

GOOD = "kind: registry\nschema_version: 0.1.0\nid: example\n"


def test_the_shipped_records_are_clean(run: Run) -> None:
    done = run("validate")
    assert (done.returncode, done.stderr) == (0, "")
    files = sum(1 for _ in (ROOT / "records").rglob("*.yaml"))
    assert done.stdout.startswith(f"{files} files checked: no findings\n")
    assert "passages not checked; give the folder of source texts with --sources" in done.stdout


WRONG_USAGE = [
    ("validate", "no/such"),
    ("validate", "--no-such"),
    ("validate", "--format", "xml"),
    ("validate", "--sources", "no/such"),
    ("export",),
    ("nonsense",),
    ("rule", "CQ999"),
    ("new", "Not An Id"),
]


@pytest.mark.parametrize("arguments", WRONG_USAGE)
def test_wrong_usage_is_exit_2_and_says_why(arguments: tuple[str, ...], run: Run) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "Error:" in done.stderr and "Traceback" not in done.stderr


def test_an_empty_folder_is_no_success(run: Run, tmp_path: Path) -> None:
    assert run("validate", tmp_path).returncode == 2
    assert run("validate", cwd=tmp_path).returncode == 2


def test_everything_wrong_is_said_at_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text("kind: registry\nschema_version: 0.1.0\nid: One\nactors: {}\n")
    (tmp_path / "two.json").write_text("{")
    (tmp_path / "three.yaml").write_text("- kind: registry\n")
    (tmp_path / "four.yaml").write_text(GOOD.replace("example", "four"))
    done = run("validate", ".", cwd=tmp_path)
    assert done.returncode == 1
    assert [line.split(" help")[0] for line in done.stdout.splitlines() if not line.startswith(" ")] == [
        "one.yaml:3:5: error CQ209 expected an id, found 'One'",
        "one.yaml:4:9: error CQ207 expected a list, found an object with keys",
        "three.yaml:1:1: error CQ201 expected an object, found a list",
        "two.json:1:1: error CQ106 unclosed '{'",
        "4 files checked: 4 errors",
        "3 files have reading or schema errors; rules were not run on them",
    ]


def test_warnings_do_not_fail(run: Run) -> None:
    done = run("validate", "-", stdin=GOOD.replace("example", "no") + "note: text\n")
    assert done.returncode == 0
    assert "<stdin>:3:5: warning CQ110" in done.stdout


@pytest.mark.parametrize("text", [GOOD, json.dumps({"kind": "registry", "schema_version": "0.1.0", "id": "example"})])
def test_standard_input_in_yaml_and_json(text: str, run: Run) -> None:
    done = run("validate", "-", stdin=text)
    assert (done.returncode, done.stdout) == (0, "1 file checked: no findings\n")


def test_a_folder_without_the_text_is_told(run: Run, tmp_path: Path) -> None:
    done = run("validate", "--sources", tmp_path)
    assert done.stdout.splitlines()[1:] == [
        "0 passages verified, 0 failed, 21 not checked",
        "no text found for pukmedia-waico-proposal",
    ]


def test_endings_in_capitals_are_read_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "example.YAML").write_text(GOOD)
    (tmp_path / "other.JSON").write_text("{")
    assert run("validate", tmp_path).stdout.count("CQ106") == 1


@pytest.mark.parametrize("first", ["knid: registri", "knid: registry", "kind: registri", "Kind: registry", "x: 1"])
def test_nothing_gets_past_the_envelope(first: str, run: Run) -> None:
    done = run("validate", "-", stdin=GOOD.replace("kind: registry", first))
    assert done.returncode == 1 and not done.stderr


def test_json_output(run: Run, tmp_path: Path) -> None:
    (tmp_path / "example.yaml").write_text(GOOD + "sumary: 1\n")
    done = run("validate", "example.yaml", "--format", "json", cwd=tmp_path)
    assert json.loads(done.stdout) == {
        "findings": [
            {
                "code": "CQ206",
                "name": "unknown-field",
                "severity": "error",
                "message": "unknown field 'sumary'",
                "path": "example.yaml",
                "line": 4,
                "column": 1,
                "pointer": "/sumary",
                "help": "valid fields: schema_version, kind, id, title, actors, instruments, occasions, sources, "
                "revisions, note, extensions",
            }
        ],
        "summary": {
            "files": 1,
            "errors": 1,
            "warnings": 0,
            "infos": 0,
            "passages": {"verified": 0, "failed": 0, "unchecked": 0},
        },
    }


def test_one_file_is_judged_in_its_corpus(run: Run) -> None:
    done = run("validate", RECORD.relative_to(ROOT))
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "1 file checked: no findings")


def test_findings_are_about_the_paths_asked_for(run: Run, corpus_copy: Path) -> None:
    registry = corpus_copy / "registry" / "people.yaml"
    spoilt = registry.read_text(encoding="utf-8").replace("type: person", "type: persn")
    registry.write_text(spoilt, encoding="utf-8")
    assert run("validate", corpus_copy / "2025").returncode == 0
    assert run("validate", corpus_copy / "registry").returncode == 1


def test_what_a_record_holds_cannot_forge_output(run: Run, tmp_path: Path) -> None:
    evil = GOOD + '"\\e[31mred\\nexample.yaml:1:1: error CQ999 forged": 1\n'
    done = run("validate", "-", stdin=evil)
    assert "\x1b" not in done.stdout
    assert not any(line.startswith("example.yaml") for line in done.stdout.splitlines())


def test_rule_explains_offline(run: Run) -> None:
    assert "weekday-contradicts-date" in run("rule").stdout
    page = run("rule", "cq402").stdout
    assert page == run("rule", "weekday-contradicts-date").stdout
    for part in ("Why:", "Fix:", "Bad:", "Good:"):
        assert part in page
    assert "did you mean" in run("rule", "weekday-contradict-date").stderr


def test_new_is_valid_and_wired_to_the_schema(run: Run, corpus_copy: Path) -> None:
    project = corpus_copy.parent
    (project / "schemas").symlink_to(ROOT / "schemas")
    done = run("new", "us-example-plan-2026", cwd=project)
    path = project / "records" / "2026" / "us-example-plan-2026.yaml"
    assert done.returncode == 0 and str(path.relative_to(project)) in done.stdout
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema=../../schemas/{SCHEMA_VERSION}/announcement.schema.json"
    checked = run("validate", "records", cwd=project)
    assert (checked.returncode, checked.stdout.splitlines()[0]) == (0, "9 files checked: no findings")


def test_new_with_every_field_opened_is_valid_too(run: Run, tmp_path: Path) -> None:
    run("new", "example", cwd=tmp_path)
    path = tmp_path / "example.yaml"
    modeline, *lines = path.read_text(encoding="utf-8").split("\n")
    opened = [re.sub(r"^(  )?# ", r"\1", line) for line in lines]
    assert len(set(opened) - set(lines)) > 40
    path.write_text("\n".join([modeline, *opened]), encoding="utf-8")
    done = run("validate", "example.yaml", cwd=tmp_path)
    assert done.stdout == "1 file checked: no findings\n", done.stdout


def test_new_never_overwrites(run: Run, tmp_path: Path) -> None:
    (tmp_path / "example.yaml").write_text("mine")
    assert run("new", "example", cwd=tmp_path).returncode == 2
    assert (tmp_path / "example.yaml").read_text() == "mine"


def test_new_gives_no_id_twice(run: Run, corpus_copy: Path) -> None:
    done = run("new", "li-qiang", cwd=corpus_copy.parent)
    assert done.returncode == 2 and not list(corpus_copy.rglob("li-qiang.yaml"))
    assert "the id li-qiang is already defined in records/registry/people.yaml; ids are never reused" in done.stderr


def test_version_and_help(run: Run) -> None:
    assert run("--version").stdout.startswith("communique, version 0.")
    for command in ("validate", "export", "new", "rule", "schema"):
        assert "Usage:" in run(command, "--help").stdout


def broken(folder: Path, patch: str) -> dict[str, str]:
    """An environment in which a part of communique is broken, and believes no cache of the sound program."""
    (folder / "sitecustomize.py").write_text(f"def fail(*a, **k): raise RuntimeError('boom')\n{patch}\n")
    return {**os.environ, "PYTHONPATH": str(folder), VARIABLE: os.urandom(16).hex()}


def test_an_error_of_our_own_hides_no_finding(tmp_path: Path) -> None:
    patch = "from communique.validation.rules.dates.impossible_date import ImpossibleDate as R\nR.check = fail"
    environment = broken(tmp_path, patch)
    (tmp_path / "example.yaml").write_text(GOOD + "note: 1\n")
    command = [sys.executable, "-m", "communique", "validate", str(CORPUS), str(tmp_path / "example.yaml")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "example.yaml:4:7: error CQ207" in done.stdout
    assert "internal error while applying impossible-date to" in done.stderr and "boom" in done.stderr
    assert "issue tracker" in done.stderr and "Traceback" not in done.stderr


def test_an_error_of_our_own_anywhere_is_exit_2_without_a_traceback(tmp_path: Path) -> None:
    environment = broken(tmp_path, "import communique.api as api\napi.inspect = fail")
    command = [sys.executable, "-m", "communique", "validate", str(CORPUS)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "boom" in done.stderr and "Traceback" not in done.stderr


def test_nothing_is_exported_when_communique_itself_fails(tmp_path: Path) -> None:
    environment = broken(
        tmp_path, "from communique.validation.rules.dates.impossible_date import ImpossibleDate as R\nR.check = fail"
    )
    command = [sys.executable, "-m", "communique", "export", str(CORPUS), "--to", str(tmp_path / "out")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert not (tmp_path / "out").exists()
