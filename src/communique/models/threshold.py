"""Thresholds: from which size on something follows."""

from typing import Annotated

from pydantic import Field

from ..codelists import Comparator, Modality, ThresholdMetric
from .assertion import Assertion
from .base import Condition, Many, Maybe, Number
from .reference import Refers
from .scalars import Id, Line, LocalizedText
from .unknown import Unknown


class Threshold(Assertion):
    """A number in a rule: what lies above it, or below it, is treated in another way."""

    usual = (("about", "effect", "evidence"),)
    identity = ("about", "part", "metric", "label", "unit")
    conditions = (Condition("comparator", ("between",), requires=("upper",), otherwise_forbids=("upper",)),)

    about: Annotated[Maybe[Id], Refers("instrument")] = Field(
        None, description="The id of the instrument that sets it.", examples=["eu-ai-act"]
    )
    part: Maybe[Line] = Field(
        None,
        description="The part of the instrument that sets it, or the class that it bounds: tells two thresholds of one "
        "instrument apart.",
        examples=["Article 51(2)"],
    )
    metric: ThresholdMetric = Field(description="What is measured.", examples=["training_compute"])
    label: Maybe[Line] = Field(
        None, description="What is measured, where the code is `other`.", examples=["memory bandwidth"]
    )
    comparator: Comparator = Field(
        description="On which side of the number the effect begins; `exactly` if it begins at the number itself.",
        examples=["more_than"],
    )
    value: Number = Field(description="The number, without separators or units.", examples=[1.0e25])
    upper: Maybe[Number] = Field(
        None, description="The upper end, when the comparator is `between`.", examples=[1.0e26]
    )
    unit: Line = Field(
        description="The unit; for money the ISO 4217 code. The usual units are in `communique codes unit`.",
        examples=["FLOP"],
    )
    effect: Maybe[LocalizedText] = Field(
        None,
        description="What follows for those on that side, in our own words.",
        examples=[{"en": "The model counts as one with systemic risk."}],
    )
    modality: Maybe[Modality] = Field(
        None, description="How firmly it is put, if it is not simply stated as a fact.", examples=["planned"]
    )
    as_stated: Maybe[Line] = Field(None, description="The source's own short wording.", examples=["greater than 10^25"])
    unknown: Many[Unknown] = Field(
        (),
        description="Fields that are knowingly left out.",
        examples=[[{"field": "effect", "reason": "not_seen"}]],
    )
