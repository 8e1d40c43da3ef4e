"""The table of keys finds what a dictionary would find."""

from __future__ import annotations

import random
from collections import defaultdict

import pytest

from communique.validation.key_table import KeyTable


@pytest.mark.parametrize("seed", range(5))
def test_it_finds_what_a_dictionary_finds(seed: int) -> None:
    chance = random.Random(seed)
    keys = [f"key-{chance.randrange(3_000)}" for _ in range(6_000)]
    table, expected = KeyTable(), defaultdict[str, list[int]](list)
    for number, key in enumerate(keys):
        file = number // 7
        table.add(key, file)
        if file not in expected[key]:
            expected[key].append(file)
    assert {key: list(table.files(key)) for key in expected} == expected
    assert [key for key in map(str, range(10_000)) if table.files(key)] == []


def test_a_key_that_a_file_has_twice_counts_once() -> None:
    table = KeyTable()
    for file in (0, 0, 1, 1, 2):
        table.add("", file)
    assert list(table.files("")) == [0, 1, 2] and table.files("other") == ()
