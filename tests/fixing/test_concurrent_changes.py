"""Files are read a few times only, and not written over when somebody else saves them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from communique import api, fixing
from communique.cli import cli
from communique.reading import read_bytes
from communique.validation.engine import check
from support.command_line import Run
from support.fixable_record import TEXT, count_readings
from support.folders import RECORD


@pytest.mark.parametrize("lines", [10, 4_000])
def test_a_file_is_read_a_few_times_however_many_lines_end_in_spaces(
    lines: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings = count_readings(monkeypatch)
    bare = "schema_version: 0.2.0\nkind: registry\nid: a\n" + "# c\n" * lines
    content = bare.replace("\n", " \n").encode()
    findings = check([read_bytes(content, "a.yaml")]).findings
    assert fixing.fixed(content, findings, "a.yaml").decode() == bare
    assert len(readings) <= 3


def test_a_space_behind_each_line_of_a_large_record(monkeypatch: pytest.MonkeyPatch) -> None:
    readings = count_readings(monkeypatch)
    content = RECORD.read_text().replace("\n", " \n").encode()
    before = read_bytes(content, RECORD.name)
    after = fixing.fixed(content, check([before]).findings, RECORD.name)
    assert read_bytes(after, RECORD.name).data == before.data
    assert after.count(b" \n") < content.count(b" \n") / 3
    assert len(readings) <= 3


def save_meanwhile(monkeypatch: pytest.MonkeyPatch, change: Callable[[], object]) -> None:
    """Change something after the files were read and before anything is written."""
    real = api.inspect
    left = [change]

    def inspect(*arguments: Any, **options: Any) -> Any:
        report = real(*arguments, **options)
        if left:
            left.pop()()
        return report

    monkeypatch.setattr(api, "inspect", inspect)


@pytest.mark.parametrize("option", ["--fix", "--diff"])
@pytest.mark.parametrize(
    "saved",
    [
        TEXT.replace("status: draft", "note: Beijing signed it.\nstatus: reviewed"),
        TEXT.replace("draft", "drafft").replace("\n", "\r\n"),
        TEXT.replace("draft", "drafft") + " ",
        "",
    ],
)
def test_a_file_that_was_saved_meanwhile_is_skipped(
    saved: str, option: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, other = tmp_path / "example.yaml", tmp_path / "other.yaml"
    path.write_text(TEXT.replace("draft", "drafft"))
    other.write_text(TEXT.replace("draft", "drafft").replace("id: example", "id: other"))
    save_meanwhile(monkeypatch, lambda: path.write_bytes(saved.encode()))
    result = CliRunner().invoke(cli, ["validate", str(tmp_path), option])
    assert path.read_bytes() == saved.encode()
    assert "example.yaml: not fixed: the file was changed or deleted after the check" in result.output
    assert result.exit_code == 2
    assert ("status: draft\n" in other.read_text()) == (option == "--fix")


@pytest.mark.parametrize("option", ["--fix", "--diff"])
@pytest.mark.parametrize("asked", ["folder", "file"])
def test_a_file_that_vanished_meanwhile_is_told(
    option: str, asked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(TEXT.replace("draft", "drafft"))
    (tmp_path / "other.yaml").write_text(TEXT.replace("id: example", "id: other"))
    save_meanwhile(monkeypatch, path.unlink)
    result = CliRunner().invoke(cli, ["validate", str(path if asked == "file" else tmp_path), option])
    assert result.exit_code == 2 and not path.exists()
    assert "example.yaml: not fixed: the file was changed or deleted" in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_one_file_under_two_names_is_fixed_once(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(TEXT.replace("speech", "speach"))
    (tmp_path / "link.yaml").symlink_to(path)
    done = run("validate", tmp_path, "--fix")
    assert done.stderr.count(": fixed\n") == 1 and "not fixed" not in done.stderr
    assert path.read_text() == TEXT
