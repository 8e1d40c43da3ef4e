from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from .... import models
from ....codelists import AttributeName
from ....diagnostics.finding import Advice, Change
from ...quoting import quote
from ...rule import RecordRule, Violation
from ._unknown import with_unknown

if TYPE_CHECKING:
    from ....models import Model
    from ...subject import Subject


class UnknownNamesNoField(RecordRule):
    code = "CQ506"
    name = "unknown-names-no-field"
    reason = "Entries under `unknown` are counted by field; an entry with an unknown field name is not found."
    fix = "Use the name of a field of the same object; in a measure it may also be the name of an attribute."
    bad = "unknown:\n- {field: quantity, reason: not_stated}\n"
    good = "unknown:\n- {field: quantities, reason: not_stated}\n"
    needs = ("unknown",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, model, unknown in subject.once(with_unknown):
            known = _names(type(model))
            for index, each in enumerate(unknown):
                if each.field not in known:
                    message = f"unknown field {quote(each.field)}"
                    yield _advised(Violation((*pointer, "unknown", index, "field"), message), each.field, known)


@cache
def _names(model: type[Model]) -> Sequence[str]:
    """What may be unknown of such an object."""
    return (*model.field_order(), *(AttributeName if issubclass(model, models.Measure) else ()))


def _advised(found: Violation, name: str, known: Sequence[str]) -> Violation:
    from ....lexicon.field_synonyms import FIELD_WORDS
    from ....lexicon.spelling import did_you_mean, nearest, question, sure
    from ...structure.help.unknown_field import listed

    if name in tuple(AttributeName):
        return found._replace(help="this is the name of an attribute; move the entry to the measure")
    if match := nearest(name, known):
        advice = (Advice(Change.VALUE, match),)
        return found._replace(help=did_you_mean(name, known), replacement=sure(name, known), advice=advice)
    meant = FIELD_WORDS.get(name, ())
    if len(meant) == 1 and meant[0] in known:  # a name that may mean several fields is no help
        return found._replace(help=question(meant[0]), advice=(Advice(Change.VALUE, meant[0]),))
    return found._replace(help=listed(name, known, f"communique schema show {models.SCHEMA_VERSION}"))
