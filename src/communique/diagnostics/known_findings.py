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


def new_in(before: Iterable[Finding], after: Iterable[Finding]) -> list[Finding]:
    """The findings of a later check that an earlier one did not have.

    A finding is the same if file, rule, JSON Pointer and message are the same; its line may have moved.
    """
    return unknown(after, Counter(map(_identity, before)), _identity)


def _identity(finding: Finding) -> tuple[str, ...]:
    return finding.path, finding.code, finding.pointer, finding.message
