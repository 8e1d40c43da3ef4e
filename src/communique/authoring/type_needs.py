"""What an announcement of each type needs: who takes part, its days, what is done to an instrument, and what else."""

from __future__ import annotations

from typing import NamedTuple

from ..codelists import Action, ActorType, AnnouncementType, Bindingness, DateRole, InstrumentType, RoleType, Stage

Participant = tuple[RoleType, ActorType]


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
        ((RoleType.SPEAKER, ActorType.PERSON),), (DateRole.DELIVERED,), offers=("occasion", "statements", "occasions")
    ),
    AnnouncementType.PRESS_RELEASE: Needs(((RoleType.ANNOUNCER, ActorType.GOVERNMENT_BODY),)),
    AnnouncementType.DECLARATION: Needs(
        ((RoleType.SIGNATORY, ActorType.GOVERNMENT),),
        turn=Turn(Action.ADOPT, Stage.ADOPTED, InstrumentType.DECLARATION, Bindingness.NON_BINDING),
        offers=("occasion", "statements", "quantities", "occasions"),
    ),
    AnnouncementType.JOINT_STATEMENT: Needs(
        ((RoleType.ANNOUNCER, ActorType.GOVERNMENT), (RoleType.ANNOUNCER, ActorType.GOVERNMENT)),
        offers=("occasion", "statements", "commitments", "occasions"),
    ),
    AnnouncementType.ACTION_PLAN: Needs(
        ((RoleType.ISSUER, ActorType.GOVERNMENT),),
        turn=Turn(Action.PUBLISH, Stage.PUBLISHED, InstrumentType.ACTION_PLAN, Bindingness.NON_BINDING),
        offers=("statements", "quantities", "commitments"),
    ),
    AnnouncementType.STRATEGY: Needs(
        ((RoleType.ISSUER, ActorType.GOVERNMENT),),
        turn=Turn(Action.PUBLISH, Stage.PUBLISHED, InstrumentType.STRATEGY, Bindingness.NON_BINDING),
        offers=("statements", "quantities", "money", "commitments"),
    ),
    AnnouncementType.LEGISLATIVE_ACT: Needs(
        ((RoleType.ADOPTER, ActorType.GOVERNMENT_BODY),),
        (DateRole.ADOPTED,),
        Turn(Action.ADOPT, Stage.ADOPTED, InstrumentType.LAW, Bindingness.BINDING),
        ("votes", "thresholds", "relations", "commitments"),
    ),
    AnnouncementType.EXECUTIVE_ACT: Needs(
        (
            (RoleType.ISSUER, ActorType.GOVERNMENT),
            (RoleType.SIGNATORY, ActorType.PERSON),
            (RoleType.IMPLEMENTER, ActorType.GOVERNMENT_BODY),
        ),
        (DateRole.SIGNED,),
        Turn(Action.SIGN, Stage.IN_FORCE, InstrumentType.EXECUTIVE_ORDER, Bindingness.BINDING),
        ("thresholds", "relations", "commitments"),
    ),
    AnnouncementType.REGULATORY_GUIDANCE: Needs(
        ((RoleType.ISSUER, ActorType.GOVERNMENT_BODY),),
        (DateRole.PUBLISHED,),
        Turn(Action.PUBLISH, Stage.PUBLISHED, InstrumentType.GUIDANCE, Bindingness.NON_BINDING),
        ("statements", "relations"),
    ),
    AnnouncementType.CONSULTATION: Needs(
        ((RoleType.ISSUER, ActorType.GOVERNMENT_BODY), (RoleType.ADDRESSEE, ActorType.GROUP)),
        (DateRole.DEADLINE,),
        Turn(Action.PUBLISH, Stage.UNDER_CONSULTATION, InstrumentType.GUIDANCE, Bindingness.UNKNOWN),
        ("statements",),
    ),
    AnnouncementType.TREATY: Needs(
        (
            (RoleType.SIGNATORY, ActorType.GOVERNMENT),
            (RoleType.SIGNATORY, ActorType.GOVERNMENT),
            (RoleType.DEPOSITARY, ActorType.INTERGOVERNMENTAL),
        ),
        (DateRole.SIGNED,),
        Turn(Action.SIGN, Stage.SIGNED, InstrumentType.TREATY, Bindingness.CONDITIONALLY_BINDING),
        ("occasion", "quantities", "relations", "occasions"),
    ),
    AnnouncementType.RESOLUTION: Needs(
        ((RoleType.ADOPTER, ActorType.INTERGOVERNMENTAL), (RoleType.SPONSOR, ActorType.GOVERNMENT)),
        (DateRole.ADOPTED,),
        Turn(Action.ADOPT, Stage.ADOPTED, InstrumentType.RESOLUTION, Bindingness.NON_BINDING),
        ("statements", "votes", "relations"),
    ),
    AnnouncementType.INSTITUTION_PROPOSAL: Needs(
        ((RoleType.PROPOSER, ActorType.GOVERNMENT),),
        turn=Turn(Action.PROPOSE, Stage.PROPOSED, InstrumentType.INTERNATIONAL_ORGANISATION, Bindingness.UNKNOWN),
        offers=("occasion", "statements", "occasions"),
    ),
    AnnouncementType.INSTITUTION_FOUNDING: Needs(
        ((RoleType.FOUNDER, ActorType.GOVERNMENT),),
        turn=Turn(Action.ESTABLISH, Stage.IN_FORCE, InstrumentType.BODY, Bindingness.UNKNOWN),
        offers=("statements", "quantities", "money"),
    ),
    AnnouncementType.FUNDING: Needs(
        ((RoleType.FUNDER, ActorType.GOVERNMENT), (RoleType.BENEFICIARY, ActorType.GROUP)),
        turn=Turn(Action.FUND, Stage.ANNOUNCED, InstrumentType.FUND, Bindingness.UNKNOWN),
        offers=("money", "commitments"),
    ),
    AnnouncementType.STANDARD: Needs(
        ((RoleType.ISSUER, ActorType.CIVIL_SOCIETY),),
        (DateRole.PUBLISHED,),
        Turn(Action.PUBLISH, Stage.PUBLISHED, InstrumentType.STANDARD, Bindingness.VOLUNTARY),
        ("statements", "relations"),
    ),
    AnnouncementType.REPORT: Needs(
        ((RoleType.ISSUER, ActorType.GOVERNMENT_BODY), (RoleType.AUTHOR, ActorType.PERSON)),
        (DateRole.PUBLISHED,),
        Turn(Action.PUBLISH, Stage.PUBLISHED, InstrumentType.REPORT, Bindingness.NON_BINDING),
        ("statements", "quantities"),
    ),
    AnnouncementType.CORPORATE_COMMITMENT: Needs(
        ((RoleType.ANNOUNCER, ActorType.COMPANY),),
        turn=Turn(Action.JOIN, Stage.IN_FORCE, InstrumentType.COMMITMENT, Bindingness.VOLUNTARY),
        offers=("statements", "money", "commitments"),
    ),
    AnnouncementType.ENFORCEMENT: Needs(
        ((RoleType.ANNOUNCER, ActorType.GOVERNMENT_BODY), (RoleType.TARGET, ActorType.COMPANY)),
        turn=Turn(Action.ENFORCE, Stage.IN_FORCE, InstrumentType.LAW, Bindingness.BINDING),
        offers=("statements", "money", "commitments"),
    ),
    AnnouncementType.APPOINTMENT: Needs(
        ((RoleType.ANNOUNCER, ActorType.GOVERNMENT), (RoleType.MEMBER, ActorType.PERSON)),
        turn=Turn(Action.APPOINT, Stage.IN_FORCE, InstrumentType.BODY, Bindingness.UNKNOWN),
    ),
    AnnouncementType.MEETING: Needs(
        ((RoleType.HOST, ActorType.GOVERNMENT), (RoleType.PARTICIPANT, ActorType.GOVERNMENT)),
        offers=("occasion", "statements", "quantities", "occasions"),
    ),
    AnnouncementType.MEETING_OUTCOME: Needs(
        ((RoleType.CHAIR, ActorType.GOVERNMENT), (RoleType.PARTICIPANT, ActorType.GOVERNMENT)),
        offers=("occasion", "statements", "quantities", "commitments", "occasions"),
    ),
    AnnouncementType.LICENSING: Needs(
        ((RoleType.LICENSOR, ActorType.GOVERNMENT_BODY), (RoleType.LICENSEE, ActorType.COMPANY)),
        turn=Turn(Action.GRANT, Stage.IN_FORCE, InstrumentType.LICENCE, Bindingness.BINDING),
        offers=("statements", "money", "thresholds"),
    ),
    AnnouncementType.OTHER: Needs(((RoleType.ANNOUNCER, ActorType.GROUP),), offers=("summary", "statements")),
}
"""What each type needs. The curator looks at every line: a code that does not fit is replaced."""
