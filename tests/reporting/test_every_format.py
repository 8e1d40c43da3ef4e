"""Every format says the same findings, stays short, and forges nothing."""

from __future__ import annotations

import json
import os
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from communique import reporting
from communique.text.escaping import escape
from support.command_line import Run
from support.folders import CORPUS


@pytest.mark.parametrize("format_", reporting.formats())
def test_exit_codes_do_not_depend_on_the_format(format_: str, run: Run, project: Path) -> None:
    assert run("validate", CORPUS / "dataset.yaml", "--format", format_).returncode == 0
    assert run("validate", project, "--format", format_).returncode == 1
    assert run("validate", project / "none", "--format", format_).returncode == 2


@pytest.mark.parametrize("format_", ["full", "concise"])
def test_a_flood_is_cut_and_counted(format_: str, run: Run, project: Path) -> None:
    for number in range(9):
        text = f"schema_version: 0.1.0\nkind: registry\nid: x{number}\n" + "".join(f"key{n}: 1\n" for n in range(100))
        (project / f"x{number}.yaml").write_text(text)
    said = run("validate", ".", "--format", format_, cwd=project).stdout
    assert len(said.encode()) < 20_000
    assert "more; use --format jsonl to see all" in said
    assert said.splitlines()[-2] == "10 files checked: 902 errors, 1 warning"


@pytest.mark.parametrize("format_", ["full", "concise"])
def test_a_flood_of_letters_that_do_not_show_is_cut_too(format_: str, run: Run, project: Path) -> None:
    hidden = ", ".join(f'"{chr(0xF0000) * 100}{number}": 1' for number in range(400))
    for name in ("a", "b"):
        text = f'{{"schema_version": "0.1.0", "kind": "registry", "id": "{name}", {hidden}}}'
        (project / f"{name}.json").write_text(text, encoding="utf-8")
    said = run("validate", ".", "--format", format_, "--statistics", cwd=project).stdout
    assert 10_000 < len(said.encode()) < 20_000
    shown = sum(": error CQ" in line for line in said.splitlines())
    assert f"... and {803 - shown} more; use --format jsonl to see all" in said
    assert "3 files checked: 802 errors, 1 warning" in said


FORGERIES = [
    "::error file=a::forged",
    "  ::stop-commands::x",
    "##[error]forged",
    "###[error]forged",
    "####[group]forged",
    "##vso[task.complete]",
    "##teamcity[buildStop]",
    "x\n::error::forged",
    "x\r\n##[error]forged",
    "x\x85::error::forged",
    "x\u2028::error::forged",
    "\x1b[31mred\x1b[2J",
    "a\u202eb\u2066c",
    "]]></failure><testcase/>",
]


@pytest.mark.parametrize("format_", reporting.formats())
@pytest.mark.parametrize("how", ["in the record", "as the file's name", "in the source line"])
def test_no_format_lets_a_record_forge_a_command(how: str, format_: str, run: Run, tmp_path: Path) -> None:
    for number, forgery in enumerate(FORGERIES):
        key, name = (f"k{number}", forgery.replace("/", "_")) if how == "as the file's name" else (forgery, str(number))
        record = {key: 1} if how != "in the source line" else {"title": {"en": forgery, "x": 1}}
        text = json.dumps({"schema_version": "0.1.0", "kind": "registry", "id": "x", **record}, ensure_ascii=False)
        (tmp_path / f"{name}.json").write_text(text, encoding="utf-8")
    done = run("validate", ".", "--format", format_, cwd=tmp_path)
    assert done.returncode == 1 and not done.stderr
    ours = r"::(error|warning) file=[^:,]*,line=\d+,col=\d+,title=CQ\d+ [a-z-]+::" if format_ == "github" else r"(?!)"
    for line in re.split(r"[\r\n\x85\u2028\u2029]", done.stdout):
        assert not re.search(r"##\w*\[", line)
        assert not line.lstrip().startswith("::") or re.match(ours, line)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]", done.stdout)
    if format_ == "github":
        assert done.stdout.count("\n::") == 9 and done.stdout.startswith("::")
    if format_ == "junit":
        suite = ElementTree.fromstring(done.stdout)[0]
        assert suite.get("tests") == str(len(suite))
    if format_ in ("json", "sarif", "gitlab"):
        assert done.stdout.isascii() and json.loads(done.stdout)


def test_a_file_name_that_is_no_text_is_shown(run: Run, tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff.yaml")).write_text("schema_version: 0.1.0\nkind: registry\nid: x\nactors: {}\n")
    for format_ in reporting.formats():
        done = run("validate", ".", "--format", format_, cwd=tmp_path)
        assert done.returncode == 1 and not done.stderr
        assert (
            "%FF.yaml" if format_ == "sarif" else "udcff.yaml" if "json" in format_ else "DCFF}.yaml"
        ) in done.stdout


def test_the_boundary() -> None:
    assert escape("a\tb\x1b[1m\u202e\u2028\ud800") == r"a\u{9}b\u{1B}[1m\u{202E}\u{2028}\u{D800}"
    assert escape("##[error]x ##vso[y]") == r"\u{23}#[error]x \u{23}#vso[y]"
    assert escape("  ::error::") == r"  \u{3A}:error::"
    assert escape("世界 é 👩") == "世界 é 👩"
    assert len(escape("x" * 10_000)) == 500
    assert escape("\u200b" * 10_000, 20) == r"\u{200B}\u{200B}…"
    assert escape("x" * 20, 20) == "x" * 20 and escape("x" * 21, 20) == "x" * 19 + "…"
    assert escape("#hash ## two ::inside #[x]") == "#hash ## two ::inside #[x]"
