"""The draft as a record: plain data, and what a person should see beside its items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..authoring.citation import describe
from ..authoring.new_ids import record_id, source_id
from ..codelists import Action, AnnouncementType, InstrumentType, RoleType, SourceAccess, TextNormalization
from ..errors import CommuniqueError
from ..lazy import lazy_pattern
from ..lexicon.page_variants import published_in
from ..lexicon.placeholders import UNKNOWN_DAY
from ..lexicon.web_addresses import host, page
from ..models import SCHEMA_VERSION
from ..text.source_text import digest
from .article import MOST_CHARACTERS, Article, Words
from .days import days
from .gathering import MOST_ITEMS, Gathering
from .page import page_of
from .places import town

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus

SECTIONS = ("dates", "roles", "measures", "statements", "commitments", "quantities", "money", "votes", "relations")
_DOCUMENTS = {
    AnnouncementType.EXECUTIVE_ACT: lazy_pattern(r"(?i)\b(?:executive order|decree)\b"),
    AnnouncementType.JOINT_STATEMENT: lazy_pattern(r"(?i)\bjoint (?:statement|communiqu[eé])\b"),
    AnnouncementType.DECLARATION: lazy_pattern(r"(?i)\bdeclaration\b"),
    AnnouncementType.RESOLUTION: lazy_pattern(r"(?i)\bresolution\b|^[0-9]{1,3}/[0-9]{1,4}\. "),
}
"""What a document is that speaks itself, by its title."""

_TELLING = ("told", "tells")
_SPEECH = lazy_pattern(
    r"(?i)\b(?:speech|address(?:ed|ing)?|keynote|remarks|speaking|spoke|speaks|opening|inaugura\w+)\b"
    rf"|\b(?:{'|'.join(_TELLING)}) (?:the )?(?:audience|delegates|participants|conference|summit|assembly|council)\b"
    r"|致辞|讲话|演讲|开幕式"
)
"""Words for a speech that somebody gives, and not only says something to reporters."""

_TO_WRITE = "TODO: "
_TYPES = {
    InstrumentType.ACTION_PLAN: AnnouncementType.ACTION_PLAN,
    InstrumentType.EXECUTIVE_ORDER: AnnouncementType.EXECUTIVE_ACT,
    InstrumentType.DECLARATION: AnnouncementType.DECLARATION,
    InstrumentType.TREATY: AnnouncementType.TREATY,
    InstrumentType.LAW: AnnouncementType.LEGISLATIVE_ACT,
    InstrumentType.BILL: AnnouncementType.LEGISLATIVE_ACT,
    InstrumentType.RESOLUTION: AnnouncementType.RESOLUTION,
    InstrumentType.STRATEGY: AnnouncementType.STRATEGY,
    InstrumentType.COMMITMENT: AnnouncementType.CORPORATE_COMMITMENT,
    InstrumentType.GUIDANCE: AnnouncementType.REGULATORY_GUIDANCE,
    InstrumentType.STANDARD: AnnouncementType.STANDARD,
    InstrumentType.REPORT: AnnouncementType.REPORT,
}


@dataclass
class Drafted:
    """A record as plain data. ``shown`` has words of the text by list and index; ``not_taken`` is for the curator."""

    data: dict[str, Any]
    headline: str
    shown: dict[tuple[str, int], str] = field(default_factory=dict)
    not_taken: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The proposed id."""
        return str(self.data["id"])

    @property
    def summary(self) -> str:
        """How many items of which list were found, in a line."""
        known = [] if "sources" in self.data else ["the source is in the corpus"]
        lists = {name: [each for each in self.data.get(name, ()) if "evidence" in each] for name in SECTIONS}
        lists["passages"] = self.data.get("passages", [])
        numbers = [f"{len(items)} {name}" for name, items in lists.items() if items] or ["nothing for a record"]
        return f"found: {', '.join([*numbers, *known])}; seen and not taken: {len(self.not_taken)}"


def draft(text: str, corpus: Corpus, *, url: str = "", source: str = "") -> Drafted:
    """A draft from the text of an article. ``source`` is the id of its source, or of the one to be defined.

    Raises:
        communique.authoring.citation.CitationError: the text is empty.
        OtherTextError: the corpus defines the source with another text, or without one.
    """
    source = source or _source_with(text, corpus)
    known = corpus.sources.get(source)
    article = Article(text, known.text.normalization if known and known.text else None)
    if known and (known.text is None or known.text.digest != article.identity.digest):
        raise OtherTextError(_other_text(source, has_text=known.text is not None))
    return _Drafting(article, corpus, url, source).made()


