"""An assertion as text: every field that could reverse its meaning, and its confidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from ..codelists import Modality, RelationBasis, RelationType
from ..corpus.conflicts import disputed
from ..corpus.corpus import Corpus
from ..corpus.corroboration import Corroboration, corroborate
from ..models import (
    Assertion,
    Attribute,
    Commitment,
    Date,
    Measure,
    Money,
    OccasionDate,
    OtherName,
    Outcome,
    Quantity,
    Relation,
    Role,
    Statement,
    Threshold,
    Vote,
    main_text,
)
from . import commitment_text
from .date_text import when
from .evidence_text import independent_sources
from .labels import code, duration, listed, name, names, others, unknown_field
from .page import Line
from .statement_text import speaker_prefix, statement_details
from .value_text import value_text

_BASES = {
    RelationBasis.STATED: "stated by the announcer",
    RelationBasis.REPORTED: "reported",
    RelationBasis.INFERRED: "inferred by the curator",
}
_RELATIONS = {RelationType.SAME_EVENT: "same event as", RelationType.PART_OF: "part of"}


A = TypeVar("A", bound=Assertion)


class Assessed(NamedTuple, Generic[A]):
    """An assertion of a list, with its corroboration and whether it is disputed in that list.

    ``repeated`` is true if an earlier assertion of the list gives the same moment in another time zone. ``compatible``
    are the assertions of the list that it names as true at the same time.
    """

    assertion: A
    corroboration: Corroboration
    disputed: bool
    repeated: bool = False
    compatible: tuple[Assertion, ...] = ()


def assess(assertions: Sequence[A], corpus: Corpus) -> list[Assessed[A]]:
    """Each assertion of one list with its corroboration, including deprecated ones."""
    found = corroborate(assertions, corpus.sources)
    by_id = {each.id: each for each in assertions if each.id}
    compatible = [tuple(by_id[id] for id in each.compatible_with if id in by_id) for each in assertions]
    fields = zip(assertions, found, disputed(assertions), repeats(assertions), compatible, strict=True)
    return [Assessed(*each) for each in fields]


def repeats(assertions: Sequence[Assertion]) -> Iterator[bool]:
    """For each assertion, whether an earlier one that is not deprecated gives the same moment of the same matter."""
    seen: set[object] = set()
    for each in assertions:
        instant = each.value.instant if isinstance(each, Date | OccasionDate) else None
        moment = (each.matter, instant)
        counts = instant is not None and not each.is_deprecated
        yield counts and moment in seen
        if counts:
            seen.add(moment)


def not_deprecated(assertions: Sequence[A], corpus: Corpus) -> list[Assessed[A]]:
    """The assertions of one list that are not deprecated."""
    return [item for item in assess(assertions, corpus) if not item.assertion.is_deprecated]


def with_inherited(item: Assessed[A], measure: Measure | None) -> Assessed[A]:
    """A property with the modality and the deprecation of its measure, to be shown apart from the measure."""
    if not measure or not isinstance(item.assertion, Attribute):
        return item
    inherited: dict[str, object] = {}
    if not item.assertion.modality and measure.modality is not Modality.ASSERTED:
        inherited["modality"] = measure.modality
    if measure.is_deprecated:
        inherited["rank"] = measure.rank
    return item._replace(assertion=item.assertion.model_copy(update=inherited))


def line(item: Assessed[A], corpus: Corpus, dispute: str = "disputed", *, card_id: str = "", prefix: str = "") -> str:
    """The assertion as text, with the number of independent sources for and against it."""
    text = in_words(item.assertion, corpus, dispute if item.disputed else "", card_id=card_id, prefix=prefix)
    same = " (the same moment)" if item.repeated else ""
    return f"{text}{same} {independent_sources(item.corroboration, item.assertion)}"


def lines(
    item: Assessed[A], corpus: Corpus, label: str = "", dispute: str = "disputed", *, card_id: str = ""
) -> Iterator[Line]:
    """The assertion as text, followed by its notes and the notes on its evidence."""
    yield Line(line(item, corpus, dispute, card_id=card_id), label)
    yield from remarks(item, corpus)


def remarks(item: Assessed[A], corpus: Corpus) -> Iterator[Line]:
    """The question that it answers, with what it is compatible, other fields, what is unknown, and all notes."""
    assertion = item.assertion
    if assertion.question:
        yield Line(f"answers: {assertion.question}", depth=1)
    for other in item.compatible:
        value = with_modality(other, _content(other, corpus, "")) + marks(other, "")
        yield Line(f"can be true together with: {speaker_prefix(other, corpus)}{value}", depth=1)
    yield from (Line(each, depth=1) for each in others(assertion, corpus))
    if unknown := getattr(assertion, "unknown", ()):
        yield Line(f"unknown: {'; '.join(map(unknown_field, unknown))}", depth=1)
    if assertion.note:
        yield Line(f"note: {assertion.note}", depth=1)
    for piece in assertion.evidence:
        if piece.note:
            yield Line(f"note on {name(piece.source_id, corpus)}: {piece.note}", depth=1)
        yield from (Line(f"{name(piece.source_id, corpus)}: {each}", depth=1) for each in others(piece, corpus))


def in_words(assertion: Assertion, corpus: Corpus, dispute: str = "", *, card_id: str = "", prefix: str = "") -> str:
    """The assertion as text. ``dispute`` is the mark of a disputed assertion.

    ``card_id`` is the id of the thing that the card is about; the text does not name it again. ``prefix`` names the
    owner of a property or a relation that is shown apart from its owner.
    """
    details: Iterable[str] = ()
    if isinstance(assertion, Statement):
        details = statement_details(assertion, corpus, card_id)
    elif isinstance(assertion, Commitment):
        details = commitment_text.details(assertion, corpus, card_id)
    return with_modality(assertion, prefix + _content(assertion, corpus, card_id)) + marks(assertion, dispute, *details)


def with_modality(assertion: Assertion, text: str) -> str:
    """The text after the modality of the assertion; the text alone if it is asserted as a fact.

    >>> from communique.models import Statement
    >>> it = Statement(text={"en": "It is so."}, nature="context", modality="denied", speech_act="reports")
    >>> with_modality(it, "It is so.")
    'denied (reports): It is so.'
    """
    modality = getattr(assertion, "modality", None)
    modality_text = "" if modality is Modality.ASSERTED else code(modality)
    act = code(assertion.speech_act) if isinstance(assertion, Statement) else ""
    before = f"{modality_text} ({act})" if modality_text and act else modality_text or act
    return f"{before}: {text}" if before else text


def marks(assertion: Assertion, dispute: str, *details: str) -> str:
    """In brackets: details, deprecation, confidence and dispute."""
    found = [*details]
    if assertion.is_deprecated:
        found.append("deprecated")
    if assertion.confidence and not (dispute and assertion.is_called_disputed):
        found.append(code(assertion.confidence))
    if dispute:
        found.append(dispute_mark(assertion, dispute))
    return f" ({'; '.join(found)})" if found else ""


def dispute_mark(assertion: Assertion, dispute: str = "disputed") -> str:
    """The mark of a value in a conflict. A preferred value is marked as disputed only if its confidence is disputed."""
    if not assertion.is_preferred:
        return dispute
    if assertion.is_called_disputed:
        return f"preferred; {dispute}"
    return dispute.replace("disputed", "preferred")


def _content(assertion: Assertion, corpus: Corpus, card_id: str) -> str:
    match assertion:
        case Date() | OccasionDate():
            return _date(assertion, corpus)
        case Role():
            return _role(assertion, corpus, card_id)
        case Measure():
            on = f"; {when(assertion.date, 'on')}" if assertion.date else ""
            return f"{name(assertion.instrument, corpus)}: {action_and_stage(assertion, corpus)}{on}"
        case Attribute() | Quantity() | Money() | Vote() | Threshold():
            return value_text(assertion, corpus, card_id)
        case Statement():
            return main_text(assertion.text)
        case Relation():
            return _relation(assertion, corpus)
        case Commitment() | Outcome():
            return commitment_text.content(assertion, corpus)
        case OtherName():
            return assertion.name + listed(", ", code(assertion.type), assertion.language)
    raise TypeError(f"cannot show an assertion of type {type(assertion).__name__}")


def action_and_stage(measure: Measure, corpus: Corpus) -> str:
    """The action, the stage after it, and the actors."""
    by = names(measure.actors, corpus)
    text = f"{code(measure.action)}; then {code(measure.stage)}"
    return text + (f"; by {by}" if by else "")


def _date(date: Date | OccasionDate, corpus: Corpus) -> str:
    stated = f"stated as “{date.as_stated}”" if date.as_stated else ""
    if isinstance(date, OccasionDate):
        return when(date.value, up_to="until") + listed(": ", date.part) + listed(", ", stated)
    scope = date.scope
    part = listed("for ", name(scope.instrument, corpus), scope.part, *others(scope, corpus)) if scope else ""
    by = listed("by ", names(date.actors, corpus))
    local = f" in {date.time_zone}" if date.time_zone else ""
    return f"{code(date.role)} {when(date.value)}{local}" + listed(", ", part, by, stated)


def _role(role: Role, corpus: Corpus, card_id: str) -> str:
    behalf = f"for {name(role.on_behalf_of, corpus)}" if role.on_behalf_of and role.on_behalf_of != card_id else ""
    place = listed(", ", _at(role.occasion, corpus), f"in {role.part}" if role.part else "")
    capacity = main_text(role.capacity)
    if not card_id:
        return name(role.actor, corpus) + listed(", ", capacity, behalf) + f": {code(role.role)}{place}"
    through = "" if role.actor == card_id else f"through {name(role.actor, corpus)}"
    return code(role.role) + listed(", ", through, capacity, behalf) + place


def _relation(relation: Relation, corpus: Corpus) -> str:
    subject = f"{name(relation.subject, corpus)} " if relation.subject else ""
    verb = _RELATIONS.get(relation.type, code(relation.type))
    distance = f"{duration(relation.interval)} between them" if relation.interval else ""
    stated = f"stated as “{relation.as_stated}”" if relation.as_stated else ""
    text = f"{subject}{verb} {name(relation.target, corpus)}"
    return text + listed(", ", _BASES[relation.basis], distance, stated)


def _at(occasion: str | None, corpus: Corpus) -> str:
    return f"at {name(occasion, corpus)}" if occasion else ""
