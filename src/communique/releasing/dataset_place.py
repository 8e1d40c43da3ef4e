"""The corpus of a release, and where the version of its data is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..files.paths import from_here, place
from ..reading import corpus_root, is_json, read_file
from ..reading.record_files import DATASET_NAMES
from .edition import Edition, ReleaseError

_FIELD = "version"


def refuse_parts(paths: Iterable[Path]) -> None:
    """Accept only the folders of whole corpora.

    Raises:
        ReleaseError: a path is a part of a corpus.
    """
    for path in paths:
        root = corpus_root(path)
        if root is not None and root != place(path):
            raise ReleaseError(f"{path} is a part of a corpus, and a release is the whole; give {from_here(root)}")


def refuse_other_version(edition: Edition, version: str, paths: Iterable[Path]) -> None:
    """Accept the edition of the records at these paths only if its dataset record has this version.

    Raises:
        ReleaseError: it has another one; the message says where, and what to write there.
    """
    if edition.version == version:
        return
    for path in _dataset_files(paths):
        document = read_file(path, path.parent)
        if isinstance(document.data, dict) and document.data.get(_FIELD) == edition.version:
            line = document.key_position((_FIELD,)).line
            written = f'"{_FIELD}": "{version}"' if is_json(path.name, document.text) else f"{_FIELD}: {version}"
            raise ReleaseError(
                f"{from_here(path)}:{line}: the version is {edition.version}; write {written} there, and try again"
            )
    raise ReleaseError(f"the dataset record has version {edition.version}; write {version} there, and try again")


def missing_revision(old: Edition, new: Edition) -> str:
    """Why the dataset record gives the release no day of its own, and what to do; empty if it gives one."""
    before, now = old.last_revision, new.last_revision
    advice = f"add a revision to the dataset record, with the day of {new.version}"
    if new.version == old.version:
        return ""  # it is the same release
    if before == now:
        return f"the dataset record has no new revision since {old.version}; {advice}"
    if before.get("date") and str(now.get("date")) <= str(before["date"]):
        return (
            f"the last revision of the dataset record is of {now.get('date')}, and {old.version} is of the same day "
            f"or a later one ({before['date']}); {advice}"
        )
    return ""


def _dataset_files(paths: Iterable[Path]) -> Iterator[Path]:
    roots = {root for path in paths if (root := corpus_root(path))}
    yield from (root / name for root in sorted(roots) for name in DATASET_NAMES if (root / name).is_file())
