"""The ledger in every format: the same entries, and a calendar that another program reads."""

from __future__ import annotations

import csv
import io
import json
import sys
from datetime import date

import pytest
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream

import communique
from communique import Corpus
from communique.corpus.ledger import LedgerEntry, Status
from communique.files.source_date import SourceDateError
from communique.ledger import FORMATS
from communique.ledger.format import Ledger
from communique.ledger.ics_format import CalendarError
from communique.text.terminal_width import cells
from support import small_corpus
from support.command_line import Run
from support.folders import CORPUS
from support.small_corpus import Json

ON = date(2026, 7, 5)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return communique.load(CORPUS)


@pytest.fixture
def entries(corpus: Corpus) -> list[LedgerEntry]:
    return corpus.ledger(ON)


def written(name: str, corpus: Corpus, width: int = 80) -> str:
    return FORMATS[name].render(Ledger(corpus.ledger(ON), ON, corpus, width))


def read(corpus: Corpus) -> Calendar:
    return IcsCalendarStream.calendar_from_ics(written("ics", corpus))


def test_the_formats_are_found() -> None:
    assert list(FORMATS) == ["csv", "ics", "json", "text"]


@pytest.mark.parametrize("width", [80, 120])
def test_text_fits_and_has_every_entry_under_its_status(width: int, corpus: Corpus, entries: list[LedgerEntry]) -> None:
    lines = written("text", corpus, width).splitlines()
    assert max(map(cells, lines)) <= width
    headings = [line.split(" ")[0].lower() for line in lines if line and not line.startswith(" ")][2:]
    assert headings == [each for each in Status if any(entry.status is each for entry in entries)]
    for each in entries:
        assert sum(line.strip().split(" ")[0] == each.id for line in lines) == 1
    assert "4 days after the due day" in " ".join(" ".join(lines).split())


def test_json_and_csv_have_the_same_entries(corpus: Corpus, entries: list[LedgerEntry]) -> None:
    found = json.loads(written("json", corpus))
    rows = list(csv.DictReader(io.StringIO(written("csv", corpus))))
    assert found["on"] == "2026-07-05"
    for entry, item, row in zip(entries, found["commitments"], rows, strict=True):
        assert item["commitment"] == row["commitment"] == entry.id
        assert item["status"] == row["status"] == entry.status
        assert (item["due_day"] or "") == row["due_day"] == (entry.due or "")
        assert len(item["outcomes"]) == len(entry.outcomes)
    late = next(each for each in found["commitments"] if each["commitment"].endswith("#translation"))
    assert [each["days_late"] for each in late["outcomes"]] == [4]


def test_another_program_reads_the_calendar(corpus: Corpus, entries: list[LedgerEntry]) -> None:
    events = read(corpus).events
    dated = [each for each in entries if each.due]
    assert [event.dtstart for event in events] == [each.due and each.due.latest for each in dated]
    assert all((event.end - event.start).days == 1 for event in events)
    assert [event.uid for event in events] == [f"{each.id.replace('#', '.')}@communique" for each in dated]
    assert len({event.uid for event in events}) == len(events) > 5
    assert all(each.id in (event.description or "") for each, event in zip(dated, events, strict=True))
    assert [(event.summary or "").startswith("Ended") for event in events] == [
        each.status is Status.ENDED for each in dated
    ]


def test_the_calendar_has_what_outlook_and_google_ask_for(corpus: Corpus) -> None:
    text = written("ics", corpus)
    lines = text.split("\r\n")
    assert "\n" not in text.replace("\r\n", "") and max(len(line.encode()) for line in lines) <= 75
    assert {"VERSION:2.0", "METHOD:PUBLISH", "DTSTART;VALUE=DATE:20260316", "DTEND;VALUE=DATE:20260317"} <= set(lines)
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2:] == ["END:VCALENDAR", ""]
    assert sum(line.startswith("DTSTAMP:") for line in lines) == sum(line == "BEGIN:VEVENT" for line in lines)


