"""Names that are written in several ways are one when folded."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.lexicon.folding import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Łódź", "lodz"), ("Ærøskøbing", "aeroskobing"), ("Þingvellir", "thingvellir"), ("Đà Nẵng", "da nang"),
        ("Straße", "strasse"), ("STRASSE", "strasse"), ("Œuvre", "oeuvre"), ("Diyarbakır", "diyarbakir"),
        ("İzmir", "izmir"), ("l’État", "l'etat"), ("Oʻzbekiston", "o'zbekiston"), ("„Kurz“", "'kurz'"),
        ("Jean‐Luc", "jean-luc"), ("2024–2026", "2024-2026"), ("N\u00a0° 5", "n ° 5"), ("ＡＩ", "ai"),
        ("Kom\u00admis\u00adsion", "kommission"), ("می\u200cخواهم", "میخواهم"), ("مُحَمَّد", "محمد"),
    ],
)  # fmt: skip
def test_folds_what_people_write_differently(written: str, folded: str) -> None:
    assert fold(written) == fold(folded) == unicodedata.normalize("NFKD", folded)


@pytest.mark.parametrize(
    ("one", "other"), [("はか", "ばか"), ("क", "क्"), ("中国", "美国"), ("co-op", "coop"), ("os", "as")]
)
def test_keeps_apart_what_differs(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composed_or_not_and_loud_or_quiet_is_all_one(text: str) -> None:
    shouted = text.replace("\u0345", "")  # an iota in capitals, a mark in small letters
    assert fold(unicodedata.normalize("NFC", shouted)) == fold(unicodedata.normalize("NFD", shouted)) == fold(shouted)


def test_every_character_settles() -> None:
    assert all(fold(fold(chr(point))) == fold(chr(point)) for point in range(0x3000))
