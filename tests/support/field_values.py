"""Two values for every field of every model, of which each means something else."""

from __future__ import annotations

from typing import Any

from communique.models import (
    Actor,
    After,
    Announcement,
    Attribute,
    Ballot,
    Coding,
    Commitment,
    Credit,
    Date,
    Derivation,
    Due,
    Evidence,
    Identifier,
    Instrument,
    Measure,
    Model,
    Money,
    Occasion,
    OccasionDate,
    OtherName,
    Outcome,
    Place,
    Quantity,
    Relation,
    Role,
    Scope,
    Share,
    Source,
    Statement,
    Threshold,
    Unknown,
    Vote,
)

Json = Any

WITH = {"source": "s1", "note": "Named for the list as a whole."}
COMMON: dict[str, tuple[Json, Json]] = {
    "evidence": ([WITH], [{"source": "s2"}]),
    "question": ("Which?", "Whose?"),
    "compatible_with": (["r1"], ["r1", "r2"]),
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
LEFT_OUT = ([{"field": "note", "reason": "not_seen"}], [{"field": "note", "reason": "withheld"}])
PLACE = {"venue": "Hall", "city": "Paris", "country": "FR", "subdivision": "FR-IDF"}
VALUES: dict[type[Model], dict[str, tuple[Json, Json]]] = {
    Date: COMMON
    | {
        "role": ("scheduled", "deadline"),
        "scope": ({"instrument": "i1", "part": "Chapter I"}, {"instrument": "i1", "part": "Chapter II"}),
        "actors": (["p1"], ["p2"]),
        "value": ("2025-03-14", "2025-03-14~"),
        "modality": ("planned", "denied"),
        "as_stated": ("Friday", "on a Friday"),
        "time_zone": ("America/New_York", "Asia/Shanghai"),
    },
    Role: COMMON
    | {
        "actor": ("p1", "p2"),
        "role": ("speaker", "absentee"),
        "capacity": ({"en": "Minister"}, {"en": "Former minister"}),
        "on_behalf_of": ("p2", "p3"),
        "occasion": ("o1", "o2"),
        "part": ("Chapter I", "Chapter II"),
        "unknown": LEFT_OUT,
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
        "form": ("quote", "paraphrase"),
        "hedge": ("appears to", "is said to"),
        "modality": ("planned", "denied"),
        "date": ("2025-03-12", "2025-03-13"),
        "addressees": (["p2"], ["p3"]),
        "about": ("i1", "i2"),
        "occasion": ("o1", "o2"),
        "unknown": LEFT_OUT,
    },
    Quantity: COMMON
    | {
        "subject": ("companies", "visitors"),
        "value": (12, 13),
        "upper": (20, 21),
        "of": (100, 101),
        "comparator": ("between", "exactly"),
        "unit": ("company", "visitor"),
        "about": ("i1", "i2"),
        "speaker": ("p1", "p2"),
        "modality": ("planned", "denied"),
        "occasion": ("o1", "o2"),
        "as_of": ("2025-03-12", "2025-03-13"),
        "unknown": LEFT_OUT,
    },
    Money: COMMON
    | {
        "flow": ("pledged", "disbursed"),
        "amount": (12, 13),
        "upper": (20, 21),
        "comparator": ("between", "exactly"),
        "currency": ("EUR", "USD"),
        "share": ({"percent": 7, "of": "turnover"}, {"percent": 8, "of": "turnover"}),
        "rule": ("greater_of", "lesser_of"),
        "subject": ("chips", "sites"),
        "about": ("i1", "i2"),
        "payer": ("p1", "p2"),
        "payee": ("p2", "p3"),
        "payer_kind": ("public", "private"),
        "period": ("2025/2027", "2025/2028"),
        "duration": ("P2Y", "P3Y"),
        "speaker": ("p1", "p2"),
        "modality": ("planned", "denied"),
        "as_of": ("2025-03-12", "2025-03-13"),
        "unknown": LEFT_OUT,
    },
    Share: {"percent": (7, 8), "of": ("turnover", "profit")},
    Vote: COMMON
    | {
        "about": ("i1", "i2"),
        "part": ("Article 1", "Article 2"),
        "body": ("p1", "p2"),
        "date": ("2025-03-12", "2025-03-13"),
        "method": ("recorded", "secret_ballot"),
        "in_favour": (12, 13),
        "against": (2, 3),
        "abstaining": (0, 1),
        "not_voting": (4, 5),
        "ballots": ([{"actor": "p1", "vote": "against"}], [{"actor": "p1", "vote": "abstaining"}]),
        "unknown": LEFT_OUT,
    },
    Ballot: {"actor": ("p1", "p2"), "vote": ("in_favour", "against")},
    Threshold: COMMON
    | {
        "about": ("i1", "i2"),
        "part": ("Article 1", "Article 2"),
        "metric": ("users", "other"),
        "label": ("visitors", "readers"),
        "comparator": ("between", "exactly"),
        "value": (12, 13),
        "upper": (20, 21),
        "unit": ("user", "reader"),
        "effect": ({"en": "It is tested."}, {"en": "It is free."}),
        "modality": ("planned", "denied"),
        "as_stated": ("over ten", "ten or more"),
        "unknown": LEFT_OUT,
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
    Commitment: COMMON
    | {
        "kind": ("promise", "obligation"),
        "by": (["p1"], ["p2"]),
        "to": (["p2"], ["p3"]),
        "text": ({"en": "Write a plan."}, {"en": "Write a law."}),
        "about": ("i1", "i2"),
        "modality": ("planned", "denied"),
        "due": ({"date": "2025-12-31"}, {"before": "o1"}),
        "as_stated": ("by the end of 2025", "by the end of the year"),
        "unknown": ([{"field": "to", "reason": "not_stated"}], [{"field": "to", "reason": "withheld"}]),
    },
    Due: {
        "within": ("P180D", "P6M"),
        "after": ({"date_role": "announced"}, {"occasion": "o1"}),
    },
    After: {
        "date_role": ("announced", "signed"),
        "instrument": ("i1", "i2"),
        "announcement": ("a", "b"),
    },
    Outcome: COMMON
    | {
        "commitment": ("a#plan", "a#law"),
        "state": ("met", "missed"),
        "date": ("2025-12-30", "2025-12-31"),
        "interim": (True, False),
        "by": (["p1"], ["p2"]),
        "assessor": ("p2", "p3"),
        "score": (0.5, "+1"),
        "codings": (
            [{"scheme": "polimeter", "code": "kept", "coder": "us"}],
            [{"scheme": "polimeter", "code": "broken", "coder": "us"}],
        ),
        "unknown": ([{"field": "score", "reason": "not_stated"}], [{"field": "score", "reason": "withheld"}]),
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
        "type": ("group", "person"),
        "country": ("FR", "GB"),
        "subdivision": ("FR-IDF", "FR-BRE"),
        "part_of": ("p1", "p2"),
        "members": (["p1"], ["p1", "p2"]),
        "countries": (["FR"], ["FR", "GB"]),
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
        "derived_from": (["s1"], ["s2"]),
    },
    Derivation: {
        "source": ("s1", "s2"),
        "confidence": ("likely", "uncertain"),
        "note": ("The figures are the same.", "It says so."),
    },
    Place: {
        name: (value, "Other" if name in ("venue", "city") else "GB-ENG"[: len(value)]) for name, value in PLACE.items()
    },
    Scope: {"instrument": ("i1", "i2"), "part": ("Chapter I", "Chapter II")},
    Identifier: {"scheme": ("wikidata", "ror"), "value": ("Q1", "Q2")},
    Credit: {"role": ("photo", "agency"), "name": ("N", "M")},
    Unknown: {
        "field": ("url", "note"),
        "language": ("fr", "de"),
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
        "url": ("https://example.org/a", "https://example.org/b"),
        "identifiers": DEFINED["identifiers"],
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
        "money": (
            [{"flow": "pledged", "amount": 1, "comparator": "exactly", "currency": "EUR"}],
            [{"flow": "disbursed", "amount": 1, "comparator": "exactly", "currency": "EUR"}],
        ),
        "votes": ([{"method": "consensus"}], [{"method": "acclamation"}]),
        "thresholds": (
            [{"metric": "users", "comparator": "exactly", "value": 1, "unit": "user"}],
            [{"metric": "users", "comparator": "about", "value": 1, "unit": "user"}],
        ),
        "relations": (
            [{"type": "follows", "target": "i1", "basis": "stated"}],
            [{"type": "follows", "target": "i1", "basis": "inferred"}],
        ),
        "commitments": (
            [{"id": "plan", "kind": "promise", "text": {"en": "Write a plan."}}],
            [{"id": "plan", "kind": "request", "text": {"en": "Write a plan."}}],
        ),
        "outcomes": ([{"commitment": "b#plan", "state": "met"}], [{"commitment": "b#plan", "state": "missed"}]),
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
