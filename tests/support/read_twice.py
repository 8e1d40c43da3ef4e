"""A file that both readers read: the quick one must say what the careful one says, or nothing."""

from __future__ import annotations

from communique.reading import Document
from communique.reading.careful_reader import read_carefully
from communique.reading.reader import read_quickly


def read_twice(content: bytes, path: str) -> Document | None:
    """The document of the quick reader; None if it leaves the file to the careful reader."""
    quick = read_quickly(content, path)
    if quick is not None:
        careful = read_carefully(content, path)
        assert careful.complete and quick.complete
        assert careful.findings == quick.findings == ()
        assert careful.spoiled == quick.spoiled == frozenset()
        assert careful.internal_errors == quick.internal_errors == ()
        assert repr(careful.data) == repr(quick.data)  # unlike ==, it tells 1, 1.0 and True apart, and sees the order
        assert careful.text == quick.text
    return quick
