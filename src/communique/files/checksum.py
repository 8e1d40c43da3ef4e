"""The checksum that identifies contents."""

from __future__ import annotations


def sha256(content: bytes) -> str:
    """The SHA-256 of the content, as 64 hexadecimal digits.

    >>> sha256(b"")[:12]
    'e3b0c44298fc'
    """
    import hashlib  # OpenSSL takes long to load

    return hashlib.sha256(content).hexdigest()
