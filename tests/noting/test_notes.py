"""``communique new --from``: notes become the record that a person would have written, and nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import ndiff
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

import communique
from communique.cli import cli
from communique.models import SCHEMA_VERSION
from measure_typing import ANNOUNCEMENTS, FACTS, Typed, counted, endings, made_from, measured
from support.folders import CORPUS, ROOT, copied

ID = "za-example-2026"
RECORD = Path("records", "2026", f"{ID}.yaml")
MADE_UP = "za-kr-compute-pledge-2026"
HEAD = "title: A plan\ntypes: report\n"
DATES = "dates:\n- announced | 2026-03-02\n"
Json = Any
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Makes a record of notes, in a copy of the small corpus."""
    copied(CORPUS, tmp_path / "records")
    monkeypatch.chdir(tmp_path)

    def made(notes: str, *options: str) -> Result:
        Path("notes.txt").write_text(notes, encoding="utf-8")
        return CliRunner().invoke(cli, ["new", ID, "--from", "notes.txt", *options])

    return made


def record(done: Result) -> Json:
    assert done.exit_code == 0, done.output
    return yaml.safe_load(RECORD.read_text(encoding="utf-8"))


def refusal(done: Result) -> list[str]:
    """The lines of the notes with findings, and what they say; nothing is written."""
    assert done.exit_code == 1, done.output
    assert not RECORD.exists()
    return re.findall(r"^notes\.txt:(\d+:\d+: error CQ\d+ .*)$", done.output, re.MULTILINE)


@pytest.fixture(scope="module")
def made() -> str:
    """What is made of the notes of the announcement that is made up."""
    return made_from(ANNOUNCEMENTS / f"{MADE_UP}.txt", f"{MADE_UP}.yaml", CORPUS, endings()[MADE_UP])


def typed(made: str, finished: str) -> Typed:
    return counted(MADE_UP, (ANNOUNCEMENTS / f"{MADE_UP}.txt").read_text(encoding="utf-8"), made, finished)


def test_the_record_of_an_announcement_is_that_of_a_person_and_half_of_it_is_typed(made: str) -> None:
    found = typed(made, (ANNOUNCEMENTS / f"{MADE_UP}.yaml").read_text(encoding="utf-8"))
    # What is left to do: two marks to delete, and the status.
    assert found.edited == [
        "status: reviewed",
        "- text: {en: Time on the machines is to cost researchers nothing.}",
        "- id: za-ministry-of-science-of-south-africa",
    ]
    assert found.share < 0.45 and found.lines == 1 + len(found.notes) + 3


def test_a_line_that_the_command_did_not_write_counts_as_typed(made: str) -> None:
    text = (ANNOUNCEMENTS / f"{MADE_UP}.yaml").read_text(encoding="utf-8")
    found = typed(made, text.replace("value: 2000", "value: 2001") + "note: Looked at twice.\n")
    assert len(found.edited) == 5 and {"  value: 2001", "note: Looked at twice."} <= {*found.edited}


@pytest.mark.slow
def test_at_most_half_of_the_shipped_records_is_typed() -> None:
    found = [each for each in measured() if each.id != MADE_UP]
    assert len(found) == 4
    assert all("status: reviewed" in each.edited for each in found)
    assert max(each.share for each in found) <= 0.5
    if FACTS.is_file():
        (listed,) = yaml.safe_load_all(FACTS.read_text(encoding="utf-8"))
        assert {each["slug"] for each in listed} == {each.id for each in found}


