"""How large a record may be. Checked while reading, before any data is built."""

from __future__ import annotations

from ..errors import CommuniqueError
from ..text.characters import MAX_MARKS, crowded_marks

MAX_BYTES = 2_000_000
MAX_DEPTH = 64
MAX_NODES = 20_000
MAX_SCALAR = 200_000
MAX_KEY = 1_000
MAX_FINDINGS = 500
CROWDED = f"more than {MAX_MARKS} combining marks on one letter"
CROWDED_HELP = "delete the extra marks"


class LimitError(CommuniqueError):
    """A limit was exceeded; the message says which, and ``help`` what to do."""

    def __init__(self, message: str, help: str = "split the record, or move parts of it to another record") -> None:
        super().__init__(message)
        self.help = help


def check_depth(depth: int) -> None:
    if depth > MAX_DEPTH:
        raise LimitError(f"nested more than {MAX_DEPTH} levels deep")


def check_nodes(count: int) -> None:
    if count > MAX_NODES:
        raise LimitError(f"more than {MAX_NODES:,} values in one file")


def check_key(key: str) -> None:
    if len(key) > MAX_KEY:
        raise LimitError(f"key is too long: {len(key):,} characters, at most {MAX_KEY:,} are allowed")
    check_marks(key)


def check_scalar(text: str) -> None:
    if len(text) > MAX_SCALAR:
        raise LimitError(f"text is too long: {len(text):,} characters, at most {MAX_SCALAR:,} are allowed")
    check_marks(text)


def check_marks(text: str) -> None:
    if crowded_marks(text) is not None:
        raise LimitError(CROWDED, CROWDED_HELP)
