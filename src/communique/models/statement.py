"""Statements: one point each, in our own words."""

from typing import Annotated

from pydantic import Field

from ..codelists import Modality, SpeechAct, StatementForm, StatementNature, Topic
from .assertion import Assertion
from .base import Many, Maybe, Set
from .reference import Refers
from .scalars import EdtfDate, Id, Line, LocalizedText
from .unknown import Unknown


class Statement(Assertion):
    """One point: a fact, something said, what an official text says, a conclusion, or background."""

    usual = (("id", "evidence"),)

    text: LocalizedText = Field(
        description="The point in our own words, by language.",
        examples=[{"en": "Asks for common rules, since those in place differ from country to country."}],
    )
    nature: StatementNature = Field(description="Whose words it stands on.", examples=["attributed_statement"])
    speaker: Annotated[Maybe[Id], Refers("actor")] = Field(
        None,
        description="The id of the actor who says it; for an inference, of the one who draws it.",
        examples=["li-qiang"],
    )
    speech_act: Maybe[SpeechAct] = Field(
        None, description="What the speaker does by saying it.", examples=["calls_for"]
    )
    form: Maybe[StatementForm] = Field(
        None, description="In which form the words of the speaker reached us.", examples=["quote"]
    )
    hedge: Maybe[Line] = Field(
        None,
        description="The source's own words by which it takes less than full responsibility for it.",
        examples=["appears to"],
    )
    modality: Maybe[Modality] = Field(None, description="How firmly it is put.", examples=["asserted"])
    date: Maybe[EdtfDate] = Field(
        None, description="When it was said, if not on the day of the announcement.", examples=["2025-01-14"]
    )
    addressees: Annotated[Set[Id], Refers("actor")] = Field(
        (), description="The ids of the actors to whom it is said or who are asked to act.", examples=[["global-south"]]
    )
    about: Annotated[Maybe[Id], Refers("instrument")] = Field(
        None, description="The id of the instrument that it is about.", examples=["world-ai-cooperation-organization"]
    )
    occasion: Annotated[Maybe[Id], Refers("occasion")] = Field(
        None,
        description="The id of the session, if not the announcement's occasion.",
        examples=["waic-2025-vice-minister-session"],
    )
    topics: Set[Topic] = Field((), description="What it is about.", examples=[["governance"]])
    unknown: Many[Unknown] = Field(
        (),
        description="Fields that are knowingly left out.",
        examples=[[{"field": "date", "reason": "not_stated"}]],
    )