def test_the_example_of_the_page_becomes_what_the_page_shows(run: Run) -> None:
    page = (ROOT / "docs" / "how-to" / "notes.md").read_text(encoding="utf-8")
    notes, command, shown, later = re.findall(r"^```(?:text|yaml)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    done = run(notes, *command.split()[5:])
    written = record(done)
    expected = yaml.safe_load(shown.replace("za-compute-centre-2026", ID))
    assert {name: written[name] for name in expected} == expected
    assert shown.rstrip() in RECORD.read_text(encoding="utf-8").replace(
        "\n\nplace: {city: Cape Town, country: ZA}\n", "\n"
    )
    assert written["commitments"][0]["id"] == "rules"
    assert written["commitments"][0]["unknown"] == [{"field": "due", "reason": "not_stated"}]
    assert written["statements"][1]["note"] == "The paper names nobody."
    assert communique.validate("records") == []
    assert later.startswith("communique add notes")


def test_what_the_corpus_has_is_named_and_not_defined_again(run: Run) -> None:
    known = next(each for each in communique.load(CORPUS).sources.values() if each.url)
    defined = f"sources:\n- s = {known.url}\nactors:\n- Alibaba | company\n"
    done = run(f"{HEAD}{defined}{DATES[:-1]} [s]\nroles:\n- Li Qiang | speaker\n")
    written = record(done)
    assert "sources" not in written and "actors" not in written
    assert written["dates"] == [{"role": "announced", "value": "2026-03-02", "evidence": [known.id]}]
    assert written["roles"] == [{"actor": "li-qiang", "role": "speaker"}]
    assert f"known: s is {known.id}\n" in done.stderr
    assert "known: Alibaba is alibaba" in done.stderr


def test_what_the_notes_say_of_a_known_source_and_the_corpus_does_not_is_told(run: Run) -> None:
    known = next(each for each in communique.load(CORPUS).sources.values() if each.url)
    sources = f'sources: {known.access}\n- s = {known.url} | {known.type} | "Another title" | note: Odd.\n'
    done = run(f"{HEAD}{sources}{DATES[:-1]} [s]\n")
    assert "sources" not in record(done)
    assert f"known: s is {known.id}; what the notes say of its title and note is left out\n" in done.stderr


def test_only_the_item_in_which_a_word_was_taken_for_a_code_is_marked(run: Run) -> None:
    done = run(f"{HEAD}{DATES}roles:\n- Li Qiang | speaker\n- Donald Trump | signer\n")
    assert record(done)["roles"][1]["role"] == "signatory"
    text = RECORD.read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line.endswith("# confirm")] == [
        "- {actor: donald-trump, role: signatory}  # confirm"
    ]


@pytest.mark.parametrize("line", ["s = https://unheard-of.example/a", "s = title: A leaflet"])
def test_the_type_of_a_source_that_nobody_states_is_unknown(run: Run, line: str) -> None:
    (source,) = record(run(f"{HEAD}{DATES[:-1]} [s]\nsources:\n- {line} | excerpt\n"))["sources"]
    assert (source["type"], source["access"]) == ("unknown", "excerpt")
    assert "note" not in source and "# confirm" not in RECORD.read_text(encoding="utf-8")


WRONG = {
    "roles:\n- Nobody We Know | speaker\n": "5:3: error CQ118 'Nobody We Know' fits no field here",
    "roles:\n- Li Qiang | speeker\n": "5:14: error CQ118 'speeker' fits no field here",
    "roles:\n- Li Qiang | speaker | Premier of China\n": "5:24: error CQ118 'Premier of China' fits no field here",
    "roles:\n- Li Qiang\n": "5:3: error CQ205 missing required field 'role'",
    "roles:\n- Li Qiang | speaker [x]\n": "5:23: error CQ118 no source is called 'x'",
    "roles:\n- Li Qiang | speaker | on_behalf_of: Somebody\n": "5:24: error CQ118 no actor is called 'Somebody'",
    "roles:\n- Li Qiang | speaker | capasity: Premier\n": "5:24: error CQ118 'capasity: Premier' begins with no",
    "statements:\n- A point. | Another. | reported_fact\n": "5:14: error CQ118 'Another.' fits no field here",
    "commitments:\n- promise | Li Qiang | 2026-04-01\n": "5:24: error CQ118 '2026-04-01' fits no field here",
    "quantities:\n- 5 | 6 | exactly | machines\n": "5:7: error CQ118 '6' fits no field here",
    "sources:\n- publisher: Daily | news | excerpt | 2026-03-40\n": "5:39: error CQ118 found '2026-03-40', expected a",
    "place: Cape Town\n": "4:8: error CQ118 found 'Cape Town', expected an object",
    "sumary: A summary.\n": "4:1: error CQ118 there is no field 'sumary' here",
    "summary: {en: [}\n": "4:10: error CQ118 cannot read '{en: [}'",
    "topics: weather\n": "4:9: error CQ118 found 'weather', expected a topic",
    "types: treaty\ntitle: Another\n": "5:8: error CQ118 title is given twice",
    'roles:\n- Li Qiang | speaker [s "He said"]\n': "5:23: error CQ118 no source is called 's'",
    'roles:\n- Li Qiang | speaker ["He said"]\n': "5:23: error CQ118 '\"He said\"' names no source",
    "roles: [x]\n- Li Qiang | speaker\n": "4:9: error CQ118 no source is called 'x'",
    "a line of prose\n": "4:1: error CQ118 the line belongs to no field and no item",
}


