"""Texts that hold a place until somebody writes what belongs there."""

from __future__ import annotations

TO_BE_FILLED_IN = frozenset(
    {
        "To be written",
        "Who announced what, in which words of yours.",
        "Its title, in its own language",
        "Who publishes it",
        "Minister of Example",
        "Jane Doe",
        "Example",
        "Example Plan",
        "Example Summit 2025",
        "example-person",
        "example-plan",
        "example-summit-2025",
        "https://example.org/news/1",
        "20XX",
    }
)
"""What the template has in the place of what the curator is to write. It says nothing, and nobody writes it himself."""
