"""Small records for tests of rules."""

from __future__ import annotations

from collections.abc import Callable

Codes = Callable[[str], list[tuple[str, str]]]

REGISTRY = "kind: registry\nschema_version: 0.1.0\nid: {0}\n{1}"