HELP = """\
Title: A plan
summary:A plan
types: joint_statment
topics:
- safety
- innovaton
numbers:
- 40 | machines
sources:
- s1 = https://gazette.example.org/a | offical
- s2 = https://gazette.example.org/b|official
dates:
- signed | 5/3/2026 [s1]
- announced|2 March 2026 [s1]
- announced | 2 March 2026 [s1
- announced | 2 March 2026 s1]
- announced [s1] | 2 March 2026
- when: 2026 | announced [s1]
money:
- 1.000 | EUR
- {value: 5, currency: EUR}
quantities:
- $42.5bn | machines
statements: reported_fact
- A point.
  nte: The paper names nobody.
- Speaker: Li Qiang | A point
- A point [s3]
roles:
- li-qiang | speker
actors:
- Li Qiangg | person
"""
HELPS = {
    1: "did you mean title?",
    2: "write summary: with a colon and a space",
    3: "did you mean joint_statement?",
    6: "did you mean innovation?",
    7: "did you mean quantities?",
    10: "did you mean type: official?",
    11: "write ' | ' between two values",
    13: "it can mean 2026-03-05 or 2026-05-03",
    14: "write ' | ' between two values",
    15: "write sources as in [s1, s2] at the end",
    16: "write sources as in [s1, s2] at the end",
    17: "write the sources at the end of the item",
    18: "did you mean as_of or value",
    20: "write 1 or 1000",
    21: "did you mean amount?",
    23: "write the code of the currency in place of $",
    26: "or move the first word into the line above",
    27: "write speaker: with a colon and a space",
    28: "the sources are s1, s2",
    30: "did you mean role: speaker?",
    32: "give it an id of its own",
}


def test_the_help_says_what_to_write_for_each_line(run: Run) -> None:
    done = run(HELP)
    found = re.findall(r"^notes\.txt:(\d+):\d+: error CQ118 .*\n  help: (.*)$", done.stderr, re.MULTILINE)
    assert [int(line) for line, _ in found] == [*HELPS]
    assert [help for line, help in found if HELPS[int(line)] not in help] == []


def test_what_is_missing_is_said_in_the_same_run_but_not_what_may_be_in_a_line_that_is_not_understood(run: Run) -> None:
    found = refusal(
        run(
            "Titel: A plan\ndates:\n- 2026-03-02\n- signd | 2026-03-02\nsources:\n- s = https://a.example/x | ofical\n"
            "statements:\n- A point [s]\n"
        )
    )
    assert found == [
        "1:1: error CQ118 there is no field 'Titel' here",
        "1:1: error CQ205 missing required field 'types'",
        "3:3: error CQ205 missing required field 'role'",
        "4:3: error CQ118 'signd' fits no field here",
        "6:29: error CQ118 'ofical' fits no field here",
        "8:3: error CQ205 missing required field 'nature'",
    ]


def test_sums_and_numbers_are_read_as_people_write_them(run: Run) -> None:
    money = [
        "EUR 3.5 million | at_least", "at least 10 million won | KRW", "$42.5bn | USD | about",
        "3500000 | EUR | exactly", "{amount: 5, currency: EUR, comparator: exactly}",
    ]  # fmt: skip
    numbers = ["up to 12% | share", "about 2,000 | machines", "more than EUR 1.5 million | prices"]
    lines = [*(f"- {each} | pledged\n" for each in money), "quantities:\n", *(f"- {each}\n" for each in numbers)]
    written = record(run(f"{HEAD}{DATES}money:\n{''.join(lines)}"))
    assert [(each["amount"], each["currency"], each["comparator"]) for each in written["money"]] == [
        (3_500_000, "EUR", "at_least"), (10_000_000, "KRW", "at_least"), (42_500_000_000, "USD", "about"),
        (3_500_000, "EUR", "exactly"), (5, "EUR", "exactly"),
    ]  # fmt: skip
    assert [(each["value"], each.get("unit"), each["comparator"]) for each in written["quantities"]] == [
        (12, "percent", "at_most"), (2000, None, "about"), (1_500_000, "EUR", "more_than"),
    ]  # fmt: skip


