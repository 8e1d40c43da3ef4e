"""How many examples a property is tried with."""

from __future__ import annotations

from hypothesis import settings


def examples(thorough: int) -> int:
    """So many in a thorough run, and a quarter of them in an ordinary one."""
    return thorough if settings.get_current_profile_name() == "thorough" else -(-thorough // 4)
