"""Records that one rule over the corpus is applied to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from communique.corpus.corpus import Entry
from communique.text.source_text import Texts
from communique.validation import registry
from communique.validation.context import Context
from communique.validation.rule import CorpusRule, Violation
from communique.validation.subject import Subject
from communique.validation.summaries import KnownSummaries
from communique.validation.summary import Summary

TODAY = date(2026, 11, 26)


def summary(entry: Entry) -> Summary:
    """The summary of a record, with the facts of every aspect."""
    subject = Subject(entry.path, entry.record, entry.record.model_dump())
    facts = {aspect.name: tuple(aspect.find(subject)) for aspect in registry.aspects()}
    return Summary(entry.path, entry.record.kind, entry.record.id, facts)


def context(summaries: Sequence[Summary], *entries: Entry) -> Context:
    """What a rule knows of a corpus with these records only, without texts. ``entries`` are those it may read again."""
    records = {entry.path: entry.record for entry in entries}
    return Context(KnownSummaries(summaries), Texts(), TODAY, records.get)


def violations(rule: CorpusRule, *entries: Entry) -> list[tuple[str, Violation]]:
    """What the rule finds in each of the records of one corpus, with the path of its file."""
    summaries = [summary(entry) for entry in entries]
    known = context(summaries, *entries)
    return [(each.path, violation) for each in summaries for violation in rule.check(each, known)]
