"""A rule that looks at other records says so."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from communique.corpus.corpus import Corpus, Entry
from communique.reading import read_bytes
from communique.text.source_text import Texts
from communique.validation.engine import check_corpus
from communique.validation.registry import record_rules
from communique.validation.registry import rules as every_rule
from communique.validation.rule import Context, RecordRule
from communique.validation.rule_example import example_file


class Watched(Corpus):
    """A corpus that knows whether it was looked at."""

    looked = False

    def __getattribute__(self, name: str) -> Any:
        if not name.startswith("_") and name != "complete":
            type(self).looked = True
        return super().__getattribute__(name)


@pytest.mark.parametrize("rule", record_rules(), ids=lambda rule: rule.name)
def test_a_rule_that_looks_at_other_records_says_so(rule: RecordRule) -> None:
    Watched.looked = False
    for entry in examples():
        list(rule.check(entry, Context(Watched((entry,)), Texts())))
    assert rule.looks_beyond >= Watched.looked


@cache
def examples() -> list[Entry]:
    """The records of all examples of rules."""
    rules = [rule for rule in every_rule().values() if not rule.stage.precedes_records and rule.bad]
    documents = [read_bytes(example_file(rule, rule.bad), f"{rule.code}.yaml") for rule in rules]
    return [*check_corpus(documents).corpus.entries]
