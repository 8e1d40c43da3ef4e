"""Where people run it: editors, hooks, CI, shells."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema import main as check_jsonschema_cli
from click.testing import CliRunner, Result

from communique import schemas
from communique.cli import cli
from communique.models import RECORD_KINDS, SCHEMA_VERSION
from communique.validation import registry
from support.command_line import Run
from support.folders import RECORD, RECORDS, ROOT
from support.written_corpus import DATASET, write

Act = Callable[..., subprocess.CompletedProcess[str]]

GOOD = "kind: registry\nschema_version: 0.1.0\nid: example\n"


def test_standard_input_is_judged_as_the_file_it_is_for(run: Run, corpus_copy: Path) -> None:
    text = RECORD.read_text(encoding="utf-8")
    name = f"records/2025/{RECORD.name}"
    project = corpus_copy.parent
    done = run("validate", "-", "--stdin-filename", name, cwd=project, stdin=text)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "1 file checked: no findings")
    done = run(
        "validate", "-", "--stdin-filename", name, cwd=project, stdin=text.replace("actor: huawei", "actor: huwei")
    )
    assert done.returncode == 1 and done.stdout.startswith(f"{name}:") and "did you mean huawei?" in done.stdout


def test_standard_input_may_be_for_a_file_that_is_not_there_yet(run: Run, corpus_copy: Path) -> None:
    text = GOOD + "actors:\n- {id: li-qiang, type: person, name: {en: Li Qiang}}\n"
    done = run("validate", "-", "--stdin-filename", "records/example.yaml", cwd=corpus_copy.parent, stdin=text)
    assert done.returncode == 1 and "CQ302" in done.stdout and "people.yaml" in done.stdout


def test_the_name_decides_the_language_and_the_id(run: Run, tmp_path: Path) -> None:
    assert run("validate", "-", "--stdin-filename", "x.json", cwd=tmp_path, stdin=GOOD).returncode == 1
    done = run("validate", "-", "--stdin-filename", "other.yaml", cwd=tmp_path, stdin=GOOD)
    assert "CQ303" in done.stdout
    assert run("validate", ".", "--stdin-filename", "x.yaml", cwd=tmp_path).returncode == 2
    assert run("validate", "-", "--stdin-filename", ".", cwd=tmp_path, stdin=GOOD).returncode == 2
    done = run(
        "validate", "-", "--stdin-filename", "example.json", cwd=tmp_path, stdin=json.dumps({"kind": "registry"})
    )
    assert done.returncode == 1 and done.stdout.startswith("example.json:1:1: error CQ205")


def test_progress_is_for_terminals_only(run: Run, tmp_path: Path) -> None:
    for number in range(150):
        (tmp_path / f"x{number}.yaml").write_text(GOOD.replace("example", f"x{number}"))
    done = run("validate", ".", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "150 files checked: no findings\n", "")


def in_terminal(*words: str, cwd: Path) -> tuple[bytes, bytes]:
    """What a command prints to standard output, and what it shows in a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "communique", *words]
    shown = bytearray()
    with subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=theirs) as process:
        os.close(theirs)
        with suppress(OSError):  # nobody has the other end any more
            while part := os.read(ours, 4096):
                shown += part
        assert process.stdout
        printed = process.stdout.read()
    os.close(ours)
    return printed, bytes(shown)


def test_a_terminal_sees_how_far_reading_is(tmp_path: Path) -> None:
    for number in range(150):
        (tmp_path / f"x{number}.yaml").write_text(GOOD.replace("example", f"x{number}"))
    printed, shown = in_terminal("validate", ".", cwd=tmp_path)
    assert printed == b"150 files checked: no findings\n" and b"Reading" in shown


@pytest.mark.slow
@pytest.mark.parametrize("words", [("export", ".", "--format", "jsonl"), ("release", "0.1.0", ".", "--format", "csv")])
def test_a_terminal_sees_how_far_writing_is(words: tuple[str, ...], tmp_path: Path, run: Run) -> None:
    records = tmp_path / "records"
    records.mkdir()
    write(records, {"dataset": DATASET})
    for number in range(150):
        (records / f"x{number}.yaml").write_text(GOOD.replace("example", f"x{number}"))
    _, shown = in_terminal(*words, "--to", "../out", cwd=records)
    assert b"Reading" in shown and shown.index(b"Reading") < shown.index(b"Writing")
    assert shown.count(b"100%") == 2
    piped = run(*words, "--to", "../out", cwd=records)
    assert (piped.returncode, piped.stderr) == (0, "")


