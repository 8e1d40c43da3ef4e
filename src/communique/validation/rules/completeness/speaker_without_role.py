from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import RoleType, SpeechAct, StatementNature
from ....diagnostics.finding import Severity
from ....lexicon.spelling import nearest
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ....models import Statement
    from ...subject import Subject

ROLES = {
    SpeechAct.CRITICISES: RoleType.CRITIC,
    SpeechAct.REJECTS: RoleType.CRITIC,
    SpeechAct.DENIES: RoleType.CRITIC,
    SpeechAct.ENDORSES: RoleType.SUPPORTER,
    SpeechAct.PROPOSES: RoleType.PROPOSER,
    SpeechAct.SIGNS: RoleType.SIGNATORY,
    SpeechAct.PERMITS: RoleType.LICENSOR,
    SpeechAct.ANNOUNCES: RoleType.ANNOUNCER,
    SpeechAct.COMMITS: RoleType.ANNOUNCER,
}
"""The role that somebody has who does this by saying something; for other acts it is `speaker`."""


class SpeakerWithoutRole(RecordRule):
    code = "CQ540"
    name = "speaker-without-role"
    severity = Severity.WARNING
    reason = (
        "Whoever looks for the announcements of an actor looks at roles; a speaker who has none is found in no list of "
        "speakers."
    )
    fix = (
        "Add the speaker to `roles`: `speaker` for somebody who speaks at the occasion, `critic` or `supporter` for "
        "somebody who comments on it, `announcer`, `proposer` or `issuer` for the one whose announcement it is. A role "
        "of somebody else on behalf of the speaker is enough. Inferences and deprecated statements are not checked."
    )
    bad = (
        "statements:\n- {nature: attributed_statement, speaker: jane, speech_act: criticises, text: {en: Too late.}}\n"
        "actors:\n- {id: jane, type: person, name: {en: Jane Doe}}\n"
    )
    good = bad + "roles:\n- {actor: jane, role: critic}\n"
    needs = ("speaker",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        if not isinstance(subject.record, models.Announcement):
            return
        roles = [role for role in subject.record.roles if not role.is_deprecated]
        known = {id for role in roles for id in (role.actor, role.on_behalf_of)}
        for index, statement in enumerate(subject.record.statements):
            if statement.speaker and statement.speaker not in known and _counts(statement):
                if nearest(statement.speaker, filter(None, known), are_ids=True):
                    continue  # the id in the role is probably misspelt, which is an error of its own
                known.add(statement.speaker)
                message = f"{statement.speaker} speaks here, but has no role in the announcement"
                yield Violation(
                    ("statements", index, "speaker"), message, f"give it a role, such as {_role(statement)}"
                )


def _counts(statement: Statement) -> bool:
    return not statement.is_deprecated and statement.nature is not StatementNature.INFERENCE


def _role(statement: Statement) -> RoleType:
    """The role that the statement shows: of the one who brings out a text, or of the one who says something."""
    if statement.nature is StatementNature.OFFICIAL_TEXT:
        return RoleType.ISSUER
    return ROLES.get(statement.speech_act, RoleType.SPEAKER) if statement.speech_act else RoleType.SPEAKER
