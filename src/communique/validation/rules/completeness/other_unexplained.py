from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import AnnouncementType, AttributeName, CodingScheme, IdentifierScheme, InstrumentType, RecordStatus
from ....diagnostics.finding import Severity
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ....models import Model
    from ...subject import Subject


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
    needs = ("other",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, model in subject.of(*_kinds()):
            if found := _unexplained(model):
                field, wanted = found
                yield Violation(
                    (*pointer, field), "code 'other' without an explanation", f"add {wanted} that says what it is"
                )


def _kinds() -> tuple[type[Model], ...]:
    return models.Announcement, models.Instrument, models.Attribute, models.Coding, models.Identifier


def _unexplained(model: Model) -> tuple[str, str] | None:
    """The field that has the code, and the field that should explain it."""
    match model:
        case models.Announcement(status=RecordStatus.REVIEWED) if AnnouncementType.OTHER in model.types:
            return None if model.summary or model.note else ("types", "a summary")
        case models.Instrument(type=InstrumentType.OTHER):
            return None if model.description or model.note else ("type", "a description")
        case models.Attribute(name=AttributeName.OTHER):
            return None if model.label or model.note else ("name", "a label")
        case models.Coding(scheme=CodingScheme.OTHER):
            return None if model.note else ("scheme", "a note")
        case models.Identifier(scheme=IdentifierScheme.OTHER):
            return None if ":" in model.value else ("value", "a prefix, such as arXiv:,")
    return None
