"""Evidence as text: how many sources say so, and how each was found to say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ..codelists import SourceOrigin, Support
from ..corpus.corpus import Corpus
from ..corpus.corroboration import Corroboration
from ..corpus.provenance import originals
from ..corpus.source_count import SourceCount
from ..models import Assertion, Evidence, Source, cited, sources_of
from ..text.inflection import counted, plural
from .labels import code
from .line_wrapping import NO_BREAK_SPACE

_SUPPORT = {
    Support.DIRECT: "read for this",
    Support.LISTED: "named for a whole list",
    Support.PRESUMED: "presumed",
}


def independent_sources(found: Corroboration, assertion: Assertion) -> str:
    """In brackets the number of independent sources for and against, each at least and at most; then their weights.

    A weight is how many of the sources that it names were found to say so in one way: ``5 named for a whole list``.
    """
    count = found.supporting
    text = f"{count} {'independent source' if str(count) == '1' else plural('independent source')}"
    if not count.sources:  # what is only presumed to be in a source does not count
        text = "no independent source" if assertion.evidence else "no source"
    against = f", {found.contradicting} against" if found.contradicting.sources else ""
    weighed = Counter(weight for piece in assertion.evidence for weight in weights(piece))
    parts = [text + against, *([", ".join(f"{many} {weight}" for weight, many in weighed.items())] if weighed else [])]
    return f"[{'; '.join(part.replace(' ', NO_BREAK_SPACE) for part in parts)}]"


def weights(piece: Evidence) -> Iterator[str]:
    """How a source was found to support an assertion, and how sure the curator is that it does."""
    if piece.support:
        yield _SUPPORT[piece.support]
    if piece.confidence:
        yield f"{code(piece.confidence)} to say so"


def in_brackets(given: Iterable[str]) -> str:
    """A space, and what is given in brackets; empty if nothing is."""
    found = "; ".join(given)
    return f" [{found}]" if found else ""


def all_sources(pieces: Iterable[Evidence], corpus: Corpus) -> str:
    """The number of sources, and how many of them are independent, at least and at most."""
    given = tuple(pieces)
    sure, unsure = cited(given)
    independent = SourceCount.of(originals(sure, corpus.sources, unsure))
    return f"{counted(len({*sources_of(given)}), 'source')}, {independent} independent"


def derived(source: Source | None) -> str:
    """That a source is derived, or perhaps so, unless it is known from what; empty if the record does not say so."""
    if source is None or source.provenance.sure:
        return ""
    if source.provenance.origin == SourceOrigin.DERIVED:
        return f"derived; from what is not {'sure' if source.provenance.unsure else 'known'}"
    return "perhaps derived" if source.provenance.unsure else ""
