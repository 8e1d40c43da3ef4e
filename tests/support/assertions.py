"""Assertions, made from a few words or at random."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from communique.corpus.claims import claim
from communique.corpus.conflicts import contradict
from communique.models import (
    Assertion,
    Attribute,
    Date,
    Measure,
    Quantity,
    Role,
    Statement,
)


def compete(one: Assertion, other: Assertion, every: list[Assertion]) -> bool:
    """Whether the two contradict each other, and no equal claims in the list are said to be compatible."""
    if one.matter != other.matter or not contradict(one, other):
        return False
    alike = [each for each in every if each.matter == one.matter]
    pairs = [{claim(each), claim(beside)} for each in alike for beside in alike if beside.id in each.compatible_with]
    return {claim(one), claim(other)} not in pairs


def q(value: float, comparator: str, **more: Any) -> Quantity:
    return Quantity.model_validate({"subject": "x", "value": value, "comparator": comparator, **more})


def d(value: str, **more: Any) -> Date:
    return Date.model_validate({"role": "held", "value": value, **more})


def a(name: str, value: object, **more: Any) -> Attribute:
    return Attribute.model_validate({"name": name, "value": value, **more})


def r(**fields: Any) -> Role:
    return Role.model_validate({"role": "issuer", **fields})


def s(text: str, **more: Any) -> Statement:
    return Statement.model_validate({"text": {"en": text}, "nature": "context", "question": "Which?", **more})


def m(actor: str, **fields: Any) -> Measure:
    given = {"instrument": "pact", "action": "sign", "stage": "signed", "modality": "asserted", "actors": [actor]}
    return Measure.model_validate({**given, **fields})


EVIDENCE = st.lists(st.sampled_from("stuvw"), max_size=3, unique=True).map(
    lambda ids: {"evidence": [{"source": id} for id in ids]}
)
RANKS = st.sampled_from([{}, {}, {"rank": "deprecated"}, {"confidence": "disputed"}])
COMPARATORS = st.sampled_from(["exactly", "more_than", "at_most", "about", "unqualified"])
DATES = ["2025", "2025-01", "2025-01-01", "2025-01-02", "2025-01-01T12:00:00Z", "2025-01-01T13:00:00+01:00"]
DATES += ["2025-01-01T14:00:00", "2025-01-01/2025-01-02", "2025-02", "2025-01/2025-02"]
LISTS: list[st.SearchStrategy[Assertion]] = [
    st.builds(lambda value, more, rank: d(value, **more, **rank), st.sampled_from(DATES), EVIDENCE, RANKS),
    st.builds(
        lambda value, comparator, more, rank: q(value, comparator, **more, **rank),
        st.integers(1, 9),
        COMPARATORS,
        EVIDENCE,
        RANKS,
    ),
    st.builds(
        lambda name, value, unit, more, rank: a(name, value, **unit, **more, **rank),
        st.sampled_from(["seat", "members"]),
        st.sampled_from(["x", "y", 1, 2]),
        st.sampled_from([{}, {"unit": "EUR"}]),
        EVIDENCE,
        RANKS,
    ),
    st.builds(lambda text, more, rank: s(text, **more, **rank), st.sampled_from(["A", "B", "C"]), EVIDENCE, RANKS),
    st.builds(
        lambda actor, stage, more, rank: m(actor, stage=stage, **more, **rank),
        st.sampled_from("ab"),
        st.sampled_from(["signed", "in_force"]),
        EVIDENCE,
        RANKS,
    ),
]
MARKS = st.lists(st.sets(st.integers(0, 5), max_size=2), min_size=6, max_size=6)
RIVALS = st.one_of(*(st.lists(each, min_size=1, max_size=6) for each in LISTS))
RECONCILED = st.builds(lambda rivals, marks: reconciled(rivals, marks), RIVALS, MARKS)
"""Rivals, some of which are compatible with others."""


def reconciled(assertions: list[Assertion], marks: list[set[int]]) -> list[Assertion]:
    """The same assertions with ids; each is compatible with those whose places are in its set."""
    return [
        each.model_copy(
            update={"id": f"a{place}", "compatible_with": tuple(f"a{other}" for other in beside if other != place)}
        )
        for place, (each, beside) in enumerate(zip(assertions, marks, strict=False))
    ]
