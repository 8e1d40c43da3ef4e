from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import VoteChoice, VoteMethod
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ....models import Vote
    from ...subject import Subject

_NO_VOTE = (VoteMethod.CONSENSUS, VoteMethod.ACCLAMATION)
_NO_NAMES = (*_NO_VOTE, VoteMethod.VOICE, VoteMethod.SECRET_BALLOT)
_NO_COUNTS = (*_NO_VOTE, VoteMethod.VOICE)


class MethodWithoutCounts(RecordRule):
    code = "CQ443"
    name = "method-without-counts"
    reason = (
        "By consensus, acclamation or voice nobody counts, and in a secret ballot nobody knows who voted how; a count "
        "or a ballot shows that the method is wrong."
    )
    fix = "Check the `method`; `unknown` if the sources do not say. If nobody counted, delete the counts and ballots."
    bad = "votes:\n- {method: consensus, in_favour: 193}\n"
    good = "votes:\n- {method: consensus}\n- {method: recorded, part: the amendment, in_favour: 117, against: 2}\n"
    needs = ("votes",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, vote in subject.of(models.Vote):
            for field in _impossible(vote):
                message = f"{field} is given, although the method is {vote.method}"
                yield Violation((*pointer, field), message, f"check the method; if it is right, delete {field}")


def _impossible(vote: Vote) -> Iterator[str]:
    """The fields that are given although the method leaves none."""
    if vote.method in _NO_COUNTS:
        yield from (str(each) for each in VoteChoice if getattr(vote, each) is not None)
    if vote.method in _NO_NAMES and vote.ballots:
        yield "ballots"
