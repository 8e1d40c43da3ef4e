"""Writes several files to a folder and its subfolders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from .checksum import Digest


def write_tree(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write each file to its path below the folder, and create missing folders. Other files are kept."""
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def write_pieces(folder: Path, pieces: Iterable[tuple[str, bytes]]) -> dict[str, Digest]:
    """Write files as their content comes, piece by piece, each with its path below the folder; returns their digests.

    The files are new.
    """
    digests: dict[str, Digest] = {}
    with ExitStack() as stack:
        files: dict[str, BinaryIO] = {}
        for name, piece in pieces:
            if name not in files:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                files[name] = stack.enter_context((folder / name).open("xb"))
                digests[name] = Digest()
            files[name].write(piece)
            digests[name].add(piece)
    return digests
