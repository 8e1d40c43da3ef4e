"""The documentation says what is so."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from support.command_line import Run
from support.folders import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_the_readme_is_short_and_has_two_commands() -> None:
    assert README.count("\n") < 120
    commands = blocks(README, "sh")
    assert len(commands) == 2
    assert all(command.count("\n") == 1 for command in commands)


def test_ci_runs_the_readmes_test_command() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    (extraction,) = re.findall(r"^command=\$\((awk .*)\)$", script, re.MULTILINE)
    done = subprocess.run(["bash", "-c", extraction], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == blocks(README, "sh")[1]
    assert '\neval "$command"\n' in script


def test_the_readmes_mistakes_give_the_readmes_output(run: Run, tmp_path: Path) -> None:
    (fields,) = blocks(README, "yaml")
    name = "records/2026/us-example-plan-2026.yaml"
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    head = "schema_version: 0.1.0\nkind: announcement\nid: us-example-plan-2026\ntitle: {en: Example}\n"
    path.write_text(f"{head}types: [other]\nstatus: draft\n{fields}")
    expected = next(block for block in blocks(README, "console") if f"$ communique validate {name}\n" in block)
    assert run("validate", name, cwd=tmp_path).stdout == expected.partition("\n")[2]


def test_the_readmes_card_is_real(run: Run) -> None:
    (card,) = (block for block in blocks(README, "console") if "$ communique show us-eo-14110\n" in block)
    assert run("show", "us-eo-14110").stdout.startswith(card.partition("\n")[2])


def test_the_evidence_page_computes_what_it_shows(capsys: pytest.CaptureFixture[str]) -> None:
    page = (ROOT / "docs" / "explanation" / "evidence.md").read_text(encoding="utf-8")
    (code,) = blocks(page, "python")
    exec(code, {})
    assert capsys.readouterr().out.strip() in page


def test_the_page_on_checking_examines_and_judges(capsys: pytest.CaptureFixture[str]) -> None:
    page = (ROOT / "docs" / "explanation" / "checking.md").read_text(encoding="utf-8")
    (code,), (output,) = blocks(page, "python"), blocks(page, "text")
    exec(code, {})
    assert capsys.readouterr().out == output


def test_links_lead_somewhere() -> None:
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        without_code = re.sub(r"`[^`]*`", "", path.read_text(encoding="utf-8"))
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", without_code):
            if not target.startswith("https://"):
                assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_no_path_of_a_machine_stands_in_the_project() -> None:
    for folder in ("src", "records", "schemas", "docs", "tests"):
        for path in (ROOT / folder).rglob("*"):
            if (
                path.is_file()
                and path.suffix in {".py", ".yaml", ".json", ".md", ".csv"}
                and "__pycache__" not in path.parts
            ):
                text = path.read_bytes().decode("utf-8", "replace")
                assert not re.search(r"(?<![\w.])/(home|Users)/\w", text), path
