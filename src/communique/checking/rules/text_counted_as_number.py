from __future__ import annotations

from collections.abc import Iterator

from ...corpus import Entry
from ...findings import Severity
from ...models import Attribute, walk
from ..rule import Context, Issue, RecordRule


class TextCountedAsNumber(RecordRule):
    code = "CQ420"
    name = "text-counted-as-number"
    severity = Severity.WARNING
    reason = "More than, and a unit, say something about a number; programs that compute leave texts out."
    fix = (
        "Give the value as a number, without quotes, separators or units. If it is a text, leave `comparator` and "
        "`unit` out: what is to be said goes into the text itself or a note."
    )
    bad = (
        "measures:\n- instrument: fund\n  action: establish\n  stage: announced\n  modality: planned\n  attributes:\n"
        "  - {name: budget, value: 20 billion, unit: EUR}\n"
        "instruments:\n- {id: fund, type: fund, name: {en: Fund}}\n"
    )
    good = (
        "measures:\n- instrument: fund\n  action: establish\n  stage: announced\n  modality: planned\n  attributes:\n"
        "  - {name: budget, value: 20000000000, comparator: at_most, unit: EUR}\n"
        "  - {name: duration, value: until the money is spent}\n"
        "instruments:\n- {id: fund, type: fund, name: {en: Fund}}\n"
    )

    def check(self, entry: Entry, context: Context) -> Iterator[Issue]:
        for pointer, model in walk(entry.record):
            if isinstance(model, Attribute) and isinstance(model.value, str):
                for field in ("comparator", "unit"):
                    if getattr(model, field) is not None:
                        message = f"the value is a text, and a {field} belongs to a number"
                        help = f"give the value as a number without quotes, or leave {field} out"
                        yield Issue((*pointer, field), message, help)
