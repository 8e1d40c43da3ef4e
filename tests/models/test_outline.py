"""The quick keys of assertions: equal if their content is, so that the content is needed for few of them."""

from __future__ import annotations

from itertools import combinations

import communique
from communique.models import Assertion, Date, Statement, Tree
from communique.models.assertion import content, outline, plain_values
from support.folders import RECORDS


def test_the_order_of_languages_makes_no_difference() -> None:
    one = Statement.model_validate({"nature": "context", "text": {"en": "This.", "fr": "Ceci."}, "topics": []})
    other = Statement.model_validate({"nature": "context", "text": {"fr": "Ceci.", "en": "This."}, "note": "A note."})
    assert content(one) == content(other)
    assert outline(one) == outline(other) and plain_values(one) == plain_values(other)


def test_objects_inside_make_no_difference() -> None:
    dates = [Date.model_validate({"role": "announced", "value": "2025", "scope": {"part": part}}) for part in "AB"]
    assert len(set(map(content, dates))) == 2
    assert len(set(map(outline, dates))) == len(set(map(plain_values, dates))) == 1


def test_the_same_content_has_the_same_keys_and_few_others_have() -> None:
    alike = pairs = 0
    for record in communique.load(RECORDS).announcements.values():
        for one, other in combinations([each for _, each in Tree(record).of(Assertion)], 2):
            is_alike = outline(one) == outline(other) and plain_values(one) == plain_values(other)
            assert is_alike or type(one) is not type(other) or content(one) != content(other)
            alike, pairs = alike + is_alike, pairs + 1
    assert pairs > 1000 * alike
