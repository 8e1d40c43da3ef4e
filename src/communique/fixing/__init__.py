"""Mends what has one safe answer, by changing a stretch of the file and not one byte beside it."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import unified_diff

from ..edits import apply_to_file
from ..findings import Finding
from ..reading import Document, read_bytes
from ..reporting.escaping import escape
from .fixers import FIXERS, NEED_NO_WORD

__all__ = ["difference", "fixable", "fixed"]


def fixable(finding: Finding) -> bool:
    """Whether there is one safe answer, as far as the finding tells."""
    return finding.name in FIXERS and (finding.name in NEED_NO_WORD or bool(finding.replacement))


def fixed(content: bytes, findings: Iterable[Finding], path: str) -> bytes:
    """The file's content with these findings mended, as far as they can be; the same content if none can.

    A mend that would bring a new mistake is not made.
    """
    document = read_bytes(content, path)
    wanted = [finding for finding in findings if fixable(finding)]
    if not wanted or not document.text:
        return content
    edits = [edit for finding in wanted for edit in FIXERS[finding.name](document, finding)]
    mended = apply_to_file(content, edits)
    return mended if _is_no_worse(document, read_bytes(mended, path)) else content


def difference(before: bytes, after: bytes, path: str) -> str:
    """What was changed, as a unified diff that is safe to print."""
    old, new = before.decode("utf-8").split("\n"), after.decode("utf-8").split("\n")
    return "".join(f"{_printable(line)}\n" for line in unified_diff(old, new, path, path, lineterm=""))


def _printable(line: str) -> str:
    """The line whole, with its tabs, so that the difference can be applied."""
    return "\t".join(escape(part, 20 * len(part) + 1) for part in line.split("\t"))


def _is_no_worse(before: Document, after: Document) -> bool:
    known = {finding.code for finding in before.findings}
    # A file that could not be read to its end may have more to say once it can.
    return not before.complete or all(finding.code in known for finding in after.findings)
