"""A record with one passage, for the examples of the rules about evidence."""

from __future__ import annotations

from ....text.source_text import digest

TEXT = "A new body. It is to sit in Shanghai."
DIGEST = digest(TEXT[:11])


def record(start: int, end: int, passage_digest: str, text: str = TEXT, length: int = 0) -> str:
    """The fields of a record whose date is supported by a passage of the text, which is said to have this length."""
    return f"""\
dates:
- role: announced
  value: '2025-07-26'
  evidence:
  - passage: opening
passages:
- id: opening
  source: report
  start: {start}
  end: {end}
  digest: {passage_digest}
sources:
- id: report
  type: news
  access: full_text
  text:
    digest: {digest(text)}
    length: {length or len(text)}
    normalization: nfc_single_space
"""