def _source_with(text: str, corpus: Corpus) -> str:
    """The id of the only source that the corpus defines with this text; empty if there is none."""
    identities = [describe(text, form) for form in TextNormalization] if text.strip() else []
    digests = {each.digest for each in identities}
    found = [each.id for each in corpus.sources.values() if each.text and each.text.digest in digests]
    return found[0] if len(found) == 1 else ""


def _same_page(url: str, corpus: Corpus) -> list[str]:
    """The ids of the sources that the corpus defines with the address."""
    return [each.id for each in corpus.sources.values() if url and each.url and page(each.url) == page(url)]


def _other_text(source: str, *, has_text: bool) -> str:
    if has_text:
        return f"the source {source} is defined with another text: the digest is not that of this file"
    return f"the source {source} is defined without its text; add the block that `communique cite TEXT_FILE` prints"


class OtherTextError(CommuniqueError, ValueError):
    """Passages of the text cannot be passages of the source."""


class _Drafting:
    def __init__(self, article: Article, corpus: Corpus, url: str, source: str) -> None:
        self._article, self._corpus, self._url = article, corpus, url
        self._page = page_of(url, article, corpus)
        self._gathering = Gathering(article, corpus, self._page.publisher)
        taken = self._gathering.names.taken
        self._headline = article.title.text if article.title else ""
        self._id = record_id(self._headline, self._gathering.year or self._any_year(), taken)
        publisher = self._page.publisher if self._page.publisher != host(url) else ""
        self._source = source or source_id(publisher, url, self._headline, "", taken | {self._id})

    def made(self) -> Drafted:
        found = self._gathering.found
        drafted = Drafted({}, self._headline, not_taken=list(dict.fromkeys(found.not_taken)))
        lists: dict[str, list[dict[str, Any]]] = {}
        for section in SECTIONS:
            proposals = found.of(section)
            lists[section] = [{**each.fields, "evidence": list(each.evidence)} for each in proposals[:MOST_ITEMS]]
            drafted.shown |= {(section, number): each.shown for number, each in enumerate(proposals) if each.shown}
            if len(proposals) > MOST_ITEMS:
                drafted.not_taken.append(
                    f"{section}: {len(proposals) - MOST_ITEMS} more than the {MOST_ITEMS} written here"
                )
        drafted.data = _with_passages(self._record(lists), self._source)
        if self._source not in self._corpus.sources:
            same = _same_page(self._url, self._corpus)
            drafted.not_taken += [f"source {each}: it has this address, and another text or none" for each in same]
        if self._article.is_cut:
            drafted.not_taken.append(f"everything after the first {MOST_CHARACTERS} characters of the text")
        return drafted

    def _record(self, lists: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
        """The record, with stretches of the text where passages are to be."""
        gathering = self._gathering
        record: dict[str, Any] = {"schema_version": SCHEMA_VERSION, "kind": "announcement", "id": self._id}
        record |= {"title": {"en": f"{_TO_WRITE}who announced what, in a line of your own"}}
        record |= {"types": self._types(lists), "status": "draft", "dates": lists["dates"] or [self._page_day()]}
        if gathering.occasion:
            record["occasion"] = gathering.occasion.id
        elif place := gathering.dateline.place:
            record["place"] = {"city": place.text.title()}
        elif place := town(self._article, gathering.mentions):
            record["place"] = {"city": place.text}
        record |= {name: items for name, items in lists.items() if name != "dates"}
        record["sources"] = [] if self._source in self._corpus.sources else [self._definition()]
        used = {role["actor"] for role in lists["roles"]}
        used |= {id for each in lists["measures"] for id in each.get("actors", ())}
        used |= {each["speaker"] for each in lists["statements"] if "speaker" in each}
        record["actors"] = [each for each in gathering.new_actors() if each["id"] in used]
        made = {each["instrument"] for each in lists["measures"]}
        record["instruments"] = [each for each in gathering.found.instruments if each["id"] in made]
        record["occasions"] = self._occasions()
        return {name: value for name, value in record.items() if value != []}

    def _any_year(self) -> str:
        """The year of the first date that is of the announcement as a whole, or else the only one of all days."""
        own = (each.fields["value"] for each in self._gathering.found.of("dates") if "scope" not in each.fields)
        named = {day.value[:4] for sentence in self._article.sentences for day in days(sentence)}
        return next(own, "")[:4] or (named.pop() if len(named) == 1 else "")

    def _page_day(self) -> dict[str, Any]:
        """The day of the page, if the text names no other; else the placeholder of the template."""
        dateline = self._gathering.dateline
        if not dateline.words:
            return {"role": "announced", "value": UNKNOWN_DAY}
        note = "The day of the page; the text does not say when it was announced."
        day = {"role": "announced", "value": dateline.published.partition("T")[0], "confidence": "uncertain"}
        return {**day, "note": note, "evidence": [dateline.words]}

    def _definition(self) -> dict[str, Any]:
        article, dateline = self._article, self._gathering.dateline
        page = self._page
        given: dict[str, Any] = {"id": self._source, "type": str(page.type), "title": self._headline}
        given |= {"publisher": page.publisher, "authors": list(dateline.authors), "url": self._url}
        published, note = (dateline.published, "") if dateline.published else published_in(self._url)
        given |= {"published": published, "published_as_stated": dateline.as_stated, "language": article.language}
        given["credits"] = [{"role": str(role), "name": name} for role, name in dateline.credits]
        given |= {"access": str(SourceAccess.FULL_TEXT), "text": article.identity.model_dump(mode="json"), "note": note}
        return {name: value for name, value in given.items() if value}

    def _occasions(self) -> list[dict[str, Any]]:
        named = self._gathering.occasion
        if not named or not named.name:
            return []
        place = {"place": {"city": named.city}} if named.city else {}
        definition = {"id": named.id, "name": {self._gathering.language: named.name}, **place}
        return [{**definition, "evidence": [named.sentence]}]

    def _types(self, lists: dict[str, list[dict[str, Any]]]) -> list[str]:
        """What is announced, as far as measures and speakers say so; else `other`."""
        kinds = {id: each.type for id, each in self._corpus.instruments.items()}
        kinds |= {each["id"]: each["type"] for each in self._gathering.found.instruments}
        found: list[str] = []
        for measure in lists["measures"]:
            kind = kinds[measure["instrument"]]
            is_body = kind in (InstrumentType.INTERNATIONAL_ORGANISATION, InstrumentType.BODY, InstrumentType.NETWORK)
            if is_body and measure["action"] == Action.PROPOSE:
                found.append(str(AnnouncementType.INSTITUTION_PROPOSAL))
            elif is_body and measure["action"] == Action.ESTABLISH:
                found.append(str(AnnouncementType.INSTITUTION_FOUNDING))
            elif kind in _TYPES:
                found.append(str(_TYPES[kind]))
        persons = {id for id, each in self._corpus.actors.items() if each.type == "person"}
        persons |= {id for id, (mention, _) in self._gathering.mentions.new.items() if mention.is_person}
        spoken = (each for each in lists["roles"] if each["role"] == RoleType.SPEAKER and each["actor"] in persons)
        if any(_SPEECH.search(place.text) for each in spoken for place in each["evidence"]):
            found.append(str(AnnouncementType.SPEECH))
        if self._gathering.voice:
            found = [*(str(type) for type, words in _DOCUMENTS.items() if words.search(self._headline)), *found]
        return list(dict.fromkeys(found)) or [str(AnnouncementType.OTHER)]


def _with_passages(record: dict[str, Any], source: str) -> dict[str, Any]:
    """The record with a named passage for each stretch of the text in it, in the order of the text."""
    stretches = sorted(set(_stretches(record)))
    names = {each: f"p{number}" for number, each in enumerate(stretches, 1)}
    for each in (*record.get("statements", ()), *record.get("commitments", ())):
        words = f"{_TO_WRITE}what {names[each['evidence'][0]]} says, in words of your own"
        each["text"] = {"en": words}
    done: dict[str, Any] = _named(record, names)
    passages = [
        {"id": names[each], "source": source, "start": each.start, "end": each.end, "digest": digest(each.text)}
        for each in stretches
    ]
    return {**done, "passages": passages} if passages else done


def _stretches(value: Any) -> Iterator[Words]:
    if isinstance(value, Words):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _stretches(each)


def _named(value: Any, names: dict[Words, str]) -> Any:
    if isinstance(value, Words):
        return {"passage": names[value]}
    if isinstance(value, dict):
        first = {"text": None} if "nature" in value or "due" in value else {}
        return {name: _named(each, names) for name, each in {**first, **value}.items()}
    return [_named(each, names) for each in value] if isinstance(value, list) else value
