"""The table of keys finds what a dictionary would find."""

from __future__ import annotations

import random
from collections import defaultdict
from pathlib import Path

import pytest

from communique import api
from communique.validation import key_table
from communique.validation.key_table import KeyTable
from support.edited_corpus import EditedCorpus


@pytest.mark.parametrize("seed", range(5))
def test_it_finds_what_a_dictionary_finds(seed: int) -> None:
    chance = random.Random(seed)
    keys = [f"key-{chance.randrange(3_000)}" for _ in range(6_000)]
    table, expected = KeyTable(), defaultdict[str, list[int]](list)
    for file, place in enumerate(range(0, len(keys), 7)):
        of_file = keys[place : place + 7]
        table.add(of_file, file)
        for key in set(of_file):
            expected[key].append(file)
    assert {key: list(table.files(key)) for key in expected} == expected
    assert [key for key in map(str, range(10_000)) if table.files(key)] == []
    assert table.repeated(expected) == [key for key, files in expected.items() if len(files) > 1]
    table.add(["key-new", keys[0]], 1_000)
    assert table.repeated(["key-new", keys[0]]) == [keys[0]]


def test_a_key_that_a_file_has_twice_counts_once() -> None:
    table = KeyTable()
    for file in (2, 0, 1):
        table.add(["", "", "more"], file)
    assert list(table.files("")) == [0, 1, 2] and list(table.files("other")) == []


def test_the_number_of_a_file_may_be_large() -> None:
    table = KeyTable()
    for file in ((1 << 24) - 1, 0):
        table.add(["key", "other"], file)
    assert list(table.files("key")) == list(table.files("other")) == [0, (1 << 24) - 1]


@pytest.mark.parametrize("seed", range(4))
def test_keys_with_the_same_hash_change_no_finding(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = EditedCorpus(tmp_path, seed)
    for _ in range(12):
        corpus.edit()
        before = api.inspect(tmp_path)
        with monkeypatch.context() as patched:
            patched.setattr(key_table, "_HASH", 0)
            assert api.inspect(tmp_path) == before
