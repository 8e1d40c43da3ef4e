"""What befalls an export, in a process of its own: it is killed, or finds no room for what it writes."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Iterable, Iterator
from pathlib import Path
from unittest import mock

from communique.exporting import folder
from communique.files.checksum import Digest
from communique.files.file_tree import write_pieces


def killed_at(piece: int) -> None:
    """Let this process be killed when an export has made this piece, and has not written it."""

    def until(pieces: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
        for number, each in enumerate(pieces):
            if number == piece:
                os.kill(os.getpid(), signal.SIGKILL)
            yield each

    def write(to: Path, pieces: Iterable[tuple[str, bytes]]) -> dict[str, Digest]:
        return write_pieces(to, until(pieces))

    mock.patch.object(folder, "write_pieces", write).start()


def without_room(most: int) -> None:
    """Let no file have more bytes, as if the disk were full then."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