def test_a_source_may_stand_before_the_one_that_it_derives_from(run: Run) -> None:
    one = "- a = https://a.example/x | news | excerpt | origin: derived | derived_from: b\n"
    other = "- b = https://b.example/y | news | excerpt | origin: own | published: 2026-03-02\n"
    written = record(run(f"{HEAD}{DATES}sources:\n{one}{other}"))["sources"]
    copy, original = sorted(written, key=lambda each: str(each["url"]))
    assert copy["derived_from"] == [original["id"]]
    RECORD.unlink()
    assert refusal(run(f"{HEAD}{DATES}sources:\n{one}")) == ["6:64: error CQ118 no source is called 'b'"]


def test_what_is_indented_is_not_lost(run: Run) -> None:
    dates = "dates:\n  - announced | 2026-03-02\n\n  - signed | 2026-03-03\n\n statements: reported_fact\n - A point.\n"
    written = record(run(f"{HEAD}{dates}"))
    assert [each["role"] for each in written["dates"]] == ["announced", "signed"]
    assert written["statements"] == [{"text": {"en": "A point."}, "nature": "reported_fact"}]


UNCLEAR = {
    "- One point.\n  - Another.\n": "5:5: error CQ118 the item is indented more than the one above it",
    "- One point.\n\n  It goes on.\n": "6:3: error CQ118 the line is indented, but there is nothing above it",
    "- One point. [s\n": "4:3: error CQ118 found a bracket that is not closed",
    "- One point.\n  note: See [s.\n": "5:3: error CQ118 found a bracket that is not closed",
    "- One point. (s)\n": "4:14: error CQ118 found no square brackets around (s)",
    "- One point. [s].\n": "4:14: error CQ118 text stands behind the sources [s]",
    "- One point.\n places: Rome\n": "5:2: error CQ118 there is no field 'places' here",
    "- One | b|c point.\n": "4:9: error CQ118 found a bar in 'b|c point.'",
}


@pytest.mark.parametrize("unclear", UNCLEAR)
def test_what_may_be_another_item_or_field_is_a_finding(unclear: str, run: Run) -> None:
    source = "sources:\n- s = https://gazette.example.org/a | official | excerpt\n"
    found = refusal(run(f"{HEAD}statements: reported_fact\n{unclear}{DATES}{source}"))
    assert any(each.startswith(UNCLEAR[unclear]) for each in found), found


def test_full_width_signs_are_read(run: Run) -> None:
    notes = f"""{HEAD}sources：
- s＝https://gazette.example.org/a｜official｜excerpt
- t = https://herald.example.org/a | news | excerpt
dates：announced｜2026-03-02【s，t presumed】
statements: Art 本法规定：一点。｜reported_fact｜note：无。［s］ [t]
"""
    written = record(run(notes))
    (date,), (statement,) = written["dates"], written["statements"]
    first, second = (each["id"] for each in written["sources"])
    assert date["evidence"] == [first, {"source": second, "support": "presumed"}]
    assert statement["text"] == {"en": "Art 本法规定：一点。"} and statement["note"] == "无。"
    assert statement["evidence"] == [first, second]


def test_a_text_in_other_letters_needs_its_language(run: Run) -> None:
    notes = f"{HEAD}{DATES}actors:\n- wang = 王丽华 | person | country: CN\nroles: wang | speaker\n"
    assert any("the language of '王丽华' is not known" in each for each in refusal(run(notes)))
    named = record(run(notes.replace("王丽华", "name: {zh-Hans: 王丽华}")))
    assert next(each["name"] for each in named["actors"] if each["type"] == "person") == {"zh-Hans": "王丽华"}


