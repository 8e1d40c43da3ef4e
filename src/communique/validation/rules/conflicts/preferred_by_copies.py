from __future__ import annotations

from collections.abc import Iterator

from ....corpus.conflicts import conflicts, contradict, noun
from ....corpus.corpus import Entry
from ....corpus.provenance import independent
from ....diagnostics.finding import Severity
from ....models import Assertion
from ...rule import Context, RecordRule, Violation

_SOURCES = (
    "sources:\n- {id: agency, type: news_agency, access: full_text}\n"
    "- {id: copy, type: rewrite, access: full_text, derived_from: agency}\n"
    "- {id: report, type: news, access: full_text}\n"
)
_CONFLICT = (
    "dates:\n- {{role: announced, value: '2025-07-26', rank: preferred, evidence: [{0}]}}\n"
    "- {{role: announced, value: '2025-07-25', evidence: [{{source: report}}]}}\n"
)


class PreferredByCopies(RecordRule):
    code = "CQ409"
    name = "preferred-by-copies"
    severity = Severity.WARNING
    reason = "A source and its copies count as one independent source; they do not outweigh another independent source."
    fix = "Find another source, prefer the other value, or prefer none; or explain the preference in a note."
    bad = _CONFLICT.format("{source: agency}, {source: copy}") + _SOURCES
    good = (
        _CONFLICT.format("{source: agency}, {source: ministry}")
        + _SOURCES
        + "- {id: ministry, type: official, access: full_text}\n"
    )
    looks_beyond = True

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        sources = context.corpus.sources
        for group in conflicts(entry.record):
            # Two preferred values are another rule's finding, and a note explains the preference.
            pointer, model = max(group, key=lambda place: place[1].is_preferred)
            cited, roots = _cited(model), independent(_cited(model), sources)
            if not model.is_preferred or model.note or len(cited) < 2 or len(roots) > 1:
                continue
            if not all(id in sources for _, each in group for id in _cited(each)):
                continue  # it is not known what they derive from
            against = [each for _, each in group if not each.is_preferred and contradict(model, each)]
            if any(independent(_cited(each), sources) - roots for each in against):
                message = (
                    f"the {len(cited)} sources of the preferred {noun(pointer)} all derive from {min(roots)}, "
                    "and a conflicting value has an independent source"
                )
                help = "prefer the value with more independent sources, or explain the preference in a note"
                yield Violation((*pointer, "rank"), message, help)


def _cited(assertion: Assertion) -> set[str]:
    return {each.source for each in assertion.evidence}
