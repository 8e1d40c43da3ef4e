"""The message authentication code of what is stored: nobody makes one who does not know the secret."""

from __future__ import annotations

import hashlib
import hmac
from enum import Enum

LENGTH = 16
"""Bytes."""


class Part(Enum):
    """What a MAC is for, so that the MAC of one part of a snapshot is never that of another."""

    INDEX = b"communiqueIndex"
    BLOCK = b"communiqueBlock"
    NAME = b"communiqueName"


def mac(secret: bytes, part: Part, content: bytes) -> str:
    """The MAC as hexadecimal digits."""
    return hashlib.blake2b(content, digest_size=LENGTH, key=secret, person=part.value).hexdigest()


def is_genuine(secret: bytes, part: Part, content: bytes, expected: str) -> bool:
    """Whether the content was written by somebody who knows the secret."""
    return hmac.compare_digest(mac(secret, part, content), expected)
