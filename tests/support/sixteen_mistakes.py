"""Sixteen kinds of mistake, in YAML and in JSON, and some more, with the finding that each gives."""

from __future__ import annotations

from typing import NamedTuple

YAML = """\
schema_version: 0.1.0
kind: announcement
id: example
title:
  en: "An example"
types: [speech]
status: draft
dates:
- role: announced
  value: '2025-07-26'
  evidence:
  - source: report
roles:
- actor: norway
  role: announcer
  evidence:
  - source: report
measures:
- instrument: plan
  action: publish
  stage: published
  modality: asserted
  evidence:
  - source: report
quantities:
- subject: visitors
  value: 800
  comparator: more_than
  evidence:
  - source: report
actors:
- id: norway
  type: country
  country: "NO"
  name: {en: Norway}
instruments:
- id: plan
  type: action_plan
  name: {en: Plan}
sources:
- id: report
  type: news
  access: full_text
"""

JSON = """\
{
  "schema_version": "0.1.0",
  "kind": "announcement",
  "id": "example",
  "title": {"en": "An example"},
  "types": ["speech"],
  "status": "draft",
  "dates": [
    {"role": "announced", "value": "2025-07-26", "evidence": [{"source": "report"}]}
  ],
  "roles": [
    {"actor": "norway", "role": "announcer", "evidence": [{"source": "report"}]}
  ],
  "measures": [
    {
      "instrument": "plan",
      "action": "publish",
      "stage": "published",
      "modality": "asserted",
      "evidence": [{"source": "report"}]
    }
  ],
  "quantities": [
    {"subject": "visitors", "value": 800, "comparator": "more_than", "evidence": [{"source": "report"}]}
  ],
  "actors": [
    {"id": "norway", "type": "country", "country": "NO", "name": {"en": "Norway"}}
  ],
  "instruments": [
    {"id": "plan", "type": "action_plan", "name": {"en": "Plan"}}
  ],
  "sources": [
    {"id": "report", "type": "news", "access": "full_text"}
  ]
}
"""


class Mistake(NamedTuple):
    old: str
    new: str
    code: str
    line: int
    column: int
    help: str


BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
IN_YAML = {
    "near-miss code": Mistake("stage: published", "stage: publisched", "CQ208", 21, 10, "did you mean published?"),
    "missing field": Mistake("  stage: published\n", "", "CQ205", 19, 3, "add stage"),
    "wrong type": Mistake("value: 800", 'value: "800"', "CQ207", 27, 10, "without quotes: 800"),
    "misspelt field": Mistake("  stage:", "  stgae:", "CQ206", 21, 3, "did you mean stage?"),
    "impossible date, quoted": Mistake("'2025-07-26'", "'2025-02-30'", "CQ401", 10, 10, "the month"),
    "impossible date, bare": Mistake("'2025-07-26'", "2025-02-30", "CQ401", 10, 10, "the month"),
    "NO unquoted": Mistake('"NO"', "NO", "CQ110", 34, 12, 'in quotes: "NO"'),
    "duplicate key": Mistake("status: draft\n", "status: draft\nid: other\n", "CQ107", 8, 1, "keep one"),
    "tab in the indentation": Mistake("  action:", "\taction:", "CQ105", 20, 1, "spaces"),
    "quote never closed": Mistake('"An example"', '"An example', "CQ105", 5, 7, "close the quote"),
    "field of another variant": Mistake(
        "  value: 800\n", "  value: 800\n  upper: 900\n", "CQ211", 28, 3, "delete upper"
    ),
    "dangling reference": Mistake("actor: norway", "actor: norwai", "CQ301", 14, 10, "did you mean norway?"),
    "not UTF-8": Mistake("An example", "An \udce9xample", "CQ102", 5, 11, "UTF-8"),
    "empty file": Mistake(YAML, "", "CQ104", 1, 1, "communique new"),
    "byte-order mark": Mistake("schema_version", BOM + "schema_version", "CQ103", 1, 1, "without BOM"),
    "second document": Mistake(
        "  access: full_text\n", "  access: full_text\n---\nkind: x\n", "CQ108", 44, 1, "separate file"
    ),
    "homoglyph": Mistake("status:", "st\u0430tus:", "CQ206", 7, 1, "letter 3 is CYRILLIC SMALL LETTER A"),
}
IN_JSON = {
    "near-miss code": Mistake('"published"', '"publisched"', "CQ208", 18, 16, "did you mean published?"),
    "missing field": Mistake('      "stage": "published",\n', "", "CQ205", 15, 5, 'add "stage": "STAGE"'),
    "wrong type": Mistake("800", '"800"', "CQ207", 24, 38, "without quotes: 800"),
    "misspelt field": Mistake('"stage"', '"stgae"', "CQ206", 18, 7, "did you mean stage?"),
    "impossible date": Mistake("2025-07-26", "2025-02-30", "CQ401", 9, 36, "the month"),
    "NO unquoted": Mistake('"NO"', "NO", "CQ106", 27, 52, "double quotes"),
    "duplicate key": Mistake('"status"', '"id": "b", "status"', "CQ107", 7, 3, "keep one"),
    "quote never closed": Mistake('"An example"', '"An example', "CQ106", 5, 19, "close the quote"),
    "field of another variant": Mistake("800,", '800, "upper": 900,', "CQ211", 24, 43, "delete upper"),
    "dangling reference": Mistake('"actor": "norway"', '"actor": "norwai"', "CQ301", 12, 15, "did you mean norway?"),
    "not UTF-8": Mistake("An example", "An \udce9xample", "CQ102", 5, 23, "UTF-8"),
    "empty file": Mistake(JSON, "", "CQ104", 1, 1, "communique new"),
    "byte-order mark": Mistake("{\n", BOM + "{\n", "CQ103", 1, 1, "without BOM"),
    "second document": Mistake("  ]\n}\n", "  ]\n}\n{}\n", "CQ108", 36, 1, "separate file"),
    "homoglyph": Mistake('"status"', '"st\u0430tus"', "CQ206", 7, 3, "letter 3 is CYRILLIC SMALL LETTER A"),
}
MORE_IN_YAML = {
    "no space after a colon": Mistake("status: draft", "status:draft", "CQ105", 7, 1, "a space after the colon"),
    "no space after a dash": Mistake("- role: ann", "-role: ann", "CQ105", 9, 1, "a space after the dash"),
    "indented too far": Mistake("  action:", "    action:", "CQ105", 20, 5, "like the other keys"),
    "not indented far enough": Mistake("  action:", " action:", "CQ105", 20, 2, "like the other lines"),
    "colon in a value": Mistake('"An example"', "An: example", "CQ105", 5, 9, "in quotes"),
    "brace never closed": Mistake("{en: Norway}", "{en: Norway", "CQ105", 35, 9, "close it"),
    "text after a quote": Mistake('"An example"', '"An" example', "CQ105", 5, 12, "put quotes around the whole text"),
    "text without a language": Mistake('\n  en: "An example"', " An example", "CQ207", 4, 8, "{en: An example}"),
    "item instead of a list": Mistake("types: [speech]", "types: speech", "CQ207", 6, 8, "a dash"),
    "capitals in a code": Mistake("status: draft", "status: Draft", "CQ208", 7, 9, "did you mean draft?"),
    "hyphen in a code": Mistake("full_text", "full-text", "CQ208", 43, 11, "did you mean full_text?"),
    "truth value for a code": Mistake("status: draft", "status: true", "CQ207", 7, 9, "valid codes: draft"),
    "no value": Mistake("status: draft", "status:", "CQ207", 7, 8, "delete the key"),
    "American date": Mistake("'2025-07-26'", "07/26/2025", "CQ209", 10, 10, 'write "2025-07-26"'),
    "date in one number": Mistake("'2025-07-26'", "20250726", "CQ207", 10, 10, 'write "2025-07-26"'),
    "bare year": Mistake("'2025-07-26'", "2025", "CQ207", 10, 10, 'write "2025"'),
    "language by its name": Mistake("  en:", "  english:", "CQ209", 5, 3, "did you mean en?"),
    "language in the wrong case": Mistake("  en:", "  EN-us:", "CQ209", 5, 3, "did you mean en-US?"),
    "country in small letters": Mistake('"NO"', "'no'", "CQ209", 34, 12, 'did you mean "NO"?'),
    "separators in a number": Mistake("800", "3,000", "CQ207", 27, 10, "without separators: 3000"),
    "unit in a number": Mistake("800", "80%", "CQ207", 27, 10, "unit"),
    "id of another kind": Mistake("actor: norway", "actor: plan", "CQ301", 14, 10, "with a new id"),
}
