"""How large a record may be. Checked while reading, before anything is built from what is read."""

from __future__ import annotations

MAX_BYTES = 2_000_000
MAX_DEPTH = 64
MAX_NODES = 20_000
MAX_SCALAR = 200_000
MAX_KEY = 1_000
MAX_FINDINGS = 500


class LimitError(Exception):
    """A limit was passed; the message says which."""


def check_depth(depth: int) -> None:
    if depth > MAX_DEPTH:
        raise LimitError(f"nested more than {MAX_DEPTH} levels deep")


def check_nodes(count: int) -> None:
    if count > MAX_NODES:
        raise LimitError(f"more than {MAX_NODES:,} values in one file")


def check_key(key: str) -> None:
    if len(key) > MAX_KEY:
        raise LimitError(f"a key of {len(key):,} characters; {MAX_KEY:,} are allowed")


def check_scalar(text: str) -> None:
    if len(text) > MAX_SCALAR:
        raise LimitError(f"a text of {len(text):,} characters; {MAX_SCALAR:,} are allowed")
