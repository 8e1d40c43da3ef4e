"""Two values for every field of every model, of which each means something else."""

from __future__ import annotations

from typing import Any

from communique.models import (
    Actor,
    Announcement,
    Attribute,
    Coding,
    Credit,
    Date,
    Evidence,
    Identifier,
    Instrument,
    Measure,
    Model,
    Occasion,
    OccasionDate,
    OtherName,
    Place,
    Quantity,
    Relation,
    Role,
    Scope,
    Source,
    Statement,
    Unknown,
)

Json = Any

WITH = {"source": "s1", "note": "Named for the list as a whole."}
COMMON: dict[str, tuple[Json, Json]] = {
    "evidence": ([WITH], [{"source": "s2"}]),
    "question": ("Which?", "Whose?"),
    "rank": ("normal", "deprecated"),
    "confidence": ("likely", "uncertain"),
    "note": ("Because.", "However."),
}
DEFINED: dict[str, tuple[Json, Json]] = {
    "id": ("x1", "x2"),
    "former_ids": (["old"], ["older"]),
    "description": ({"en": "A thing."}, {"en": "Another thing."}),
    "url": ("https://example.org/a", "https://example.org/b"),
    "identifiers": ([{"scheme": "wikidata", "value": "Q1"}], [{"scheme": "ror", "value": "Q1"}]),
    "evidence": ([WITH], [{"source": "s1", "note": "It is not in there."}]),
    "unknown": ([{"field": "url", "reason": "not_stated"}], [{"field": "url", "reason": "not_seen", "note": "Why."}]),
    "note": ("Because.", "However."),
}
NAMED = DEFINED | {
    "name": ({"en": "Name"}, {"en": "Other"}),
    "other_names": ([{"name": "N", "type": "former"}], [{"name": "N", "type": "misnomer"}]),
}
PLACE = {"venue": "Hall", "city": "Paris", "country": "FR", "subdivision": "FR-IDF"}
VALUES: dict[type[Model], dict[str, tuple[Json, Json]]] = {
    Date: COMMON
    | {
        "role": ("scheduled", "deadline"),
        "scope": ({"instrument": "i1", "part": "Chapter I"}, {"instrument": "i1", "part": "Chapter II"}),
        "value": ("2025-03-14", "2025-03-14~"),
        "modality": ("planned", "denied"),
        "as_stated": ("Friday", "on a Friday"),
    },
    Role: COMMON
    | {
        "actor": ("p1", "p2"),
        "role": ("speaker", "absentee"),
        "capacity": ({"en": "Minister"}, {"en": "Former minister"}),
        "on_behalf_of": ("p2", "p3"),
        "occasion": ("o1", "o2"),
        "part": ("Chapter I", "Chapter II"),
    },
    Measure: COMMON
    | {
        "instrument": ("i1", "i2"),
        "action": ("sign", "revoke"),
        "actors": (["p1"], ["p2"]),
        "date": ("2025-03-14", "2025-03-15"),
        "stage": ("signed", "in_force"),
        "modality": ("planned", "denied"),
        "attributes": ([{"name": "seat", "value": "Paris"}], [{"name": "seat", "value": "Rome"}]),
        "unknown": ([{"field": "members", "reason": "not_seen"}], [{"field": "members", "reason": "withheld"}]),
    },
    Attribute: COMMON
    | {
        "name": ("budget", "penalty"),
        "label": ("term", "length"),
        "value": (12, 13),
        "unit": ("EUR", "USD"),
        "comparator": ("at_least", "unqualified"),
        "speaker": ("p1", "p2"),
        "modality": ("under_consideration", "denied"),
    },
    Statement: COMMON
    | {
        "text": ({"en": "It is so."}, {"en": "It was so."}),
        "nature": ("attributed_statement", "inference"),
        "speaker": ("p1", "p2"),
        "speech_act": ("proposes", "rejects"),
        "modality": ("planned", "denied"),
        "date": ("2025-03-12", "2025-03-13"),
        "addressees": (["p2"], ["p3"]),
        "about": ("i1", "i2"),
        "occasion": ("o1", "o2"),
    },
    Quantity: COMMON
    | {
        "subject": ("companies", "visitors"),
        "value": (12, 13),
        "upper": (20, 21),
        "comparator": ("between", "exactly"),
        "unit": ("company", "visitor"),
        "about": ("i1", "i2"),
        "speaker": ("p1", "p2"),
        "modality": ("planned", "denied"),
        "occasion": ("o1", "o2"),
        "as_of": ("2025-03-12", "2025-03-13"),
    },
    Relation: COMMON
    | {
        "type": ("follows", "responds_to"),
        "target": ("i1", "i2"),
        "subject": ("i2", "i3"),
        "basis": ("stated", "inferred"),
        "modality": ("planned", "denied"),
        "interval": ("P3D", "P3W"),
        "as_stated": ("days after", "soon after"),
    },
    OccasionDate: COMMON
    | {
        "part": ("exhibition", "opening"),
        "value": ("2025-03-14", "2025-03-15"),
        "as_stated": ("Friday", "on a Friday"),
    },
    OtherName: COMMON | {"name": ("N", "M"), "language": ("en", "fr"), "type": ("common", "misnomer")},
    Evidence: {
        "source": ("s1", "s2"),
        "support": ("listed", "presumed"),
        "confidence": ("likely", "uncertain"),
        "note": ("Named for the list.", "It is not in there."),
    },
    Actor: NAMED
    | {
        "type": ("person", "group"),
        "country": ("FR", "GB"),
        "subdivision": ("FR-IDF", "FR-BRE"),
        "part_of": ("p1", "p2"),
    },
    Instrument: NAMED
    | {
        "type": ("law", "bill"),
        "bindingness": ("binding", "voluntary"),
        "part_of": ("i1", "i2"),
        "acts_as": ("p1", "p2"),
    },
    Occasion: NAMED
    | {
        "part_of": ("o1", "o2"),
        "series": ("o1", "o2"),
        "edition": ("2025", "2026"),
        "theme": ({"en": "Peace"}, {"en": "War"}),
        "dates": ([{"value": "2025-03-14"}], [{"value": "2025-03-15"}]),
        "place": (PLACE, PLACE | {"subdivision": "FR-BRE"}),
        "attendance_mode": ("online", "mixed"),
        "organisers": (["p1"], ["p2"]),
        "acts_as": ("p1", "p2"),
    },
    Source: DEFINED
    | {
        "type": ("official", "mirror"),
        "title": ("A", "B"),
        "title_basis": ("reconstructed", "as_printed"),
        "publisher": ("P", "Q"),
        "authors": (["Jane Doe"], ["John Doe"]),
        "archived_url": ("https://example.org/c", "https://example.org/d"),
        "published": ("2025-03-14", "2025-03-15"),
        "published_as_stated": ("Friday", "on a Friday"),
        "retrieved": ("2025-03-16", "2025-03-17"),
        "language": ("en", "fr"),
        "credits": ([{"role": "photo", "name": "N"}], [{"role": "agency", "name": "N"}]),
        "access": ("full_text", "not_read"),
        "derived_from": ("s1", "s2"),
    },
    Place: {
        name: (value, "Other" if name in ("venue", "city") else "GB-ENG"[: len(value)]) for name, value in PLACE.items()
    },
    Scope: {"instrument": ("i1", "i2"), "part": ("Chapter I", "Chapter II")},
    Identifier: {"scheme": ("wikidata", "ror"), "value": ("Q1", "Q2")},
    Credit: {"role": ("photo", "agency"), "name": ("N", "M")},
    Unknown: {
        "field": ("url", "note"),
        "reason": ("not_stated", "not_seen"),
        "note": ("Looked.", "Asked."),
    },
    Coding: {
        "scheme": ("plover", "digital_policy_alert"),
        "version": ("1", "2"),
        "code": ("CONSULT", "AID"),
        "coder": ("us", "them"),
        "note": ("Because.", "However."),
    },
    Announcement: {
        "id": ("a", "b"),
        "title": ({"en": "T"}, {"en": "U"}),
        "summary": ({"en": "So."}, {"en": "Not so."}),
        "types": (["speech"], ["treaty"]),
        "status": ("superseded", "withdrawn"),
        "replaced_by": ("a2", "a3"),
        "dates": ([{"role": "announced", "value": "2025-03-14"}], [{"role": "announced", "value": "2025-03-15"}]),
        "occasion": ("o1", "o2"),
        "place": (PLACE, PLACE | {"venue": "Street"}),
        "roles": ([{"actor": "p1", "role": "speaker"}], [{"actor": "p2", "role": "speaker"}]),
        "measures": (
            [{"instrument": "i1", "action": "sign", "stage": "signed", "modality": "asserted"}],
            [{"instrument": "i1", "action": "sign", "stage": "signed", "modality": "denied"}],
        ),
        "statements": ([{"text": {"en": "A."}, "nature": "context"}], [{"text": {"en": "B."}, "nature": "context"}]),
        "quantities": (
            [{"subject": "companies", "value": 1, "comparator": "exactly"}],
            [{"subject": "companies", "value": 1, "comparator": "about"}],
        ),
        "relations": (
            [{"type": "follows", "target": "i1", "basis": "stated"}],
            [{"type": "follows", "target": "i1", "basis": "inferred"}],
        ),
        "topics": (["safety"], ["governance"]),
        "unknown": ([{"field": "place", "reason": "not_stated"}], [{"field": "place", "reason": "withheld"}]),
        "note": ("Because.", "However."),
        "codings": (
            [{"scheme": "plover", "code": "CONSULT", "coder": "us"}],
            [{"scheme": "plover", "out_of_scope": "It is a speech.", "coder": "us"}],
        ),
    },
}
"""Two values for every field of every model that a card puts into words."""