def test_the_calendar_can_be_made_again(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1783252800")
    assert written("ics", corpus) == written("ics", corpus)
    assert "DTSTAMP:20260705T120000Z" in written("ics", corpus)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    with pytest.raises(SourceDateError, match="SOURCE_DATE_EPOCH"):
        written("ics", corpus)


def test_a_calendar_needs_a_package(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(CalendarError, match=r"communique\[calendar\]"):
        written("ics", corpus)


def test_the_command_lists_what_is_asked_for(run: Run) -> None:
    whole = json.loads(run("due", CORPUS, "--on", ON, "--format", "json").stdout)["commitments"]
    assert {each["status"] for each in whole} == {"open", "ended"}
    only = json.loads(run("due", CORPUS, "--on", ON, "--format", "json", "--open").stdout)["commitments"]
    assert only == [each for each in whole if each["status"] == "open"] != []
    late = json.loads(run("due", CORPUS, "--on", "2026-12-31", "--format", "json", "--overdue").stdout)["commitments"]
    assert [each["commitment"] for each in late] == ["example-bill-2026#second-report"]
    senate = run("due", CORPUS, "--on", ON, "--format", "json", "--actor", "example-senate").stdout
    assert all("example-senate" in each["by"] for each in json.loads(senate)["commitments"])


def test_what_was_not_made_by_the_day_is_counted_and_not_listed(run: Run) -> None:
    before = run("due", CORPUS, "--on", "2000-01-01").stdout
    whole = json.loads(run("due", CORPUS, "--on", ON, "--format", "json").stdout)
    made = len(whole["commitments"])
    assert before == f"0 commitments on 2000-01-01\n{made} not made by that day\n" and whole["not_made_yet"] == 0
    senate = run("due", CORPUS, "--on", "2000-01-01", "--actor", "example-senate", "--format", "json").stdout
    of_senate = [each for each in whole["commitments"] if "example-senate" in each.get("by", [])]
    assert json.loads(senate) == {"on": "2000-01-01", "not_made_yet": len(of_senate), "commitments": []}
    assert 0 < len(of_senate) < made


def test_the_command_answers_for_today(run: Run) -> None:
    assert f" on {date.today()}" in run("due", CORPUS).stdout


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--actor", "example-senat"), "did you mean example-senate?"),
        (("--on", "July"), "'July' is no day: it cannot be read; expected year-month-day, such as 2026-07-05"),
        (("--on", "2026-02-30"), "February 2026 has 28 days; expected year-month-day"),
        (("--on", "2026-13-01"), "there is no month 13"),
        (("--on", "2026-07"), "it names more or less than one day"),
        (("--on", "2026-07-05?"), "it is uncertain"),
        (("--on", "0000-01-01"), "it is not in the years 1 to 9999"),
        (("--on", "5 July 2026"), "did you mean 2026-07-05?"),
        (("--format", "pdf"), "--format"),
    ],
)
def test_wrong_options_are_explained(arguments: tuple[str, str], expected: str, run: Run) -> None:
    done = run("due", CORPUS, *arguments)
    assert done.returncode == 2 and expected in done.stderr


def test_a_calendar_says_what_it_leaves_out(run: Run) -> None:
    done = run("due", CORPUS, "--format", "ics", "--on", ON)
    whole = json.loads(run("due", CORPUS, "--format", "json", "--on", ON).stdout)["commitments"]
    events = done.stdout.count("BEGIN:VEVENT")
    assert events == sum(each["due_day_latest"] is not None for each in whole)
    assert "left out" not in done.stderr + run("due", CORPUS, "--on", ON).stderr


def test_a_calendar_says_how_much_it_leaves_out() -> None:
    dated, undated = ({"id": id, "kind": "promise", "text": {"en": "Act."}} for id in ("dated", "undated"))
    record = small_corpus.corpus(small_corpus.announcement(commitments=[dated | {"due": {"date": "2026-07"}}, undated]))
    ledger = Ledger(record.ledger(ON), ON, record, 80)
    assert FORMATS["ics"].left_out(ledger) == "left out of the calendar: 1 of 2 commitments, as no due day is known"
    assert FORMATS["ics"].render(ledger).count("BEGIN:VEVENT") == 1
    assert [FORMATS[name].left_out(ledger) for name in ("csv", "json", "text")] == ["", "", ""]


def made(**commitment: Json) -> str:
    plan = {"id": "plan", "kind": "promise", "by": ["p", "q"], "text": {"en": "Act."}} | commitment
    record = small_corpus.corpus(small_corpus.announcement(commitments=[plan]))
    return " ".join(FORMATS["text"].render(Ledger(record.ledger(ON), ON, record, 200)).split())


@pytest.mark.parametrize("modality", ["planned", "conditional", "under_consideration"])
def test_it_says_how_firmly_something_is_put_as_cards_do(modality: str) -> None:
    words = f"{modality.replace('_', ' ')}: Act."
    assert words in made(modality=modality)
    assert words not in made() and "asserted" not in made(modality="asserted")


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("2026-07-10", "2026-07-10 Act. promise of Ada Example and Bo Example, 5 days left; due by 2026-07-10"),
        ("2027", "end of 2027 Act. promise of Ada Example and Bo Example, 544 days left; due by the end of 2027"),
        ("2026-08", "57 days left; due by the end of 2026-08"),
        ("2026-08?", "end of 2026-08, uncertain Act. promise of Ada Example and Bo Example; due by the end"),
        ("2026-07-10/2026-07-12", "at most 7 days left; due between 2026-07-10 and 2026-07-12"),
        ("2026-06-10/2026-06-12", "at least 23 days overdue; due between 2026-06-10 and 2026-06-12"),
        ("../2026-07-10", "at most 5 days left; due by 2026-07-10"),
        ("2026-07-10/..", "from 2026-07-10 on Act. promise of Ada Example and Bo Example; due from 2026-07-10 on"),
        ("2026-06", "5 days overdue; due by the end of 2026-06"),
    ],
)
def test_a_due_day_in_words(due: str, expected: str) -> None:
    assert expected in made(due={"date": due})
