"""Changes of files are seen, whatever happens to their folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.files.file_changes import Changed, file_changes

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("no_endless_wait")]


@pytest.fixture
def records(tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    (folder / "2025").mkdir(parents=True)
    return folder


def wait_for(changed: Iterator[Changed], path: Path) -> Changed:
    """The first set with the path."""
    return next(paths for paths in changed if path in paths)


def test_what_is_written_renamed_and_deleted(records: Path) -> None:
    changed = file_changes([records, records / "2025"])
    next(changed)
    one, two = records / "2025" / "one.yaml", records / "2025" / "two.yaml"
    one.write_text("x")
    assert wait_for(changed, one) <= {one, one.parent}
    one.rename(two)
    assert one in wait_for(changed, two)
    two.unlink()
    assert wait_for(changed, two) == {two}


def test_the_first_set_does_not_wait_for_a_change(records: Path) -> None:
    assert next(file_changes([records])) == frozenset()


def test_hidden_files_are_not_watched(records: Path) -> None:
    changed = file_changes([records])
    next(changed)
    (records / ".git").mkdir()
    (records / ".git" / "index").write_text("x")
    (records / ".one.yaml.swp").write_text("x")
    (records / "one.yaml").write_text("x")
    assert wait_for(changed, records / "one.yaml") == {records / "one.yaml"}


def test_single_files_are_watched_before_they_exist(records: Path) -> None:
    path = records.parent / "communique.toml"
    changed = file_changes([records], [path])
    next(changed)
    path.write_text("")
    assert next(changed) == {path}
    path.unlink()
    assert next(changed) == {path}


def test_a_folder_may_be_deleted_and_come_back(records: Path) -> None:
    changed = file_changes([records])
    next(changed)
    shutil.rmtree(records)
    wait_for(changed, records)
    records.mkdir()
    assert next(changed) == frozenset()  # it is watched from here on
    (records / "one.yaml").write_text("x")
    wait_for(changed, records / "one.yaml")
