"""Text that can be written only when everything else is known."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile

_IN_MEMORY, _CHUNK = 1_000_000, 100_000


class HeldBack:
    """Lines of text: a few are in memory, many are in a temporary file."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="\n")  # noqa: SIM115 (see close)

    def add(self, text: str) -> None:
        """Add text, which ends with a line break."""
        self._file.write(text)

    def batches(self) -> Iterator[list[str]]:
        """All lines in their order, some at a time."""
        self._file.seek(0)
        while lines := self._file.readlines(_CHUNK):
            yield lines

    def close(self) -> None:
        """Remove the lines."""
        self._file.close()
