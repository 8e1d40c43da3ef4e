"""What the pages tell a reader to type works, and prints what they show."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import communique
from support.command_line import Run
from support.folders import RECORDS, ROOT
from support.sessions import PAGES, rerun, run_python


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_shows_what_its_commands_print(path: Path, run: Run, tmp_path: Path) -> None:
    def command(arguments: list[str]) -> str:
        done = run(*arguments, cwd=tmp_path)
        return done.stdout + done.stderr

    page = path.read_text(encoding="utf-8")
    assert rerun(page, tmp_path, command) == page


@pytest.fixture(scope="module")
def exported(shipped: communique.Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("session") / "export"
    communique.export(shipped, ["csv", "duckdb", "graphml", "jsonld", "sqlite", "xlsx"], folder)
    return folder


@pytest.fixture
def folder(exported: Path, tmp_path: Path) -> Path:
    """A folder with the shipped records and an export of them, which a page may replace."""
    (tmp_path / "records").symlink_to(RECORDS)
    shutil.copytree(exported, tmp_path / "export")
    return tmp_path


@pytest.mark.parametrize(
    "page",
    [
        "README.md",
        "docs/how-to/developer.md",
        "docs/how-to/researcher.md",
        "docs/how-to/publisher.md",
        "docs/how-to/commitments.md",
    ],
)
def test_the_python_of_a_page_runs(page: str, folder: Path) -> None:
    run_python((ROOT / page).read_text(encoding="utf-8"), folder)
