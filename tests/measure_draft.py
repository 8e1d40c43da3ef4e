"""How much of what a person finds in a text `communique draft` finds: facts right, missed, and not in the text.

    python tests/measure_draft.py            the texts in tests/drafting/texts, each with its list of facts
    python tests/measure_draft.py TEXT RECORD_ID SOURCE_ID
                                             a text, and a record of the shipped corpus that was made from it by hand

A fact is an assertion. One of a draft is the same as one of a person if it is in the same list, has the same main
fields, and its evidence is the same place. Each fact of a draft counts once.
"""

from __future__ import annotations

import re
import sys
from calendar import day_name
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import yaml

sys.path.insert(0, str(Path(__file__).parent))

import communique
from communique.corpus.corpus import Corpus
from communique.drafting.record import draft
from communique.lexicon.folding import fold
from communique.text.source_text import digest, normalise, normalization_for
from support.folders import CORPUS, RECORDS

TEXTS = Path(__file__).parent / "drafting" / "texts"
MAIN_FIELDS = {
    "dates": ("role", "value"),
    "roles": ("actor", "role"),
    "measures": ("action", "actors"),
    "attributes": ("name", "value", "modality"),
    "statements": ("nature", "speaker", "speech_act", "form"),
    "quantities": ("value", "upper", "comparator", "unit"),
    "money": ("flow", "amount", "currency", "comparator"),
    "relations": ("type",),
}
_NUMBERS = {"2": "two", "8": "eight", "10": "ten", "11": "eleven", "30": "三十", "41": "forty-one"}
_MEANT = re.compile(r"^[“\"]|^[他她]|\b(?:[Hh]e|[Ss]he|[Tt]he [\w ]*?(?:plan|decree|statement|minister))\b")


class Fact(NamedTuple):
    """An assertion of a record: its list, its fields, and the stretches of the text that say it."""

    section: str
    fields: dict[str, Any]
    places: tuple[tuple[int, int], ...]

    def is_same(self, drafted: Fact, strictly: bool) -> bool:
        """Whether a draft has found it. If not strictly, acts and forms of speech do not count."""
        names = MAIN_FIELDS[self.section][: None if strictly else 2]
        given = {name: self.fields[name] for name in names if name in self.fields}
        is_alike = given == {name: drafted.fields.get(name) for name in given}
        return drafted.section == self.section and is_alike and self.overlap(drafted) > 0

    def overlap(self, other: Fact) -> int:
        """How many characters of the text both rest on."""
        return sum(max(0, min(b, d) - max(a, c)) for a, b in self.places for c, d in other.places)


class Measured(NamedTuple):
    """What came of comparing: facts that were found, and that were not; and what only the draft has."""

    right: list[Fact]
    missed: list[Fact]
    beyond: list[Fact]
    ungrounded: list[str]

    @property
    def share(self) -> float:
        """The part of the person's facts that the draft has."""
        return len(self.right) / (len(self.right) + len(self.missed))


def measure(text: str, corpus: Corpus, by_hand: list[Fact], *, strictly: bool = True, url: str = "") -> Measured:
    """Compare a draft from the text with the facts of a person."""
    data = draft(text, corpus, url=url).data
    drafted = list(facts_of(data, {each["id"]: (each["start"], each["end"]) for each in data.get("passages", ())}))
    right: list[Fact] = []
    missed: list[Fact] = []
    beyond = drafted
    for each in sorted(by_hand, key=lambda one: sum(one.is_same(other, strictly) for other in drafted)):
        same = [(each.overlap(one), -number) for number, one in enumerate(beyond) if each.is_same(one, strictly)]
        (right if same else missed).append(each)
        beyond = [one for number, one in enumerate(beyond) if not same or number != -max(same)[1]]
    return Measured(right, missed, beyond, list(ungrounded(data, text, corpus)))


def facts_of(record: dict[str, Any], places: dict[str, tuple[int, int]]) -> Iterator[Fact]:
    """The assertions of a record that have one of these passages as evidence."""
    for section in MAIN_FIELDS:
        for each in record.get(section, ()):
            for name, one in [(section, each), *(("attributes", inner) for inner in each.get("attributes", ()))]:
                used = [e["passage"] for e in one.get("evidence", ()) if isinstance(e, dict) and "passage" in e]
                if found := tuple(places[id] for id in used if id in places):
                    yield Fact(name, one, found)


def listed(name: str) -> list[Fact]:
    """The facts that a person listed for one of the texts."""
    raw = (TEXTS / f"{name}.txt").read_text(encoding="utf-8")
    text = normalise(raw, normalization_for(raw))
    written = yaml.safe_load((TEXTS / f"{name}.yaml").read_text(encoding="utf-8"))
    found = []
    for section, facts in written.items():
        for each in facts:
            words = each.pop("words")
            assert text.count(words) == 1, words
            start = text.index(words)
            found.append(Fact(section, each, ((start, start + len(words)),)))
    return found


