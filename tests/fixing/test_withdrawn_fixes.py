"""A fix that would change more than it promises is withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique import fixing
from communique.cli import cli
from communique.diagnostics.finding import Finding, Severity
from communique.fixing.fix import Fix
from communique.text.edits import Edit
from support.command_line import Run
from support.fixable_record import TEXT, count_readings


def finding(name: str, at: tuple[int, int], pointer: str, replacement: str = "") -> Finding:
    return Finding("CQ000", name, Severity.ERROR, "", "a.yaml", *at, pointer, "", replacement)


def proposing(*fixes: Fix) -> Callable[[object, object], Iterator[Fix]]:
    """A fixer that proposes these."""
    return lambda file, finding: iter(fixes)


def test_a_fix_that_would_change_more_is_withdrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a fixer gets wrong: the file is read again, and it is held to its promise."""
    content = b"a: 1  # one\nb: two # three\nc: [x, 'y']\n"
    wrong = {
        "a comment is lost": Edit(4, 11, ""),
        "a number becomes another": Edit(3, 4, "1.0"),
        "a number becomes a text": Edit(3, 4, "'1'"),
        "a number becomes a truth value": Edit(3, 4, "true"),
        "keys change places": Edit(0, 27, "b: two # three\na: 1  # one\n"),
        "a text goes on": Edit(18, 19, ""),
        "an item more": Edit(31, 32, "x, x"),
        "no yaml any more": Edit(30, 31, ""),
        "another word": Edit(34, 37, "'z'"),
    }
    right = Fix((Edit(34, 37, '"y"'),))
    for name, edit in wrong.items():
        fixes = [Fix((edit,))] if name == "another word" else [right, Fix((edit,))]
        monkeypatch.setitem(fixing.FIXERS, "not-nfc", proposing(*fixes))
        outcome = fixing.repaired(content, [finding("not-nfc", (1, 1), "")], "a.yaml")
        kept = content if name == "another word" else content.replace(b"'y'", b'"y"')
        assert outcome == (kept, len(fixes) - 1, 1), name


def test_a_withdrawn_fix_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(TEXT.replace("speech", "speach").replace("status: draft\n", "status: draft \n"))
    monkeypatch.setitem(fixing.FIXERS, "trailing-space", proposing(Fix((Edit(0, 1, ""),))))
    result = CliRunner().invoke(cli, ["validate", str(path), "--fix"])
    assert "example.yaml: fixed\n" in result.output
    assert "example.yaml: 1 fix not applied, because more than intended would have changed\n" in result.output
    assert path.read_text() == TEXT.replace("status: draft\n", "status: draft \n")


def test_the_search_for_what_to_withdraw_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    readings = count_readings(monkeypatch)
    bad = [Fix((Edit(each, each + 1, ""),)) for each in range(3, 400, 2)]
    monkeypatch.setitem(fixing.FIXERS, "not-nfc", proposing(*bad))
    content = b"a: " + b"x" * 400 + b"\n"
    assert fixing.repaired(content, [finding("not-nfc", (1, 1), "")], "a.yaml").content == content
    assert len(readings) < 60


def test_two_keys_are_not_both_renamed_to_one(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(TEXT.replace("  access: full_text", "  acces: full_text\n  acess: abstract"))
    before = path.read_bytes()
    run("validate", path, "--fix")
    assert path.read_bytes() == before


def test_keys_are_not_composed_into_one(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(TEXT + "extensions: {org.example: {caf\u00e9: 1, cafe\u0301: 2}}\n")
    before = path.read_bytes()
    done = run("validate", path, "--fix")
    assert path.read_bytes() == before and "example.yaml: 1 fix not applied" in done.stderr
