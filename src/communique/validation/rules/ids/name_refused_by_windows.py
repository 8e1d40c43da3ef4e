from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ....files.paths import place
from ....files.portable_names import refused_by_windows
from ...aspects import KIND
from ...rule import CorpusRule, Violation

if TYPE_CHECKING:
    from ...context import Context
    from ...summary import Summary


class NameRefusedByWindows(CorpusRule):
    code = "CQ315"
    name = "name-refused-by-windows"
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
    aspects = (KIND,)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        if refused_by_windows(own.id or ""):
            help = "choose another id, such as one that ends with a year"
            yield Violation(("id",), f"{own.id} is a reserved device name on Windows", help)
        for folder in context.once(_Folders).refused(own.path):
            message = f"the folder name {folder!r} is not allowed on Windows"
            yield Violation((), message, "rename the folder")


class _Folders:
    """The folders of a corpus below its top folders, which are those with a dataset record."""

    def __init__(self, context: Context) -> None:
        self._tops = [place(Path(own.path)).parent for own in context.with_key(KIND, "dataset")]
        self._refused: dict[str, list[str]] = {}

    def refused(self, path: str) -> list[str]:
        """The refused names of folders between the top folder and the file; those above are not in the repository."""
        folder = os.path.dirname(path)  # noqa: PTH120  faster, and nearly always known already
        if folder not in self._refused:
            self._refused[folder] = [name for name in self._names(place(Path(folder))) if refused_by_windows(name)]
        return self._refused[folder]

    def _names(self, folder: Path) -> tuple[str, ...]:
        return next((folder.relative_to(top).parts for top in self._tops if folder.is_relative_to(top)), ())
