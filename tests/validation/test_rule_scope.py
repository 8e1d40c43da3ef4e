"""A rule over the corpus says what it looks at: which aspects, and whether at other records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

import pytest

from communique.corpus.corpus import Entry
from communique.reading import read_bytes, read_file, record_files
from communique.text.source_text import Texts
from communique.validation.aspect import Aspect
from communique.validation.aspects import BASIC
from communique.validation.context import Context
from communique.validation.engine import check_corpus
from communique.validation.registry import corpus_rules
from communique.validation.registry import rules as every_rule
from communique.validation.rule import CorpusRule, Violation
from communique.validation.summaries import KnownSummaries
from communique.validation.summary import Summary
from support.folders import INVALID
from support.judged import summary
from support.rule_example import example_file

TODAY = date(2026, 11, 26)


class Asked:
    """The names of the aspects that a rule asks for, and whether it looks at other records."""

    def __init__(self) -> None:
        self.aspects: set[str] = set()
        self.looked = False


class WatchedSummary(Summary):
    """A summary that notes which aspects are asked for."""

    asked: Asked

    def of(self, aspect: Aspect[Any]) -> tuple[tuple[str, Any], ...]:
        self.asked.aspects.add(aspect.name)
        return super().of(aspect)


class WatchedSummaries(KnownSummaries):
    """Summaries that note which aspects are looked up."""

    asked: Asked

    def __iter__(self) -> Iterator[Summary]:
        self.asked.looked = True
        return super().__iter__()

    def with_key(self, aspect: Aspect[Any], key: str) -> Sequence[Summary]:
        self.asked.looked = True
        self.asked.aspects.add(aspect.name)
        return super().with_key(aspect, key)

    def repeated(self, aspect: Aspect[Any], keys: Iterable[str]) -> list[str]:
        self.asked.looked = True
        self.asked.aspects.add(aspect.name)
        return super().repeated(aspect, keys)


@pytest.mark.parametrize("rule", corpus_rules(), ids=lambda rule: rule.name)
def test_a_rule_says_what_it_looks_at(rule: CorpusRule) -> None:
    asked = Asked()
    for example in examples():
        apply(rule, *example, asked)
    assert {each.name for each in (*BASIC, *rule.aspects)} >= asked.aspects
    assert asked.aspects & {each.name for each in rule.aspects}
    assert rule.looks_beyond >= asked.looked


def test_the_examples_break_rules_over_the_corpus() -> None:
    broken = {rule.code for rule in corpus_rules() for each in examples() if apply(rule, *each, Asked())}
    assert broken >= {"CQ301", "CQ302", "CQ308", "CQ311", "CQ406", "CQ407", "CQ416", "CQ601", "CQ602", "CQ603"}


def apply(rule: CorpusRule, entry: Entry, plain: Summary, texts: Texts, asked: Asked) -> list[Violation]:
    """What the rule finds in the record alone."""
    own = WatchedSummary(plain.path, plain.kind, plain.id, plain.facts)
    summaries = WatchedSummaries([own])
    own.asked = summaries.asked = asked
    context = Context(summaries, texts, TODAY, lambda _: entry.record, has_texts=True)
    return list(rule.check(own, context))


@cache
def examples() -> list[tuple[Entry, Summary, Texts]]:
    """The invalid records, and the bad examples of rules with their texts; their summaries are made once."""
    rules = [rule for rule in every_rule().values() if not rule.stage.precedes_records and rule.bad]
    unreadable = {"elsewhere": "it is not UTF-8"}
    texts = [Texts(named={name: [text] for name, text in rule.texts}, unreadable=unreadable) for rule in rules]
    files = [read_bytes(example_file(rule, rule.bad), f"{rule.code}.yaml") for rule in rules]
    given = [*zip(files, texts, strict=True), *((read_file(path), Texts()) for path in record_files(INVALID))]
    entries = [(entry, known) for document, known in given for entry in check_corpus([document]).corpus.entries]
    return [(entry, summary(entry), known) for entry, known in entries]
