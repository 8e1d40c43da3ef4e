"""The small files that are wrong, one per finding code, and what is expected of each."""

from __future__ import annotations

import yaml

from support.folders import INVALID

EXPECTED: dict[str, list[str | int]] = yaml.safe_load((INVALID / "expected.yaml").read_text(encoding="utf-8"))

OF_EXPORTS = {"CQ118"}
"""Codes of findings in exports that are read back: the tests of `importing` edit these."""
