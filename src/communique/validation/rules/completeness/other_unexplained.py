from __future__ import annotations

from collections.abc import Iterator

from ....codelists import AnnouncementType, AttributeName, CodingScheme, IdentifierScheme, InstrumentType, RecordStatus
from ....corpus.corpus import Entry
from ....diagnostics.finding import Severity
from ....models import Announcement, Attribute, Coding, Identifier, Instrument, Model, walk
from ...rule import Context, RecordRule, Violation


class OtherUnexplained(RecordRule):
    code = "CQ510"
    name = "other-unexplained"
    severity = Severity.WARNING
    reason = "The code `other` does not say what something is."
    fix = (
        "Explain in words what it is: for an announcement in the `summary`, for an instrument in its `description`, "
        "for an attribute in its `label`, for a coding in its `note`; for an identifier, put the scheme before it, "
        "such as arXiv:2606.23860. The types of a draft are not checked."
    )
    bad = "instruments:\n- {id: thing, type: other, name: {en: Thing}}\n"
    good = "instruments:\n- {id: thing, type: other, name: {en: Thing}, description: {en: A prize for papers.}}\n"

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, model in walk(entry.record):
            if found := _unexplained(model):
                field, wanted = found
                yield Violation(
                    (*pointer, field), "code 'other' without an explanation", f"add {wanted} that says what it is"
                )


def _unexplained(model: Model) -> tuple[str, str] | None:
    """The field that has the code, and the field that should explain it."""
    match model:
        case Announcement(status=RecordStatus.REVIEWED) if AnnouncementType.OTHER in model.types:
            return None if model.summary or model.note else ("types", "a summary")
        case Instrument(type=InstrumentType.OTHER):
            return None if model.description or model.note else ("type", "a description")
        case Attribute(name=AttributeName.OTHER):
            return None if model.label or model.note else ("name", "a label")
        case Coding(scheme=CodingScheme.OTHER):
            return None if model.note else ("scheme", "a note")
        case Identifier(scheme=IdentifierScheme.OTHER):
            return None if ":" in model.value else ("value", "a prefix, such as arXiv:,")
    return None
