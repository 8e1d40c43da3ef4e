"""The placeholders in the template of a record, in snippets, and in the templates that the help gives."""

from __future__ import annotations

UNKNOWN_DAY = "20XX"
"""What stands for a date that the curator has to find, in templates, drafts and imported rows."""

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
        UNKNOWN_DAY,
    }
)
"""Values of the template that the curator must replace. No real record contains them."""

SLOTS = frozenset(
    {
"AMOUNT", "BY", "CITY", "CODER", "COMMITMENT", "CURRENCY", "DATE", "DIGEST", "END", "FIELD", "ID", "KIND",
        "LANGUAGE", "LENGTH", "NAME", "NOTE", "OF", "PAGE", "PASSAGE", "PERCENT", "REASON", "START", "SUBJECT",
        "TEXT", "TITLE", "UNIT", "VALUE", "VENUE",
    }
)  # fmt: skip
"""Words in capitals that stand for text in help and snippets, for fields of the schema. Those of codes are not here."""
