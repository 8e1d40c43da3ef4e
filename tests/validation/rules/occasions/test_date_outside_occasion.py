"""Days of an occasion, and of what happens at it."""

from __future__ import annotations

import pytest

from support.reviewed_record import at_summit, found

ON_10 = ", dates: [{value: '2025-02-10/2025-02-11'}]"


@pytest.mark.parametrize(
    ("day", "occasion", "outer", "is_outside"),
    [
        ("role: announced, value: '2025-02-10'", ON_10, "", False),
        ("role: announced, value: '2025-02-25'", ON_10, "", False),
        ("role: announced, value: '2025-02-26'", ON_10, "", True),
        ("role: delivered, value: '2025-01-26'", ON_10, "", True),
        ("role: held, value: '2024-02-10'", ON_10, "", True),
        ("role: announced, value: '2025-03'", ON_10, "", True),
        ("role: announced, value: '2025'", ON_10, "", False),
        ("role: announced, value: '2025-04-10?'", ON_10, "", False),
        ("role: adopted, value: '2025-04-10'", ON_10, "", False),
        ("role: announced, value: '2025-04-10', modality: planned", ON_10, "", False),
        ("role: announced, value: '2025-04-10'", ON_10.replace("02-11'", "02-11~'"), "", False),
        ("role: announced, value: '2025-04-10'", ON_10.replace("/2025-02-11", "/.."), "", False),
        ("role: announced, value: '2025-04-10'", "", "", False),
        ("role: announced, value: '2025-04-10'", "", ON_10, True),
        ("role: announced, value: '2025-04-10'", ON_10, ", dates: [{value: '2025-02/2025-05'}]", False),
    ],
)
def test_days_of_an_occasion(day: str, occasion: str, outer: str, is_outside: bool) -> None:
    days = f"dates:\n- {{{day}}}\n- {{role: deadline, value: '2030'}}\n"
    expected = [("date-outside-occasion", "warning", "/dates/0/value")] if is_outside else []
    assert found(at_summit(days, occasion, outer)) == expected


def test_a_meeting_that_was_announced_at_another() -> None:
    held = "- {role: held, value: '2025-07-07'}\n"
    assert found(at_summit(f"dates:\n- {{role: announced, value: '2025-02-10'}}\n{held}", ON_10)) == []
    wrong = [("date-outside-occasion", "warning", "/dates/0/value")]
    assert found(at_summit(f"dates:\n{held}", ON_10)) == wrong


def test_a_session_far_from_its_occasion() -> None:
    fields = at_summit("", ", dates: [{value: '2025-05-10'}]", ON_10)
    assert ("date-outside-occasion", "warning", "/occasions/0/dates/0/value") in found(fields)
