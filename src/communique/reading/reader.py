"""Reads a record file: from bytes to a document."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import reason
from ..files.paths import is_folder
from ..text.lines import START
from . import limits
from .document import Document
from .draft import Draft
from .quick_json import read_json_quickly
from .quick_yaml import read_yaml_quickly
from .record_files import FOLDER_HELP, is_json
from .record_files import content as file_content
from .rules import UnreadableFile
from .text_check import TextCheck

if TYPE_CHECKING:
    from .document import Places


def read_file(path: Path, root: Path | None = None) -> Document:
    """Read one record file; errors become findings. ``root`` is the folder outside which no symlink may point."""
    try:
        content = file_content(path, root or path.parent)
    except OSError as error:
        return _unreadable(path, reason(error))
    return read_bytes(content, str(path))


def _unreadable(path: Path, why: str) -> Document:
    document = Draft(str(path))
    what, help = ("folder", FOLDER_HELP) if is_folder(path) else ("file", "")
    document.add(UnreadableFile, f"cannot read the {what}: {why}", START, help=help)
    return document.document()


def read_bytes(content: bytes, path: str) -> Document:
    """Read a record from bytes: JSON if the path ends in .json, or if it has no known suffix and the text begins
    with a brace; else YAML."""
    document = Draft(path)
    with document.guard("reading"):
        if quickly_read := read_quickly(content, path):
            return quickly_read
        from .careful_reader import read_carefully

        return read_carefully(content, path)
    return document.document()


def read_quickly(content: bytes, path: str) -> Document | None:
    """The document of a clean file, which has no findings; None if only the careful reader can judge the file."""
    if len(content) > limits.MAX_BYTES:
        return None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if not text.endswith("\n"):
        text += "\n"
    written = text.replace("\r\n", "\n") if "\r" in text else text
    check = TextCheck(content, written)
    if not check.is_clean():
        return None
    data = read_json_quickly(written) if is_json(path, text) else read_yaml_quickly(written)
    if data is None or not check.holds(data):
        return None
    return Document(path, text, data, complete=True, find=partial(_places, text, path))


def _places(text: str, path: str) -> Places:
    from .careful_reader import find_places

    return find_places(text, path)
