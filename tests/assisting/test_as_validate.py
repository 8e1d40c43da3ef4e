"""What an editor shows is what ``communique validate`` finds, with a baseline and texts of sources too."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from support.command_line import Run
from support.editor import Editor
from support.folders import CORPUS, INVALID
from support.invalid_files import EXPECTED, OF_EXPORTS

SERVER = [sys.executable, "-m", "communique", "lsp"]
CODE_POINTS = {"general": {"positionEncodings": ["utf-32"]}}
SEVERITIES = {"error": 1, "warning": 2, "info": 3}
OF_OTHERS = ("empty-file.yaml",)
"""An empty file is not known to be a record: an editor shows nothing of it, as of files of other programs."""
SEARCHED = sorted(name for name, each in EXPECTED.items() if each[0] not in OF_EXPORTS)


def shown(finding: dict[str, Any], text: str = "") -> tuple[object, ...]:
    """A finding of the command line as an editor shows it, which counts a byte order mark in the first line."""
    mark = finding["line"] == 1 and text.startswith("\ufeff")
    help = f"\n{finding['help']}" if finding.get("help") else ""
    place = finding["line"] - 1, finding["column"] - 1 + mark
    return finding["code"], SEVERITIES[finding["severity"]], place, finding["message"] + help


def seen(diagnostic: dict[str, Any]) -> tuple[object, ...]:
    """The same, of an editor."""
    start = diagnostic["range"]["start"]
    return diagnostic["code"], diagnostic["severity"], (start["line"], start["character"]), diagnostic["message"]


def ends_are_sound(text: str, diagnostic: dict[str, Any]) -> bool:
    """Whether a range begins before it ends, in a line."""
    start, end = diagnostic["range"]["start"], diagnostic["range"]["end"]
    return bool(start["line"] == end["line"] and start["character"] <= end["character"])


def readable(path: Path) -> bool:
    """Whether an editor can open the file as text in UTF-8."""
    try:
        path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return not path.is_symlink()


@pytest.mark.slow
def test_the_invalid_files_have_the_same_findings(run: Run) -> None:
    paths = [INVALID / name for name in SEARCHED if readable(INVALID / name)]
    assert len(paths) > 80
    first = paths[0]
    with Editor(SERVER, first, first.read_bytes().decode(), capabilities=CODE_POINTS, cwd=INVALID) as editor:
        for path in paths:
            said = run("validate", path.name, "--format", "json", "--no-cache", cwd=INVALID).stdout
            text = path.read_bytes().decode("utf-8")
            expected = [shown(each, text) for each in json.loads(said)["findings"]]
            if path is not first:
                editor.open(path.as_uri(), text)
            found = editor.findings("" if path is first else path.as_uri())
            is_record = path.name not in OF_OTHERS
            assert [seen(each) for each in found] == (expected if is_record else []), path
            assert all(ends_are_sound(text, each) for each in found), path
        assert editor.errors == ""


@pytest.fixture
def record(corpus_copy: Path) -> Path:
    """A record of a small corpus that a test may spoil."""
    return corpus_copy / "2025" / "cn-waico-proposal-2025.yaml"


@pytest.mark.slow
def test_a_finding_of_the_baseline_is_not_shown(record: Path, run: Run) -> None:
    root, whole = record.parents[2], record.read_text(encoding="utf-8")
    bad = whole.replace("status: reviewed", "status: revewed")
    record.write_text(bad, encoding="utf-8")
    run("validate", str(record), "--write-baseline", "known.json", cwd=root)
    with Editor(SERVER, record, cwd=root, options={"baseline": "known.json"}) as editor:
        assert editor.findings() == []
        editor.change(bad.replace("  role: announcer", "  role: anouncer", 1))
        assert [each["code"] for each in editor.findings()] == ["CQ208"]
        for settings, number in (({}, 2), ({"communique": {"baseline": str(root / "known.json")}}, 1)):
            editor.notify("workspace/didChangeConfiguration", {"settings": {"communique": {}, **settings}})
            assert len(editor.findings()) == number


@pytest.mark.slow
def test_a_wrong_digest_shows_while_typing(record: Path) -> None:
    """The texts are those of the example; the setting comes by each of the ways in which editors send it."""
    root, whole = record.parents[2], record.read_text(encoding="utf-8")
    (root / "texts").mkdir()
    source = "pukmedia-waico-proposal"
    (root / "texts" / f"{source}.txt").write_text("Another text than the one that was cited.", encoding="utf-8")
    given = {"sources": "texts"}
    ways: list[tuple[Any, Any]] = [(given, {}), ({"communique": given}, {}), (None, given)]
    seen_codes = list[set[str]]()
    for options, settings in ways:
        with Editor(SERVER, record, whole, cwd=root, options=options, settings=settings) as editor:
            first = editor.findings(version=None)
            found = first or editor.findings(version=None)
            seen_codes.append({each["code"] for each in found})
            assert editor.errors == ""
    assert seen_codes[0] and seen_codes[0] == seen_codes[1] == seen_codes[2]


@pytest.mark.slow
@pytest.mark.parametrize("options", [{"sources": 3}, {"sources": "missing"}, {"baseline": "missing.json"}])
def test_bad_settings_are_named_and_end_no_session(record: Path, options: dict[str, Any]) -> None:
    with Editor(SERVER, record, cwd=record.parents[2], options=options) as editor:
        assert editor.hover(*editor.at("li-qiang")).startswith("```text\nLi Qiang")
        editor.notify("workspace/didChangeConfiguration", {"settings": {"communique": {}}})
        assert editor.findings() == []
        assert any(next(iter(options)) in each for each in editor.shown) and editor.errors == ""


def test_the_corpus_has_the_cited_source() -> None:
    assert "pukmedia-waico-proposal" in (CORPUS / "2025" / "cn-waico-proposal-2025.yaml").read_text(encoding="utf-8")
