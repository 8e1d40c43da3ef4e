"""Fields that are declared unknown and given."""

from __future__ import annotations

import pytest

from support.one_record import INSTRUMENTS, Pointers


@pytest.mark.parametrize(
    ("definition", "given"),
    [
        ("sources:\n- {id: x, type: news, access: excerpt, published: '2025', unknown: [{field: published", True),
        (
            "sources:\n- {id: x, type: news, access: excerpt, published_as_stated: now, unknown: [{field: published",
            False,
        ),
        ("sources:\n- {id: x, type: news, access: excerpt, authors: [A], unknown: [{field: authors", True),
        ("sources:\n- {id: x, type: news, access: excerpt, authors: [], unknown: [{field: authors", False),
        ("instruments:\n- {id: x, type: law, name: {en: X}, bindingness: binding, unknown: [{field: bindingness", True),
        (
            "instruments:\n- {id: x, type: law, name: {en: X}, bindingness: unknown, unknown: [{field: bindingness",
            False,
        ),
        ("occasions:\n- {id: x, name: {en: X}, dates: [{value: '2025'}], unknown: [{field: dates", True),
        (
            "occasions:\n- {id: x, name: {en: X}, dates: [{value: '2025', rank: deprecated, note: No.}], "
            "unknown: [{field: dates",
            False,
        ),
    ],
)
def test_what_is_declared_unknown_and_given(pointers: Pointers, definition: str, given: bool) -> None:
    assert bool(pointers("unknown-is-given", f"{definition}, reason: not_seen}}]}}\n")) == given


@pytest.mark.parametrize(
    ("attributes", "given"),
    [
        ("{name: members, value: 13}", True),
        ("{name: members, value: 13, rank: deprecated, note: No.}", False),
        ("{name: budget, value: 13}", False),
    ],
)
def test_an_attribute_that_is_declared_unknown_and_given(pointers: Pointers, attributes: str, given: bool) -> None:
    measure = f"instrument: body, action: establish, stage: proposed, modality: planned, attributes: [{attributes}]"
    fields = f"measures:\n- {{{measure}, unknown: [{{field: members, reason: not_seen}}]}}\n{INSTRUMENTS}"
    assert pointers("unknown-is-given", fields) == (["/measures/0/unknown/0/field"] if given else [])
