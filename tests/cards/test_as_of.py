"""A card for a day says no more than what was so, or was known, on that day."""

from __future__ import annotations

from datetime import date

import pytest

import communique
from communique import cards
from communique.cards.as_of import as_of
from communique.corpus.ledger.outcomes import uncertain
from support.command_line import Run
from support.folders import CORPUS
from support.small_corpus import SIGNED, Json, announcement, corpus, measure, section, statement


def card(id: str, on: str, *records: communique.models.Announcement, **definitions: Json) -> str:
    return cards.card(id, corpus(*records, **definitions), 200, on=date.fromisoformat(on))


def left_out(card: str) -> int:
    if "no assertion is later" in card:
        return 0
    return int(card.partition(" later assertion")[0].rpartition(" ")[2])


LATER: Json = {
    "dates": {"role": "published", "value": "2024-07-01"},
    "roles": {"actor": "p", "role": "speaker", "occasion": "fair"},
    "measures": measure(action="revoke", stage="repealed", date="2024-07-01"),
    "statements": statement("Later.", date="2024-07-01"),
    "quantities": {"subject": "guests", "value": 9, "comparator": "exactly", "as_of": "2024-07-01"},
    "money": {"flow": "pledged", "amount": 9, "comparator": "exactly", "currency": "EUR", "as_of": "2024-07"},
    "votes": {"method": "consensus", "date": "2024-07-01"},
    "relations": {"type": "follows", "target": "b", "basis": "reported"},
    "outcomes": {"commitment": "a#plan", "state": "met", "date": "2024-07-01"},
}
FAIR = {"id": "fair", "name": {"en": "Example Fair"}, "dates": [{"value": "2024-07-01/2024-07-02"}]}
CERTAIN = {"roles": "2024-07-02", "money": "2024-07-31"}
HEADINGS = {"dates": "When", "roles": "Who", "quantities": "Numbers"}


@pytest.mark.parametrize("field", LATER)
def test_what_came_later_is_left_out_and_counted(field: str) -> None:
    given = [*SIGNED, LATER[field]] if field == "dates" else [LATER[field]]
    record = announcement(**{"dates": SIGNED, field: given})
    other = announcement("b", dates=[{"role": "announced", "value": "2024-07-01"}])
    before = card("a", "2024-06-30", record, other, occasions=[FAIR])
    after = card("a", CERTAIN.get(field, "2024-07-01"), record, other, occasions=[FAIR])
    heading = HEADINGS.get(field, field.capitalize())
    assert (left_out(before), left_out(after)) == (1, 0)
    if field == "dates":
        assert section(before, heading) == "signed 2024-06-13 (Thursday) [no source]"
    else:
        assert section(before, heading) == ""
    assert section(after, heading) not in ("", section(before, heading))


@pytest.mark.parametrize(
    ("field", "plan"),
    [
        ("dates", {"role": "published", "value": "2024-07-01", "modality": "planned"}),
        ("dates", {"role": "entry_into_force", "value": "2024-07-01"}),
        ("dates", {"role": "deadline", "value": "2024-07-01"}),
        ("measures", measure(date="2024-07-01", modality="planned")),
    ],
)
def test_what_is_planned_stays_and_lies_ahead(field: str, plan: Json) -> None:
    record = announcement(**{"dates": SIGNED, field: [*SIGNED, plan] if field == "dates" else [plan]})
    shown = card("a", "2024-06-30", record)
    assert left_out(shown) == 0 and "2024-07-01 (Monday)" in shown
    if field == "dates":
        assert "2024-07-01 (Monday) [no source] still to come" in section(shown, "When")
        assert "still to come" not in card("a", "2024-07-01", record)


@pytest.mark.parametrize(("modality", "stays"), [("asserted", False), ("planned", True)])
def test_a_property_that_holds_only_later_is_left_out_unless_it_is_planned(modality: str, stays: bool) -> None:
    seats = [{"name": "members", "value": 9}, {"name": "seat", "value": "Rome", "as_of": "2024-07-01"}]
    record = announcement(measures=[measure(modality=modality, attributes=seats)])
    shown = card("a", "2024-06-30", record)
    assert "members: 9" in shown and ("Rome" in shown) is stays and left_out(shown) == (not stays)
    assert "Rome" in card("a", "2024-07-01", record)


