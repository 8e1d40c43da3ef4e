"""What is well formed and cannot be meant: placeholders, days that have not come, places, shares, units, nobody."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from communique.authoring import template
from communique.codelists import CODELISTS
from communique.corpus.corpus import Corpus, Entry
from communique.corpus.occasions import scenes
from communique.diagnostics.finding import Finding
from communique.lexicon.placeholders import TO_BE_FILLED_IN
from communique.lexicon.units import in_full
from communique.models import SCHEMA_VERSION, Occasion, Registry
from communique.reading import read_bytes
from communique.validation.engine import check
from communique.validation.registry import example_file, find
from communique.validation.structure.schema_templates import slot_words

TODAY = date(2026, 11, 26)
HEAD = f"schema_version: {SCHEMA_VERSION}\n"
REPORT = "sources:\n- {id: report, type: news, access: full_text, title: A report}\n"
REVIEWED = (
    "status: reviewed\ntypes: [speech]\n"
    "dates:\n- {role: announced, value: '2025-07-26', evidence: [{source: report}]}\n" + REPORT
)
BY_CN = (
    "roles:\n- {actor: cn, role: announcer, evidence: [{source: report}]}\n"
    "actors:\n- {id: cn, type: country, country: CN, name: {en: China}}\n"
)
FUND = "instruments:\n- {id: fund, type: fund, name: {en: Fund}}\n"

LEFT = (
    "TODO|todo.|[TBD]|tba|FIXME: ask|TODO: who?|???|…..|xxx|XXXX|to be added|n/a|(placeholder)|To do|？？|"
    "Lorem ipsum dolor sit amet, consectetur.|?|？|TEXT|NAME|TITLE|SUBJECT|CITY|VALUE"
)
UNITS = (
    "EUR|HRK|DEM|XDR|percent|percent of turnover|percentage point|country|company|person|square metre|GPU|MW|m2|km|kWh|"
    "operation in training|country or organisation|cup|pen|m|pound|billion-parameter model|USD per year|B200 chip|"
    "k-anonymous record|member state|km/h|request/s|person/year"
)

Found = list[tuple[str, str, str]]


def findings(fields: str, today: date = TODAY) -> list[Finding]:
    rule = find("impossible-date")
    assert rule
    return list(check([read_bytes(example_file(rule, fields), "example.yaml")], today=today).findings)


def found(fields: str) -> Found:
    return [(finding.name, finding.severity, finding.pointer) for finding in findings(fields)]


def whole(text: str, name: str = "example.yaml") -> Found:
    report = check([read_bytes(text.encode(), name)], today=TODAY)
    return [(finding.name, finding.severity, finding.pointer) for finding in report.findings]


def attribute(fields: str) -> str:
    measure = "measures:\n- {instrument: fund, action: establish, stage: announced, modality: planned, attributes: "
    return f"{measure}[{{{fields}}}]}}\n{FUND}"


# Placeholders


def new_record(status: str) -> str:
    text = template.skeleton("cn-thing-2025", Path("cn-thing-2025.yaml"))
    return text.replace("status: draft", f"status: {status}")


def opened(text: str) -> str:
    """The template with every field open that it offers."""
    return re.sub(r"^( *)# (?!yaml-language-server)", r"\1", text, flags=re.MULTILINE)


def test_a_template_is_clean_as_a_draft_and_not_as_reviewed() -> None:
    assert whole(new_record("draft"), "cn-thing-2025.yaml") == []
    assert whole(new_record("reviewed"), "cn-thing-2025.yaml") == [
        ("placeholder-left", "error", "/title/en"),
        ("other-unexplained", "warning", "/types"),
        ("nobody-takes-part", "error", "/status"),
        ("placeholder-left", "error", "/dates/0/value"),
        ("placeholder-left", "error", "/sources/0/id"),
    ]


def test_every_example_of_the_template_is_a_placeholder() -> None:
    names = {name for name, _, _ in whole(opened(new_record("draft")), "cn-thing-2025.yaml")}
    assert "placeholder-left" not in names
    left = {where for name, _, where in whole(opened(new_record("reviewed")), "cn-thing-2025.yaml") if "left" in name}
    assert {
        "/title/en",
        "/summary/en",
        "/dates/0/value",
        "/occasion",
        "/place/city",
        "/roles/0/actor",
        "/roles/0/capacity/en",
        "/measures/0/instrument",
        "/measures/0/actors/0",
        "/statements/0/speaker",
        "/relations/0/target",
        "/sources/0/title",
        "/sources/0/publisher",
        "/sources/0/url",
        "/actors/0/name/en",
        "/instruments/0/name/en",
        "/occasions/0/name/en",
    } <= left


def test_the_template_has_what_is_taken_for_its_placeholders() -> None:
    text = (files("communique.authoring") / "template.yaml").read_text(encoding="utf-8")
    assert [each for each in TO_BE_FILLED_IN if each not in text] == []


@pytest.mark.parametrize(
    "text",
    LEFT.split("|"),
)
def test_what_a_writer_leaves_for_later(text: str) -> None:
    fields = REVIEWED + BY_CN + f'summary: {{en: "{text}"}}\n'
    assert found(fields) == [("placeholder-left", "error", "/summary/en")]
    assert found(fields.replace("reviewed", "withdrawn")) == []


@pytest.mark.parametrize(
    "text",
    [
        "What is to be done about AI?",
        "Todo list of the ministry",
        "A tool for lorem ipsum is put forward.",
        "XXX",
        "The seat is still to be determined.",
        "Who? What? Why?",
        "Mastodon",
        "ACTION",
        "NAMES",
        "Text",
        "What?",
        "Example of good practice",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    assert found(REVIEWED + BY_CN + f'summary: {{en: "{text}"}}\n') == []


def test_the_words_of_a_source_are_its_own() -> None:
    date_ = "dates:\n- {role: announced, value: '2025', as_stated: TBC, evidence: [{source: report}]}\n"
    fields = re.sub("dates:\n.*\n", date_, REVIEWED) + BY_CN
    assert found(fields) == []


def test_a_placeholder_in_a_registry() -> None:
    text = f"{HEAD}kind: registry\nid: example\nactors:\n- {{id: a, type: group, name: {{en: TODO}}}}\n"
    assert whole(text) == [("placeholder-left", "warning", "/actors/0/name/en")]


@pytest.mark.parametrize(
    "text",
    [
        "quantities: [{}]\n",
        "roles: [{}]\n",
        "statements: [{}]\n",
        "actors: [{}]\n",
        "measures: [{attributes: [{}]}]\n",
        "unknown: [{}]\n",
    ],
)
def test_every_word_that_help_leaves_for_a_text_is_a_placeholder(text: str) -> None:
    advices = [advice for finding in findings(text) for advice in finding.advice]
    slots = {slot for advice in advices for slot in advice.slots}
    codes = {codelist.list_name.upper() for codelist in CODELISTS}
    assert slots and slots - codes - {"NUMBER"} <= slot_words()


@pytest.mark.parametrize(
    "word",
    [
        "Ministère",
        "São Paulo",
        "École",
        "naïve",
        "it’s",
        "a – b",
        "Москва",
        "人工智能",
        "25 °C",
        "£5",
        "Übung",
        "İlan",
        "żółw",
        "ılık",
    ],
)
def test_a_text_in_the_wrong_encoding_is_told(word: str) -> None:
    garbled = word.encode().decode("cp1252", "replace").replace("\u009d", "")
    assert found(f"summary: {{en: {word}}}\n") == []
    assert found(f'summary: {{en: "{garbled}"}}\n') == [("garbled-text", "warning", "/summary/en")]


@pytest.mark.parametrize("text", ["a \ufffd b", "\ufffd"])
def test_a_lost_letter_is_told(text: str) -> None:
    assert found(f'actors: [{{id: a, type: group, name: {{en: "{text}"}}}}]\n') == [
        ("garbled-text", "warning", "/actors/0/name/en")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A NAÇÃO DE AMANHÃ",
        "AMANHÃ¹ e «AMANHû",
        "“DEZ DA MANHÔ",
        "ANDRÉ’S CAFÉ”",
        "Â",
        "REÎNVIEREA ÎN ROMÂNIA",
        "Ði Ñandú",
        "élève — « été »",
        "5 Å² or 5 Å±1",
        "Größe ≥ 5 µm · 20 °C ± 1 ½",
        "Việt Nam: CHÃ, TÃ",
    ],
)
def test_letters_that_are_rare_are_no_garbled_text(text: str) -> None:
    assert found(f'summary: {{en: "{text}"}}\n') == []


# Nobody, and other


def registered(value: str) -> str:
    return FUND.replace("name:", f"identifiers: [{{scheme: other, value: '{value}'}}], name:")


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (BY_CN, []),
        (BY_CN.replace("role: announcer", "role: announcer, rank: deprecated, note: No."), ["/roles"]),
        ("unknown:\n- {field: roles, reason: withheld}\n", []),
        ("unknown:\n- {field: summary, reason: withheld}\n", ["/status"]),
        ("", ["/status"]),
    ],
)
def test_somebody_announces(roles: str, expected: list[str]) -> None:
    assert found(REVIEWED + roles) == [("nobody-takes-part", "error", pointer) for pointer in expected]
    assert "nobody-takes-part" not in [name for name, _, _ in found(REVIEWED.replace("reviewed", "draft"))]


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        (REVIEWED.replace("[speech]", "[speech, other]") + BY_CN, "/types"),
        (REVIEWED.replace("[speech]", "[other]") + BY_CN + "summary: {en: A prize.}\n", None),
        (REVIEWED.replace("[speech]", "[other]") + BY_CN + "note: A prize.\n", None),
        (attribute("name: other, value: 3"), "/measures/0/attributes/0/name"),
        (attribute("name: other, value: 3, label: vice-chairs"), None),
        (attribute("name: other, value: 3, note: Vice-chairs."), None),
        (FUND.replace("type: fund", "type: other"), "/instruments/0/type"),
        (FUND.replace("type: fund", "type: other, note: A prize"), None),
        ("codings:\n- {scheme: other, code: A1, coder: me}\n", "/codings/0/scheme"),
        ("codings:\n- {scheme: other, code: A1, coder: me, note: The ministry's.}\n", None),
        (registered("12"), "/instruments/0/identifiers/0/value"),
        (registered("arXiv:12"), None),
    ],
)  # fmt: skip
def test_other_is_explained(fields: str, pointer: str | None) -> None:
    assert found(fields) == ([("other-unexplained", "warning", pointer)] if pointer else [])


# Days that cannot be


def source(fields: str) -> str:
    return f"sources:\n- {{id: page, type: news, access: excerpt, title: A page, {fields}}}\n"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("published: '2026-03-13', retrieved: '2026-01-14'", "error"),
        ("published: '2026-03', retrieved: '2026-02-27'", "error"),
        ("published: '2026-01-15', retrieved: '2026-01-14'", None),
        ("published: '2026-01-16', retrieved: '2026-01-14'", "error"),
        ("published: '2026', retrieved: '2026-01-14'", None),
        ("published: '2026-03-13?', retrieved: '2026-01-14'", None),
        ("published: '2026-03-13', retrieved: '2026-01~'", None),
        ("published: '2026-03-13', archived_url: 'WAYBACK/20260112140600/https://a.org/'", "warning"),
        ("published: '2026-03-13', archived_url: 'https://archive.ph/20260112140600/https://a.org/'", "warning"),
        ("published: '2026-03-13', archived_url: 'WAYBACK/20260312235959if_/https://a.org/'", None),
        ("published: '2026-03-13', archived_url: 'WAYBACK/2026*/https://a.org/'", None),
        ("published: '2026-03-13', archived_url: 'https://example.org/web/20260112140600/'", None),
    ],
)  # fmt: skip
def test_a_page_is_read_after_it_is_published(fields: str, expected: str | None) -> None:
    assert [
        (name, severity)
        for name, severity, _ in found(source(fields.replace("WAYBACK", "https://web.archive.org/web")))
    ] == ([("source-read-before-published", expected)] if expected else [])


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        (source("published: '2062-01-13'"), "/sources/0/published"),
        (source("published: '2026-12'"), "/sources/0/published"),
        (source("published: '206X'"), "/sources/0/published"),
        (source("retrieved: '2027-01-14'"), "/sources/0/retrieved"),
        (source("published: '2026-11-27', retrieved: '2026-11-27'"), None),
        (source("published: '2026', retrieved: '2026-11'"), None),
        ("revisions:\n- {date: '2206-01-15', change: created, by: me, reason: First.}\n", "/revisions/0/date"),
        ("revisions:\n- {date: '2026-11-27', change: created, by: me, reason: First.}\n", None),
        ("dates:\n- {role: announced, value: '2025'}\n- {role: deadline, value: '2206-01-15'}\n", None),
    ],
)
def test_days_that_have_not_come(fields: str, pointer: str | None) -> None:
    assert found(fields) == ([("later-than-today", "warning", pointer)] if pointer else [])


def test_a_dataset_that_covers_the_future() -> None:
    text = (
        f"{HEAD}kind: dataset\nid: dataset\ntitle: {{en: All}}\nlicence: CC0-1.0\ncreators: [{{name: Me}}]\n"
        "version: 0.1.0\ncoverage: {as_of: '2062-06-30'}\nlanguages: [en]\n"
    )
    assert whole(text, "dataset.yaml") == [("later-than-today", "warning", "/coverage/as_of")]


def test_a_revision_that_lies_ahead_makes_nothing_past() -> None:
    revisions = "revisions:\n- {date: '2206-01-15', change: created, by: me, reason: First.}\n"
    fields = revisions + "dates:\n- {role: held, value: '2027-03-01'}\n"
    told = [(finding.name, finding.message) for finding in findings(fields)]
    assert ("future-date-not-scheduled", "held on 2027-03-01 is told as a fact, but today is 2026-11-26") in told
    assert "future-date-not-scheduled" not in [finding.name for finding in findings(fields, date(2027, 3, 1))]


# Occasions


def at_summit(fields: str, occasion: str = "", outer: str = "") -> str:
    around = f"- {{id: assembly, name: {{en: Assembly}}{outer}}}\n" if outer else ""
    part = ", part_of: assembly" if outer else ""
    return f"occasion: summit\n{fields}occasions:\n- {{id: summit, name: {{en: Summit}}{part}{occasion}}}\n{around}"


ON_10 = ", dates: [{value: '2025-02-10/2025-02-11'}]"


@pytest.mark.parametrize(
    ("day", "occasion", "outer", "is_outside"),
    [
        ("role: announced, value: '2025-02-10'", ON_10, "", False),
        ("role: announced, value: '2025-02-25'", ON_10, "", False),
        ("role: announced, value: '2025-02-26'", ON_10, "", True),
        ("role: delivered, value: '2025-01-26'", ON_10, "", True),
        ("role: held, value: '2024-02-10'", ON_10, "", True),
        ("role: announced, value: '2025-03'", ON_10, "", True),
        ("role: announced, value: '2025'", ON_10, "", False),
        ("role: announced, value: '2025-04-10?'", ON_10, "", False),
        ("role: adopted, value: '2025-04-10'", ON_10, "", False),
        ("role: announced, value: '2025-04-10', modality: planned", ON_10, "", False),
        ("role: announced, value: '2025-04-10'", ON_10.replace("02-11'", "02-11~'"), "", False),
        ("role: announced, value: '2025-04-10'", ON_10.replace("/2025-02-11", "/.."), "", False),
        ("role: announced, value: '2025-04-10'", "", "", False),
        ("role: announced, value: '2025-04-10'", "", ON_10, True),
        ("role: announced, value: '2025-04-10'", ON_10, ", dates: [{value: '2025-02/2025-05'}]", False),
    ],
)
def test_days_of_an_occasion(day: str, occasion: str, outer: str, is_outside: bool) -> None:
    days = f"dates:\n- {{{day}}}\n- {{role: deadline, value: '2030'}}\n"
    expected = [("date-outside-occasion", "warning", "/dates/0/value")] if is_outside else []
    assert found(at_summit(days, occasion, outer)) == expected


def test_a_meeting_that_was_announced_at_another() -> None:
    held = "- {role: held, value: '2025-07-07'}\n"
    assert found(at_summit(f"dates:\n- {{role: announced, value: '2025-02-10'}}\n{held}", ON_10)) == []
    wrong = [("date-outside-occasion", "warning", "/dates/0/value")]
    assert found(at_summit(f"dates:\n{held}", ON_10)) == wrong


def test_a_session_far_from_its_occasion() -> None:
    fields = at_summit("", ", dates: [{value: '2025-05-10'}]", ON_10)
    assert ("date-outside-occasion", "warning", "/occasions/0/dates/0/value") in found(fields)


PARIS = ", place: {city: Paris, country: FR}"


@pytest.mark.parametrize(
    ("place", "occasion", "outer", "field"),
    [
        ("city: Paris, country: FR", PARIS, "", None),
        ("city: PARIS", PARIS, "", None),
        ("city: Paris-Saclay", PARIS, "", None),
        ("city: Geneva, country: CH", PARIS, "", "country"),
        ("city: Lyon, country: FR", PARIS, "", "city"),
        ("country: BE", "", PARIS, "country"),
        ("city: Brussels", "", PARIS, "city"),
        ("city: Geneva, country: CH", PARIS + ", attendance_mode: mixed", "", None),
        ("city: Geneva, country: CH", ", attendance_mode: online", PARIS, None),
        ("city: Geneva, country: CH", ", place: {venue: Palace}", "", None),
        ("country: US, subdivision: US-CA", ", place: {country: US, subdivision: US-NY}", "", "subdivision"),
        ("city: Sao Paulo", ", place: {city: São Paulo}", "", None),
    ],
)
def test_place_of_an_occasion(place: str, occasion: str, outer: str, field: str | None) -> None:
    expected = [("place-contradicts-occasion", "warning", f"/place/{field}")] if field else []
    assert found(at_summit(f"place: {{{place}}}\n", occasion, outer)) == expected


def test_a_session_in_another_town_but_not_in_another_country() -> None:
    assert found(at_summit("", ", place: {city: Saclay, country: FR}", PARIS)) == []
    wrong = [("place-contradicts-occasion", "warning", "/occasions/0/place/country")]
    assert found(at_summit("", ", place: {city: Geneva, country: CH}", PARIS)) == wrong


def test_long_and_round_ways_through_occasions() -> None:
    def occasion(id: str, part_of: str, **more: object) -> Occasion:
        return Occasion.model_validate({"id": id, "name": {"en": id}, "part_of": part_of, **more})

    count = 5_000
    chain = [occasion(f"o{number}", f"o{number + 1}") for number in range(count)]
    last = occasion(f"o{count}", "o-a", dates=[{"value": "2025-02-10"}], place={"country": "FR"})
    round_ = [occasion("o-a", "o-b"), occasion("o-b", "o-a")]
    head = {"schema_version": SCHEMA_VERSION, "kind": "registry", "id": "all"}
    registry = Registry.model_validate({**head, "occasions": (*chain, last, *round_)})
    known = scenes(Corpus((Entry("all.yaml", registry),)))
    assert len(known) == count + 3
    assert known["o0"].days == (date(2025, 2, 10), date(2025, 2, 10)) and known["o-b"].days is None


# Numbers


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ("subject: share of women, value: 475, unit: percent", ["value"]),
        ("subject: share of women, value: 100, unit: percent", []),
        ("subject: share of women, value: -1, unit: percent", ["value"]),
        ("subject: share of women, value: 100.5, unit: percent of members", ["value"]),
        ("subject: share of women, value: 0, unit: percent", []),
        ("subject: voter turnout, value: 633, unit: percent", ["value"]),
        ("subject: adoption rate, value: 140, unit: percent", ["value"]),
        ("subject: growth of the share of women, value: 475, unit: percent", []),
        ("subject: increase in adoption rate, value: 140, unit: percent", []),
        ("subject: debt as a share of GDP, value: 140, unit: percent", []),
        ("subject: share price, value: 475, unit: percent", []),
        ("subject: interest rate, value: -1, unit: percent", []),
        ("subject: growth, value: 475, unit: percent", []),
        ("subject: shares, value: 475, unit: share", []),
        ("subject: share of women, value: 475, unit: percent, rank: deprecated, note: A slip.", []),
    ],
)
def test_shares(fields: str, wrong: list[str]) -> None:
    expected = [("share-beyond-the-whole", "warning", f"/quantities/0/{field}") for field in wrong]
    assert found(f"quantities:\n- {{comparator: about, {fields}}}\n") == expected


def test_both_ends_of_a_share() -> None:
    fields = "quantities:\n- {subject: share, value: 90, upper: 110, comparator: between, unit: percent}\n"
    assert found(fields) == [("share-beyond-the-whole", "warning", "/quantities/0/upper")]


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ("name: seat, value: Shanghai, comparator: about", ["comparator"]),
        ("name: budget, value: '13', comparator: more_than, unit: EUR", ["comparator", "unit"]),
        ("name: duration, value: three, unit: year", ["unit"]),
        ("name: seat, value: Shanghai", []),
        ("name: points, value: 13, comparator: exactly", []),
    ],
)
def test_texts_that_are_counted(fields: str, wrong: list[str]) -> None:
    expected = [("text-counted-as-number", "warning", f"/measures/0/attributes/0/{field}") for field in wrong]
    assert sorted(found(attribute(fields))) == sorted(expected)


def test_a_number_in_quotes_is_given_back_only_where_it_stays_the_same() -> None:
    helps = [
        findings(attribute(f"name: points, value: '{text}', comparator: about"))[0].help for text in ("13", "1.10")
    ]
    assert "value: 13" in helps[0] and "1.1" not in helps[1]


@pytest.mark.parametrize(
    ("unit", "help"),
    [
        ("euro", "write EUR"),
        ("Euros", "write EUR"),
        ("€", "write EUR"),
        ("US$", "write USD"),
        ("usd", "write USD"),
        ("RMB", "write CNY"),
        ("yuan", "write CNY"),
        ("$", "several are called so"),
        ("dollars", "several are called so"),
        ("krone", "several are called so"),
        ("'%'", "write percent"),
        ("per cent", "write percent"),
        ("million EUR", "value: 1500000 and unit: EUR"),
        ("EUR million", "value: 1500000 and unit: EUR"),
        ("bn US$", "value: 1500000000 and unit: USD"),
        ("m EUR", "value: 1500000 and unit: EUR"),
        ("million people", "value: 1500000 and unit: people"),
        ("crore rupees", "value: 15000000 and unit: the ISO 4217 code"),
        ("亿元", "value: 150000000 and unit: CNY"),
        ("兆円", "value: 1500000000000 and unit: JPY"),
        ("美元", "write USD"),
        ("EUT", "look the code up"),
        ("HK$", "write HKD"),
        ("CAD$", "write CAD"),
        ("A$", "write AUD"),
        ("kr", "several are called so"),
        ("Rs", "several are called so"),
        ("pounds", "several are called so"),
        ("percents", "write percent"),
        ("EURs", "write EUR"),
        ("EURS", "write EUR"),
        ("USD/year", "write USD per year"),
        ("€ / month", "write EUR per month"),
        ("million", "give it in full: value: 1500000; the unit is what is counted"),
        ("Billions", "give it in full: value: 1500000000; "),
        ("crore", "give it in full: value: 15000000; "),
        ("lakh", "give it in full: value: 150000; "),
        ("bn", "give it in full: value: 1500000000; "),
        ("UKD", "look the code up"),
    ],
)
def test_units_of_money_written_in_another_way(unit: str, help: str) -> None:
    (finding,) = findings(f"quantities:\n- {{subject: it, value: 1.5, comparator: about, unit: {unit}}}\n")
    assert (finding.name, finding.pointer) == ("unit-not-standard", "/quantities/0/unit")
    assert help in finding.help


def test_a_range_of_which_the_unit_is_a_numeral() -> None:
    (finding,) = findings("quantities:\n- {subject: it, value: 1, upper: 2, comparator: between, unit: million}\n")
    assert finding.help.startswith("give it in full: both numbers; ")


@pytest.mark.parametrize(
    ("numbers", "runs_backwards"),
    [
        ("value: 900, upper: 800", True),
        ("value: 800, upper: 800", True),
        ("value: 800.5, upper: 800.25", True),
        ("value: 1, upper: -1", True),
        ("value: 800, upper: 900", False),
        ("value: -2, upper: -1", False),
        ("value: 900, upper: 800, rank: deprecated, note: The report swaps them.", False),
    ],
)
def test_a_range_that_runs_backwards(numbers: str, runs_backwards: bool) -> None:
    expected = [("range-runs-backwards", "error", "/quantities/0/upper")] if runs_backwards else []
    assert found(f"quantities:\n- {{subject: it, {numbers}, comparator: between, unit: company}}\n") == expected


@pytest.mark.parametrize(("comparator", "fits"), [("between", False), ("at_least", True), ("about", True)])
def test_an_attribute_has_no_upper_end(comparator: str, fits: bool) -> None:
    attribute = f"{{name: budget, value: 5, unit: EUR, comparator: {comparator}}}"
    measure = f"{{instrument: fund, action: establish, stage: proposed, modality: planned, attributes: [{attribute}]}}"
    where = "/measures/0/attributes/0/comparator"
    expected = [] if fits else [("range-runs-backwards", "error", where)]
    assert found(f"measures:\n- {measure}\n{FUND}") == expected


@pytest.mark.parametrize(
    "unit",
    UNITS.split("|"),
)
def test_units_that_are_let_be(unit: str) -> None:
    assert findings(f"quantities:\n- {{subject: it, value: 1.5, comparator: about, unit: {unit}}}\n") == []


@pytest.mark.parametrize(
    ("number", "times", "written"),
    [
        (1.35, 10**9, "1350000000"),
        (3, 10**6, "3000000"),
        (0.1, 10**3, "100"),
        (1.0000001, 10**3, "1000.0001"),
        (-2.5, 10**6, "-2500000"),
        (1e-7, 10**3, "0.0001"),
        (0, 10**3, "0"),
    ],
)
def test_numbers_in_full(number: float, times: int, written: str) -> None:
    assert in_full(number, times) == written
