from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import VoteChoice
from ....text.inflection import counted
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject


class CountBelowBallots(RecordRule):
    code = "CQ441"
    name = "count-below-ballots"
    reason = "A count cannot be lower than the number of ballots that are listed for the same choice."
    fix = "Check the count and the `ballots`. The list may be shorter than the count, because it may be incomplete."
    bad = (
        "votes:\n- {method: recorded, in_favour: 117, against: 1, ballots: "
        "[{actor: us, vote: against}, {actor: py, vote: against}]}\n"
        "actors:\n- {id: us, type: country, country: US, name: {en: United States}}\n"
        "- {id: py, type: country, country: PY, name: {en: Paraguay}}\n"
    )
    good = (
        "votes:\n- {method: recorded, in_favour: 117, against: 2, ballots: [{actor: us, vote: against}]}\n"
        "actors:\n- {id: us, type: country, country: US, name: {en: United States}}\n"
    )
    needs = ("votes",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, vote in subject.of(models.Vote):
            if vote.is_deprecated or not vote.ballots:
                continue
            listed = Counter(ballot.vote for ballot in vote.ballots)
            for choice in VoteChoice:
                count = getattr(vote, choice)
                if count is not None and count < listed[choice]:
                    message = f"{choice} is {count}, but the record lists {counted(listed[choice], 'ballot')} for it"
                    yield Violation((*pointer, str(choice)), message, "check the count and the ballots")
