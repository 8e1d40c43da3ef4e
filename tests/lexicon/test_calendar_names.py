"""The names of other languages are loaded only for a text that may hold one, and then they are found."""

from __future__ import annotations

import pytest

from communique.lexicon.calendar_names import (
    LETTERS,
    _needs_only_english,
    first_words,
    fold,
    other_names,
    stem,
    weekdays,
    with_english_months,
)


def begins(name: str) -> str:
    found = LETTERS.search(fold(name))
    assert found, name
    return found[0]


def test_the_first_words_are_those_of_all_names() -> None:
    names = {name for name, _ in (*other_names("days"), *other_names("months"))}
    assert first_words() >= {stem(begins(name)) for name in names}


@pytest.mark.parametrize(
    "text", ["on its last evening", "in tandem with the announcement", "Saturday, 25 July", "12:30"]
)
def test_other_languages_are_not_needed(text: str) -> None:
    assert _needs_only_english(fold(text))


@pytest.mark.parametrize(("text", "day"), [("am Donnerstag", 3), ("le jeudi soir", 3), ("в среду", 2), ("सोमवार", 0)])
def test_other_languages_are_found(text: str, day: int) -> None:
    assert weekdays(fold(text)) == {day}


def test_months_are_found_beside_words_of_no_calendar() -> None:
    assert with_english_months(fold("el 12 de enero por la noche")) == "el 12 de january por la noche"
    assert with_english_months(fold("the evening of 12 July")) == "the evening of 12 july"
