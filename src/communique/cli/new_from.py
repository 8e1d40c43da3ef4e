"""What ``communique new ID --from NOTES`` does."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..errors import CommuniqueError
from .exits import ERRORS_FOUND, fail, tell_internal_errors
from .new_findings import has_errors, tell_findings
from .options import settings_for
from .output import tell

if TYPE_CHECKING:
    from ..diagnostics.finding import Finding

_NOTHING = "No record was written"


class Notes(NamedTuple):
    """A file of notes, the language of its texts, and what the ids of new sources end with."""

    path: str
    language: str
    about: str


def text_from(notes: Notes, id: str, path: Path) -> str:
    """The text of the record that belongs at the path; exits if something in the notes is not understood."""
    from ..api import additions
    from ..authoring.template import for_editors
    from ..importing.csv_sheet import decoded
    from ..intake.scalars import is_language_tag
    from ..noting.record import noted
    from ..noting.writing import written

    if not is_language_tag(notes.language):
        fail(f"--language: {notes.language!r} is no language tag, such as en or zh-Hans")
    settings = settings_for(None)
    documents = additions.around(path.parent, settings)
    corpus = additions.whatever_is_sound(documents)
    try:
        text = decoded(Path(notes.path))
    except CommuniqueError as error:
        fail(f"{error}. {_NOTHING}")
    found = noted(text, notes.path, id, corpus, language=notes.language, ending=notes.about)
    _refuse(found.findings)
    content = written(found, for_editors(path))
    report = additions.inspect_added(documents, {path: content.encode("utf-8")}, settings)
    tell_internal_errors(report.internal_errors)
    _refuse([found.at_notes(each, notes.path) for each in report.findings if each.severity != "info"])
    for line in found.known:
        tell(line)
    return content


def _refuse(findings: Iterable[Finding]) -> None:
    """Report findings in the notes; exits if one is an error."""
    found = [*findings]
    tell_findings(found)
    if has_errors(found):
        tell(f"{_NOTHING}.")
        sys.exit(ERRORS_FOUND)
