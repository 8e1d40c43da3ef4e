"""An announcement and a session are compared with the occasion that they are made or held at."""

from __future__ import annotations

from typing import Any

import pytest

from communique.corpus.corpus import Entry
from communique.models import SCHEMA_VERSION, Announcement
from communique.text.pointer import Pointer
from communique.validation.rules.occasions.date_outside_occasion import DateOutsideOccasion
from communique.validation.rules.occasions.place_contradicts_occasion import PlaceContradictsOccasion
from support.judged import violations

Json = Any


def found(fields: Json, session: Json, summit: Json) -> list[Pointer]:
    """The pointers of the findings in an announcement at a summit, which defines a session of the summit."""
    data = {
        "schema_version": SCHEMA_VERSION,
        "kind": "announcement",
        "id": "one",
        "title": {"en": "A title"},
        "types": ["speech"],
        "status": "reviewed",
        "occasion": "summit",
        "dates": [{"role": "announced", "value": "2025-02-10"}],
        "occasions": [
            {"id": "session", "name": {"en": "Session"}, "part_of": "summit"} | session,
            {"id": "summit", "name": {"en": "Summit"}} | summit,
        ],
    }
    entry = Entry("one.yaml", Announcement.model_validate(data | fields))
    rules = (DateOutsideOccasion(), PlaceContradictsOccasion())
    return [violation.pointer for rule in rules for _, violation in violations(rule, entry)]


def test_dates_of_both() -> None:
    dates = [{"role": "announced", "value": "2025-06-01"}, {"role": "announced", "value": "2025-02-11"}]
    own = [{"value": "2025-02-10"}, {"value": "2024-02-10"}]
    assert found({"dates": dates}, {"dates": own}, {"dates": [{"value": "2025-02-10/2025-02-11"}]}) == [
        ("dates", 0, "value"),
        ("occasions", 0, "dates", 1, "value"),
    ]


@pytest.mark.parametrize("change", [{"rank": "deprecated", "note": "No."}, {"modality": "denied"}])
def test_a_date_that_is_no_fact_is_not_compared(change: Json) -> None:
    far = {"role": "announced", "value": "2025-06-01"} | change
    near = {"role": "announced", "value": "2025-02-10"}
    assert found({"dates": [near, far]}, {}, {"dates": [{"value": "2025-02-10"}]}) == []


def test_places_of_both() -> None:
    geneva, lyon = {"city": "Geneva", "country": "CH"}, {"city": "Lyon", "country": "FR"}
    paris = {"city": "Paris", "country": "FR"}
    assert found({"place": geneva}, {"place": geneva}, {"place": paris}) == [
        ("place", "country"),
        ("occasions", 0, "place", "country"),
    ]
    # A session may be in another town of the country.
    assert found({"place": lyon}, {"place": lyon}, {"place": paris}) == [("place", "city")]


@pytest.mark.parametrize("other", ["Lodz", "ŁÓDŹ", "Łódź Centre", "Ｌｏｄｚ"])
def test_two_spellings_of_one_town(other: str) -> None:
    assert found({"place": {"city": "Łódź"}}, {}, {"place": {"city": other}}) == []
