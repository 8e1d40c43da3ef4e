"""The announcement: the unit of the corpus."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ..codelists import AnnouncementType, RecordStatus, Topic
from .actor import Actor
from .base import Condition, Many, Maybe, Set, Some, SomeSet
from .citing import CitingRecord
from .coding import Coding
from .commitment import Commitment
from .date import Date
from .entity import Identifier, Place
from .instrument import Instrument
from .measure import Measure
from .money import Money
from .occasion import Occasion
from .outcome import Outcome
from .quantity import Quantity
from .reference import Refers
from .relation import Relation
from .role import Role
from .scalars import Id, LocalizedLine, LocalizedText, Url
from .source import Source
from .statement import Statement
from .threshold import Threshold
from .unknown import Unknown
from .vote import Vote

RETIRED = (RecordStatus.WITHDRAWN, RecordStatus.SUPERSEDED)
"""The statuses of records that no longer count."""


class Announcement(CitingRecord):
    """One public announcement about AI governance, with everything that a curator knows of it."""

    conditions: ClassVar[tuple[Condition, ...]] = (
        Condition("status", ("superseded",), requires=("replaced_by",)),
        Condition("status", ("draft", "reviewed"), forbids=("replaced_by",)),
    )

    kind: Literal["announcement"] = Field(description="The kind of record.", examples=["announcement"])
    title: LocalizedLine = Field(
        description="What was announced and by whom, in a line of our own.",
        examples=[{"en": "China proposes a world AI cooperation organisation"}],
    )
    summary: Maybe[LocalizedText] = Field(
        None,
        description="What was announced, in a few sentences of our own.",
        examples=[{"en": "The premier put forward a new organisation and offered to share know-how."}],
    )
    types: SomeSet[AnnouncementType] = Field(
        description="What kind of announcement it is, the main kind first.", examples=[["institution_proposal"]]
    )
    url: Maybe[Url] = Field(
        None,
        description="The announcer's own page with it.",
        examples=["https://example.org/news/1"],
    )
    identifiers: Many[Identifier] = Field(
        (),
        description="Identifiers of the text that was announced, in public registers; only those that were checked.",
        examples=[[{"scheme": "federal_register", "value": "90 FR 8741"}]],
    )
    status: RecordStatus = Field(description="How far the record itself has got.", examples=["draft"])
    replaced_by: Annotated[Maybe[Id], Refers("announcement")] = Field(
        None, description="The id of the record that took its place.", examples=["cn-waico-proposal-2025"]
    )
    dates: Some[Date] = Field(
        description="When it was announced, and the other days it names.",
        examples=[[{"role": "announced", "value": "2025-07-26"}]],
    )
    occasion: Annotated[Maybe[Id], Refers("occasion")] = Field(
        None, description="The id of the event at which it was made.", examples=["waic-2025"]
    )
    place: Maybe[Place] = Field(
        None,
        description="Where it was made, if the occasion does not say so.",
        examples=[{"city": "Washington", "country": "US"}],
    )
    roles: Many[Role] = Field(
        (),
        description="Who took which part.",
        examples=[[{"actor": "li-qiang", "role": "speaker"}]],
    )
    measures: Many[Measure] = Field(
        (),
        description="What is done to which instrument.",
        examples=[
            [
                {
                    "instrument": "world-ai-cooperation-organization",
                    "action": "establish",
                    "stage": "proposed",
                    "modality": "planned",
                }
            ]
        ],
    )
    statements: Many[Statement] = Field(
        (),
        description="What was said or is told, point by point.",
        examples=[[{"text": {"en": "Wants the seat in Shanghai."}, "nature": "attributed_statement", "speaker": "cn"}]],
    )
    quantities: Many[Quantity] = Field(
        (),
        description="The numbers that the sources give.",
        examples=[[{"subject": "exhibiting companies", "value": 800, "comparator": "more_than"}]],
    )
    money: Many[Money] = Field(
        (),
        description="The sums of money: who promises, pays or owes them.",
        examples=[[{"flow": "pledged", "amount": 500000000000, "comparator": "unqualified", "currency": "USD"}]],
    )
    votes: Many[Vote] = Field(
        (),
        description="How a body decided: by a vote, with its counts, or without one.",
        examples=[[{"about": "un-res-78-265", "method": "consensus"}]],
    )
    thresholds: Many[Threshold] = Field(
        (),
        description="From which size on something follows.",
        examples=[[{"metric": "training_compute", "comparator": "more_than", "value": 1.0e25, "unit": "FLOP"}]],
    )
    relations: Many[Relation] = Field(
        (),
        description="How it relates to other announcements and to instruments.",
        examples=[[{"type": "follows", "target": "us-ai-action-plan", "basis": "reported"}]],
    )
    commitments: Many[Commitment] = Field(
        (),
        description="What it promises, orders, asks or recommends to do, so that it can be followed.",
        examples=[
            [
                {
                    "id": "action-plan",
                    "kind": "obligation",
                    "by": ["us-administration"],
                    "text": {"en": "Write an action plan on AI."},
                    "due": {"within": "P180D", "after": {"date_role": "announced"}},
                }
            ]
        ],
    )
    outcomes: Many[Outcome] = Field(
        (),
        description="What came of commitments, its own or those of other announcements, as it is reported here.",
        examples=[[{"commitment": "us-eo-14179-2025#action-plan", "state": "met_late", "date": "2025-07-23"}]],
    )
    topics: Set[Topic] = Field((), description="What it is about.", examples=[["international_cooperation"]])
    unknown: Many[Unknown] = Field(
        (),
        description="What is knowingly left out of this record.",
        examples=[[{"field": "quantities", "reason": "not_stated"}]],
    )
    codings: Many[Coding] = Field(
        (),
        description="The same announcement in other projects' schemes.",
        examples=[[{"scheme": "plover", "code": "CONSULT", "coder": "communique curators"}]],
    )
    sources: Many[Source] = Field(
        (),
        description="Sources defined here.",
        examples=[[{"id": "example-news", "type": "news", "access": "full_text"}]],
    )
    actors: Many[Actor] = Field(
        (),
        description="Actors defined here.",
        examples=[[{"id": "li-qiang", "type": "person", "name": {"en": "Li Qiang"}}]],
    )
    instruments: Many[Instrument] = Field(
        (),
        description="Instruments defined here.",
        examples=[
            [{"id": "world-ai-cooperation-organization", "type": "international_organisation", "name": {"en": "WAICO"}}]
        ],
    )
    occasions: Many[Occasion] = Field(
        (), description="Occasions defined here.", examples=[[{"id": "waic-2025", "name": {"en": "WAIC 2025"}}]]
    )

    @property
    def is_retired(self) -> bool:
        """Whether the record no longer counts."""
        return self.status in RETIRED