def test_lists_and_objects_may_be_indented_as_in_yaml(run: Run) -> None:
    place = "place:\n  city: Cape Town\n  country: South Africa\ntopics:\n- safety\n- compute_and_chips\n"
    dates = "dates:\n\t- announced | 2026-03-02 | “Monday | today”\n\t\tnote: A note.\n\t– signed | 2026-03-03\n"
    written = record(run(f"{HEAD}{place}{dates}"))
    assert written["place"] == {"city": "Cape Town", "country": "ZA"}
    assert written["topics"] == ["safety", "compute_and_chips"]
    first, second = written["dates"]
    assert (first["as_stated"], first["note"], second["role"]) == ("Monday | today", "A note.", "signed")


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_not_understood_is_named_with_its_line(wrong: str, run: Run) -> None:
    found = refusal(run(f"{HEAD}url: https://example.org\n{wrong}{DATES}"))
    assert any(each.startswith(WRONG[wrong]) for each in found), found


def test_a_thing_with_a_similar_name_is_defined_only_if_it_has_an_id_of_its_own(run: Run) -> None:
    notes = f"{HEAD}{DATES}actors:\n- premier = Li Qiangg | person\n"
    (found,) = refusal(run(notes))
    assert "li-qiang" in found
    assert record(run(notes.replace("premier =", "premier = id: li-qiangg |")))["actors"][0]["id"] == "li-qiangg"


def test_an_actor_without_a_label_never_takes_a_second_part(run: Run) -> None:
    """Only the first of the fields for actors can be meant: not the one for whom somebody acts."""
    found = refusal(run(f"{HEAD}{DATES}roles:\n- Li Qiang | speaker | Donald Trump\n"))
    assert found == ["6:24: error CQ118 'Donald Trump' fits no field here"]


def test_notes_from_other_programs_are_read(run: Run) -> None:
    text = f"\ufeff{HEAD}{DATES}statements:\n• 要点一 | reported_fact\n".replace("\n", "\r\n")
    written = record(run(text, "--language", "zh-Hans"))
    assert written["title"] == {"zh-Hans": "A plan"}
    assert written["statements"] == [{"text": {"zh-Hans": "要点一"}, "nature": "reported_fact"}]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"\x00",
        b"- - -\n",
        b"[" * 9000,
        b"a: {" * 3000,
        b"roles:\n- " + b"x | " * 5000,
        b"x\x1b[2J:\n",
    ],
)
def test_hostile_notes_are_refused_in_words(content: bytes, run: Run) -> None:
    run("")
    Path("notes.txt").write_bytes(content)
    done = CliRunner().invoke(cli, ["new", ID, "--from", "notes.txt"])
    assert done.exit_code in (1, 2) and isinstance(done.exception, SystemExit)
    assert "Traceback" not in done.output and "\x1b" not in done.output
    assert not RECORD.exists()


MORE = """sources: news | excerpt | language: en
- n = https://news.example.net/more | "More" | publisher: Example News
roles:
- South Africa | funder [n]
money:
- pledge | exactly | 5 million | currency: USD | payer: South Africa [n]
commitments:
- Report on it. | promise | South Africa | due: not_stated [n]
topics: governance
"""


def add(notes: str, *options: str) -> Result:
    Path("more.txt").write_text(notes, encoding="utf-8")
    return CliRunner().invoke(cli, ["add", "notes", "more.txt", "--to", str(RECORD), *options])


def test_notes_are_added_to_a_record_once_and_nothing_else_in_it_changes(run: Run) -> None:
    run(f"{HEAD}topics: safety\n{DATES}roles:\n- Li Qiang | speaker\n")
    before = RECORD.read_text(encoding="utf-8").replace("- {actor", "# A comment.\n- {actor")
    RECORD.write_text(before, encoding="utf-8")
    shown = add(MORE, "--dry-run")
    assert shown.exit_code == 0 and RECORD.read_text(encoding="utf-8") == before
    done = add(MORE)
    assert done.exit_code == 0, done.output
    assert f"{RECORD}: look at money, item 1: a word in the notes was taken for a code" in done.stdout.splitlines()
    after = RECORD.read_text(encoding="utf-8")
    added = [line for line in ndiff(before.splitlines(), after.splitlines()) if line.startswith("- ")]
    assert added == ["- topics: [safety]"]
    written = yaml.safe_load(after)
    assert written["topics"] == ["safety", "governance"] and len(written["roles"]) == 2
    assert written["money"][0]["flow"] == "pledged" and written["commitments"][0]["id"] == "report-on-it"
    assert {each.code for each in communique.validate("records")} == {"CQ503"}  # of the two items without a source
    again = add(MORE)
    assert again.exit_code == 0 and again.stdout == f"{RECORD}: nothing is new\n"
    assert RECORD.read_text(encoding="utf-8") == after


