"""Numbers that are written as texts."""

from __future__ import annotations

import pytest

from support.reviewed_record import attribute, findings, found


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ("name: seat, value: Shanghai, comparator: about", ["comparator"]),
        ("name: budget, value: '13', comparator: more_than, unit: EUR", ["comparator", "unit"]),
        ("name: duration, value: three, unit: year", ["unit"]),
        ("name: seat, value: Shanghai", []),
        ("name: points, value: 13, comparator: exactly", []),
    ],
)
def test_texts_that_are_counted(fields: str, wrong: list[str]) -> None:
    expected = [("text-counted-as-number", "warning", f"/measures/0/attributes/0/{field}") for field in wrong]
    assert sorted(found(attribute(fields))) == sorted(expected)


def test_a_number_in_quotes_is_given_back_only_where_it_stays_the_same() -> None:
    helps = [
        findings(attribute(f"name: points, value: '{text}', comparator: about"))[0].help for text in ("13", "1.10")
    ]
    assert "value: 13" in helps[0] and "1.1" not in helps[1]
