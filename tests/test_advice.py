"""Whatever a help says is to be written can be pasted: that finding is gone, no other comes, nothing else changes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from pasting import FILLED, leaves, outside, pasted, touched
from test_invalid_files import EXPECTED, FOLDER
from test_sixteen_mistakes import IN_JSON, IN_YAML, JSON, MORE_IN_YAML, YAML

from communique.codelists import CODELISTS
from communique.diagnostics.finding import Change, Finding
from communique.models import SCHEMA_VERSION
from communique.reading import read_bytes
from communique.text.shortening import LONGEST_ADVICE
from communique.text.source_text import Texts
from communique.validation import registry
from communique.validation.engine import check

# What can be pasted, by the words that announce it.
_PASTEABLE = re.compile(
    r"\bwrite\b|did you mean|\bin quotes: |\badd \"?\w+\"?: |\bdelete \w+,|\bchoose what is meant|\blanguage first"
)
# Help that names no node of the file: it is about what cannot be read, about another file, or about how to write
# whatever it is that the writer has in mind.
_INSTRUCTIONS = (
    "write the record, or delete the file; `communique new ID` writes a skeleton",
    "write the fields out",
    "write the record ",
    "write a backslash",
    "write it like 12, -0.5 or 1e6",
    "write texts in double quotes",
    "write both halves",
    "inside single quotes write a quote as two",
    'put it in quotes: "-"',
    "look both up; a draft that would change it",
)


class File(NamedTuple):
    name: str
    content: bytes
    others: tuple[tuple[str, bytes], ...] = ()

    def findings(self) -> list[Finding]:
        documents = [read_bytes(content, name) for name, content in ((self.name, self.content), *self.others)]
        return [each for each in check(documents, texts=TEXTS).findings if each.path == self.name]


TEXTS = Texts(
    [text for rule in registry.rules().values() for _, text in rule.texts],
    {"report": [(FOLDER / "texts" / "report.txt").read_text(encoding="utf-8")]},
)


def spoilt(text: str, old: str, new: str) -> bytes:
    assert old in text
    return text.replace(old, new, 1).encode("utf-8", "surrogateescape")


def shipped_files() -> Iterator[File]:
    """Everything that the other tests hold to be wrong."""
    for rule in registry.rules().values():
        if rule.bad:
            yield File(f"example{rule.suffix}", registry.example_file(rule, rule.bad))
    for name in EXPECTED:
        paths = (
            sorted(path for path in (FOLDER / name).rglob("*.yaml")) if (FOLDER / name).is_dir() else [FOLDER / name]
        )
        files = [(path.name, path.read_bytes()) for path in paths if path.exists()]
        yield from (File(*each, tuple(other for other in files if other != each)) for each in files)
    yield from (
        File("example.yaml", spoilt(YAML, each.old, each.new)) for each in (*IN_YAML.values(), *MORE_IN_YAML.values())
    )
    yield from (File("example.json", spoilt(JSON, each.old, each.new)) for each in IN_JSON.values())


RECORD = YAML.replace("0.1.0", SCHEMA_VERSION).replace("status: draft", "status: withdrawn")
SOURCE = "type: news"
ROLE = "- actor: norway\n  role: announcer\n  evidence:\n  - source: report\n"
DATE = "- role: announced\n  value: '2025-07-26'\n  evidence:\n  - source: report\n"
RELATION = "relations:\n- {type: follows, target: plan, basis: stated, evidence: [{source: report}]"
EVIDENCE = "  - source: report\nroles"
# What stands there, what is put there, and what each advice on it says; none where only the curator knows.
WRONG: dict[str, tuple[str, str, list[str]]] = {
    # numbers that are names keep every sign of theirs
    "section": (EVIDENCE, "  - {source: report, locator: {section: 1.10}}\nroles", ['"1.10"']),
    "exponent": (EVIDENCE, "  - {source: report, locator: {section: 1e3}}\nroles", ['"1e3"']),
    "sixteens": (EVIDENCE, "  - {source: report, locator: {page: 0x1F}}\nroles", ['"0x1F"']),
    "plus": (EVIDENCE, "  - {source: report, locator: {page: +7}}\nroles", ['"+7"']),
    "point": (EVIDENCE, "  - {source: report, locator: {page: .5}}\nroles", ['".5"']),
    "whole": (EVIDENCE, "  - {source: report, locator: {page: 1.0}}\nroles", ['"1.0"']),
    "truth": (EVIDENCE, "  - {source: report, locator: {section: True}}\nroles", ['"True"']),
    "tilde": (EVIDENCE, "  - {source: report, locator: {section: ~}}\nroles", []),
    "block": (EVIDENCE, "  - source: report\n    locator:\n      section: 2.10 # of it\nroles", ['"2.10"']),
    "underscore": ("value: 800", "value: 1_000", ["1000"]),
    # numbers in words and signs of their own
    "text": ("value: 800", "value: '0042'", ["42"]),
    "decimal comma": ("value: 800", "value: 1,5", ["1.5"]),
    "separator": ("value: 800", "value: 3,000", ["3000", "3.000"]),
    "two separators": ("value: 800", "value: 1,234,567", ["1234567"]),
    "points": ("value: 800", "value: 1.234.567", ["1234567"]),
    "one point": ("value: 800", "value: '1.500'", ["1.500", "1500"]),
    "decimals": ("value: 800", "value: '0.500'", ["0.500"]),
    "billions": ("value: 800", "value: 20 billion", ["20000000000"]),
    "millions and a half": ("value: 800", "value: 1.5 Million", ["1500000"]),
    "short scale": ("value: 800", "value: 2.5bn", ["2500000000"]),
    "thousands": ("value: 800", "value: 30k", ["30000"]),
    "crores": ("value: 800", "value: 10,371 crore", ["103710000000", "103710000"]),
    "lakhs": ("value: 800", "value: 2 lakh", ["200000"]),
    "trillions": ("value: 800", "value: 1.2 trillion", ["1200000000000"]),
    "scale and unit": ("value: 800", "value: 20 billion dollars", []),
    "european": ("value: 800", "value: '1.234,5'", ["1234.5"]),
    "spaces": ("value: 800", "value: 12 500", ["12500"]),
    "full width": ("value: 800", "value: １２", []),
    "no number": ("value: 800", "value: nan", []),
    "percent": ("value: 800", "value: 80%", []),
    "too long": ("value: 800", "value: '12345678901234567890'", []),
    # texts cut off by a comma
    "comma": ('en: "An example"', "{en: Threatens 2,000 people.}", ['"Threatens 2,000 people."']),
    "commas": ('en: "An example"', "{en: One, two,three, and 4,5}", ['"One, two,three, and 4,5"']),
    "comma and quotes": ('en: "An example"', '{en: He said "no, never" again}', ["'He said \"no, never\" again'"]),
    "comma behind quotes": ('en: "An example"', '{en: He said "no", and left}', ["'He said \"no\", and left'"]),
    "comma and colon": ('en: "An example"', "{en: Agreed, and this too: peace}", ['"Agreed, and this too: peace"']),
    "comma in time": ('en: "An example"', "{en: At 10:30, then home, zh: 例}", ['"At 10:30, then home"']),
    "comma and apostrophe": ('en: "An example"', "{en: China's plan, so far}", ['"China\'s plan, so far"']),
    "no comma": ('en: "An example"', "{en: A, fr: }", []),
    "comma and comment": ('en: "An example"', "{en: Threatens 2, #\n    000 people.}", []),
    # codes: slips, words that people write, and words that mean something else
    "slip": ("stage: published", "stage: publisched", ["published"]),
    "case": ("stage: published", "stage: PUBLISHED", ["published"]),
    "space": ("access: full_text", "access: full text", ["full_text"]),
    "quoted": ("access: full_text", "access: 'Full-Text'", ["full_text"]),
    "plural": ("action: publish", "action: signs", ["sign"]),
    "payer": ("role: announcer", "role: payer", ["funder"]),
    "author": ("role: announcer", "role: author", ["issuer", "proposer"]),
    "media": (SOURCE, "type: media", ["state_media", "news"]),
    "igo": ("type: action_plan", "type: igo", ["international_organisation"]),
    "phrase": ("type: action_plan", "type: memorandum of understanding", ["memorandum"]),
    "negation": ("modality: asserted", "modality: not asserted", []),
    "own word": ("stage: published", "stage: polished", []),
    "short": ("action: publish", "action: sing", []),
    "far": ("role: announcer", "role: witness", []),
    # fields
    "slip of a field": ("  stage:", "  stgae:", ["stage"]),
    "spaced field": ("access: full_text", "access: full_text\n  title basis: as_printed", ["title_basis"]),
    "event": ("status: withdrawn", "status: withdrawn\nevent: World AI Conference", []),
    "numbers": ("status: withdrawn", "status: withdrawn\nnumbers: many", []),
    "conflicts": ("status: withdrawn", "status: withdrawn\nconflicts: two days", []),
    "url": ("status: withdrawn", "status: withdrawn\nurl: https://example.org/", []),
    "missing": ("  modality: asserted\n", "", ["modality: MODALITY"]),
    # shapes
    "evidence as text": (EVIDENCE, "  - report\nroles", ["{source: report}"]),
    "evidence as one": ("evidence:\n  - source: report\nroles", "evidence: report\nroles", ["[{source: report}]"]),
    "role as text": (ROLE, "- norway\n", ["{actor: norway, role: ROLE}"]),
    "date as text": (DATE, "- 2025-07-26\n", ['{value: "2025-07-26", role: DATE_ROLE}']),
    "what happened as text": (DATE, "- announced\n", ["{role: announced, value: DATE}"]),
    "source as address": (
        "- id: report\n",
        "- https://example.org/\n- id: report\n",
        ['{url: "https://example.org/", id: ID, type: SOURCE_TYPE, access: SOURCE_ACCESS}'],
    ),
    "list": ("types: [speech]", "types: speech", ["[speech]"]),
    "language": ('\n  en: "An example"', " An example, so far", ['{en: "An example, so far"}']),
    "other script": ('\n  en: "An example"', " 例子", ["{LANGUAGE: 例子}"]),
    # dates
    "both ways": ("'2025-07-26'", "03/04/2026", ['"2026-04-03"', '"2026-03-04"']),
    "one way": ("'2025-07-26'", "07/26/2025", ['"2025-07-26"']),
    "in one": ("'2025-07-26'", "20250726", ['"2025-07-26"']),
    "two digits": ("'2025-07-26'", "26/07/25", []),
    "weekday": ("'2025-07-26'", "'Friday, 26 July 2025'", []),
    "days": ("'2025-07-26'", "26-28 July 2025", ['"2025-07-26/2025-07-28"']),
    "months or day": ("'2025-07-26'", "2025-07/08", ['"2025-07/2025-08"', '"2025-07-08"']),
    "months or day with a hyphen": ("'2025-07-26'", "2025/7-8", ['"2025-07/2025-08"', '"2025-07-08"']),
    "day after a slash": ("'2025-07-26'", "2025-07/20", ['"2025-07-20"']),
    "months over the year": ("'2025-07-26'", "2025-12/01", []),
    "around a day": ("'2025-07-26'", "around 2025-08-10", ['"2025-08-10~"']),
    "circa a month": ("'2025-07-26'", "c. August 2025", ['"2025-08~"']),
    "around one of two": ("'2025-07-26'", "about 03/04/2026", ['"2026-04-03~"', '"2026-03-04~"']),
    "around an interval": ("'2025-07-26'", "around 2-5 May 2025", []),
    "early": ("'2025-07-26'", "early August 2025", []),
    "quarter": ("'2025-07-26'", "Q2 2026", []),
    "half": ("'2025-07-26'", "H1 2026", []),
    "year of a budget": ("'2025-07-26'", "FY2024", []),
    "before": ("'2025-07-26'", "before 2024", []),
    "not known": ("'2025-07-26'", "TBD", []),
    "no month": ("'2025-07-26'", "maybe 2025", []),
    # signs of YAML at the beginning of a text
    "exclamation": ('en: "An example"', "en: !Important plan", ['"!Important plan"']),
    "ampersand": ('en: "An example"', "en: &Co presents  # so they say", ['"&Co presents"']),
    "anchor": ('en: "An example"', "en: &first An example", []),
    "exclamation in braces": ('\n  en: "An example"', " {en: !Important plan}", ['"!Important plan"']),
    "exclamation and comma": ('\n  en: "An example"', " {en: !Important plan, zh: 例}", []),
    "exclamation over lines": ('en: "An example"', "en: !Important\n    plan", []),
    "exclamation cut off": ('en: "An example"', "en: !Important plan #12", []),
    "tag of a list": ("types: [speech]", "types: !set [speech]", []),
    # tags and codes of registers
    "tag": ("  en:", "  EN:", ["en"]),
    "language by name": ("  en:", "  French:", ["fr"]),
    "country": ('country: "NO"', "country: 'no'", ['"NO"']),
    "reserved": ('country: "NO"', "country: uk", ["GB"]),
    "country by its name": ('country: "NO"', "country: U.S.", ["US"]),
    "country in everyday words": ('country: "NO"', "country: Russia", ["RU"]),
    "part of a country": ('country: "NO"', "country: England", []),
    "two countries": ('country: "NO"', "country: Congo", []),
    "two countries of the east": ('country: "NO"', "country: Korea", []),
    "no country": ('country: "NO"', "country: Texas", []),
    "subdivision": ('country: "NO"', 'country: "US"\n  subdivision: Texas', []),
    "subdivision in small letters": ('country: "NO"', 'country: "US"\n  subdivision: us-tx', ["US-TX"]),
    # texts with a form of their own
    "address without scheme": (SOURCE, f"{SOURCE}\n  url: www.example.org", ['"https://www.example.org"']),
    "address with a path": (SOURCE, f"{SOURCE}\n  url: example.org/news/7", ['"https://example.org/news/7"']),
    "address of two slashes": (SOURCE, f"{SOURCE}\n  url: //example.org/a", ['"https://example.org/a"']),
    "name of a file": (SOURCE, f"{SOURCE}\n  url: annex.pdf", []),
    "words for an address": (SOURCE, f"{SOURCE}\n  url: see the annex", []),
    "span": ("quantities:", f"{RELATION}, interval: two weeks}}\nquantities:", ["P2W"]),
    "span in digits": ("quantities:", f"{RELATION}, interval: 3 days}}\nquantities:", ["P3D"]),
    "span of months or minutes": ("quantities:", f"{RELATION}, interval: 3m}}\nquantities:", []),
    "span of several": ("quantities:", f"{RELATION}, interval: some weeks}}\nquantities:", []),
    "empty title": ('en: "An example"', "en: ''", []),
    "empty note": (SOURCE, f"{SOURCE}\n  note: ''", []),
    "digest": (SOURCE, f"{SOURCE}\n  url: https://example.org/a\n  archived_url: archive", []),
    "country as a truth": ('country: "NO"', "country: false", ['"NO"']),
    # ids
    "not defined": ("actor: norway", "actor: amd", ["- {id: amd, type: ACTOR_TYPE, name: {en: NAME}}"]),
    "id": ("actor: norway", "actor: norwai", ["- {id: norwai, type: ACTOR_TYPE, name: {en: NAME}}", "norway"]),
    "year": ("actor: norway", "actor: norway-2026", ["- {id: norway-2026, type: ACTOR_TYPE, name: {en: NAME}}"]),
}  # fmt: skip


def obeys(file: File, finding: Finding, number: int) -> None:
    """Follow one advice, and hold what becomes of the file against what was there."""
    advice = finding.advice[number]
    after = file._replace(content=pasted(file.content, finding, advice, file.name))
    found = after.findings()
    told = (finding.help, after.content.decode())
    assert (finding.code, finding.message) not in [(each.code, each.message) for each in found], told
    left = Counter((each.code, each.message.partition(" ")[0]) for each in found if FILLED not in each.message)
    assert left <= Counter((each.code, each.message.partition(" ")[0]) for each in file.findings()), (told, found)
    before = leaves(file.content)
    places = touched(finding, advice, before)
    assert outside(leaves(after.content), places) == outside(before, places), told
    if advice.change is Change.DELETE and places[0][-1:] != (finding.pointer.rpartition("/")[2],):
        items = [outside(each, []) for each in (before, leaves(after.content))]
        assert {value for path, value in items[0].items()} == {value for path, value in items[1].items()}
    if "in quotes: " in finding.help and advice.change is Change.VALUE:
        assert leaves(after.content)[places[0]] == before[places[0]], told


@pytest.mark.parametrize("file", [pytest.param(each, id=f"{n}-{each.name}") for n, each in enumerate(shipped_files())])
def test_every_advice_of_the_suite_can_be_followed(file: File) -> None:
    for finding in file.findings():
        if _PASTEABLE.search(finding.help) and not finding.help.startswith(_INSTRUCTIONS):
            assert finding.advice, finding.help
        for number, advice in enumerate(finding.advice):
            assert advice.text in finding.help or len(advice.text) > LONGEST_ADVICE
            obeys(file, finding, number)


@pytest.mark.parametrize("name", WRONG)
def test_what_is_advised_for(name: str) -> None:
    old, new, texts = WRONG[name]
    file = File("example.yaml", spoilt(RECORD, old, new))
    findings = file.findings()
    finding = next(each for each in findings if each.severity == "error")
    assert [each.text for each in finding.advice] == texts, finding.help
    if not finding.advice:
        assert not _PASTEABLE.search(finding.help), finding.help
    for number, advice in enumerate(finding.advice):
        assert advice.text in finding.help
        obeys(file, finding, number)


def test_the_harness_sees_advice_that_is_not_attached() -> None:
    for help in ("write 5", "did you mean x?", 'put it in quotes: "1"', "add note: TEXT", "delete upper, or more"):
        assert _PASTEABLE.search(help)
    assert {codelist.list_name for codelist in CODELISTS} and Path(__file__).is_file()


LONG = "Asked whether the plan would be carried out, the minister said that it would, and that this was all of it"


def test_of_a_long_text_the_help_says_where_the_quotes_belong() -> None:
    file = File("example.yaml", spoilt(RECORD, 'en: "An example"', f"{{en: {LONG}}}"))
    (finding,) = file.findings()
    assert finding.help == "put the text in quotes: \" before 'Asked whether' and \" behind 'of it'"
    assert finding.advice[0].text == f'"{LONG}"'
    obeys(file, finding, 0)


def test_a_line_for_an_item_can_be_pasted_as_it_stands() -> None:
    file = File("example.yaml", spoilt(RECORD, EVIDENCE, "  - report\nroles"))
    (finding,) = file.findings()
    line = finding.help.removeprefix("write ").partition(",")[0]
    assert line == "- source: report"
    assert file._replace(content=file.content.replace(b"- report\nroles", f"{line}\nroles".encode())).findings() == []


IN_PLACE_OF: dict[str, tuple[str, str, list[str]]] = {
    "section": ('{"source": "report"}', '{"source": "report", "locator": {"section": 1.10}}', ['"1.10"']),
    "page": ('{"source": "report"}', '{"source": "report", "locator": {"page": 1e3}}', ['"1e3"']),
    "item": ('{"source": "report"}', '"report"', ['{"source": "report"}']),
    "list": ('["speech"]', '"speech"', ['["speech"]']),
    "object": ('[{"source": "report"}]', '{"source": "report"}', ['[{"source": "report"}]']),
    "text": ('{"en": "An example"}', '"An example"', ['{"en": "An example"}']),
    "country": ('"NO"', "false", ['"NO"']),
    "missing": ('      "stage": "published",\n', "", ['"stage": "STAGE"']),
    "version": ('  "schema_version": "0.1.0",\n', "", [f'"schema_version": "{SCHEMA_VERSION}"']),
    "id": ('"actor": "norway"', '"actor": "amd"', ['{"id": "amd", "type": "ACTOR_TYPE", "name": {"en": "NAME"}}']),
}


@pytest.mark.parametrize("name", IN_PLACE_OF)
def test_what_is_advised_in_json_is_json(name: str) -> None:
    old, new, texts = IN_PLACE_OF[name]
    file = File("example.json", spoilt(JSON, old, new))
    (finding,) = file.findings()
    assert [each.text for each in finding.advice] == texts
    for number, advice in enumerate(finding.advice):
        assert advice.text in finding.help
        obeys(file, finding, number)


@pytest.mark.parametrize(
    ("number", "help"),
    [
        ("1,5", "give it with a decimal point: 1.5"),
        ("3,000", "give it without separators: 3000; if the comma stands before decimals: 3.000"),
        ("1,234,567", "give it without separators: 1234567"),
    ],
)
def test_a_comma_in_a_number_of_json(number: str, help: str) -> None:
    (finding,) = File("example.json", spoilt(JSON, '"value": 800', f'"value": {number}')).findings()
    assert finding.message == "a comma inside a number" and finding.help == help


@pytest.mark.parametrize(
    ("value", "help"),
    [
        ("20 billion", "give it in full: value: 20000000000"),
        ("2.5bn", "give it in full: value: 2500000000"),
        ("3m", "give it in full, if m stands for 1,000,000: value: 3000000"),
    ],
)
def test_a_number_with_a_scale_in_an_attribute(value: str, help: str) -> None:
    attribute = f"  modality: asserted\n  attributes: [{{name: budget, value: {value}, unit: EUR}}]\n"
    (finding,) = File("example.yaml", spoilt(RECORD, "  modality: asserted\n", attribute)).findings()
    assert (finding.code, finding.help) == ("CQ420", help)


@pytest.mark.parametrize(
    ("spoiling", "help"),
    [
        (
            ("value: 800", "value: 800\n  upper: 900"),
            "upper belongs only where comparator is between: change comparator, or delete upper if it was a mistake",
        ),
        (
            ("status: withdrawn", "status: draft\nreplaced_by: example-2"),
            "replaced_by belongs only where status is not draft or reviewed: change status, or delete replaced_by if "
            "it was a mistake",
        ),
    ],
)
def test_the_condition_of_a_field_comes_before_its_end(spoiling: tuple[str, str], help: str) -> None:
    found = File("example.yaml", spoilt(RECORD, *spoiling)).findings()
    assert [each.help for each in found if each.code == "CQ211"] == [help]


def test_a_text_that_begins_like_an_alias() -> None:
    (finding,) = File("example.yaml", spoilt(RECORD, 'en: "An example"', "en: *Co")).findings()
    assert finding.help == 'put the whole value in quotes if it is a text, as "*Co"; else give the value itself'


STATEMENT = "statements:\n- nature: context\n  text: {en: It.}\n  evidence: [{source: report}]\n"


@pytest.mark.parametrize(
    "content",
    [
        f"{RECORD}{STATEMENT}  speaker: Nvidia\n  speech act: denies\n",
        f"{RECORD}{STATEMENT}  note: Nvidia\n  said of:\n",
        RECORD.replace('  en: "An example"', "  en: A plan\n  and more of it: B"),
        RECORD.replace('\n  en: "An example"', ' {en: "A plan", and more: B}'),
    ],
)
def test_where_no_comma_ends_a_text_none_is_blamed(content: str) -> None:
    found = File("example.yaml", content.encode()).findings()
    assert found and not [each for each in found if "comma" in each.message]


def test_in_json_no_comma_ends_a_text() -> None:
    (finding,) = File("example.json", spoilt(JSON, '"An example"}', '"An example", "de: B": "b"}')).findings()
    assert finding.message == "expected a BCP 47 language tag as the key, found 'de: B'"


@pytest.mark.parametrize(
    ("old", "new", "help"),
    [
        (
            "evidence:\n  - source: report\nroles",
            "evidence: {source: report}\nroles",
            "a list is expected: put it in square brackets, as [{source: report}]; if it stands on lines of its own, "
            "put a dash and a space before its first key and two spaces before each other",
        ),
        (
            'en: "An example"',
            'en: "big" plan presented',
            "put quotes around all of it: '\"big\" plan presented'",
        ),
        (
            'en: "An example"',
            "en: 'Big' plan of today's",
            "put quotes around all of it: \"'Big' plan of today's\"",
        ),
        (
            "name: {en: Norway}",
            "name: {en: Norway}\n  identifiers: [{scheme: wikidata, value: '148'}]",
            "put the letter of an item before it: Q148",
        ),
        ("'2025-07-26'", "['2025-07-26']", 'one value is expected here, and no list: "2025-07-26"'),
        ("actor: norway", "actor: {id: norway}", "one value is expected here, without keys: norway"),
        ("actor: norway", "actor: [norway]", "one value is expected here, and no list: norway"),
        ("role: announcer", "role: [announcer]", "one value is expected here, and no list: announcer"),
        ('country: "NO"', 'country: ["NO"]', 'one value is expected here, and no list: "NO"'),
        ("value: 800", "value: [800, 900]", "one value is expected here, and no list: a number"),
        ("value: 800", "value: true", "one value is expected here: a number"),
        ("value: 800", "value: '>30'", "give it in two fields, value: 30 and comparator: more_than"),
        ("value: 800", "value: '>= 30'", "give it in two fields, value: 30 and comparator: at_least"),
        ("value: 800", "value: about 30", "give it in two fields, value: 30 and comparator: about"),
        (
            "value: 800",
            "value: 30-40",
            "if it is a range, give it in three fields, value: 30, upper: 40 and comparator: between",
        ),
        (
            "value: 800",
            "value: 30 to 40",
            "if it is a range, give it in three fields, value: 30, upper: 40 and comparator: between",
        ),
        (
            "value: 800",
            "value: >30",
            "put the value in quotes if it is a text; if it is a number, give it alone, and the sign as a code under "
            "comparator",
        ),
        (
            "comparator: more_than",
            "comparator: >",
            "if > stands there, it needs quotes, or the code more_than; the codes are exactly, unqualified, more_than, "
            "at_least, less_than, at_most, about, between; communique codes comparator explains them",
        ),
    ],
)
def test_what_the_help_names_exactly(old: str, new: str, help: str) -> None:
    assert [each.help for each in File("example.yaml", spoilt(RECORD, old, new)).findings()] == [help]


@pytest.mark.parametrize(
    ("old", "new", "message", "help"),
    [
        ('"value": 800', '"value": 20%', "not a number as JSON writes it", "give 20: a number stands alone"),
        ('"value": 800', '"value": $20', "not a number as JSON writes it", "give 20: a number stands alone"),
        ('"value": 800', '"value": ~1.5', "not a number as JSON writes it", "give 1.5: a number stands alone"),
        ('"value": 800,', '"value": 800, // or so\n', "JSON has no comments", "delete the comment"),
        ('"value": 800', '"value": 800 # or so\n', "JSON has no comments", "delete the comment"),
        ('"value": 800', '"value": /* many */ 800', "JSON has no comments", "delete the comment"),
    ],
)
def test_what_json_does_not_write(old: str, new: str, message: str, help: str) -> None:
    (finding,) = File("example.json", spoilt(JSON, old, new)).findings()
    assert finding.message == message and finding.help.startswith(help)


@pytest.mark.parametrize("value", ["{after: '2025-07-26'}", "[2025-07-26, 2025-07-27]", "{year: 2025}", "true"])
def test_no_day_is_taken_out_of_an_object(value: str) -> None:
    findings = File("example.yaml", spoilt(RECORD, "'2025-07-26'", value)).findings()
    (finding,) = [each for each in findings if each.code == "CQ207"]
    assert "give what is known, in quotes, and no day that the source does not tell" in finding.help


def test_the_standard_whose_numbers_are_names() -> None:
    fields = "codings:\n- {scheme: other, version: 2.10, code: 0042, coder: me}\n"
    file = File("example.yaml", (RECORD + fields).encode())
    assert [each.help for each in file.findings()] == ['put it in quotes: "2.10"', 'put it in quotes: "0042"']
    for finding in file.findings():
        obeys(file, finding, 0)


def test_rivals_are_named_with_what_they_lack() -> None:
    rival = "- {role: announced, value: '2025-07-25', note: By the press., evidence: [{source: report}]}\n"
    file = File("example.yaml", RECORD.replace("dates:\n", f"dates:\n{rival}").encode())
    (finding,) = file.findings()
    said = 'one of 2 rival dates, none of which is preferred: value "2025-07-26" here, value "2025-07-25" there'
    assert finding.message == f"{said} (example.yaml:9)"
    assert finding.help.endswith('or a note, which value "2025-07-26" lacks')
    for number in range(2):
        obeys(file, finding, number)


def test_rivals_that_both_lack_a_note() -> None:
    rival = "- {role: announced, value: '2025-07-25', evidence: [{source: report}]}\n"
    (finding,) = File("example.yaml", RECORD.replace("dates:\n", f"dates:\n{rival}").encode()).findings()
    assert finding.help.endswith('a note, which value "2025-07-26" and value "2025-07-25" lack')


OTHERS = "if it is no record but a file of another program, name it under exclude in communique.toml"


@pytest.mark.parametrize("content", ["site_name: Docs\nnav: [index.md]\n", "- a\n- b\n", "title: A page\n"])
def test_a_file_of_another_program(content: str) -> None:
    first, *_ = File("mkdocs.yml", content.encode()).findings()
    assert first.help.endswith(OTHERS)


def test_a_record_is_not_taken_for_a_file_of_another_program() -> None:
    found = File("example.yaml", spoilt(RECORD, "kind: announcement\n", "")).findings()
    assert [each.code for each in found] == ["CQ205"] and OTHERS not in found[0].help


def test_what_to_do_with_more_about_a_thing_that_another_file_defines() -> None:
    registry = b"schema_version: 0.2.0\nkind: registry\nid: all\nactors: [{id: norway, type: group, name: {en: N}}]\n"
    file = File("example.yaml", RECORD.encode(), (("all.yaml", registry),))
    (finding,) = file.findings()
    assert (
        finding.code == "CQ302" and "add what is new to its definition in all.yaml and delete this one" in finding.help
    )
