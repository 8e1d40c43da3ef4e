from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ....codelists import ActorType
from ....diagnostics.finding import Severity
from ...aspect import Aspect
from ...rule import CorpusRule, Violation
from ._commitments import COMMITTED, ENDED, commitment
from ._examples import record

if TYPE_CHECKING:
    from ...context import Context
    from ...subject import Subject
    from ...summary import Summary

_STATE = (ActorType.COUNTRY, ActorType.GOVERNMENT, ActorType.GOVERNMENT_BODY, ActorType.PERSON)
"""Actors that may act for the state whose country they have."""
_WITH_MEMBERS = (ActorType.GROUP, ActorType.INTERGOVERNMENTAL, ActorType.SUPRANATIONAL, ActorType.CONFERENCE)
_JAPAN = "- {id: jp, type: country, country: JP, name: {en: Japan}}\n"
_MOST = 20  # steps from a part to the whole


class _Belongs(NamedTuple):
    """The actor whose id is the key, and what it belongs to."""

    type: str
    country: str | None
    part_of: str | None
    members: tuple[str, ...]
    countries: tuple[str, ...]


def _belongs(subject: Subject) -> Iterator[tuple[str, _Belongs]]:
    for each in getattr(subject.record, "actors", ()):
        type = str.__str__(each.type)
        yield each.id, _Belongs(type, each.country, each.part_of, each.members, each.countries)


_BELONGS = Aspect("belongs", _Belongs, _belongs, definitions=True, needs=("actors",))


class OutcomeOfAnotherActor(CorpusRule):
    """Nothing is found if it is not known who belongs to those who have to keep the commitment."""

    code = "CQ810"
    name = "outcome-of-another-actor"
    severity = Severity.WARNING
    reason = "`by` names whose part of the commitment is meant; somebody who has no part in it cannot keep or break it."
    fix = (
        "Name an actor of the commitment's `by`, or a part or a member of one. If it is missing there, add it; who "
        "assesses the outcome is the `assessor`."
    )
    bad = record("action-plan, state: dropped, by: [jp]") + _JAPAN
    good = record("action-plan, state: dropped, by: [cn]") + _JAPAN
    aspects = (ENDED, COMMITTED, _BELONGS)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        for id, ended in own.of(ENDED):
            found = commitment(context, id) if ended.by and not ended.is_deprecated else None
            keepers = found.committed.by if found else ()
            for index, actor in enumerate(ended.by):
                if keepers and not context.once(_may_be_of, actor, keepers):
                    message = f"{actor} does not have to keep {id}, which is by {', '.join(keepers)}"
                    help = "name one of them, or a part or member of one; who assesses the outcome is the assessor"
                    yield Violation(("outcomes", ended.place, "by", index), message, help)


def _may_be_of(context: Context, actor: str, others: Sequence[str]) -> bool:
    """Whether the actor is one of the others, or belongs to one, as far as that is known."""
    who = context.first(_BELONGS, actor)
    return who is None or actor in others or any(_may_belong(actor, who, other, context) for other in others)


def _may_belong(actor: str, who: _Belongs, other: str, context: Context) -> bool:
    whole = context.first(_BELONGS, other)
    if whole is None or (whole.type in _WITH_MEMBERS and not whole.members and not whole.countries):
        return True
    if actor in whole.members or (who.country and who.country in whole.countries):
        return True
    if who.type in _STATE and whole.type in _STATE and who.country and who.country == whole.country:
        return True
    return other in _wholes(actor, context) or actor in _wholes(other, context)


def _wholes(actor: str, context: Context) -> list[str]:
    """The actors that this one is a part of, from the smallest on."""
    found: list[str] = []
    while len(found) < _MOST and (each := context.first(_BELONGS, actor)) and each.part_of:
        actor = each.part_of
        found.append(actor)
    return found
