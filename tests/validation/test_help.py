"""What the help says in detail: which words, in which notation, and when it says nothing."""

from __future__ import annotations

import pytest

from communique.models import SCHEMA_VERSION
from support.advised_file import RECORD, File, obeys, spoilt
from support.sixteen_mistakes import JSON

LONG = "Asked whether the plan would be carried out, the minister said that it would, and that this was all of it"


def test_of_a_long_text_the_help_says_where_the_quotes_belong() -> None:
    file = File("example.yaml", spoilt(RECORD, 'en: "An example"', f"{{en: {LONG}}}"))
    (finding,) = file.findings()
    assert finding.help == "put the text in quotes: \" before 'Asked whether' and \" after 'of it'"
    assert finding.advice[0].text == f'"{LONG}"'
    obeys(file, finding, 0)


def test_a_line_for_an_item_can_be_pasted_as_it_stands() -> None:
    occasion = "occasions:\n- id: example-day\n  name: {en: A day}\n  dates:\n  - '2025-07-26'\nsources:"
    file = File("example.yaml", spoilt(RECORD, "sources:", occasion))
    (finding,) = file.findings()
    line = finding.help.removeprefix("write ").partition(",")[0]
    assert line == '- value: "2025-07-26"'
    written = file.content.replace(b"- '2025-07-26'\nsources", f"{line}\nsources".encode())
    assert written != file.content and file._replace(content=written).findings() == []


IN_PLACE_OF: dict[str, tuple[str, str, list[str]]] = {
    "section": ('{"source": "report"}', '{"source": "report", "locator": {"section": 1.10}}', ['"1.10"']),
    "page": ('{"source": "report"}', '{"source": "report", "locator": {"page": 1e3}}', ['"1e3"']),
    "item": ('{"en": "Plan"}', '{"en": "Plan"}, "other_names": ["The plan"]', ['{"name": "The plan"}']),
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
        ("1,5", "use a decimal point: 1.5"),
        ("3,000", "remove the separators: 3000; if the comma is a decimal comma: 3.000"),
        ("1,234,567", "remove the separators: 1234567"),
    ],
)
def test_a_comma_in_a_number_of_json(number: str, help: str) -> None:
    (finding,) = File("example.json", spoilt(JSON, '"value": 800', f'"value": {number}')).findings()
    assert finding.message == "comma inside a number" and finding.help == help


@pytest.mark.parametrize(
    ("value", "help"),
    [
        ("20 billion", "give it in full: value: 20000000000"),
        ("2.5bn", "give it in full: value: 2500000000"),
        ("3m", "give it in full, if m means 1,000,000: value: 3000000"),
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
            "upper is allowed only where comparator is between: change comparator, or delete upper if it is wrong",
        ),
        (
            ("status: withdrawn", "status: draft\nreplaced_by: example-2"),
            "replaced_by is allowed only where status is not draft or reviewed: change status, or delete replaced_by "
            "if it is wrong",
        ),
    ],
)
def test_the_condition_of_a_field_comes_before_its_end(spoiling: tuple[str, str], help: str) -> None:
    found = File("example.yaml", spoilt(RECORD, *spoiling)).findings()
    assert [each.help for each in found if each.code == "CQ211"] == [help]


