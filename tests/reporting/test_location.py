"""Paths count from the top of what was checked out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from support.command_line import Run


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR", None])
@pytest.mark.parametrize("format", ["github", "gitlab", "sarif", "junit"])
def test_places_count_from_the_top_of_what_was_checked_out(
    variable: str | None, format: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "data" / "records" / "broken.yaml"
    broken.parent.mkdir(parents=True)
    broken.write_text("- no object\n")
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.delenv("CI_PROJECT_DIR", raising=False)
    if variable:
        monkeypatch.setenv(variable, str(tmp_path))
    else:
        (tmp_path / ".git").mkdir()
    for path in ("records", broken):
        done = run("validate", path, "--format", format, cwd=tmp_path / "data")
        assert "data/records/broken.yaml" in done.stdout
        assert str(tmp_path) not in done.stdout.replace(f"{broken}:1:1", "")


def test_a_workspace_elsewhere_is_not_the_top(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "broken.yaml").write_text("- no object\n")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "elsewhere"))
    done = run("validate", "broken.yaml", "--format", "github", cwd=tmp_path / "here")
    assert done.stdout.startswith("::error file=broken.yaml,")


@pytest.mark.parametrize("format", ["concise", "full", "github", "gitlab", "sarif", "junit", "json"])
def test_a_record_on_another_drive(
    format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On Windows there is no way from one drive to another; here ``relpath`` says so for one folder."""
    from click.testing import CliRunner

    from communique.cli import cli

    other = tmp_path / "other drive"
    other.mkdir()
    (other / "dataset.yaml").write_text("kind: dataset\nschema_version: 0.2.0\nid: d\ntitle: {en: T}\n")
    (other / "broken.yaml").write_text("- no object\n")
    real = os.path.relpath

    def two_drives(path: str | os.PathLike[str], start: str | os.PathLike[str] = os.curdir) -> str:
        if str(path).startswith(str(other)) is not str(Path(start).absolute()).startswith(str(other)):
            raise ValueError("path is on mount 'D:', start on mount 'C:'")
        return real(path, start)

    monkeypatch.setattr(os.path, "relpath", two_drives)
    for path in (other, other / "broken.yaml"):
        done = CliRunner().invoke(cli, ["validate", str(path), "--format", format])
        assert done.exit_code == 1, done.output
        assert "CQ201" in done.output or "not-an-object" in done.output
