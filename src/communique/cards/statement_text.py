"""Statements as text: who says it, in which form it reached us, and what else belongs to it."""

from __future__ import annotations

from collections.abc import Iterator

from ..codelists import StatementForm, StatementNature
from ..corpus.corpus import Corpus
from ..models import Assertion, Statement
from .date_text import when
from .labels import code, name, names

_FORMS = {
    StatementForm.QUOTE: "quoted in the source, here in other words",
    StatementForm.PARAPHRASE: "paraphrased in the source",
    StatementForm.READOUT: "from a readout",
    StatementForm.TRANSCRIPT: "from a transcript",
}


def speaker(statement: Statement, corpus: Corpus) -> str:
    """The speaker, with the nature of the statement unless it is an attributed statement."""
    nature = code(statement.nature)
    if not statement.speaker:
        return nature
    text = name(statement.speaker, corpus)
    return text if statement.nature is StatementNature.ATTRIBUTED_STATEMENT else f"{text} ({nature})"


def speaker_prefix(assertion: Assertion, corpus: Corpus) -> str:
    """The speaker and a colon for a statement; empty for any other assertion."""
    return f"{speaker(assertion, corpus)}: " if isinstance(assertion, Statement) else ""


def statement_details(statement: Statement, corpus: Corpus, card_id: str) -> Iterator[str]:
    """The form of a statement, its hedge, addressees, subject, date and occasion."""
    if statement.form:
        yield _FORMS[statement.form]
    if statement.hedge:
        yield f"hedged: “{statement.hedge}”"
    if statement.addressees:
        yield f"to {names(statement.addressees, corpus)}"
    if statement.about and statement.about != card_id:
        yield f"about {name(statement.about, corpus)}"
    if statement.date:
        yield when(statement.date, "on")
    if statement.occasion:
        yield f"at {name(statement.occasion, corpus)}"
