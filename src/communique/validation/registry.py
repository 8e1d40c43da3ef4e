"""The rule registry: every rule, and the explanation of a rule as text."""

from __future__ import annotations

import re

from ..diagnostics.rule import Rule
from ..models import SCHEMA_VERSION
from ..reading import READING_RULES
from .rules import RULES
from .settings_rules import SETTINGS_RULES
from .structure.rules import STRUCTURE_RULES

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
_WIDEST = 110
_TOP_LEVEL_KEY = re.compile(r"^(\w+):", re.MULTILINE)


def rules() -> dict[str, type[Rule]]:
    """Every rule by its code, in order."""
    found = [*READING_RULES, *STRUCTURE_RULES, *(type(rule) for rule in RULES), *SETTINGS_RULES]
    return {rule.code: rule for rule in sorted(found, key=lambda rule: rule.code)}


def find(word: str) -> type[Rule] | None:
    """The rule with this code or name; None if there is none."""
    for code, rule in rules().items():
        if word.upper() == code or word.lower() == rule.name:
            return rule
    return None


def example_file(rule: type[Rule], example: str | bytes) -> bytes:
    """An example of the rule as a whole file, named ``example`` and the rule's suffix."""
    if isinstance(example, bytes):
        return example
    if rule.whole:
        return example.encode("utf-8")
    given = set(_TOP_LEVEL_KEY.findall(example))
    base = "".join(line for key, line in _BASE.items() if key not in given)
    return (base + example).encode("utf-8")


def explain(rule: type[Rule]) -> str:
    """The rule as a page of text."""
    parts = [
        f"{rule.code} {rule.name} ({rule.severity})",
        f"Why: {rule.reason}",
        f"Fix: {rule.fix}",
        *(f"{title}:\n{_indent(example)}" for title, example in (("Bad", rule.bad), ("Good", rule.good)) if example),
    ]
    return "\n\n".join(parts) + "\n"


def printable(example: str | bytes) -> str:
    """An example as printable text."""
    text = example if isinstance(example, str) else example.decode("utf-8", "backslashreplace")
    lines = (line if len(line) <= _WIDEST else line[: _WIDEST - 1] + "…" for line in text.splitlines())
    return "\n".join(lines).replace("\ufeff", "\\ufeff")


def _indent(example: str | bytes) -> str:
    return "\n".join(f"    {line}" for line in printable(example).splitlines())
