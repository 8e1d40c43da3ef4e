"""Texts that were read in the wrong encoding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.validation.rules.texts.garbled_text import GARBLED, SUSPICIOUS
from support.reviewed_record import found


@pytest.mark.parametrize(
    "word",
    [
        "Ministère",
        "São Paulo",
        "École",
        "naïve",
        "it’s",
        "a – b",
        "Москва",
        "人工智能",
        "25 °C",
        "£5",
        "Übung",
        "İlan",
        "żółw",
        "ılık",
    ],
)
def test_a_text_in_the_wrong_encoding_is_told(word: str) -> None:
    garbled = word.encode().decode("cp1252", "replace").replace("\u009d", "")
    assert found(f"summary: {{en: {word}}}\n") == []
    assert found(f'summary: {{en: "{garbled}"}}\n') == [("garbled-text", "warning", "/summary/en")]


@pytest.mark.parametrize("text", ["a \ufffd b", "\ufffd"])
def test_a_lost_letter_is_told(text: str) -> None:
    assert found(f'actors: [{{id: a, type: group, name: {{en: "{text}"}}}}]\n') == [
        ("garbled-text", "warning", "/actors/0/name/en")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A NAÇÃO DE AMANHÃ",
        "AMANHÃ¹ e «AMANHû",
        "“DEZ DA MANHÔ",
        "ANDRÉ’S CAFÉ”",
        "Â",
        "REÎNVIEREA ÎN ROMÂNIA",
        "Ði Ñandú",
        "élève — « été »",
        "5 Å² or 5 Å±1",
        "Größe ≥ 5 µm · 20 °C ± 1 ½",
        "Việt Nam: CHÃ, TÃ",
    ],
)
def test_letters_that_are_rare_are_no_garbled_text(text: str) -> None:
    assert found(f'summary: {{en: "{text}"}}\n') == []


@given(st.from_regex(GARBLED.pattern))
def test_what_is_garbled_is_suspicious(text: str) -> None:
    assert SUSPICIOUS.search(text) and not text.isascii()
