"""The local phase for one file on disk: read once, examined once, in whichever process."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..files.checksum import sha256
from ..reading import read_file
from ..reading.reader import read_bytes
from ..reading.record_files import content as file_content
from .examination import Examined, Reach, examine
from .summary import Summary

if TYPE_CHECKING:
    from ..corpus.corpus import Record


class File(NamedTuple):
    """A file to examine, by the ``path`` that is reported.

    ``name`` is the path within the corpus, whoever asks from wherever; ``folder`` is the one outside which no symlink
    may point. ``closely`` is true if findings are asked for, not only facts; ``for_next`` if a later run has to
    recognise the content.
    """

    path: str
    name: str
    folder: Path
    closely: bool
    for_next: bool = False


class FileExamined(NamedTuple):
    """What was found, the digest of the content, and what the system said of the file before it was read.

    The digest and the status are None if the file could not be read, the digest also if no later run needs it.
    ``made`` is what was made of the typed record.
    """

    examined: Examined
    digest: str | None = None
    status: os.stat_result | None = None
    made: Any = None


def examine_file(
    file: File, *, keep_record: bool = False, make: Callable[[Record, str], Any] | None = None
) -> FileExamined:
    """Read and examine one file. The typed record is kept only if asked for: it is large.

    ``make`` makes something of the typed record and the path of its file.
    """
    path = Path(file.path)
    try:
        status = path.stat()
        content = file_content(path, file.folder)
    except OSError:
        return FileExamined(examine(read_file(path, file.folder), closely=file.closely))
    examined = examine(read_bytes(content, file.path), closely=file.closely)
    made = make(examined.record, file.path) if make and examined.record else None
    kept = examined if keep_record else examined._replace(record=None)
    return FileExamined(kept, sha256(content) if file.for_next else None, status, made)


def lost(file: File, reason: str) -> FileExamined:
    """What remains of a file at which a process died. It may define any id."""
    summary = Summary(file.path, "", None, {}, is_loaded=False, is_unread=True)
    error = f"examining {file.path}: {reason}"
    return FileExamined(Examined(file.path, (), Reach.BROKEN, None, summary, internal_errors=(error,)))
