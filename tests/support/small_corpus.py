"""A small corpus, written from a few fields, and its cards."""

from __future__ import annotations

from datetime import date
from typing import Any

from communique import cards
from communique.corpus.corpus import Corpus, Entry
from communique.models import SCHEMA_VERSION, Announcement, Registry

Json = Any
DEFINITIONS: Json = {
    "actors": [
        {"id": "p", "type": "person", "name": {"en": "Ada Example"}},
        {"id": "q", "type": "person", "name": {"en": "Bo Example"}},
    ],
    "instruments": [
        {"id": "act", "type": "law", "name": {"en": "Example Act"}},
        {"id": "office", "type": "body", "name": {"en": "Example Office"}},
    ],
    "occasions": [{"id": "fair", "name": {"en": "Example Fair"}}],
    "sources": [{"id": "s", "type": "news", "access": "excerpt", "publisher": "Daily"}],
}


def announcement(id: str = "a", **fields: Json) -> Announcement:
    data = {
        "schema_version": SCHEMA_VERSION,
        "kind": "announcement",
        "id": id,
        "title": {"en": f"Title of {id}"},
        "types": ["speech"],
        "status": "reviewed",
        "dates": [{"role": "announced", "value": "2024-06-13"}],
    }
    return Announcement.model_validate(data | fields)


def corpus(*records: Announcement, **definitions: Json) -> Corpus:
    head = {"schema_version": SCHEMA_VERSION, "kind": "registry", "id": "defined"}
    registry = Registry.model_validate(head | DEFINITIONS | definitions)
    return Corpus((*(Entry(f"{each.id}.yaml", each) for each in records), Entry("defined.yaml", registry)))


def card(id: str, *records: Announcement, today: str = "2026-11-01", width: int = 110, **definitions: Json) -> str:
    return cards.card(id, corpus(*records, **definitions), width, date.fromisoformat(today))


def section(card: str, heading: str) -> str:
    """A section of a card with every run of spaces made one."""
    _, _, rest = f"\n{card}".partition(f"\n\n{heading}\n")
    return " ".join(rest.partition("\n\n")[0].split())


def measure(**fields: Json) -> Json:
    return {"instrument": "act", "action": "sign", "stage": "signed", "modality": "asserted"} | fields


def statement(text: str = "It is so.", **fields: Json) -> Json:
    return {"text": {"en": text}, "nature": "attributed_statement", "speaker": "p"} | fields


SIGNED: Json = [{"role": "signed", "value": "2024-06-13"}]