def ungrounded(data: dict[str, Any], text: str, corpus: Corpus) -> Iterator[str]:
    """What the draft says and the text does not, looked for by other means than those of the draft."""
    content = normalise(text, normalization_for(text))
    said = {}
    for each in data.get("passages", ()):
        said[each["id"]] = content[each["start"] : each["end"]]
        if digest(said[each["id"]]) != each["digest"]:
            yield f"passage {each['id']}: another digest"
    names = {id: _names(actor.model_dump(mode="json")) for id, actor in corpus.actors.items()}
    names |= {each["id"]: _names(each) for each in data.get("actors", ())}
    for section in MAIN_FIELDS:
        for each in data.get(section, ()):
            words = " ".join(said[e["passage"]] for e in each.get("evidence", ()))
            yield from (f"{section}: {what}" for what in _not_in(section, each, words, names))
    for each in (*data.get("actors", ()), *data.get("instruments", ()), *data.get("occasions", ())):
        words = said[each["evidence"][0]["passage"]]
        yield from (f"{each['id']}: {name}" for name in each["name"].values() if name not in words)
    for source in data.get("sources", ()):
        shown = [
            source.get("title"),
            source.get("published_as_stated"),
            *(each["name"] for each in source.get("credits", ())),
        ]
        yield from (f"source: {each}" for each in shown if each and each not in content)


def _not_in(section: str, fact: dict[str, Any], words: str, names: dict[str, list[str]]) -> Iterator[str]:
    if section == "dates" and fact["value"] != "20XX":
        year, day = fact["value"][:4], fact["value"][8:10].lstrip("0")
        is_dated = year in words and re.search(rf"(?<![0-9]){day}(?![0-9])", words)
        if not is_dated and day_name[date.fromisoformat(fact["value"][:10]).weekday()] not in words:
            yield f"{fact['value']} in {words!r}"
    if section in ("quantities", "money"):
        yield from _numbers_not_in(fact, words)
    for id in {*fact.get("actors", ()), *filter(None, (fact.get("actor"), fact.get("speaker")))}:
        called = {part for name in names[id] for part in fold(name).split() if len(part) > 1}
        if (
            not _MEANT.search(words)
            and fact.get("nature") != "inference"
            and not any(each in fold(words) for each in called)
        ):
            yield f"{id} in {words!r}"
    yield from (post for post in fact.get("capacity", {}).values() if post not in words)


def _numbers_not_in(fact: dict[str, Any], words: str) -> Iterator[str]:
    number = str(fact.get("value", fact.get("amount")))
    plain = words.replace(",", "").lower()
    scaled = {f"{float(number) / scale:g}" for scale in (10**6, 10**9)}
    if (
        number.rstrip("0") not in plain
        and not any(f"{each} " in plain for each in scaled)
        and _NUMBERS.get(number, number) not in plain
    ):
        yield f"{number} in {words!r}"
    # A text in Chinese has the unit in Chinese.
    if fact.get("subject", "") not in words and not (fact["subject"] == fact["unit"] and not words.isascii()):
        yield fact["subject"]


def _names(entity: dict[str, Any]) -> list[str]:
    return [*entity["name"].values(), *(each["name"] for each in entity.get("other_names") or ())]


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")


def show(title: str, found: Measured) -> None:
    """Print what came of comparing."""
    total = len(found.right) + len(found.missed)
    say(f"{title}: {len(found.right)} of {total} right ({found.share:.0%}), {len(found.missed)} missed")
    for what, facts in (("missed", found.missed), ("only in the draft", found.beyond)):
        for each in facts:
            main = {name: value for name, value in each.fields.items() if name in MAIN_FIELDS[each.section]}
            say(f"  {what}: {each.section} {main}")
    say(f"  {len(found.ungrounded)} not in the text")
    for words in found.ungrounded:
        say(f"  not in the text: {words}")


def of_record(text: str, record: str, source: str) -> Measured:
    """Compare a draft with a record of the shipped corpus, of which the facts with passages of the source count."""
    corpus = communique.load(RECORDS)
    by_hand = corpus.announcements[record].model_dump(mode="json")
    places = {each["id"]: (each["start"], each["end"]) for each in by_hand["passages"] if each["source"] == source}
    url = corpus.sources[source].url or ""
    return measure(text, corpus, list(facts_of(by_hand, places)), strictly=False, url=url)


def main() -> None:
    if len(sys.argv) == 4:
        show(sys.argv[2], of_record(Path(sys.argv[1]).read_text(encoding="utf-8"), sys.argv[2], sys.argv[3]))
        return
    corpus = communique.load(CORPUS)
    for path in sorted(TEXTS.glob("*.txt")):
        show(path.stem, measure(path.read_text(encoding="utf-8"), corpus, listed(path.stem)))


if __name__ == "__main__":
    main()
