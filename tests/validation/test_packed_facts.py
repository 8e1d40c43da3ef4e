"""Packed facts are found again, in memory and in a temporary file."""

from __future__ import annotations

import pytest

from communique.validation import packed_facts
from communique.validation.packed_facts import PackedFacts


@pytest.mark.parametrize("most", [0, 100, 1 << 20])
def test_contents_are_found_again(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_facts, "_IN_MEMORY", most)
    packed, contents = PackedFacts(), [bytes([number]) * number for number in range(100)]
    places = []
    for content in contents:
        places.append(packed.add(content))
        assert places[0] and packed.at(places[0]) == b""
    assert [packed.at(place) for place in places if place] == contents


def test_without_room_a_content_gets_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = PackedFacts()
    first = packed.add(b"first")

    def full(*_: object) -> None:
        raise OSError("no space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(packed._file, "write", full)
        assert packed.add(b"second") is None
    third = packed.add(b"third")
    assert first and third and (packed.at(first), packed.at(third)) == (b"first", b"third")
