"""Puts an assertion into words: every field that could turn its meaning round, and how far it is to be trusted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from ..codelists import Comparator, Confidence, Modality, Rank, RelationBasis, RelationType, StatementNature
from ..corpus.corpus import Corpus
from ..corpus.corroboration import Corroboration, corroborate
from ..corpus.ranking import disputed
from ..models import (
    Assertion,
    Attribute,
    Date,
    Measure,
    OccasionDate,
    OtherName,
    Quantity,
    Relation,
    Role,
    Statement,
    main_text,
)
from .labels import code, listed, name, number, others, span, units, when, witnesses
from .page import Line

_BASES = {
    RelationBasis.STATED: "stated by the announcer",
    RelationBasis.REPORTED: "reported",
    RelationBasis.INFERRED: "inferred by the curator",
}
_RELATIONS = {RelationType.SAME_EVENT: "same event as", RelationType.PART_OF: "part of"}


A = TypeVar("A", bound=Assertion)


class Point(NamedTuple, Generic[A]):
    """An assertion of a list with who supports it and whether it is open to dispute there.

    ``again`` tells that another before it in the list gives the same moment by another clock.
    """

    assertion: A
    found: Corroboration
    disputed: bool
    again: bool = False


def points(assertions: Sequence[A], corpus: Corpus) -> list[Point[A]]:
    """Each of the assertions of one list as a point, those that are held to be wrong too."""
    found = corroborate(assertions, corpus.sources)
    told = zip(assertions, found, disputed(assertions), again(assertions), strict=True)
    return [Point(*each) for each in told]


def again(assertions: Sequence[Assertion]) -> Iterator[bool]:
    """For each, whether one before it that is not held to be wrong gives the same moment of the same matter."""
    seen: set[object] = set()
    for each in assertions:
        instant = each.value.instant if isinstance(each, Date | OccasionDate) else None
        moment = (each.matter, instant)
        right = instant is not None and each.rank is not Rank.DEPRECATED
        yield right and moment in seen
        if right:
            seen.add(moment)


def held(assertions: Sequence[A], corpus: Corpus) -> list[Point[A]]:
    """The points of one list that are not held to be wrong."""
    return [point for point in points(assertions, corpus) if point.assertion.rank is not Rank.DEPRECATED]


def apart(point: Point[A], measure: Measure | None) -> Point[A]:
    """The point as it is told apart from the measure to which it belongs: no firmer, and no more held to be so."""
    if not measure or not isinstance(point.assertion, Attribute):
        return point
    inherited: dict[str, object] = {}
    if not point.assertion.modality and measure.modality is not Modality.ASSERTED:
        inherited["modality"] = measure.modality
    if measure.rank is Rank.DEPRECATED:
        inherited["rank"] = measure.rank
    return point._replace(assertion=point.assertion.model_copy(update=inherited))


def line(point: Point[A], corpus: Corpus, dispute: str = "disputed", *, of: str = "", whose: str = "") -> str:
    """The point in words, with how many witnesses are for and against it."""
    said = say(point.assertion, corpus, dispute if point.disputed else "", of=of, whose=whose)
    return f"{said}{' (the same moment)' if point.again else ''} {witnesses(point.found)}"


def lines(
    point: Point[A], corpus: Corpus, label: str = "", dispute: str = "disputed", *, of: str = ""
) -> Iterator[Line]:
    """The point in words, and below it what the curator remarks on it and on its evidence."""
    yield Line(line(point, corpus, dispute, of=of), label)
    yield from remarks(point.assertion, corpus)


def remarks(assertion: Assertion, corpus: Corpus) -> Iterator[Line]:
    """The question that an assertion answers, its other fields, its note, and the notes on its evidence."""
    if assertion.question:
        yield Line(f"answers: {assertion.question}", depth=1)
    yield from (Line(each, depth=1) for each in others(assertion, corpus))
    if assertion.note:
        yield Line(f"note: {assertion.note}", depth=1)
    for piece in assertion.evidence:
        if piece.note:
            yield Line(f"note on {name(piece.source, corpus)}: {piece.note}", depth=1)
        yield from (Line(f"{name(piece.source, corpus)}: {each}", depth=1) for each in others(piece, corpus))


def say(assertion: Assertion, corpus: Corpus, dispute: str = "", *, of: str = "", whose: str = "") -> str:
    """What the assertion says. ``dispute`` is the mark of one that is open to dispute.

    ``of`` is the id of the thing on whose card it stands, which need not be named; ``whose`` are the words for the
    thing whose property or relation it is, where these stand apart from it.
    """
    particulars = _particulars(assertion, corpus, of) if isinstance(assertion, Statement) else ()
    return put(assertion, whose + _say(assertion, corpus, of)) + marks(assertion, dispute, *particulars)


def put(assertion: Assertion, said: str) -> str:
    """What is said, with how firmly it is put before everything else; nothing before what is put as a fact.

    >>> from communique.models import Statement
    >>> put(Statement(text={"en": "It is so."}, nature="context", modality="denied", speech_act="reports"), "It is so.")
    'denied (reports): It is so.'
    """
    modality = getattr(assertion, "modality", None)
    firm = "" if modality is Modality.ASSERTED else code(modality)
    act = code(assertion.speech_act) if isinstance(assertion, Statement) else ""
    before = f"{firm} ({act})" if firm and act else firm or act
    return f"{before}: {said}" if before else said


def marks(assertion: Assertion, dispute: str, *particulars: str) -> str:
    """In brackets: what else is to be said there, and how far the assertion is to be trusted."""
    found = [*particulars]
    if assertion.rank is Rank.DEPRECATED:
        found.append("held to be wrong")
    if assertion.confidence and not (dispute and assertion.confidence is Confidence.DISPUTED):
        found.append(code(assertion.confidence))
    if dispute:
        found.append(rivalled(assertion, dispute))
    return f" ({'; '.join(found)})" if found else ""


def rivalled(assertion: Assertion, dispute: str = "disputed") -> str:
    """The mark of a value with a rival. A preferred one is called disputed only if the curator calls it so."""
    if assertion.rank is not Rank.PREFERRED:
        return dispute
    if assertion.confidence is Confidence.DISPUTED:
        return f"preferred; {dispute}"
    return dispute.replace("disputed", "preferred")


def _say(assertion: Assertion, corpus: Corpus, of: str) -> str:
    match assertion:
        case Date():
            return _date(assertion, corpus)
        case OccasionDate():
            stated = f"stated as “{assertion.as_stated}”" if assertion.as_stated else ""
            return when(assertion.value) + listed(": ", assertion.part) + listed(", ", stated)
        case Role():
            return _role(assertion, corpus, of)
        case Measure():
            on = f"; on {when(assertion.date)}" if assertion.date else ""
            return f"{name(assertion.instrument, corpus)}: {stand(assertion, corpus)}{on}"
        case Attribute():
            return _attribute(assertion, corpus, of)
        case Quantity():
            return _quantity(assertion, corpus, of)
        case Statement():
            return main_text(assertion.text)
        case Relation():
            return _relation(assertion, corpus)
        case OtherName():
            return assertion.name + listed(", ", code(assertion.type), assertion.language)
    raise TypeError(f"there are no words for {type(assertion).__name__}")


def stand(measure: Measure, corpus: Corpus) -> str:
    """What is done to the instrument, where it stands after that, and who does it."""
    by = ", ".join(name(actor, corpus) for actor in measure.actors)
    said = f"{code(measure.action)}; then {code(measure.stage)}"
    return said + (f"; by {by}" if by else "")


def _particulars(statement: Statement, corpus: Corpus, of: str) -> Iterator[str]:
    """To whom and about what it is said, and when and where."""
    if statement.addressees:
        yield "to " + ", ".join(name(each, corpus) for each in statement.addressees)
    if statement.about and statement.about != of:
        yield f"about {name(statement.about, corpus)}"
    if statement.date:
        yield f"on {when(statement.date)}"
    if statement.occasion:
        yield f"at {name(statement.occasion, corpus)}"


def speaker(statement: Statement, corpus: Corpus) -> str:
    """Who says it, and on whose words it stands unless these are the speaker's own."""
    nature = code(statement.nature)
    if not statement.speaker:
        return nature
    said = name(statement.speaker, corpus)
    return said if statement.nature is StatementNature.ATTRIBUTED_STATEMENT else f"{said} ({nature})"


