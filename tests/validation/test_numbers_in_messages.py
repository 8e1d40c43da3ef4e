"""Messages and help put a noun into the singular or the plural."""

from __future__ import annotations

import re

import pytest

from communique.api.loading import InvalidCorpusError
from support.advised_file import shipped_files

_ONE_OF_SEVERAL = re.compile(r"\(s\)|(?<![\w.,:/-])1 (?!is\b|has\b|was\b)[a-z]+(?<!s)s\b")


@pytest.mark.parametrize("wrong", ["2 file(s)", "1 ballots are listed", "in 1 files"])
def test_what_is_not_to_be_said(wrong: str) -> None:
    assert _ONE_OF_SEVERAL.search(wrong)


@pytest.mark.parametrize("right", ["1 file", "against is 1 here", "21 passages", "1.1 files", "1 address"])
def test_what_may_be_said(right: str) -> None:
    assert not _ONE_OF_SEVERAL.search(right)


def test_every_message_of_a_bad_example_has_one_number() -> None:
    found = [finding for file in shipped_files() for finding in file.findings()]
    assert len(found) > 100
    assert [each for each in found if _ONE_OF_SEVERAL.search(f"{each.message} {each.help}")] == []


def test_a_corpus_with_one_error() -> None:
    (error, *_) = [finding for file in shipped_files() for finding in file.findings() if finding.severity == "error"]
    assert str(InvalidCorpusError([error])).startswith("1 error in the corpus")
    assert str(InvalidCorpusError([error, error])).startswith("2 errors in the corpus")
