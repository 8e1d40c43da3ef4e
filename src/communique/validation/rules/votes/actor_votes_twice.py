from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject


class ActorVotesTwice(RecordRule):
    code = "CQ442"
    name = "actor-votes-twice"
    reason = "In one vote an actor has one ballot; a second one is counted twice, or contradicts the first."
    fix = "Delete one of the two. If sources disagree, write two votes, each with its evidence."
    bad = (
        "votes:\n- {method: recorded, ballots: [{actor: us, vote: against}, {actor: us, vote: abstaining}]}\n"
        "actors:\n- {id: us, type: country, country: US, name: {en: United States}}\n"
    )
    good = (
        "votes:\n- {method: recorded, ballots: [{actor: us, vote: against}]}\n"
        "actors:\n- {id: us, type: country, country: US, name: {en: United States}}\n"
    )
    needs = ("votes",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, vote in subject.of(models.Vote):
            seen: dict[str, int] = {}
            for index, ballot in enumerate(vote.ballots):
                if (first := seen.setdefault(ballot.actor, index)) != index:
                    message = f"{ballot.actor} has a ballot already, at position {first + 1}"
                    help = "keep one of the two; if sources disagree, a second vote can have the other one"
                    yield Violation((*pointer, "ballots", index, "actor"), message, help)
