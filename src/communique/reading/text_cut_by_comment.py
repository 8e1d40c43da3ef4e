"""Unquoted texts that end at a # that was probably meant as part of the text."""

from __future__ import annotations

import re
from typing import Any

import yaml

from ..diagnostics.finding import Advice, Change, Severity
from ..text.pointer import Pointer
from .builder import Builder
from .draft import Draft
from .parse_error import Cut
from .rules import CutText

_COMMENT = re.compile(r"[ \t]+(#[^\r\n]*)")
# In a comment, a space, a line of signs or the end of the line follows the #. Anything else may be part of the text.
_GLUED = re.compile(r"#+[^\s#*=~_.:!/-]")
_REAL_COMMENT = re.compile(r"[ \t]+#+([ \t].*|)$")


class CutTexts:
    """Watches the events of one file for texts that a comment cuts off.

    A cut is reported when the next event arrives. If none does, because the rest is not valid YAML, the cut is the
    reason.
    """

    def __init__(self, document: Draft) -> None:
        self._document = document
        self._brackets = 0
        self._pointer: Pointer = ()
        self.pending: Cut | None = None

    def watch(self, event: yaml.Event, builder: Builder) -> None:
        """Handle the next event, before the builder takes it."""
        self.note()
        if isinstance(event, yaml.CollectionStartEvent):
            self._brackets += bool(self._brackets or event.flow_style)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._brackets -= bool(self._brackets)
        elif isinstance(event, yaml.ScalarEvent) and event.implicit[0] and not event.style:
            self.pending = self._cut(event)
            if self.pending:
                self._pointer = builder.pointer

    def note(self) -> None:
        """Report the pending cut."""
        cut, self.pending = self.pending, None
        if cut and cut.is_glued:
            ends = "the value is empty" if cut.is_whole else "the text ends"
            message = f"{ends} before {cut.word}, which YAML reads as a comment"
            severity = Severity.ERROR if cut.is_whole else None
            self._document.add(CutText, message, cut.at, self._pointer, cut.help, severity=severity, advice=cut.advice)
            if cut.is_whole:
                self._document.spoiled.add(self._pointer)

    def _cut(self, event: Any) -> Cut | None:
        end: int = event.end_mark.index
        match = _COMMENT.match(self._document.text, end)
        if not match:
            return None
        at, word = self._document.lines.position(match.start(1)), match[1].split()[0].rstrip(",;.)]}")
        return Cut(at, word, *self._help(event.value, match), not event.value, bool(_GLUED.match(match[1])))

    def _help(self, text: str, match: re.Match[str]) -> tuple[str, tuple[Advice, ...]]:
        if self._brackets:  # the comment hides a closing bracket, and only the writer knows where it belongs
            return "put the text in quotes, or put a space after # if it is a comment", ()
        gap = match[0].removesuffix(match[1]) if text else ""
        whole = text + gap + _REAL_COMMENT.sub("", match[1]).rstrip()
        quoted = "'" + whole.replace("'", "''") + "'"
        help = f"write {quoted} if that is the whole text, or put a space after # if it is a comment"
        return help, (Advice(Change.VALUE, quoted),)
