"""The files of a release: one folder, without folders in it, for an archive such as Zenodo and a release on GitHub."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from itertools import chain
from pathlib import Path

from ..exporting.format import Piece
from ..exporting.metadata.checksums import CHECKSUMS, checksums
from ..exporting.metadata.description import Description
from ..files.checksum import Digest
from ..lexicon.folding import folded_words
from ..models import Dataset
from .decision import Decision
from .delta import DELTA
from .edition import NEEDED, Staged
from .notes import NOTES, of_first_release, section
from .zip_file import zipped

RELEASE_FORMATS = (*NEEDED, "json", "parquet", "sqlite", "xlsx")
"""The formats of a release for which nobody chose others: the same on every machine."""

README = "README.md"
_COPIED = (README, "CITATION.cff", ".zenodo.json")
_WHOLE = "corpus.*"
"""A format with all data in one file."""

_CHUNK = 65_536
_LONGEST_NAME = 60


def contents(edition: Staged, decision: Decision | None, moment: datetime | None) -> Iterator[Piece]:
    """The pieces of all files: the zipped export, what people open without unpacking, the notes, the delta, checksums.

    ``decision`` is None for the first release. ``moment`` is the time of the files in the zip file, and the day of the
    release if the dataset record has none; without it, the time is that day.
    """
    about = Description.of(Dataset.model_validate(edition.dataset))
    day = about.day or (moment.date() if moment else None)
    name = f"{_file_name(about.title)}-{about.version}"
    whole = f"`{name}.zip` has everything."
    digests: dict[str, Digest] = {}
    for path, piece in chain(
        zipped(edition.path, name, moment or (datetime.combine(day, time(), UTC) if day else None)),
        _opened_directly(edition.path, whole),
        _about_changes(edition, decision, day, whole),
    ):
        digests.setdefault(path, Digest()).add(piece)
        yield path, piece
    # Hidden files are for repositories: no `FOLDER/*` uploads them, and GitHub would rename them.
    yield CHECKSUMS, checksums({path: digest for path, digest in digests.items() if not path.startswith(".")})


def _opened_directly(folder: Path, whole: str) -> Iterator[Piece]:
    """The files of the export that people or platforms use without the others."""
    for path in sorted({*(folder / each for each in _COPIED), *folder.glob(_WHOLE)}):
        if path.is_file():
            with path.open("rb") as file:
                while part := file.read(_CHUNK):
                    yield path.name, part
    yield README, f"\n## Where the files are\n\n{whole} Beside it are files that need no unpacking.\n".encode()


def _about_changes(edition: Staged, decision: Decision | None, day: date | None, whole: str) -> Iterator[Piece]:
    if decision is None:
        yield NOTES, section(edition.version, day, of_first_release(edition.inventory.things), whole).encode()
        return
    more = f"{whole} `{DELTA}` has each change in full."
    parts = (decision.notes.text(decision.old_version), decision.conversion, more)
    yield NOTES, section(edition.version, day, *parts).encode()
    yield DELTA, b""
    for lines in decision.lines.batches():
        yield DELTA, "".join(lines).encode()


def _file_name(title: str) -> str:
    """The title of a dataset as the name of a file.

    >>> _file_name("AI-governance announcements")
    'ai-governance-announcements'
    """
    words = [word for word in folded_words(title) if word.isascii()]
    return "-".join(words)[:_LONGEST_NAME].strip("-") or "dataset"
