"""Why a value is deprecated."""

from __future__ import annotations

import pytest

from support.one_record import ONE, OTHER, Pointers


@pytest.mark.parametrize(
    ("fields", "places"),
    [
        (f"dates:\n- {{{ONE}}}\n- {{{OTHER}, rank: deprecated}}\n", ["/dates/1/rank"]),
        (f"dates:\n- {{{ONE}, note: Right.}}\n- {{{OTHER}, rank: deprecated}}\n", ["/dates/1/rank"]),
        (f"dates:\n- {{{ONE}}}\n- {{{OTHER}, rank: deprecated, note: Wrong.}}\n", []),
        (
            "occasions:\n- {id: o, name: {en: O}, note: Held., dates: [{value: '2025', rank: deprecated}]}\n",
            ["/occasions/0/dates/0/rank"],
        ),
    ],
)
def test_why_it_is_deprecated(pointers: Pointers, fields: str, places: list[str]) -> None:
    assert pointers("deprecated-without-note", fields) == places