def test_a_text_that_begins_like_an_alias() -> None:
    (finding,) = File("example.yaml", spoilt(RECORD, 'en: "An example"', "en: *Co")).findings()
    assert finding.help == 'put the whole value in quotes if it is text: "*Co"; otherwise write the value itself'


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
            "a list is expected: put it in square brackets: [{source: report}]; if it is written on several "
            "lines, put a dash and a space before its first key, and two spaces before the other keys",
        ),
        (
            'en: "An example"',
            'en: "big" plan presented',
            "put quotes around the whole text: '\"big\" plan presented'",
        ),
        (
            'en: "An example"',
            "en: 'Big' plan of today's",
            "put quotes around the whole text: \"'Big' plan of today's\"",
        ),
        (
            "name: {en: Norway}",
            "name: {en: Norway}\n  identifiers: [{scheme: wikidata, value: '148'}]",
            "put Q, the letter of an item, before it: Q148",
        ),
        ("'2025-07-26'", "['2025-07-26']", 'a single value is expected, not a list: "2025-07-26"'),
        ("actor: norway", "actor: {id: norway}", "a single value is expected, not an object: norway"),
        ("actor: norway", "actor: [norway]", "a single value is expected, not a list: norway"),
        ("role: announcer", "role: [announcer]", "a single value is expected, not a list: announcer"),
        ('country: "NO"', 'country: ["NO"]', 'a single value is expected, not a list: "NO"'),
        ("value: 800", "value: [800, 900]", "a single value is expected, not a list: a number"),
        ("value: 800", "value: true", "a single value is expected: a number"),
        ("value: 800", "value: '>30'", "use two fields: value: 30 and comparator: more_than"),
        ("value: 800", "value: '>= 30'", "use two fields: value: 30 and comparator: at_least"),
        ("value: 800", "value: about 30", "use two fields: value: 30 and comparator: about"),
        (
            "value: 800",
            "value: 30-40",
            "if it is a range, use three fields: value: 30, upper: 40 and comparator: between",
        ),
        (
            "value: 800",
            "value: 30 to 40",
            "if it is a range, use three fields: value: 30, upper: 40 and comparator: between",
        ),
        (
            "value: 800",
            "value: >30",
            "put the value in quotes if it is text; if it is a number, write only the number, and put the sign as a "
            "code under comparator",
        ),
        (
            "comparator: more_than",
            "comparator: >",
            "if the value is >, use the code more_than; valid codes: exactly, unqualified, more_than, "
            "at_least, less_than, at_most, about, between; `communique codes comparator` explains them",
        ),
    ],
)
def test_what_the_help_names_exactly(old: str, new: str, help: str) -> None:
    assert [each.help for each in File("example.yaml", spoilt(RECORD, old, new)).findings()] == [help]


@pytest.mark.parametrize(
    ("old", "new", "message", "help"),
    [
        ('"value": 800', '"value": 20%', "invalid JSON number", "use 20: the value is a number only"),
        ('"value": 800', '"value": $20', "invalid JSON number", "use 20: the value is a number only"),
        ('"value": 800', '"value": ~1.5', "invalid JSON number", "use 1.5: the value is a number only"),
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
    assert "give only what the source states, in quotes" in finding.help


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
    said = '2 conflicting dates, none of which is preferred: value "2025-07-26" here, value "2025-07-25" there'
    assert finding.message == f"{said} (example.yaml:9)"
    assert 'or a note to value "2025-07-26"; if both are true, name' in finding.help
    for number in range(2):
        obeys(file, finding, number)


def test_rivals_that_both_lack_a_note() -> None:
    rival = "- {role: announced, value: '2025-07-25', evidence: [{source: report}]}\n"
    (finding,) = File("example.yaml", RECORD.replace("dates:\n", f"dates:\n{rival}").encode()).findings()
    assert 'a note to value "2025-07-26" and value "2025-07-25"; if both are true, name' in finding.help


OTHERS = "if it is a file of another program, add it to exclude in communique.toml"


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


@pytest.mark.parametrize(
    ("money", "meant"),
    [("paye: norway", ["payee", "payer"]), ("payer: norway, paye: norway", ["payee"]), ("paye: 3", [])],
)
def test_of_two_fields_that_are_as_near_the_writer_is_asked(money: str, meant: list[str]) -> None:
    fields = f"money:\n- {{flow: pledged, amount: 3, comparator: about, currency: EUR, {money}, evidence: [report]}}\n"
    (finding,) = File("example.yaml", RECORD.replace("sources:", f"{fields}sources:").encode()).findings()
    assert [each.text for each in finding.advice] == meant and not finding.replacement
    assert finding.help.startswith(f"did you mean {' or '.join(meant)}?" if meant else "the nearest of")
    for number in range(len(meant)):
        obeys(File("example.yaml", RECORD.replace("sources:", f"{fields}sources:").encode()), finding, number)
