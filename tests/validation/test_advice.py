"""Whatever a help says is to be written can be pasted: that finding is gone, no other comes, nothing else changes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from communique.codelists import CODELISTS
from communique.text.shortening import LONGEST_ADVICE
from support.advised_file import EVIDENCE, RECORD, File, obeys, shipped_files, spoilt

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


SOURCE = "type: news"
ROLE = "- actor: norway\n  role: announcer\n  evidence:\n  - source: report\n"
DATE = "- role: announced\n  value: '2025-07-26'\n  evidence:\n  - source: report\n"
RELATION = "relations:\n- {type: follows, target: plan, basis: stated, evidence: [{source: report}]"

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
    "donor": ("role: announcer", "role: donor", ["funder"]),
    "backer": ("role: announcer", "role: backer", ["funder", "supporter"]),
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
    "missing": ("  modality: asserted\n", "", ["modality: MODALITY"]),
    # shapes
    "evidence as text": (EVIDENCE, "  - Report\nroles", ["report"]),
    "evidence as one": ("evidence:\n  - source: report\nroles", "evidence: report\nroles", ["[report]"]),
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
