"""What an announcement of each type needs: who takes part, its days, what is done to an instrument, and what else."""

from __future__ import annotations

from typing import NamedTuple

from ..codelists import Action, ActorType, AnnouncementType, Bindingness, DateRole, InstrumentType, RoleType, Stage

Participant = tuple[RoleType, ActorType]

A, D, R, T, I, B, S = Action, DateRole, RoleType, ActorType, InstrumentType, Bindingness, Stage  # noqa: E741


class Turn(NamedTuple):
    """What is usually done to the instrument, and how far it has got after that."""

    action: Action
    stage: Stage
    instrument: InstrumentType
    bindingness: Bindingness


class Needs(NamedTuple):
    """The lines of an announcement of one type.

    ``roles`` are those who take part, each with the type of actor that it usually is. ``dates`` come beside the day of
    the announcement. ``turn`` is the measure with its instrument, if the type has one. ``offers`` are lists of the
    record that such an announcement often has; they are offered as optional lines.
    """

    roles: tuple[Participant, ...]
    dates: tuple[DateRole, ...] = ()
    turn: Turn | None = None
    offers: tuple[str, ...] = ("statements",)


NEEDS: dict[AnnouncementType, Needs] = {
    AnnouncementType.SPEECH: Needs(
        ((R.SPEAKER, T.PERSON),), (D.DELIVERED,), offers=("occasion", "statements", "occasions")
    ),
    AnnouncementType.PRESS_RELEASE: Needs(((R.ANNOUNCER, T.GOVERNMENT_BODY),)),
    AnnouncementType.DECLARATION: Needs(
        ((R.SIGNATORY, T.GOVERNMENT),),
        turn=Turn(A.ADOPT, S.ADOPTED, I.DECLARATION, B.NON_BINDING),
        offers=("occasion", "statements", "quantities", "occasions"),
    ),
    AnnouncementType.JOINT_STATEMENT: Needs(
        ((R.ANNOUNCER, T.GOVERNMENT), (R.ANNOUNCER, T.GOVERNMENT)),
        offers=("occasion", "statements", "commitments", "occasions"),
    ),
    AnnouncementType.ACTION_PLAN: Needs(
        ((R.ISSUER, T.GOVERNMENT),),
        turn=Turn(A.PUBLISH, S.PUBLISHED, I.ACTION_PLAN, B.NON_BINDING),
        offers=("statements", "quantities", "commitments"),
    ),
    AnnouncementType.STRATEGY: Needs(
        ((R.ISSUER, T.GOVERNMENT),),
        turn=Turn(A.PUBLISH, S.PUBLISHED, I.STRATEGY, B.NON_BINDING),
        offers=("statements", "quantities", "money", "commitments"),
    ),
    AnnouncementType.LEGISLATIVE_ACT: Needs(
        ((R.ADOPTER, T.GOVERNMENT_BODY),),
        (D.ADOPTED,),
        Turn(A.ADOPT, S.ADOPTED, I.LAW, B.BINDING),
        ("votes", "thresholds", "relations", "commitments"),
    ),
    AnnouncementType.EXECUTIVE_ACT: Needs(
        ((R.ISSUER, T.GOVERNMENT), (R.SIGNATORY, T.PERSON), (R.IMPLEMENTER, T.GOVERNMENT_BODY)),
        (D.SIGNED,),
        Turn(A.SIGN, S.IN_FORCE, I.EXECUTIVE_ORDER, B.BINDING),
        ("thresholds", "relations", "commitments"),
    ),
    AnnouncementType.REGULATORY_GUIDANCE: Needs(
        ((R.ISSUER, T.GOVERNMENT_BODY),),
        (D.PUBLISHED,),
        Turn(A.PUBLISH, S.PUBLISHED, I.GUIDANCE, B.NON_BINDING),
        ("statements", "relations"),
    ),
    AnnouncementType.CONSULTATION: Needs(
        ((R.ISSUER, T.GOVERNMENT_BODY), (R.ADDRESSEE, T.GROUP)),
        (D.DEADLINE,),
        Turn(A.PUBLISH, S.UNDER_CONSULTATION, I.GUIDANCE, B.UNKNOWN),
        ("statements",),
    ),
    AnnouncementType.TREATY: Needs(
        ((R.SIGNATORY, T.GOVERNMENT), (R.SIGNATORY, T.GOVERNMENT), (R.DEPOSITARY, T.INTERGOVERNMENTAL)),
        (D.SIGNED,),
        Turn(A.SIGN, S.SIGNED, I.TREATY, B.CONDITIONALLY_BINDING),
        ("occasion", "quantities", "relations", "occasions"),
    ),
    AnnouncementType.RESOLUTION: Needs(
        ((R.ADOPTER, T.INTERGOVERNMENTAL), (R.SPONSOR, T.GOVERNMENT)),
        (D.ADOPTED,),
        Turn(A.ADOPT, S.ADOPTED, I.RESOLUTION, B.NON_BINDING),
        ("statements", "votes", "relations"),
    ),
    AnnouncementType.INSTITUTION_PROPOSAL: Needs(
        ((R.PROPOSER, T.GOVERNMENT),),
        turn=Turn(A.PROPOSE, S.PROPOSED, I.INTERNATIONAL_ORGANISATION, B.UNKNOWN),
        offers=("occasion", "statements", "occasions"),
    ),
    AnnouncementType.INSTITUTION_FOUNDING: Needs(
        ((R.FOUNDER, T.GOVERNMENT),),
        turn=Turn(A.ESTABLISH, S.IN_FORCE, I.BODY, B.UNKNOWN),
        offers=("statements", "quantities", "money"),
    ),
    AnnouncementType.FUNDING: Needs(
        ((R.FUNDER, T.GOVERNMENT), (R.BENEFICIARY, T.GROUP)),
        turn=Turn(A.FUND, S.ANNOUNCED, I.FUND, B.UNKNOWN),
        offers=("money", "commitments"),
    ),
    AnnouncementType.STANDARD: Needs(
        ((R.ISSUER, T.CIVIL_SOCIETY),),
        (D.PUBLISHED,),
        Turn(A.PUBLISH, S.PUBLISHED, I.STANDARD, B.VOLUNTARY),
        ("statements", "relations"),
    ),
    AnnouncementType.REPORT: Needs(
        ((R.ISSUER, T.GOVERNMENT_BODY), (R.AUTHOR, T.PERSON)),
        (D.PUBLISHED,),
        Turn(A.PUBLISH, S.PUBLISHED, I.REPORT, B.NON_BINDING),
        ("statements", "quantities"),
    ),
    AnnouncementType.CORPORATE_COMMITMENT: Needs(
        ((R.ANNOUNCER, T.COMPANY),),
        turn=Turn(A.JOIN, S.IN_FORCE, I.COMMITMENT, B.VOLUNTARY),
        offers=("statements", "money", "commitments"),
    ),
    AnnouncementType.ENFORCEMENT: Needs(
        ((R.ANNOUNCER, T.GOVERNMENT_BODY), (R.TARGET, T.COMPANY)),
        turn=Turn(A.ENFORCE, S.IN_FORCE, I.LAW, B.BINDING),
        offers=("statements", "money", "commitments"),
    ),
    AnnouncementType.APPOINTMENT: Needs(
        ((R.ANNOUNCER, T.GOVERNMENT), (R.MEMBER, T.PERSON)),
        turn=Turn(A.APPOINT, S.IN_FORCE, I.BODY, B.UNKNOWN),
    ),
    AnnouncementType.MEETING: Needs(
        ((R.HOST, T.GOVERNMENT), (R.PARTICIPANT, T.GOVERNMENT)),
        offers=("occasion", "statements", "quantities", "occasions"),
    ),
    AnnouncementType.MEETING_OUTCOME: Needs(
        ((R.CHAIR, T.GOVERNMENT), (R.PARTICIPANT, T.GOVERNMENT)),
        offers=("occasion", "statements", "quantities", "commitments", "occasions"),
    ),
    AnnouncementType.LICENSING: Needs(
        ((R.LICENSOR, T.GOVERNMENT_BODY), (R.LICENSEE, T.COMPANY)),
        turn=Turn(A.GRANT, S.IN_FORCE, I.LICENCE, B.BINDING),
        offers=("statements", "money", "thresholds"),
    ),
    AnnouncementType.OTHER: Needs(((R.ANNOUNCER, T.GROUP),), offers=("summary", "statements")),
}
"""What each type needs. The curator looks at every line: a code that does not fit is replaced."""