def spoken(assertion: Assertion, corpus: Corpus) -> str:
    """The speaker before a statement that stands among other things; nothing before any other assertion."""
    return f"{speaker(assertion, corpus)}: " if isinstance(assertion, Statement) else ""


def _date(date: Date, corpus: Corpus) -> str:
    scope = date.scope
    part = listed("for ", name(scope.instrument, corpus), scope.part, *others(scope, corpus)) if scope else ""
    stated = f"stated as “{date.as_stated}”" if date.as_stated else ""
    return f"{code(date.role)} {when(date.value)}" + listed(", ", part, stated)


def _role(role: Role, corpus: Corpus, of: str) -> str:
    behalf = f"for {name(role.on_behalf_of, corpus)}" if role.on_behalf_of and role.on_behalf_of != of else ""
    place = listed(", ", _at(role.occasion, corpus), f"in {role.part}" if role.part else "")
    capacity = main_text(role.capacity)
    if not of:
        return name(role.actor, corpus) + listed(", ", capacity, behalf) + f": {code(role.role)}{place}"
    through = "" if role.actor == of else f"through {name(role.actor, corpus)}"
    return code(role.role) + listed(", ", through, capacity, behalf) + place


def _attribute(attribute: Attribute, corpus: Corpus, of: str) -> str:
    called = f"{code(attribute.name)} ({attribute.label})" if attribute.label else code(attribute.name)
    said = f"{called}: {number(attribute.value, attribute.comparator)}"
    said += listed(" ", units(attribute.value, attribute.unit))
    return said + listed(", ", _exactness(attribute), _by(attribute.speaker, corpus, of))


