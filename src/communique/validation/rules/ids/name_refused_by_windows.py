from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ....corpus.corpus import Corpus, Entry
from ....files.paths import place
from ....files.portable_names import refused_by_windows
from ....models import Dataset
from ...rule import Context, RecordRule, Violation


class NameRefusedByWindows(RecordRule):
    code = "CQ315"
    name = "name-refused-by-windows"
    looks_beyond = True
    reason = (
        "Windows reserves names such as con, aux and nul for devices, and does not allow some characters in names; a "
        "repository with such a file or folder cannot be checked out on Windows."
    )
    fix = "Choose another id for the record, or rename the folder."
    whole = True
    bad = (
        "kind: dataset\nschema_version: 0.2.0\nid: aux\ntitle: {en: An example}\n"
        "licence: CC0-1.0\ncreators: [{name: Somebody}]\nversion: 0.1.0\n"
        "coverage: {as_of: '2026-11-24'}\nlanguages: [en]\n"
    )
    good = bad.replace("aux", "example")

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        if refused_by_windows(entry.record.id):
            help = "choose another id, such as one that ends with a year"
            yield Violation(("id",), f"{entry.record.id} is a reserved device name on Windows", help)
        for folder in _folders(entry.path, context.once(_tops)):
            if refused_by_windows(folder):
                message = f"the folder name {folder!r} is not allowed on Windows"
                yield Violation((), message, "rename the folder")


def _tops(corpus: Corpus) -> list[Path]:
    """The top folders: those with a dataset record."""
    return [place(Path(entry.path)).parent for entry in corpus.entries if isinstance(entry.record, Dataset)]


def _folders(path: str, tops: list[Path]) -> tuple[str, ...]:
    """The names of the folders between the top folder and the file; those above it are not in the repository."""
    folder = place(Path(path)).parent
    return next((folder.relative_to(top).parts for top in tops if folder.is_relative_to(top)), ())
