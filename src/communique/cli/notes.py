"""What the commands that read notes have in common: ``new --from`` and ``add notes``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
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

    def read(self, corpus: Corpus, to: Place, refuse: Callable[[Iterable[Finding]], None]) -> Noted:
        """What they say of the record at a place; exits if something in them is not understood."""
        from ..importing.csv_sheet import decoded
        from ..intake.scalars import is_language_tag
        from ..noting.record import noted

        if not is_language_tag(self.language):
            fail(f"--language: {self.language!r} is no language tag, such as en or zh-Hans")
        try:
            text = decoded(Path(self.path))
        except CommuniqueError as error:
            fail(str(error))
        found = noted(text, self.path, corpus, language=self.language, ending=self.about, to=to)
        refuse(found.findings)
        for line in found.known:
            tell(line)
        return found


def refuse_errors(findings: Iterable[Finding], nothing_done: str) -> None:
    """Report findings; exits if one is an error. ``nothing_done`` says what the command did not do."""
    found = [*findings]
    tell_findings(found)
    if has_errors(found):
        tell(f"{nothing_done}.")
        sys.exit(ERRORS_FOUND)