def _quantity(quantity: Quantity, corpus: Corpus, of: str) -> str:
    said = f"{quantity.subject}: {number(quantity.value, quantity.comparator, quantity.upper)}"
    said += listed(" ", units(quantity.value, quantity.unit))
    return said + listed(
        ", ",
        _exactness(quantity),
        f"as of {when(quantity.as_of)}" if quantity.as_of else "",
        f"about {name(quantity.about, corpus)}" if quantity.about and quantity.about != of else "",
        _at(quantity.occasion, corpus),
        _by(quantity.speaker, corpus, of),
    )


def _by(speaker: str | None, corpus: Corpus, of: str) -> str:
    return f"says {name(speaker, corpus)}" if speaker and speaker != of else ""


def _exactness(given: Attribute | Quantity) -> str:
    """What the words for the number leave unsaid: that it is bare, or a comparator that does not fit the value."""
    upper = given.upper if isinstance(given, Quantity) else None
    unfit = isinstance(given.value, str) or (given.comparator is Comparator.BETWEEN and upper is None)
    return code(given.comparator) if unfit or given.comparator is Comparator.UNQUALIFIED else ""


def _relation(relation: Relation, corpus: Corpus) -> str:
    subject = f"{name(relation.subject, corpus)} " if relation.subject else ""
    verb = _RELATIONS.get(relation.type, code(relation.type))
    apart = f"{span(relation.interval)} between them" if relation.interval else ""
    stated = f"stated as “{relation.as_stated}”" if relation.as_stated else ""
    said = f"{subject}{verb} {name(relation.target, corpus)}"
    return said + listed(", ", _BASES[relation.basis], apart, stated)


def _at(occasion: str | None, corpus: Corpus) -> str:
    return f"at {name(occasion, corpus)}" if occasion else ""
