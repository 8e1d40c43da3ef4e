"""Money: sums that are promised, paid, owed or forfeited."""

from typing import Annotated

from pydantic import Field

from ..codelists import AmountRule, Comparator, Modality, MoneyFlow, PayerKind
from .assertion import Assertion
from .base import Condition, Many, Maybe, Model, Number, NumberFromZero
from .reference import Refers
from .scalars import CurrencyCode, Duration, EdtfDate, Id, Line
from .unknown import Unknown


class Share(Model):
    """A part of something that is counted in money, such as 7 percent of the turnover of a year."""

    percent: NumberFromZero = Field(
        description="The part in percent, without the sign: 7 for 7 percent, and 0.07 for 0.07 percent.", examples=[7]
    )
    of: Line = Field(
        description="What it is a part of, in English.", examples=["worldwide turnover of the year before"]
    )


class Money(Assertion):
    """A sum of money, a share of one, or both with a rule that says which of the two counts."""

    usual = (("subject", "amount", "currency", "evidence"),)
    identity = (
        "about",
        "subject",
        "flow",
        "currency",
        "payer",
        "payee",
        "payer_kind",
        "period",
        "duration",
    )
    conditions = (
        Condition("rule", requires=("amount", "share")),
        Condition("amount", requires=("currency",), otherwise_requires=("share",), otherwise_forbids=("currency",)),
        Condition("comparator", ("between",), requires=("upper",), otherwise_forbids=("upper",)),
    )

    flow: MoneyFlow = Field(
        description="How far the money has got, or what it is paid for: a promise is no payment.", examples=["pledged"]
    )
    amount: Maybe[Number] = Field(
        None, description="The sum, written in full, without separators.", examples=[500000000000]
    )
    upper: Maybe[Number] = Field(
        None,
        description="The upper end, when the comparator is `between`: of the amount, or of the share if there is no "
        "amount.",
        examples=[600000000000],
    )
    comparator: Comparator = Field(
        description="How the number relates to the true one, as far as the source says.", examples=["at_most"]
    )
    currency: Maybe[CurrencyCode] = Field(None, description="The currency, by ISO 4217.", examples=["USD"])
    share: Maybe[Share] = Field(
        None,
        description="The share of something, if no sum is named or beside one.",
        examples=[{"percent": 7, "of": "worldwide turnover"}],
    )
    rule: Maybe[AmountRule] = Field(
        None,
        description="Which of the two counts, where an amount and a share are both given.",
        examples=["greater_of"],
    )
    subject: Maybe[Line] = Field(
        None, description="What the money is for, in English.", examples=["data centres in the United States"]
    )
    about: Annotated[Maybe[Id], Refers("instrument")] = Field(
        None, description="The id of the instrument that the money belongs to.", examples=["eu-investai"]
    )
    payer: Annotated[Maybe[Id], Refers("actor")] = Field(
        None, description="The id of the actor who pays or is to pay.", examples=["openai"]
    )
    payee: Annotated[Maybe[Id], Refers("actor")] = Field(
        None, description="The id of the actor who receives it.", examples=["us-administration"]
    )
    payer_kind: Maybe[PayerKind] = Field(
        None, description="Whether the money is public or private.", examples=["private"]
    )
    period: Maybe[EdtfDate] = Field(None, description="The time in which it is paid or spent.", examples=["2025/2029"])
    duration: Maybe[Duration] = Field(
        None, description="How long that time is, if its beginning is not given.", examples=["P4Y"]
    )
    speaker: Annotated[Maybe[Id], Refers("actor")] = Field(
        None, description="The id of the actor who names the sum.", examples=["openai"]
    )
    modality: Maybe[Modality] = Field(
        None, description="How firmly it is put, if it is not simply stated as a fact.", examples=["planned"]
    )
    unknown: Many[Unknown] = Field(
        (),
        description="Fields that are knowingly left out.",
        examples=[[{"field": "payer_kind", "reason": "not_stated"}]],
    )
