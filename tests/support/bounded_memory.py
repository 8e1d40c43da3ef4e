"""A process that has no more memory than any input may need; run before a command."""

from __future__ import annotations

import sys

MOST_MEMORY = 800_000_000


def bound() -> None:
    """Let this process fail that asks for more. Other systems than Linux have no such limit."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
