"""What the commands that read notes have in common: ``new --from`` and ``add notes``."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..errors import CommuniqueError
from .exits import ERRORS_FOUND, fail
from .new_findings import has_errors, tell_findings
from .output import tell

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus
    from ..diagnostics.finding import Finding
    from ..noting.record import Noted, Place


class Notes(NamedTuple):
    """A file of notes, the language of its texts, and what the ids of new sources end with."""

    path: str
    language: str
    about: str

    def read(self, corpus: Corpus, to: Place) -> Noted:
        """What they say of the record at a place, and what is not understood."""
        from ..importing.csv_sheet import decoded
        from ..intake.scalars import is_language_tag
        from ..noting.record import noted

        if not is_language_tag(self.language):
            fail(f"--language: {self.language!r} is no language tag, such as en or zh-Hans")
        try:
            text = decoded(Path(self.path))
        except CommuniqueError as error:
            fail(str(error))
        return noted(text, self.path, corpus, language=self.language, ending=self.about, to=to)

    def refuse(self, found: Noted, report: Iterable[Finding], nothing_done: str) -> None:
        """Show what is not understood and what is wrong with the record; exits if there is an error.

        If there is none, it tells what the corpus defines already. ``report`` are the findings about the record.
        """
        head = [each for each in report if each.severity != "info" and found.is_certain(each)]
        placed = [found.at_notes(each, self.path) or each for each in head]
        every = sorted([*found.findings, *placed], key=lambda each: (each.path != self.path, each.line))
        refuse_errors(every, nothing_done)
        for line in found.known:
            tell(line)


def refuse_errors(findings: Iterable[Finding], nothing_done: str) -> None:
    """Report findings; exits if one is an error. ``nothing_done`` says what the command did not do."""
    found = [*findings]
    tell_findings(found)
    if has_errors(found):
        tell(f"{nothing_done}.")
        sys.exit(ERRORS_FOUND)


def words_to_fill(content: bytes, path: str | Path) -> str:
    """In words, what is left to do if evidence in the record has words of its sources; empty if none has."""
    from ..authoring.worded_evidence import worded
    from ..reading import read_bytes
    from ..text.inflection import counted

    count = sum(1 for _ in worded(read_bytes(content, str(path)).data))
    command = f"communique cite --fill {path} --sources FOLDER"
    return f"{counted(count, 'quote')} to be replaced by passages: {command}" if count else ""
