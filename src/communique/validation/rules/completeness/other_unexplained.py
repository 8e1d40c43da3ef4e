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
    reason = "The code `other` only says what something is not."
    fix = (
        "Say in words what it is: of an announcement in the `summary`, of an instrument in its `description`, of an "
        "attribute in its `label`, of a coding in its `note`; an identifier carries its scheme as a prefix, such as "
        "arXiv:2606.23860. The types of a draft are not looked at."
    )
    bad = "instruments:\n- {id: thing, type: other, name: {en: Thing}}\n"
    good = "instruments:\n- {id: thing, type: other, name: {en: Thing}, description: {en: A prize for papers.}}\n"

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, model in walk(entry.record):
            if found := _unexplained(model):
                field, wanted = found
                yield Violation(
                    (*pointer, field), "other does not say what it is", f"add {wanted} that says what it is"
                )


def _unexplained(model: Model) -> tuple[str, str] | None:
    """The field that holds the code, and which one is to explain it."""
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
