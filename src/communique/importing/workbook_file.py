"""The file of a workbook, before it is opened: it may be anything, and may unpack to more than there is memory."""

from __future__ import annotations

import os
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from ..errors import reason
from ..lazy import lazy_pattern
from .limits import MAX_DIRECTORY, MAX_PART
from .reader import ImportFailedError
from .table_files import refuse_large

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How workbooks begin: those of today, and old or encrypted ones."""

_END, _END_BYTES, _LONGEST_COMMENT = b"PK\x05\x06", 22, 65_535
_LOCATOR_OF_ZIP64, _LOCATOR_BYTES = b"PK\x06\x07", 20
_SIZE_AT = slice(12, 16)
_CONTENT_TYPES = "[Content_Types].xml"
_MAIN = lazy_pattern(r"""<Override\s(?=[^<>]*main\+xml["'])[^<>]*PartName=["']/([^"'<>]+)["']""")
_PARSED_WHOLE = ("xl/styles.xml", "xl/theme/theme1.xml", "docProps/core.xml", "docProps/custom.xml")


def refuse_unfit(path: Path, most: int) -> None:
    """Refuse a file that is no workbook, or that unpacks to more bytes than ``most``. Nothing is unpacked for that.

    Raises:
        ImportFailedError: it is one of these, or cannot be read.
    """
    refuse_large(path)
    try:
        with path.open("rb") as file:
            _refuse_other(path, file)
            with ZipFile(file) as parts:
                sizes = {part.filename: part.file_size for part in parts.infolist()}
                if sum(part.file_size for part in parts.infolist()) > most:
                    raise ImportFailedError(f"{path} unpacks to more than {most:,} bytes")
                _refuse_large_parts(path, parts, sizes)
    except (BadZipFile, EOFError, OSError, RuntimeError, zlib.error) as error:
        why = reason(error) if isinstance(error, OSError) else str(error)
        raise ImportFailedError(f"{path} is damaged, or no Excel workbook: {why}") from error


def _refuse_large_parts(path: Path, parts: ZipFile, sizes: Mapping[str, int]) -> None:
    """Refuse a zip file without the parts of a workbook, and parts that would make too many objects."""
    found = parts.read(_CONTENT_TYPES).decode("latin-1") if sizes.get(_CONTENT_TYPES, MAX_PART) < MAX_PART else ""
    main = _MAIN.findall(found)
    if not main or "&" in found or "<!" in found:  # signs with which a name could be hidden
        raise ImportFailedError(f"{path} is a zip file, but no Excel workbook; save it as xlsx, or as CSV UTF-8")
    whole = {*_PARSED_WHOLE, *main, *(name for name in sizes if name.endswith(".rels"))}
    if large := [name for name in whole if sizes.get(name, 0) > MAX_PART]:
        raise ImportFailedError(f"{path} has a part that is too large: {large[0]}, more than {MAX_PART:,} bytes")


def _refuse_other(path: Path, file: BinaryIO) -> None:
    begin = file.read(len(OLE))
    if begin == OLE:
        help = "save it as xlsx, without a password"
        raise ImportFailedError(f"{path} is a workbook of an old program, or protected by a password; {help}")
    if not begin.startswith(ZIP):
        raise ImportFailedError(f"{path} is no Excel workbook, whatever its name says; is it a CSV file?")
    if _directory_bytes(file) > MAX_DIRECTORY:
        raise ImportFailedError(f"{path} has too many parts for a workbook")
    file.seek(0)


def _directory_bytes(file: BinaryIO) -> int:
    """The size of the list of the parts, which is read as a whole; too large if it is in the form for large files."""
    at_end = file.seek(0, os.SEEK_END)
    file.seek(max(0, at_end - _LONGEST_COMMENT - _END_BYTES - _LOCATOR_BYTES))
    tail = file.read()
    end = tail.rfind(_END)
    if end < 0:
        raise BadZipFile("it is cut off")
    is_large = tail[max(0, end - _LOCATOR_BYTES) : end].startswith(_LOCATOR_OF_ZIP64)
    return MAX_DIRECTORY + 1 if is_large else int.from_bytes(tail[end:][_SIZE_AT], "little")
