"""Announcements without anybody."""

from __future__ import annotations

import pytest

from support.reviewed_record import BY_CN, REVIEWED, found


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (BY_CN, []),
        (BY_CN.replace("role: announcer", "role: announcer, rank: deprecated, note: No."), ["/roles"]),
        ("unknown:\n- {field: roles, reason: withheld}\n", []),
        ("unknown:\n- {field: summary, reason: withheld}\n", ["/status"]),
        ("", ["/status"]),
    ],
)
def test_somebody_announces(roles: str, expected: list[str]) -> None:
    assert found(REVIEWED + roles) == [("nobody-takes-part", "error", pointer) for pointer in expected]
    assert "nobody-takes-part" not in [name for name, _, _ in found(REVIEWED.replace("reviewed", "draft"))]
