"""What sources go back to, and how many of them are independent of each other: at least, and at most."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.codelists import COPIES, ORIGINS, SourceOrigin, SourceType
from communique.corpus.provenance import Sources, originals
from communique.models import Source
from communique.models.provenance import Provenance
from support.folders import ROOT


class Known(NamedTuple):
    provenance: Provenance


def own(*sure: str, perhaps: Sequence[str] = ()) -> Known:
    return Known(Provenance("own", None, sure, tuple(perhaps)))


def unknown(*sure: str, perhaps: Sequence[str] = ()) -> Known:
    return Known(Provenance("unknown", None, sure, tuple(perhaps)))


def derived(*sure: str, perhaps: Sequence[str] = ()) -> Known:
    return Known(Provenance("derived", None, sure, tuple(perhaps)))


SOURCES = {
    "agency": own(),
    "ministry": own(),
    "paper": unknown(),
    "blog": unknown(),
    "rewrite": derived(),
    "mirror": derived(),
    "reprint": derived("agency"),
    "reprint-of-reprint": unknown("reprint"),
    "copy-of-paper": derived("paper"),
    "copy-of-rewrite": unknown("rewrite"),
    "of-two": unknown("agency", "ministry"),
    "of-agency-and-paper": unknown("agency", "paper"),
    "of-agency-and-rewrite": unknown("agency", "rewrite"),
    "of-two-copies": unknown("reprint", "reprint-of-reprint"),
    "of-agency-perhaps-ministry": unknown("agency", perhaps=["ministry"]),
    "paper-perhaps-of-agency": unknown(perhaps=["agency"]),
    "rewrite-perhaps-of-agency": derived(perhaps=["agency"]),
    "office-perhaps-of-agency": own(perhaps=["agency"]),
    "x": unknown("y"),
    "y": unknown("z"),
    "z": unknown("y"),
    "self": unknown("self"),
    "perhaps-of-itself": own(perhaps=["perhaps-of-itself"]),
}

COUNTS: list[tuple[str, int, str]] = [
    ("", 0, ""),
    ("agency", 1, "agency"),
    ("agency ministry", 2, "agency ministry"),
    ("paper", 1, "paper"),
    ("paper blog nobody", 1, "paper blog nobody"),
    ("agency paper blog", 1, "agency paper blog"),
    ("rewrite", 0, "rewrite"),
    ("rewrite mirror", 0, "rewrite mirror"),
    ("rewrite agency", 1, "rewrite agency"),
    ("rewrite paper", 1, "rewrite paper"),
    ("reprint", 1, "agency"),
    ("reprint reprint-of-reprint agency", 1, "agency"),
    ("reprint-of-reprint ministry", 2, "agency ministry"),
    ("copy-of-paper paper", 1, "paper"),
    ("copy-of-rewrite", 0, "rewrite"),
    ("of-two", 1, "agency ministry"),
    ("of-two agency", 1, "agency ministry"),
    ("of-two agency ministry", 2, "agency ministry"),
    ("of-agency-and-paper", 1, "agency paper"),
    ("of-agency-and-rewrite", 0, "agency rewrite"),
    ("of-two-copies ministry", 2, "agency ministry"),
    ("of-agency-perhaps-ministry", 1, "agency ministry"),
    ("of-agency-perhaps-ministry ministry", 1, "agency ministry"),
    ("paper-perhaps-of-agency", 1, "paper-perhaps-of-agency"),
    ("paper-perhaps-of-agency agency", 1, "paper-perhaps-of-agency agency"),
    ("paper-perhaps-of-agency ministry", 1, "paper-perhaps-of-agency ministry"),
    ("rewrite-perhaps-of-agency", 0, "rewrite-perhaps-of-agency"),
    ("office-perhaps-of-agency", 1, "office-perhaps-of-agency"),
    ("office-perhaps-of-agency agency", 1, "office-perhaps-of-agency agency"),
    ("x y z", 0, "y"),
    ("self", 0, "self"),
    ("perhaps-of-itself", 1, "perhaps-of-itself"),
]


@pytest.mark.parametrize(("ids", "at_least", "possible"), COUNTS)
def test_what_sources_go_back_to(ids: str, at_least: int, possible: str) -> None:
    found = originals(ids.split(), SOURCES)
    assert (found.at_least, found.possible) == (at_least, frozenset(possible.split()))


IDS = "abcdefg"
LISTS = st.lists(st.sampled_from(IDS + "?"), max_size=3).map(tuple)
CODES, PUBLISHERS = st.sampled_from([str(each) for each in SourceOrigin]), st.sampled_from([None, "Office", "Agency"])
KNOWN = st.builds(Known, st.builds(Provenance, CODES, PUBLISHERS, LISTS, LISTS))
MADE = st.dictionaries(st.sampled_from(IDS), KNOWN)
CITED = st.sets(st.sampled_from(IDS))


@given(MADE, CITED)
def test_the_upper_end_is_never_below_the_lower_and_never_nothing(made: dict[str, Known], cited: set[str]) -> None:
    found = originals(cited, made)
    assert found.at_least <= len(found.possible)
    assert bool(found.possible) is bool(cited)


@given(MADE, CITED, st.sampled_from(IDS), st.sampled_from(IDS))
def test_a_derivation_that_is_not_sure_never_raises_the_lower_end(
    made: dict[str, Known], cited: set[str], id: str, other: str
) -> None:
    before = made.get(id, unknown())
    changed = before.provenance._replace(unsure=(*before.provenance.unsure, other))
    assert originals(cited, {**made, id: Known(changed)}).at_least <= originals(cited, made).at_least


@given(MADE, CITED, LISTS.filter(bool), LISTS)
def test_a_page_adds_nothing_beyond_its_originals(
    made: dict[str, Known], cited: set[str], sure: tuple[str, ...], perhaps: tuple[str, ...]
) -> None:
    sources = {**made, "page": unknown(*sure, perhaps=perhaps)}
    before = originals({*cited, *sure, *perhaps}, sources)
    after = originals({*cited, *sure, *perhaps, "page"}, sources)
    assert after == before


@given(MADE, CITED)
def test_a_copy_of_nobody_knows_what_never_raises_the_lower_end(made: dict[str, Known], cited: set[str]) -> None:
    sources = {**made, "page": derived()}
    assert originals({*cited, "page"}, sources).at_least == originals(cited, sources).at_least


@given(MADE, st.permutations(IDS))
def test_the_order_of_questions_changes_nothing(made: dict[str, Known], order: Sequence[str]) -> None:
    sources = Sources(made)
    for id in order:
        assert originals([id], sources) == originals([id], made)


def test_two_texts_of_one_publisher_are_one_source_at_least() -> None:
    office, other = Provenance("own", "Office"), Provenance("own", "Other Office")
    sources = {"speech": Known(office), "release": Known(office), "note": Known(other), "copy": derived("release")}
    assert originals(["speech", "release", "copy"], sources).at_least == 1
    assert originals(["speech", "copy"], sources).possible == {"speech", "release"}
    assert originals(["speech", "release", "note"], sources).at_least == 2


def test_a_source_with_very_many_originals_stands_for_itself() -> None:
    many: Mapping[str, Known] = {"page": unknown(*[f"report-{number}" for number in range(101)])}
    assert originals(["page"], many).possible == {"page"}


def source(**fields: Any) -> Source:
    return Source.model_validate({"id": "it", "type": "news", "access": "excerpt", **fields})


def test_every_type_has_an_origin() -> None:
    assert set(ORIGINS) == set(SourceType)
    for type, origin in ORIGINS.items():
        assert source(type=type).provenance == (origin, None, (), ())


ORIGIN_OF: list[tuple[dict[str, Any], str]] = [
    ({"origin": "own"}, "own"),
    ({"type": "official", "origin": "unknown"}, "unknown"),
    ({"type": "official", "origin": "derived"}, "derived"),
    ({"type": "social", "origin": "own"}, "own"),
    *[({"type": type, "origin": origin}, "derived") for type in sorted(COPIES) for origin in ("own", "unknown")],
    ({"type": "official", "credits": [{"role": "translation", "name": "Ada Example"}]}, "derived"),
    ({"type": "official", "credits": [{"role": "photo", "name": "AP"}]}, "own"),
]


@pytest.mark.parametrize(("fields", "origin"), ORIGIN_OF)
def test_the_origin_of_a_source(fields: dict[str, Any], origin: str) -> None:
    assert source(**fields).provenance.origin == origin


def test_the_page_has_the_origin_of_every_type() -> None:
    page = (ROOT / "docs/explanation/independence.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (.*?) \| .* \|$", page, re.MULTILINE)
    written = {type: origin for origin, types in rows for type in re.findall(r"`(\w+)`", types)}
    assert written == {str(type): str(origin) for type, origin in ORIGINS.items()}