def test_a_fact_that_the_record_has_gets_the_evidence_of_the_notes(run: Run) -> None:
    fact = "quantities:\n- staff | 25 | at_least"
    source = "sources: news | excerpt\n- a = https://a.example.org/1 | official\n"
    run(f"{HEAD}{DATES}{source}{fact} | note: Some. [a]\n")
    before, known = RECORD.read_text(encoding="utf-8"), communique.load("records").announcements[ID].sources[0].id
    source = "sources: news | excerpt\n- b = https://b.example.org/2 | official\n"
    done = add(f"{source}{fact} [{known}, b]\n- posts | 7 | exactly [b]\n")
    assert done.exit_code == 0, done.output
    written = yaml.safe_load(RECORD.read_text(encoding="utf-8"))
    new = written["sources"][1]["id"]
    assert f"{RECORD}: added to the evidence of /quantities/0, which says the same: {new}" in done.stdout.splitlines()
    assert [each["evidence"] for each in written["quantities"]] == [[known, new], [new]]
    changed = [line for line in before.splitlines() if line not in RECORD.read_text(encoding="utf-8").splitlines()]
    assert changed == [f"  evidence: [{known}]"]
    after = RECORD.read_bytes()
    for notes, said in {
        f"{fact} | note: All of it.": "2:3: error CQ118 item 1 of the record says the same, with another note",
        f"{fact} [{known} presumed]": f"2:3: error CQ118 the record cites {known} for the same in another way",
        f"{fact} | rank: deprecated": "2:3: error CQ118 item 1 of the record says the same, with another rank",
        f"{fact}\n- posts | 8": "3:3: error CQ205 missing required field 'comparator'",
    }.items():
        refused = add(f"{notes}\n")
        assert (refused.exit_code, f"more.txt:{said}" in refused.output) == (1, True), refused.output
        assert RECORD.read_bytes() == after


def test_what_is_added_to_a_record_is_marked_as_in_a_new_one(run: Run) -> None:
    run(f"{HEAD}{DATES}roles:\n- Li Qiang | speaker\n")
    add("roles:\n- Li Qiang | speaker\n- Donald Trump | signer\n- South Africa | funder\n")
    lines = RECORD.read_text(encoding="utf-8").splitlines()
    (mark,) = [number for number, line in enumerate(lines) if line.endswith("# confirm")]
    assert "donald-trump" in lines[mark] and len(yaml.safe_load("\n".join(lines))["roles"]) == 3


def test_a_source_of_unknown_type_brings_an_older_record_to_the_newest_schema(run: Run) -> None:
    """And the command says so; notes that the older version can express leave it as it is."""
    run(f"{HEAD}{DATES}")
    older = RECORD.read_text(encoding="utf-8").replace(f"schema_version: {SCHEMA_VERSION}", "schema_version: 0.3.1")
    RECORD.write_text(older, encoding="utf-8")
    assert add("roles:\n- Li Qiang | speaker\n").exit_code == 0
    assert "schema_version: 0.3.1\n" in RECORD.read_text(encoding="utf-8")
    done = add("sources:\n- s = https://unheard-of.example/a | excerpt\n")
    assert (done.exit_code, f"{RECORD}: now names schema {SCHEMA_VERSION}; 0.3.1 cannot" in done.output) == (0, True)
    assert f"schema_version: {SCHEMA_VERSION}\n" in RECORD.read_text(encoding="utf-8")


def test_a_record_that_exists_is_named_at_once(run: Run) -> None:
    run(f"{HEAD}{DATES}")
    done = run(f"{HEAD}nonsense\n")
    assert done.exit_code == 2 and "CQ" not in done.output
    assert f"{RECORD} already exists" in done.stderr and f"communique add notes notes.txt --to {RECORD}" in done.stderr


