"""Of no assertion more independent sources are counted than the collected facts support, counted in a simple way.

Needs those facts beside the project. They have the kind of each page and, in brackets after its publisher or before
"via", whose text it carries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import pytest

import communique
from communique.corpus.corroboration import corroborations
from communique.models import sources_of
from support.facts import Pages, needs_facts, read_facts

pytestmark = needs_facts

OWN = {"official", "wire", "academic"}
COPIES = {"rewrite", "mirror"}
SOMEBODY = "somebody"
ISSUERS = re.compile(
    r"Reuters|AFP|\bAP\b|\bPA\b|Yonhap|IANS|WAM|KUNA|Europa Press|CNN|MFA|Ministry of Foreign Affairs|Federal Register|"
    r"White House|EO \d+|(?:US )?(?:mission|Commission|Commerce)|department|full text|Press Information Bureau"
)
"""Agencies, ministries and other issuers whose texts the pages carry."""


def kinds_and_publishers(corpus: communique.Corpus) -> dict[str, tuple[str, str]]:
    """The kind and the publisher of the page that each source is."""
    pages = Pages(corpus)
    found = [(page, pages.find(page)) for item in read_facts().values() for page in item["sources"]]
    return {id: (page["kind"], page["publisher"]) for page, ids in found for id in ids}


def original(kind: str, publisher: str) -> str | None:
    """What counts for a page: an issuer or an agency; somebody; or None, for a copy of nobody knows what."""
    carried = re.search(r"\((.*)\)|^(.*) via ", publisher)
    text = next(filter(None, carried.groups())) if carried else ""
    issuer = ISSUERS.search(text)
    if kind in OWN:
        return issuer[0] if issuer else text or publisher
    if issuer:
        return issuer[0]
    return None if kind in COPIES and not text else SOMEBODY


def supported(found: Iterable[tuple[str, str]]) -> int:
    """How many independent sources the pages with these kinds and publishers are at least."""
    originals = {original(*page) for page in found} - {None}
    return len(originals - {SOMEBODY}) or len(originals)


@pytest.mark.parametrize(
    ("found", "count"),
    [
        ([("wire", "AnewZ (from Reuters)"), ("wire", "Boursorama (Reuters)"), ("media", "Lentera (Reuters copy)")], 1),
        ([("wire", "Kyodo News"), ("official", "GOV.UK"), ("media", "PUKmedia")], 2),
        ([("media", "PUKmedia"), ("blog", "Geopolitechs"), ("state_media", "WAM")], 1),
        ([("rewrite", "DeepNewz"), ("mirror", "localnewswave.com")], 0),
        ([("mirror", "cnwwj.com (copy of MFA text)"), ("official", "Embassy (MFA briefing)")], 1),
        ([("mirror", "ft (copy of Financial Times)"), ("rewrite", "halvings.org (rewrite of TechCrunch)")], 1),
        ([], 0),
    ],
)
def test_the_simple_way(found: list[tuple[str, str]], count: int) -> None:
    assert supported(found) == count


def test_no_more_sources_are_counted_than_the_facts_support(shipped: communique.Corpus) -> None:
    known, sources = kinds_and_publishers(shipped), shipped.sources
    # What is no page of the facts may be anybody's, and so at most one with all others of unknown origin.
    kinds = {id: known.get(id, ("media", "")) for id in sources}
    things: dict[str, Any] = {**shipped.announcements, **shipped.registries}
    compared = 0
    for id, thing in things.items():
        for pointer, assertion, found in corroborations(thing, sources):
            known_to_say_so = [each for each in assertion.evidence if each.support != "presumed"]
            pages_of = [kinds[each] for each in sources_of(known_to_say_so)]
            assert found.supporting.at_least <= supported(pages_of), (id, pointer, found.supporting, pages_of)
            compared += bool(pages_of)
    assert compared > 900
    assert len(known) > 300
