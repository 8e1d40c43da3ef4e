"""Titles are compared without what differs between two spellings of one word."""

from __future__ import annotations

import pytest

from communique.corpus.corpus import Entry
from communique.models import SCHEMA_VERSION, Announcement
from communique.validation.rules.duplicates.near_duplicate_record import NearDuplicateRecord
from support.judged import violations


def announcement(id: str, title: str) -> Entry:
    data = {
        "schema_version": SCHEMA_VERSION,
        "kind": "announcement",
        "id": id,
        "title": {"en": title},
        "types": ["speech"],
        "status": "reviewed",
        "roles": [{"actor": "somebody", "role": "announcer"}],
        "dates": [{"role": "announced", "value": "2025-07-26"}],
    }
    return Entry(f"{id}.yaml", Announcement.model_validate(data))


def doubles(one: str, other: str) -> int:
    return len(violations(NearDuplicateRecord(), announcement("one", one), announcement("other", other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The city of Łódź opens an AI office", "The city of Lodz opens an AI office"),
        ("Le Sénat adopte la loi", "Le Senat adopte la loi"),
        ("STRASSE und Netz", "Straße und Netz"),
        ("Ｃｈｉｎａ signs", "China signs"),
        ("ガイドライン", "ｶﾞｲﾄﾞﾗｲﾝ"),
    ],
)
def test_two_spellings_of_one_title(one: str, other: str) -> None:
    assert doubles(one, other) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("バーバー", "ハーハー"),  # a voiced kana is another letter
        ("인공지능", "인공위성"),  # a syllable is a letter, and not three
    ],
)
def test_two_words_that_only_look_alike(one: str, other: str) -> None:
    assert doubles(one, other) == 0
