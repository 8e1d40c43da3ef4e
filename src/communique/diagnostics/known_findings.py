"""Findings that are known from before, and those that are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from .finding import Finding

Key = TypeVar("Key", bound=Hashable)


def unknown(findings: Iterable[Finding], known: Counter[Key], key: Callable[[Finding], Key]) -> list[Finding]:
    """The findings that are more than there are of their key in ``known``, from which the others are taken out."""
    return [finding for finding in findings if not _take(known, key(finding))]


def _take(known: Counter[Key], key: Key) -> bool:
    if known[key] > 0:
        known[key] -= 1
        return True
    return False