LABELS = {
    "s = https://a.example.org/1 | official\n- s = https://b.example.org/2 | official": "label s is given twice",
    "s = https://a.example.org/1 | official\n- S = https://b.example.org/2 | official": "line 5 has it as s",
    "s = https://a.example.org/1 | official\nactors:\n- li-qiang = A Club | company": "is what the actor li-qiang is",
    "s = https://a.example.org/1 | official\nrevisions: r = 2026-03-04 | created | A person": "has no label",
    "s = https://a.example.org/1 | official\nquantities: q = exactly\n- staff | 2 [s]": "the label q is before no item",
    "s = https://a.example.org/1 | official\nquantities:\n- q = id: r | staff | 2 | exactly": "a label and another id",
}


@pytest.mark.parametrize("sources", LABELS)
def test_a_label_is_that_of_one_thing(sources: str, run: Run) -> None:
    found = refusal(run(f"{HEAD}dates: announced | 2026-03-02 [s]\nsources: news | excerpt\n- {sources}\n"))
    assert len(found) == 1 and LABELS[sources] in found[0], found


def test_a_label_that_nothing_refers_to_is_told(run: Run) -> None:
    sources = "sources: official | excerpt\n- s = https://a.example.org/1\n- t = https://b.example.org/2\n"
    done = run(f"{HEAD}{sources}{DATES[:-1]} [s]\n")
    assert len(record(done)["sources"]) == 2 and "not used: the label t" in done.stderr.splitlines()


def test_what_counts_for_no_item_of_a_list_is_a_finding(run: Run) -> None:
    (found,) = refusal(run(f"{HEAD}{DATES}statements: reported_fact - A point.\n- B. | reported_fact\n"))
    assert found == "5:13: error CQ118 text counts for no item below, as each has its own"


def test_a_date_with_points_has_the_day_first_and_other_dates_of_numbers_are_not_guessed(run: Run) -> None:
    """As in `communique import` and in the help of CQ209."""
    (found,) = refusal(run(f"{HEAD}dates: announced | 05/03/2026\n"))
    assert found.startswith("3:20: error CQ118")
    assert record(run(f"{HEAD}dates: announced | 05.03.2026\n"))["dates"][0]["value"] == "2026-03-05"


def test_notes_do_not_replace_what_a_record_says(run: Run) -> None:
    run(f"{HEAD}{DATES}place.city: Cape Town\nunknown: field: url | not_stated\n")
    before = RECORD.read_bytes()
    for notes, code, said in (
        ("title: Another plan\n", 1, "more.txt:1:1: error CQ118 the record has another value in title.en"),
        ("unknown: field: url | not_seen\n", 1, "more.txt:1:10: error CQ118 the record has another reason for url"),
        ("place: {city: Rome}\n", 1, "more.txt:1:1: error CQ118 the record has another value in place.city"),
        ("roles:\n\n- Li Qiang\n", 1, "more.txt:3:3: error CQ205 missing required field 'role'"),
        ("dates:\n- announced | 2026-03-02 [x]\n", 1, "more.txt:2:27: error CQ118 no source is called 'x'"),
    ):
        done = add(notes)
        assert (done.exit_code, said in done.output, RECORD.read_bytes()) == (code, True, before), done.output
    done = CliRunner().invoke(cli, ["add", "notes", "more.txt", "--to", "records/dataset.yaml"])
    assert done.exit_code == 2 and "records/dataset.yaml is no announcement" in done.output


MEASURE = "measures:\n- centre | propose | Li Qiang | proposed | planned"
CENTRE = "instruments:\n- centre = Centre for Public Compute | body\n"
SEAT = {"name": "seat", "value": "Cape Town"}
NESTED = {
    "\n  attributes: seat | Rome": {"attributes": [SEAT, {"name": "seat", "value": "Rome"}]},
    "\n  attributes: seat | Cape Town | note: N.": {"attributes": [SEAT | {"note": "N."}]},
    "\n  attributes: members | 13": {"attributes": [SEAT, {"name": "members", "value": 13}]},
    "\n  unknown: field: date | not_seen": {"unknown": [{"field": "date", "reason": "not_seen"}]},
    " | note: A note.": {"note": "A note."},
    " | confidence: likely": {"confidence": "likely"},
    " | id: plan": {"id": "plan"},
}


