"""The checksum that identifies contents."""

from __future__ import annotations

from typing import Self


def sha256(content: bytes) -> str:
    """The SHA-256 of the content, as 64 hexadecimal digits.

    >>> sha256(b"")[:12]
    'e3b0c44298fc'
    """
    return Digest.of(content).sha256


class Digest:
    """The size in bytes and the SHA-256 of content that comes piece by piece."""

    def __init__(self) -> None:
        import hashlib  # OpenSSL takes long to load

        self.size, self._hash = 0, hashlib.sha256()

    @classmethod
    def of(cls, content: bytes) -> Self:
        """Those of the whole content."""
        digest = cls()
        digest.add(content)
        return digest

    def add(self, piece: bytes) -> None:
        """The next part of the content."""
        self.size += len(piece)
        self._hash.update(piece)

    @property
    def sha256(self) -> str:
        """The checksum of what was added, as `sha256` gives it."""
        return self._hash.hexdigest()
