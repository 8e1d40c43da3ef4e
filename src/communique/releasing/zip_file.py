"""A zip file that has the same bytes whenever, wherever and by whomever it is made of the same files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfileobj
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from ..exporting.made_file import MadeFile

_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
_LATEST = datetime(2107, 12, 31, 23, 59, 58, tzinfo=UTC)
_UNIX, _READABLE = 3, 0o100644 << 16


def zipped(folder: Path, name: str, moment: datetime | None) -> Iterator[tuple[str, bytes]]:
    """The pieces of a zip file of this name with all files of the folder, in the order of their paths.

    They are at its top, where readers of Data Packages and RO-Crates look in a zip file. Each has ``moment``, in UTC,
    as its time; a zip file has times of the years 1980 to 2107 only. Nothing is compressed: the libraries that do it
    give other bytes from one version to the next.
    """
    time = min(max(moment or _EARLIEST, _EARLIEST), _LATEST)
    made = MadeFile(f"{name}.zip")
    try:
        with ZipFile(made.path, "w", ZIP_STORED) as zip_file:
            for path in _files(folder):
                info = ZipInfo(path, time.timetuple()[:6])
                info.create_system, info.external_attr = _UNIX, _READABLE
                info.file_size = (folder / path).stat().st_size
                with (folder / path).open("rb") as file, zip_file.open(info, "w") as entry:
                    copyfileobj(file, entry)
        yield from made.pieces()
    finally:
        made.close()


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