@pytest.mark.parametrize("more", NESTED)
def test_what_is_compatible_is_merged_into_a_fact_and_what_competes_stands_beside_it(more: str, run: Run) -> None:
    before = record(run(f"{HEAD}{DATES}{CENTRE}{MEASURE}\n  attributes: seat | Cape Town\n"))
    notes = f"{MEASURE}{more}\n".replace("centre", "centre-for-public-compute")
    assert add(notes).exit_code == 0
    after = yaml.safe_load(RECORD.read_text(encoding="utf-8"))
    (measure,) = before["measures"]
    assert after == before | {"measures": [measure | NESTED[more]]}
    assert add(notes).stdout == f"{RECORD}: nothing is new\n"


def test_a_fact_that_is_twice_in_notes_is_added_once(run: Run) -> None:
    run(f"{HEAD}{DATES}")
    sources = "sources: news | excerpt\n- a = https://a.example.org/1\n- b = https://b.example.org/2\n"
    assert add(f"{sources}quantities:\n- staff | 25 | at_least [a]\n- at least 25 | staff [b]\n").exit_code == 0
    written = yaml.safe_load(RECORD.read_text(encoding="utf-8"))
    assert [each["evidence"] for each in written["quantities"]] == [[each["id"] for each in written["sources"]]]


def test_a_part_of_an_object_that_the_record_lacks_is_added(run: Run) -> None:
    run(f"{HEAD}{DATES}place.country: ZA\n")
    done = add("place: {city: Cape Town, country: ZA}\ntitle.zh-Hans: 计划\n")
    assert done.exit_code == 0, done.output
    written = yaml.safe_load(RECORD.read_text(encoding="utf-8"))
    assert written["place"] == {"city": "Cape Town", "country": "ZA"}
    assert written["title"] == {"en": "A plan", "zh-Hans": "计划"}


WORDED = f"""{HEAD}sources: official | excerpt
- s = https://gazette.example.org/a
dates:
- announced | 2026-03-02 [s "On Monday, the [second] | of March; in Rome" presumed]
statements: reported_fact
- A point. [s: “The plan, he
  said, is new”]
- Noch einer. [s „Der Plan ist neu“, s 「计划是新的」]
"""


def test_the_words_of_a_source_become_a_passage(run: Run) -> None:
    done = run(WORDED)
    written, (source,) = record(done), record(done)["sources"]
    assert written["dates"][0]["evidence"] == [
        {"source": source["id"], "words": "On Monday, the [second] | of March; in Rome", "support": "presumed"}
    ]
    words = [each["words"] for item in written["statements"] for each in item["evidence"]]
    assert words == ["The plan, he said, is new", "Der Plan ist neu", "计划是新的"]
    assert f"4 quotes to be replaced by passages: communique cite --fill {RECORD}" in done.stderr
    assert add(WORDED).stdout == f"{RECORD}: nothing is new\n"
    text = "On Monday, the [second] | of March; in Rome. The plan, he said, is new. Der Plan ist neu. 计划是新的。"
    Path("texts").mkdir()
    Path("texts", f"{source['id']}.txt").write_text(text, encoding="utf-8")
    filled = CliRunner().invoke(cli, ["cite", "--fill", str(RECORD), "--sources", "texts"])
    assert filled.stdout.endswith("4 of 4 pieces of evidence filled, in 1 file\n"), filled.output
    assert communique.validate("records") == []
    assert add(WORDED).stdout == f"{RECORD}: nothing is new\n"


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        ('[s "one" "two"]', 'words of s is given twice'),
        ('[s "one, two]', "found no words in quotes that end, in 's \"one'"),
        ('[s one two]', "'one' says nothing of how the source supports it"),
        ('[s "a [b] c"] and more', "text stands behind the sources"),
        ('["one", s]', "names no source"),
    ],
)  # fmt: skip
def test_words_that_are_not_clear_are_a_finding(sources: str, said: str, run: Run) -> None:
    source = "sources:\n- s = https://gazette.example.org/a | official | excerpt\n"
    found = refusal(run(f"{HEAD}{source}{DATES[:-1]} {sources}\n"))
    assert any(said in each for each in found), found