def test_hooks_run_commands_that_exist(run: Run) -> None:
    each, corpus = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (each["id"], corpus["id"], corpus["pass_filenames"]) == ("communique", "communique-corpus", False)
    for hook, files in ((each, [RECORD.relative_to(ROOT)]), (corpus, [])):
        program, *command = hook["entry"].split()
        assert program == "communique" and hook["language"] == "python"
        assert run(*command, *hook.get("args", []), *files).returncode == 0
    assert re.search(each["files"], "records/2025/x.yaml") and not re.search(each["files"], "my-records/x.yaml")
    assert not re.search(each["files"], "records/README.md") and corpus["always_run"]


def action() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    return loaded


def check_jsonschema(schema: str, path: Path) -> Result:
    """What the well-known checker says of a file, by a schema that it brings along."""
    return CliRunner().invoke(check_jsonschema_cli, ["--builtin-schema", schema, str(path)])


def test_the_action_is_one_by_githubs_own_schema(tmp_path: Path) -> None:
    assert check_jsonschema("vendor.github-actions", ROOT / "action.yml").exit_code == 0
    (tmp_path / "action.yml").write_text("name: no action\n")
    assert check_jsonschema("vendor.github-actions", tmp_path / "action.yml").exit_code == 1


def test_the_action_never_puts_an_input_into_a_script() -> None:
    scripts = [step["run"] for step in action()["runs"]["steps"] if "run" in step]
    assert len(scripts) == 2 and not any("${{" in script for script in scripts)


@pytest.fixture
def act(tmp_path: Path) -> Act:
    """Runs the action's script for validation as a runner does, in a project with a folder records."""
    (tmp_path / "a b").mkdir()
    (tmp_path / "records").mkdir()
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "communique"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m communique "$@"\n')
    program.chmod(0o755)
    (step,) = (step for step in action()["runs"]["steps"] if step.get("id") == "validate")
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]]
    defaults = {
        "PATHS": "records",
        "SOURCES": "",
        "ARGS": "",
        "SARIF_FILE": "out put.sarif",
        "GITHUB_OUTPUT": "outputs",
    }
    assert defaults.keys() - step["env"].keys() == {"GITHUB_OUTPUT"} and step["env"].keys() <= defaults.keys()

    def act(**inputs: str) -> subprocess.CompletedProcess[str]:
        path = f"{tmp_path / 'bin'}:{os.environ['PATH']}"
        environment = {**os.environ, "PATH": path, **defaults, **inputs}
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    return act


@pytest.mark.parametrize(("error", "code"), [("", 0), ("note: 1\n", 1)])
def test_the_actions_script_annotates_and_writes_sarif(error: str, code: int, act: Act, tmp_path: Path) -> None:
    (tmp_path / "records" / "example.yaml").write_text(GOOD + error)
    done = act(PATHS="records records/example.yaml", SOURCES="a b", ARGS="--statistics")
    assert done.returncode == code, done.stderr
    assert ("::error file=records/example.yaml,line=4" in done.stdout) == bool(error)
    assert json.loads((tmp_path / "out put.sarif").read_text())["version"] == "2.1.0"
    assert (tmp_path / "outputs").read_text() == "sarif=written\n"


def test_the_actions_paths_may_stand_on_lines_of_their_own(act: Act, tmp_path: Path) -> None:
    (tmp_path / "records" / "example.yaml").write_text(GOOD)
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "other.yaml").write_text(GOOD)
    done = act(PATHS="records\nmore\n")
    assert done.returncode == 1 and "::error file=more/other.yaml" in done.stdout


@pytest.mark.parametrize("inputs", [{"PATHS": "no/such"}, {"PATHS": "--help"}, {"ARGS": "--no-such"}])
def test_the_action_uploads_nothing_when_there_is_no_report(inputs: dict[str, str], act: Act, tmp_path: Path) -> None:
    assert act(**inputs).returncode == 2
    assert not (tmp_path / "outputs").exists()


