"""The examples of rules as whole files."""

from __future__ import annotations

import re

from communique.diagnostics.rule import Rule
from communique.models import SCHEMA_VERSION

# Fields that an example may leave out. A withdrawn record needs no evidence, so the example breaks one rule only.
_BASE = {
    "kind": "kind: announcement\n",
    "schema_version": f"schema_version: {SCHEMA_VERSION}\n",
    "id": "id: example\n",
    "title": "title: {en: An example}\n",
    "types": "types: [other]\n",
    "status": "status: withdrawn\n",
    "dates": "dates:\n- {role: announced, value: '2025-07-26'}\n",
}
_TOP_LEVEL_KEY = re.compile(r"^(\w+):", re.MULTILINE)


def example_file(rule: type[Rule], example: str | bytes) -> bytes:
    """An example of the rule as a whole file, named ``example`` and the rule's suffix."""
    if isinstance(example, bytes):
        return example
    if rule.whole:
        return example.encode("utf-8")
    given = set(_TOP_LEVEL_KEY.findall(example))
    base = "".join(line for key, line in _BASE.items() if key not in given)
    return (base + example).encode("utf-8")
