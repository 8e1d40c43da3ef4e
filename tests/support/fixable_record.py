"""A record in which every mistake can be made that `--fix` corrects."""

from __future__ import annotations

import pytest

from communique import fixing
from communique.reading import Document, read_bytes

TEXT = """\
# A comment   with spaces.
schema_version: 0.1.0
kind: announcement   # another
id: example
title: {en: 'An  example'}
types: [speech]
status: draft
dates:
- role: announced
  value: '2025-07-26'
  evidence: [{source: report}]
sources:
- id: report
  type: news
  access: full_text
"""


def count_readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A list that grows by one with every reading that fixing asks for."""
    seen: list[str] = []

    def read(content: bytes, path: str) -> Document:
        seen.append(path)
        return read_bytes(content, path)

    for module in (fixing.fix, fixing.tabs):
        monkeypatch.setattr(module, "read_bytes", read)
    return seen