def test_that_something_was_revoked_is_no_plan() -> None:
    revoked = {"role": "revoked", "value": "2025-01-20"}
    record = announcement(dates=[*SIGNED, revoked], measures=[measure()])
    assert "revoked" not in card("a", "2024-07-01", record) and "revoked" not in card("act", "2024-07-01", record)
    assert "revoked 2025-01-20" in card("a", "2025-01-20", record)
    planned = announcement(dates=[*SIGNED, revoked | {"modality": "planned"}])
    assert "planned: revoked 2025-01-20 (Monday) [no source] still to come" in section(
        card("a", "2024-07-01", planned), "When"
    )


def test_before_its_day_an_announcement_was_not_announced() -> None:
    record = announcement(
        summary={"en": "All of it."},
        topics=["governance"],
        dates=[{"role": "announced", "value": "2024-06-13"}, {"role": "signed", "value": "2024-06-10"}],
        statements=[statement()],
        commitments=[{"id": "plan", "kind": "promise", "by": ["p"], "text": {"en": "Act."}}],
    )
    shown = card("a", "2024-06-11", record)
    assert shown.startswith("Not announced yet\na · speech · reviewed\n\n")
    notice = "Not announced yet on 2024-06-11, as the day of the announcement is 2024-06-13: 2 later assertions are"
    assert f"{notice} left out." in shown
    when = "announced 2024-06-13 (Thursday) [no source] still to come signed 2024-06-10 (Monday) [no source]"
    assert section(shown, "When") == when
    for later in ("All of it", "governance", "It is so", "promise", "Title of a"):
        assert later not in shown and later in card("a", "2024-06-13", record)
    assert "promise" in card("p", "2024-06-13", record) and "promise" not in card("p", "2024-06-11", record)


def test_on_the_first_of_several_days_it_was_announced() -> None:
    first = {"id": "first", "role": "announced", "value": "2024-06-11"}
    second = {"role": "announced", "value": "2024-06-13", "rank": "preferred", "compatible_with": ["first"]}
    record = announcement(dates=[second, first], statements=[statement()])
    early, known = card("a", "2024-06-10", record), card("a", "2024-06-11", record)
    days = "2024-06-13 and 2024-06-11"
    assert f"Not announced yet on 2024-06-10, as the day of the announcement is {days}: 1 later assertion is" in early
    assert "Not announced yet" not in known and "It is so." in known
    assert "2024-06-13 (Thursday) [no source] still to come" in section(known, "When")


def test_an_open_dispute_about_a_day_is_not_settled_by_the_day_asked_for() -> None:
    days = [{"role": "signed", "value": value} for value in ("2024-06-10", "2024-06-20")]
    made = {"role": "announced", "value": "2024-06-01"}
    shown = section(card("a", "2024-06-15", announcement(dates=[made, *days])), "When")
    assert shown.count("(disputed, see below)") == 2 and "2024-06-20" in shown
    right = days[1] | {"rank": "preferred"}
    wrong = days[0] | {"rank": "deprecated", "note": "Too early."}
    settled = card("a", "2024-06-15", announcement(dates=[made, wrong, right]))
    assert "signed" not in settled and left_out(settled) == 2


def test_what_is_known_later_of_another_record_is_counted_on_the_card_that_it_belongs_to() -> None:
    plan = {"id": "plan", "kind": "promise", "by": ["p"], "text": {"en": "Act."}}
    made = announcement(commitments=[plan])
    met = {"commitment": "a#plan", "state": "met", "date": "2024-07-01"}
    report = announcement("b", dates=[{"role": "announced", "value": "2024-07-02"}], outcomes=[met])
    before, after = (card("a", day, made, report) for day in ("2024-06-30", "2024-07-01"))
    assert (left_out(before), left_out(after)) == (1, 0)
    assert "met on" not in before and "met on 2024-07-01" in after
    assert "Title of b" not in after


def test_what_is_reported_later_of_an_occasion_was_not_known_there() -> None:
    fair = {"id": "fair", "name": {"en": "Fair"}, "dates": [{"value": "2024-06-10"}]}
    guests = {"subject": "guests", "value": 9, "comparator": "exactly", "occasion": "fair"}
    record = announcement(quantities=[guests])
    assert "guests" not in card("fair", "2024-06-12", record, occasions=[fair])
    assert "guests: exactly 9" in card("fair", "2024-06-13", record, occasions=[fair])
    assert "2024-06-10 (Monday) [no source] still to come" in section(
        card("fair", "2024-06-09", record, occasions=[fair]), "When"
    )


