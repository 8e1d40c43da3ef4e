"""What changed between two versions of a record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import communique
from communique.corpus.applied_changes import applied
from communique.corpus.record_changes import Change, Identities, changes
from communique.text.pointer import Pointer
from support.edited_data import edited
from support.folders import CORPUS, RECORDS

Json = Any
ANY: st.SearchStrategy[Json] = st.recursive(
    st.sampled_from(["a", "b", "", 0, 1, 1.0, True, False, None, -0.0]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["a", "id", "dates"]), inner),
    max_leaves=20,
)


def canonical(value: Json) -> str:
    """In which 1, 1.0 and true differ, and the order of keys does not count."""
    if isinstance(value, dict):
        return f"object {sorted((key, canonical(each)) for key, each in value.items())}"
    return repr([canonical(each) for each in value] if isinstance(value, list) else value)


def hold(old: Json, new: Json) -> None:
    found, back = changes(old, new), changes(new, old)
    assert canonical(applied(old, found)) == canonical(new)
    assert bool(found) == (canonical(old) != canonical(new))
    assert _counted(found) == _counted(back, swapped=True)


def _counted(found: list[Change], *, swapped: bool = False) -> Counter[str]:
    other = {"added": "removed", "removed": "added"} if swapped else {}
    return Counter(other.get(each.kind, each.kind) for each in found)


@given(ANY, ANY)
def test_the_changes_of_the_old_value_give_the_new_one(old: Json, new: Json) -> None:
    hold(old, new)
    assert changes(old, old) == []


@pytest.mark.parametrize("folder", [CORPUS, pytest.param(RECORDS, marks=pytest.mark.slow)], ids=lambda each: each.name)
def test_the_changes_of_a_record_give_the_edited_one(folder: Any) -> None:
    random = Random(12)
    for entry in communique.load(folder).entries:
        data = entry.record.model_dump()
        for times in (1, 3, 30):
            hold(data, edited(random, data, times))


def kinds(old: list[Json], new: list[Json], field: str = "dates") -> list[tuple[str, Json, Json]]:
    return [(each.kind, each.old, each.new) for each in changes({field: old}, {field: new})]


SIGNED: Json = {"role": "signed", "value": "2025-01-02", "evidence": ["s"]}
ADOPTED: Json = {"role": "adopted", "value": "2025-01-01", "evidence": ["s"]}


def test_an_item_is_found_wherever_it_is() -> None:
    assert kinds([SIGNED, ADOPTED], [{"role": "announced"}, SIGNED, {**ADOPTED, "rank": "preferred"}]) == [
        ("added", None, {"role": "announced"}),
        ("added", None, "preferred"),
    ]


def test_another_order_alone_is_one_change() -> None:
    assert kinds([SIGNED, ADOPTED, "x"], [ADOPTED, SIGNED, "x"]) == [("reordered", [0, 1, 2], [1, 0, 2])]


def test_an_item_of_the_same_id_is_the_same_item_whatever_it_says() -> None:
    assert kinds([{"id": "a", "value": "1"}], [{"id": "b", "value": "1"}, {"id": "a", "value": "2"}]) == [
        ("added", None, {"id": "b", "value": "1"}),
        ("changed", "1", "2"),
    ]


def test_an_item_about_the_same_matter_is_the_same_item() -> None:
    found = kinds([SIGNED, ADOPTED], [{**ADOPTED, "value": "2024"}, {**SIGNED, "value": "2023"}])
    assert found == [
        ("reordered", [0, 1], [1, 0]),
        ("changed", "2025-01-01", "2024"),
        ("changed", "2025-01-02", "2023"),
    ]


def test_items_of_other_matters_that_share_little_are_not_one() -> None:
    role = {"actor": "cn", "role": "speaker", "evidence": ["a", "b", "c"]}
    assert [kind for kind, *_ in kinds([role], [{**role, "actor": "us"}], "roles")] == ["removed", "added"]
    alike = {**role, "capacity": {"en": "Host"}, "note": "At noon."}
    assert kinds([alike], [{**alike, "actor": "us"}], "roles") == [("changed", "cn", "us")]


def test_a_text_that_stands_for_an_object_is_compared_as_the_object() -> None:
    assert kinds(["a", "b"], ["b", {"source": "a", "support": "listed"}], "evidence") == [
        ("reordered", [0, 1], [1, 0]),
        ("changed", "a", {"source": "a", "support": "listed"}),
    ]


def test_long_lists_are_compared_in_one_pass() -> None:
    """Were every item compared with every other, this would not end."""
    old = [{"actor": f"a{number}", "role": "speaker", "note": "x"} for number in range(6_000)]
    new = [{**each, "note": "y"} for each in reversed(old)]
    assert Counter(each.kind for each in changes({"roles": old}, {"roles": new})) == {"changed": 6_000, "reordered": 1}


def test_items_that_are_known_to_be_the_same_are_not_compared_with_others() -> None:
    old, new = {"types": ["a", "b"]}, {"types": ["c", "a"]}
    rows: dict[Pointer, Hashable] = {("types", 0): 1, ("types", 1): 2}
    found = changes(old, new, Identities(rows, rows))
    assert [(each.kind, each.old, each.new) for each in found] == [("changed", "a", "c"), ("changed", "b", "a")]
    moved = changes(old, new, Identities(rows, {("types", 0): 3, ("types", 1): 1}))
    assert [(each.kind, each.old, each.new) for each in moved] == [("removed", "b", None), ("added", None, "c")]
