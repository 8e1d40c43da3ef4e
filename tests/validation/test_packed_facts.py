"""Packed facts are found again, in memory and in a temporary file."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique import api
from communique.validation import packed_facts, summaries
from communique.validation.packed_facts import PackedFacts
from support.edited_corpus import EditedCorpus


def test_what_is_too_much_for_the_memory_is_found_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_facts, "_IN_MEMORY", 1_000)
    packed, places = PackedFacts(), {}
    for number in range(100):
        content = bytes([number]) * number
        if place := packed.add(content):
            places[place] = content
    assert 50 < len(places) < 60
    assert {place: packed.at(place) for place in places} == places


def test_without_room_everything_stays_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_facts, "_IN_MEMORY", 0)
    packed = PackedFacts()
    first = packed.add(b"first")

    def full(*_: object) -> None:
        raise OSError("no space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(packed, "_file", _Full())
        assert packed.add(b"second") is None
    third = packed.add(b"third")
    assert first and third and (packed.at(first), packed.at(third)) == (b"first", b"third")
    monkeypatch.setattr(packed_facts, "TemporaryFile", full)
    assert PackedFacts().add(b"first") is None


class _Full:
    """A file on a device without room."""

    def seek(self, place: int) -> None: ...

    def write(self, content: bytes) -> None:
        raise OSError("no space left on device")


@pytest.mark.parametrize("most", [0, 20_000])
def test_packing_changes_no_finding(most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = EditedCorpus(tmp_path, 3)
    for _ in range(10):
        corpus.edit()
        before = api.inspect(tmp_path)
        with monkeypatch.context() as patched:
            patched.setattr(summaries, "_MOST_AS_OBJECTS", 0)
            patched.setattr(packed_facts, "_IN_MEMORY", most)
            assert api.inspect(tmp_path) == before