def test_a_sarif_file_that_cannot_be_written_fails_the_action(act: Act, tmp_path: Path) -> None:
    (tmp_path / "records" / "example.yaml").write_text(GOOD)
    assert act(SARIF_FILE="no/such/file").returncode == 1
    assert not (tmp_path / "outputs").exists()


@pytest.mark.parametrize(
    ("number", "schema"), [(1, "vendor.github-workflows"), (2, "vendor.github-workflows"), (3, "vendor.gitlab-ci")]
)
def test_the_documented_snippets_are_what_ci_takes(number: int, schema: str, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "how-to" / "maintainer.md").read_text(encoding="utf-8")
    snippet = re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)[number]
    (tmp_path / "ci.yaml").write_text(snippet, encoding="utf-8")
    done = check_jsonschema(schema, tmp_path / "ci.yaml")
    assert done.exit_code == 0, done.output


def test_shells_complete_commands_and_rules() -> None:
    def complete(words: str, number: int) -> list[str]:
        environment = {"_COMMUNIQUE_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(number)}
        done = CliRunner(env=environment).invoke(cli, prog_name="communique")
        return [line.partition(",")[2] for line in done.output.splitlines()]

    assert complete("communique val", 1) == ["validate"]
    codes = [code for code in registry.rules() if code.startswith("CQ4")]
    assert complete("communique rule CQ4", 2) == complete("communique rule cq4", 2) == codes
    assert complete("communique rule week", 2) == ["weekday-contradicts-date"]


def patterns() -> dict[str, str]:
    """Every pattern of the published schemas, with the example that stands beside it."""
    found: dict[str, str] = {}

    def look(node: Any) -> None:
        if isinstance(node, dict):
            if "examples" in node and isinstance(node.get("pattern"), str):
                found[node["pattern"]] = node["examples"][0]
            for value in node.values():
                look(value)

    for kind in RECORD_KINDS:
        look(schemas.load(SCHEMA_VERSION, kind))
    return found


ECMASCRIPT = """
const cases = JSON.parse(require("fs").readFileSync(0, "utf8"));
const accepts = ([p, t]) => new RegExp(p, "u").test(t) && !(p.endsWith("$") && /\\n/u.test(t));
console.log(JSON.stringify(cases.map(accepts)));
"""


def samples(pattern: str, right: str) -> list[tuple[str, str]]:
    """Texts that the pattern accepts, nearly accepts, and should not accept."""
    near = [right, right + "\n", "\n" + right, right + " ", right.upper(), right + "\u0661", right[:-1], right * 2]
    return [(pattern, text) for text in [*near, "", "2025-07-26", "zh-Hans", "https://example.org/", "a\u2028"]]


@pytest.mark.skipif(not shutil.which("node"), reason="Node.js, whose engine this compares with Python's, is not here")
def test_patterns_mean_the_same_in_ecmascript() -> None:
    found = patterns()
    cases = [case for pattern, right in found.items() for case in samples(pattern, right)]
    done = subprocess.run(
        ["node", "-e", ECMASCRIPT], input=json.dumps(cases), capture_output=True, text=True, check=True
    )
    ours = [bool(re.search(p, t)) and not (p.endswith("$") and "\n" in t) for p, t in cases]
    assert json.loads(done.stdout) == ours
    assert {True, False} == set(ours) and len(found) > 10
    assert all(ours[cases.index((pattern, right))] for pattern, right in found.items())


def test_new_records_carry_the_modeline_of_the_shipped_ones(run: Run, tmp_path: Path) -> None:
    for path in RECORDS.rglob("*.yaml"):
        first, *rest = path.read_text(encoding="utf-8").splitlines()
        (version,) = (line.partition(" ")[2] for line in rest if line.startswith("schema_version: "))
        assert re.fullmatch(rf"# yaml-language-server: \$schema=(\.\./)+schemas/{version}/\w+\.schema\.json", first)
        assert (path.parent / first.partition("=")[2]).is_file()