def test_a_source_that_was_not_published_yet() -> None:
    sources = [{"id": "s", "type": "news", "access": "excerpt", "published": "2024-07-01"}]
    role = {"actor": "p", "role": "speaker", "evidence": ["s"]}
    shown = card("s", "2024-06-12", announcement(roles=[role]), sources=sources)
    assert "Not published yet on 2024-06-12, but on 2024-07-01: 1 later assertion is left out." in shown


@pytest.mark.parametrize(("on", "perhaps"), [("2024-05-31", False), ("2024-06-12", True)])
def test_what_was_only_possible_on_the_day_is_not_shown_as_done(on: str, perhaps: bool) -> None:
    day = "2024-06-01/2024-06-13"
    record = announcement(dates=[{"role": "announced", "value": day}], statements=[statement()])
    not_yet = "Perhaps not" if perhaps else "Not"
    shown = card("a", on, record)
    assert shown.startswith(f"{not_yet} announced yet\n") and "It is so." not in shown
    assert f"{not_yet} announced yet on {on}, as the day of the announcement is {day}: 1 later" in shown
    assert "It is so." in card("a", "2024-06-13", record)
    sources = [{"id": "s", "type": "news", "access": "excerpt", "published": day}]
    cited = announcement(roles=[{"actor": "p", "role": "speaker", "evidence": ["s"]}])
    assert f"{not_yet} published yet on {on}, but on {day}" in card("s", on, cited, sources=sources)


def test_a_summary_is_left_out_if_it_may_speak_of_what_came_later() -> None:
    record = announcement(summary={"en": "All of it."}, dates=SIGNED, statements=[LATER["statements"]])
    before, after = card("a", "2024-06-30", record), card("a", "2024-07-01", record)
    assert "All of it." not in before and "All of it." in after
    assert "1 later assertion is left out. The summary was written later and is left out." in before
    assert "The summary was" not in after
    for shown in (before, after, card("act", "2024-06-30", record)):
        words = " ".join(shown.split())
        assert "Summaries, descriptions, notes and ranks are of today, and may speak of later events." in words
        assert "Independent sources are counted as of today, whenever they were published." in words


def test_without_a_day_everything_is_shown() -> None:
    record = announcement(dates=SIGNED, statements=[LATER["statements"]])
    shown = cards.card("a", corpus(record), today=date(2024, 6, 30))
    assert "Later." in shown and "left out" not in shown


@pytest.mark.slow
def test_stages_and_the_ledger_are_the_same_without_what_came_later(shipped: communique.Corpus) -> None:
    days = {each.value.earliest for record in shipped.announcements.values() for each in record.dates}
    for day in sorted(filter(None, days))[::8]:
        past = as_of(shipped, day).corpus
        for id in shipped.instruments:
            # When a state ends is known only later; so is the place of an assertion among those of later days.
            held = [[(each.stage, each.begins, each.firmness) for each in of.state(id, day)] for of in (past, shipped)]
            assert held[0] == held[1], (id, day)
        # What may have been met by the day is known only from what came later.
        unsure = uncertain(shipped.announcements.values(), day)
        due = [[(e.id, e.status, e.due) for e in of.ledger(day) if e.id not in unsure] for of in (past, shipped)]
        assert due[0] == due[1] and sum(map(len, unsure.values())) < 3


def test_no_card_says_that_something_happened_after_the_day(shipped: communique.Corpus) -> None:
    past = as_of(shipped, date(2025, 1, 22))
    assert "us-eo-14110-2023" in past.corpus.announcements and past.later["us-ai-action-plan-2025"]
    history = past.corpus.history("us-eo-14110")
    assert [str(step.date) for step in history] == ["2023-10-30", "2025-01-20"]


def test_on_the_command_line(run: Run) -> None:
    done = run("show", "example-bill-2026", "--in", CORPUS, "--on", "2000-01-01")
    assert done.returncode == 0 and "Not announced yet on 2000-01-01, as the day" in done.stdout
    wrong = run("show", "example-bill-2026", "--in", CORPUS, "--on", "2026-02-30")
    assert wrong.returncode == 2 and "February 2026 has 28 days; expected year-month-day" in wrong.stderr
