"""What ``communique new ID --from NOTES`` does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from .exits import tell_internal_errors
from .notes import Notes, words_to_fill
from .options import settings_for
from .output import tell

_NOTHING = "No record was written"


def text_from(notes: Notes, id: str, path: Path) -> str:
    """The text of the record that belongs at the path; exits if something in the notes is not understood."""
    from ..api import additions
    from ..authoring.template import for_editors
    from ..noting.record import NOWHERE
    from ..noting.writing import written

    settings = settings_for(None)
    documents = additions.around(path.parent, settings)
    corpus = additions.whatever_is_sound(documents)
    found = notes.read(corpus, NOWHERE)
    content = written(found, id, for_editors(path))
    report = additions.inspect_added(documents, {path: content.encode("utf-8")}, settings)
    tell_internal_errors(report.internal_errors)
    notes.refuse(found, (replace(each, path=notes.path, line=1, column=1) for each in report.findings), _NOTHING)
    if left := words_to_fill(content.encode("utf-8"), path):
        tell(left)
    return content
