from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from .... import models
from ....codelists import Rank
from ....corpus.conflicts import contradict, is_conflict, noun
from ....corpus.provenance import originals
from ....diagnostics.finding import Severity
from ....text.pointer import Pointer
from ...aspect import Aspect
from ...aspects import SOURCES
from ...context import Lookup
from ...rule import CorpusRule, Violation
from ._competing import competing

if TYPE_CHECKING:
    from ....models import Assertion
    from ...context import Context
    from ...subject import Subject
    from ...summary import Summary

_SOURCES = (
    "sources:\n- {id: agency, type: news_agency, access: full_text}\n"
    "- {id: copy, type: rewrite, access: full_text, derived_from: [agency]}\n"
    "- {id: report, type: news, access: full_text}\n"
)
_CONFLICT = (
    "dates:\n- {{role: announced, value: '2025-07-26', rank: preferred, evidence: [{0}]}}\n"
    "- {{role: announced, value: '2025-07-25', evidence: [report]}}\n"
)


class _Preferred(NamedTuple):
    """A value that is preferred without a note, in a conflict; several sources are cited for it.

    ``against`` are the sources of each value that contradicts it, and ``all`` those of the whole conflict.
    """

    pointer: Pointer
    cited: tuple[str, ...]
    against: tuple[tuple[str, ...], ...]
    all: tuple[str, ...]


def _preferred(subject: Subject) -> Iterator[tuple[str, _Preferred]]:
    for group in subject.once(competing):
        # Two preferred values are another rule's finding, and a note explains the preference.
        pointer, model = max(group, key=lambda place: place[1].is_preferred)
        cited = _cited(model)
        if model.is_preferred and not model.note and len(cited) > 1 and is_conflict(group):
            against = tuple(_cited(each) for _, each in group if not each.is_preferred and contradict(model, each))
            yield "", _Preferred(pointer, cited, against, tuple({id: None for _, each in group for id in _cited(each)}))


_PREFERRED = Aspect("preferred-in-conflict", _Preferred, _preferred, shared=False, needs=(Rank.PREFERRED,))


class PreferredByCopies(CorpusRule):
    code = "CQ409"
    name = "preferred-by-copies"
    severity = Severity.WARNING
    reason = "A source and its copies count as one independent source; they do not outweigh another independent source."
    fix = "Find another source, prefer the other value, or prefer none; or explain the preference in a note."
    bad = _CONFLICT.format("agency, copy") + _SOURCES
    good = _CONFLICT.format("agency, ministry") + _SOURCES + "- {id: ministry, type: official, access: full_text}\n"

    aspects = (_PREFERRED, SOURCES)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        for _, preferred in own.of(_PREFERRED):
            sources = Lookup(context, SOURCES)
            mine = originals(preferred.cited, sources).possible
            if len(mine) > 1 or not all(id in sources for id in preferred.all):
                continue  # of a source that is not defined it is not known what it derives from
            if any(originals(cited, sources).possible - mine for cited in preferred.against):
                message = (
                    f"the {len(preferred.cited)} sources of the preferred {noun(preferred.pointer)} all derive from "
                    f"{min(mine)}, and a conflicting value has an independent source"
                )
                help = "prefer the value with more independent sources, or explain the preference in a note"
                yield Violation((*preferred.pointer, "rank"), message, help)


def _cited(assertion: Assertion) -> tuple[str, ...]:
    cited = models.cited(assertion.evidence)
    return cited.sure + cited.unsure
