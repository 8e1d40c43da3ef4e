"""A rule over the corpus says what it looks at: which aspects, and whether at other records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

import pytest

from communique.corpus.corpus import Entry
from communique.reading import read_bytes
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
from support.judged import summary
from support.rule_example import example_file

TODAY = date(2026, 11, 26)


class Watched(KnownSummaries):
    """Summaries that know whether they were looked at."""

    looked = False

    def __iter__(self) -> Iterator[Summary]:
        self.looked = True
        return super().__iter__()

    def with_key(self, aspect: Aspect[Any], key: str) -> Sequence[Summary]:
        self.looked = True
        return super().with_key(aspect, key)


@pytest.mark.parametrize("rule", corpus_rules(), ids=lambda rule: rule.name)
def test_a_rule_that_looks_at_other_records_says_so(rule: CorpusRule) -> None:
    looked = False
    for entry, texts in examples():
        summaries = Watched([summary(entry)])
        violations(rule, summaries, entry, texts)
        looked |= summaries.looked
    assert rule.looks_beyond >= looked


@pytest.mark.parametrize("rule", corpus_rules(), ids=lambda rule: rule.name)
def test_a_rule_looks_at_no_other_aspects_than_it_says(rule: CorpusRule) -> None:
    declared = {each.name for each in (*BASIC, *rule.aspects)}
    for entry, texts in examples():
        whole = summary(entry)
        part = Summary(
            whole.path, whole.kind, whole.id, {name: whole.facts[name] for name in declared & {*whole.facts}}
        )
        assert found(rule, part, entry, texts) == found(rule, whole, entry, texts)


def test_the_examples_break_rules_over_the_corpus() -> None:
    broken = {
        rule.code for rule in corpus_rules() for one, texts in examples() if found(rule, summary(one), one, texts)
    }
    assert broken >= {"CQ301", "CQ302", "CQ308", "CQ311", "CQ406", "CQ407", "CQ416", "CQ601", "CQ602", "CQ603"}


def found(rule: CorpusRule, own: Summary, entry: Entry, texts: Texts) -> list[Violation]:
    return violations(rule, KnownSummaries([own]), entry, texts)


def violations(rule: CorpusRule, summaries: KnownSummaries, entry: Entry, texts: Texts) -> list[Violation]:
    (own,) = KnownSummaries.__iter__(summaries)
    return list(rule.check(own, Context(summaries, texts, TODAY, lambda _: entry.record, has_texts=True)))


@cache
def examples() -> list[tuple[Entry, Texts]]:
    """The records of all examples of rules, each with its texts."""
    rules = [rule for rule in every_rule().values() if not rule.stage.precedes_records and rule.bad]
    corpora = [
        (check_corpus([read_bytes(example_file(rule, rule.bad), f"{rule.code}.yaml")]).corpus, rule) for rule in rules
    ]
    return [
        (entry, Texts(named={name: [text] for name, text in rule.texts}))
        for corpus, rule in corpora
        for entry in corpus.entries
    ]
