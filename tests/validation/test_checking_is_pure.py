"""Checking writes into nothing: each stage returns what it found, and an internal error beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import pytest

from communique.reading import Document, read_bytes, read_file, record_files
from communique.validation import registry
from communique.validation.engine import check, check_corpus
from communique.validation.rule import RecordRule, Violation
from communique.validation.rules.dates.impossible_date import ImpossibleDate
from communique.validation.structure import check as structure_check
from communique.validation.subject import Subject
from support.folders import EXAMPLES, INVALID
from support.rule_example import example_file

TODAY = date(2026, 11, 26)


def corpora() -> Iterator[list[Document]]:
    """The example records of every version, the invalid files, and the examples of every rule."""
    for folder in (*sorted(EXAMPLES.iterdir()), INVALID):
        yield [read_file(path) for path in record_files(folder)]
    for rule in registry.rules().values():
        if rule.bad:
            yield [read_bytes(example_file(rule, rule.bad), f"example{rule.suffix}")]
            yield [read_bytes(example_file(rule, rule.good), f"example{rule.suffix}")]


def test_checking_changes_no_document() -> None:
    count = 0
    for documents in corpora():
        before = [repr(each.data) for each in documents]
        first = check(documents, today=TODAY)
        assert [repr(each.data) for each in documents] == before
        second = check(list(reversed(documents)), today=TODAY)
        assert sorted(map(str, second.findings)) == sorted(map(str, first.findings))
        assert first.internal_errors == second.internal_errors == ()
        count += len(documents)
    assert count > 200


def record(fields: str = "") -> Document:
    return read_bytes(example_file(ImpossibleDate, fields), "example.yaml")


class Breaks(RecordRule):
    """Finds one thing, then has a defect."""

    code = "CQ999"
    name = "breaks"
    reason = fix = bad = good = ""

    def check(self, subject: Subject) -> Iterator[Violation]:
        yield Violation(("title",), "found before")
        raise ZeroDivisionError("a defect")


def test_an_internal_error_of_a_rule_hides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = (Breaks(), *registry.record_rules())
    monkeypatch.setattr(registry, "record_rules_for", lambda _: rules)
    report = check([record("dates:\n- {role: announced, value: '2025-02-30'}\n")])
    assert [each.code for each in report.findings] == ["CQ999", "CQ401"]
    (error,) = report.internal_errors
    assert "breaks" in error and "ZeroDivisionError" in error
    applied = report.applied["example.yaml"]
    assert "CQ401" in applied and "CQ999" not in applied


def test_an_internal_error_of_the_structure_hides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> Sequence[object]:
        raise ZeroDivisionError("a defect")

    monkeypatch.setattr(structure_check, "schema_errors", fail)
    checked = check_corpus([record("kind: announcment\nnote: ends in a space \n")])
    assert [each.code for each in checked.report.findings] == ["CQ202", "CQ115"]
    assert len(checked.report.internal_errors) == 1 and checked.corpus.entries == ()
