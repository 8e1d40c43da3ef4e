"""The facts of a record can be written as JSON, and read back as they were."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.reading import read_file, record_files
from communique.validation import registry
from communique.validation.examination import examine
from communique.validation.summary import Summary
from support.folders import EXAMPLES, INVALID, RECORDS

PLAIN = (str, int, float, bool, type(None))


def summaries(folder: Path) -> Iterator[Summary]:
    """The summaries of all files in the folder, whether or not they have errors."""
    for path in record_files(folder):
        if found := examine(read_file(path)).summary:
            yield found


@pytest.mark.parametrize("folder", [RECORDS, INVALID, *sorted(EXAMPLES.iterdir())], ids=lambda folder: folder.name)
def test_facts_survive_json(folder: Path) -> None:
    for summary in summaries(folder):
        again = Summary.from_json(summary.path, json.loads(json.dumps(summary.as_json())), registry.aspects())
        assert again.facts == summary.facts and again.as_json() == summary.as_json()
        for name, facts in again.facts.items():
            assert [type(fact) for _, fact in facts] == [type(fact) for _, fact in summary.facts[name]]


def test_facts_are_plain_values() -> None:
    """A code or a date that is more than its text would come back as less than it was."""
    every = [*summaries(RECORDS), *summaries(INVALID)]
    found = {type(value) for each in every for facts in each.facts.values() for value in _inside(facts)}
    assert found <= {*PLAIN} and str in found


def _inside(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for each in value:
            yield from _inside(each)
    else:
        yield value
