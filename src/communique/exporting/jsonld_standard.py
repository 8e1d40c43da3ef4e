"""What a record says in the terms of schema.org and ELI: only what it says as a fact, and exactly that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..codelists import (
    ActorType,
    Confidence,
    InstrumentType,
    Modality,
    NameType,
    Rank,
    RelationBasis,
    RelationType,
    SourceType,
    Stage,
)
from .jsonld_rows import Node, date, in_languages, node_of
from .metadata.document import known
from .metadata.maker import page

Row = Mapping[str, Any]
Rows = Mapping[str, Iterable[Row]]

_ACTORS = {
    ActorType.COUNTRY: "schema:Country",
    ActorType.PERSON: "schema:Person",
    **dict.fromkeys((ActorType.GOVERNMENT, ActorType.GOVERNMENT_BODY), "schema:GovernmentOrganization"),
    **dict.fromkeys(
        (
            ActorType.SUPRANATIONAL,
            ActorType.INTERGOVERNMENTAL,
            ActorType.COMPANY,
            ActorType.RESEARCH,
            ActorType.CIVIL_SOCIETY,
            ActorType.MEDIA,
        ),
        "schema:Organization",
    ),
}
_ARTICLES = (SourceType.NEWS, SourceType.NEWS_AGENCY, SourceType.STATE_MEDIA)

_ORGANISATIONS = (InstrumentType.INTERNATIONAL_ORGANISATION, InstrumentType.BODY)
_LEGAL_ACTS = (
    InstrumentType.TREATY,
    InstrumentType.LAW,
    InstrumentType.EXECUTIVE_ORDER,
    InstrumentType.REGULATION,
    InstrumentType.RULE,
)
_TEXTS = (
    InstrumentType.GUIDANCE,
    InstrumentType.CODE_OF_PRACTICE,
    InstrumentType.DECLARATION,
    InstrumentType.MEMORANDUM,
    InstrumentType.RESOLUTION,
    InstrumentType.ACTION_PLAN,
    InstrumentType.STRATEGY,
    InstrumentType.STANDARD,
    InstrumentType.REPORT,
)
_EXISTS = (Stage.IN_FORCE_PARTIALLY, Stage.IN_FORCE, Stage.SUSPENDED)
_IS_DECIDED = (Stage.ADOPTED, Stage.OPEN_FOR_SIGNATURE, Stage.SIGNED, *_EXISTS)
_CLASSES = (
    (_ORGANISATIONS, _EXISTS, ("schema:Organization",)),
    (_LEGAL_ACTS, _IS_DECIDED, ("schema:Legislation", "eli:LegalResource")),
    (_TEXTS, (Stage.PUBLISHED, *_IS_DECIDED), ("schema:CreativeWork",)),
)
"""Which instruments have which classes, once they have reached one of these stages for certain."""

_NO_LONGER_OR_NEVER = (NameType.FORMER, NameType.MISNOMER)

LEGAL_RELATIONS: Mapping[str, str] = {RelationType.AMENDS: "eli:amends", RelationType.REPEALS: "eli:repeals"}
"""The relations between legal acts that mean in ELI just what the code means."""


def announcement(plain: Row, rows: Rows) -> Node:
    """An announcement as an event: an act on a day, perhaps at an occasion."""
    own = next(iter(rows["announcements"]))
    dated = next((each for each in rows.get("dates", ()) if each["key"] == own["day_key"]), None)
    is_sure = dated is not None and not own["day_competes"] and is_fact(dated)
    return {
        "@type": "schema:Event",
        **_described(plain, "title", "summary"),
        **known(
            **{"schema:startDate": _day(own["day"]) if is_sure else None},
            **{"schema:superEvent": node_of(plain["occasion"]) if "occasion" in plain else None},
            **{"schema:location": _place(plain.get("place"))},
        ),
    }


def occasion(plain: Row, rows: Rows) -> Node:
    """An occasion; its days only if one value is shown, and no other contradicts it."""
    shown = [each for each in rows.get("occasion_dates", ()) if each["part"] is None and each["shown"]]
    start, _, end = shown[0]["value"].partition("/") if len(shown) == 1 and is_fact(shown[0]) else ("", "", "")
    return {
        "@type": "schema:Event",
        **_described(plain, "name", "description"),
        **known(
            **{"schema:startDate": _day(start), "schema:endDate": _day(end)},
            **{"schema:superEvent": node_of(plain["part_of"]) if "part_of" in plain else None},
            **{"schema:organizer": [*map(node_of, plain.get("organisers", ()))]},
            **{"schema:location": _place(plain.get("place"))},
        ),
    }


def actor(plain: Row, rows: Rows) -> Node:
    """An actor, with its names. A group and a conference have no class: they are of many kinds."""
    kind = _ACTORS.get(plain["type"])
    return {**({"@type": kind} if kind else {}), **_described(plain, "name", "description"), **_other_names(rows)}


def instrument(plain: Row, rows: Rows) -> Node:
    """What an instrument is called; its class depends on its stage, so that a plan is not taken for what is planned."""
    return {**_described(plain, "name", "description"), **_other_names(rows)}


def source(plain: Row, rows: Rows) -> Node:
    """A source as a work; its title only if the source itself has it, and its day only if it is one exact day."""
    title = plain.get("title") if "title_basis" not in plain else None
    bases = [each["source"] for each in plain.get("derived_from", ()) if _is_sure(each.get("confidence"))]
    return {
        "@type": "schema:NewsArticle" if plain["type"] in _ARTICLES else "schema:CreativeWork",
        **known(
            **{"schema:name": {"@value": title, **known(**{"@language": plain.get("language")})} if title else None},
            **{"schema:url": _address(plain.get("url")), "schema:archivedAt": _address(plain.get("archived_url"))},
            **{"schema:datePublished": _day(plain.get("published"))},
            **{"schema:inLanguage": plain.get("language"), "schema:isBasedOn": [*map(node_of, bases)]},
        ),
        **_identified(plain),
    }


def classes(type: str, stages: Iterable[Row]) -> Iterator[str]:
    """The classes of an instrument of this type. ``stages`` are its rows in the table of states."""
    reached = {each["stage"] for each in stages if each["firmness"] == "confirmed" and not each["disputed"]}
    for types, enough, found in _CLASSES:
        if type in types and reached.intersection(enough):
            yield from found


def is_fact(row: Row) -> bool:
    """Whether an assertion is shown and not contradicted, and is not put as a plan, a guess or a thought."""
    return (
        row["shown"]
        and not row["competes"]
        and row["rank"] != Rank.DEPRECATED
        and _is_sure(row["confidence"])
        and row.get("modality") in (None, Modality.ASSERTED)
        and row.get("basis") != RelationBasis.INFERRED
    )


def _is_sure(confidence: str | None) -> bool:
    return confidence in (None, Confidence.VERIFIED)


def _described(plain: Row, name: str, description: str) -> Node:
    return {
        "schema:name": in_languages(plain[name]),
        **known(
            **{"schema:description": in_languages(plain.get(description, {}))},
            **{"schema:url": _address(plain.get("url"))},
        ),
        **_identified(plain),
    }


def _identified(plain: Row) -> Node:
    given = [(each["scheme"], each["value"]) for each in plain.get("identifiers", ())]
    pages = [_address(found) for scheme, value in given if (found := page(scheme, value))]
    values = [{"@type": "schema:PropertyValue", "schema:propertyID": a, "schema:value": b} for a, b in given]
    return known(**{"schema:identifier": values, "schema:sameAs": pages})


def _other_names(rows: Rows) -> Node:
    names = [each for each in rows.get("other_names", ()) if is_fact(each) and each["type"] not in _NO_LONGER_OR_NEVER]
    texts = [{"@value": each["name"], **known(**{"@language": each["language"]})} for each in names]
    return known(**{"schema:alternateName": texts})


def _place(place: Row | None) -> Node | None:
    if not place:
        return None
    address = known(
        **{"schema:addressLocality": place.get("city"), "schema:addressRegion": place.get("subdivision")},
        **{"schema:addressCountry": place.get("country")},
    )
    return {
        "@type": "schema:Place",
        **known(**{"schema:name": place.get("venue")}),
        **({"schema:address": {"@type": "schema:PostalAddress", **address}} if address else {}),
    }


def _address(url: str | None) -> Node | None:
    return {"@id": url} if url else None


def _day(value: str | None) -> Node | None:
    """A date, unless it is an interval, of which nobody says that it all is the day, or the open end of one."""
    return date(value) if value and "/" not in value and value != ".." else None


STANDARD = {
    "announcements": announcement,
    "occasions": occasion,
    "actors": actor,
    "instruments": instrument,
    "sources": source,
}
"""What makes the standard terms of a thing, by the name of its table."""
