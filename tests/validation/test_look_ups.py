"""Whatever is asked of other records is noted, in whichever way, and for everybody who uses the answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from communique.corpus.definitions import Defined
from communique.text.source_text import Texts
from communique.validation import look_ups
from communique.validation.aspect import Aspect
from communique.validation.aspects import DEFINED, USED, Used
from communique.validation.context import Context
from communique.validation.look_ups import ALL, COMPLETE, UNREAD, Notes
from communique.validation.rules.conflicts.preferred_by_copies import PreferredByCopies
from communique.validation.summaries import KnownSummaries
from communique.validation.summary import Summary

PRIVATE: Aspect[Any] = next(aspect for aspect in PreferredByCopies.aspects if not aspect.shared)
OTHER = Summary("records/b.yaml", "registry", "b", {DEFINED.name: (("p", Defined("actor", ("actors", 0, "id"))),)})
OWN = Summary("records/a.yaml", "announcement", "a", {USED.name: (("q", Used(("actor",))),)})
THIRD = Summary("records/c.yaml", "announcement", "c", {})

Ask = Callable[[Context, Summary], object]


def noted(*asked: tuple[Summary, Ask]) -> dict[str, list[str]]:
    """By look-up, the names of the records for which it was made, one after the other."""
    notes = Notes(lambda path: path.removeprefix("records/"))
    summaries = KnownSummaries([OWN, OTHER, THIRD])
    context = Context(summaries, Texts(), date(2026, 11, 26), lambda _: None, notes=notes)
    askers: dict[str, list[str]] = {}
    for own, ask in asked:
        with notes.judging(own) as (summary, look_ups):
            ask(context, summary)
        for look_up in look_ups:
            askers.setdefault(look_up, []).append(own.path.removeprefix("records/"))
    return askers


def other(context: Context) -> Summary:
    (found,) = context.with_key(DEFINED, "p")
    return found


KEY = "key defined p"
ASKED: list[tuple[Ask, set[str]]] = [
    (lambda context, _: context.has(DEFINED, "p"), {KEY}),
    (lambda context, _: context.has(DEFINED, "nothing"), {"key defined nothing"}),
    (lambda context, _: context.first(DEFINED, "p"), {KEY}),
    (lambda context, _: list(context.at(DEFINED, "p")), {KEY}),
    (lambda context, _: [each.of(USED) for each in context.every(USED)], {"all used"}),
    (lambda context, _: [each.at(PRIVATE, "x") for each in context.every(PRIVATE)], {f"all {PRIVATE.name}"}),
    (lambda context, _: next(iter(context.every(USED))).of(DEFINED), {"all used", "facts defined b.yaml"}),
    (lambda context, _: context.is_complete, {COMPLETE}),
    (lambda context, _: context.may_define("p"), {UNREAD, "key possible p"}),
    (lambda context, _: context.record("records/b.yaml"), {"content b.yaml"}),
    (lambda context, _: other(context).at(USED, "x"), {KEY, "key used x"}),
    (lambda context, _: other(context).at(PRIVATE, "x"), {KEY, f"facts {PRIVATE.name} b.yaml"}),
    (lambda context, _: other(context).of(USED), {KEY, "facts used b.yaml"}),
    (lambda context, _: other(context).first(USED), {KEY, "facts used b.yaml"}),
    (lambda context, _: list(other(context).keys("used")), {KEY, "facts used b.yaml"}),
]


@pytest.mark.parametrize(("ask", "expected"), ASKED)
def test_what_is_asked_is_noted(ask: Ask, expected: set[str]) -> None:
    assert noted((OWN, ask)) == {look_up: ["a.yaml"] for look_up in expected}


def test_all_facts_of_another_record_are_many_look_ups() -> None:
    found = noted((OWN, lambda context, _: (other(context).facts, other(context).as_json())))
    assert {f"facts {name} b.yaml" for name in ("defined", "used", "mark", PRIVATE.name)} < found.keys()


def test_what_follows_from_an_index_and_what_is_of_the_record_itself_is_not_noted() -> None:
    def ask(context: Context, own: Summary) -> None:
        context.has(DEFINED, "q")
        own.of(USED)
        context.record(own.path)

    assert noted((OWN, ask)) == {}
    assert noted((THIRD, ask)).keys() == {"key defined q"}
    assert look_ups.key_in("key defined q") == (("defined", "used"), "q")
    assert look_ups.key_in("key related q") == ((), "q") and look_ups.key_in(ALL) is None


def of_other(context: Context, key: str = "p") -> bool:
    return context.has(DEFINED, key)


def test_whoever_uses_an_answer_has_asked_what_it_was_found_by() -> None:
    def outer(context: Context) -> bool:
        return context.once(of_other) and context.once(of_other, "p2")

    found = noted(*((own, lambda context, _: context.once(outer)) for own in (OWN, THIRD)))
    assert found == {KEY: ["a.yaml", "c.yaml"], "key defined p2": ["a.yaml", "c.yaml"]}


def test_what_an_answer_took_from_the_record_that_asked_first_counts_for_the_next() -> None:
    def ask(context: Context, own: Summary) -> None:
        answers = context.once(Context.answers)
        if "it" not in answers:
            with answers.found() as add:
                add("it", own.of(USED))
        assert answers["it"] == OWN.of(USED) and answers.get("other") is None

    assert noted((OWN, ask), (THIRD, ask)) == {"facts used a.yaml": ["c.yaml"]}


def test_an_answer_that_took_very_many_look_ups_depends_on_everything() -> None:
    def many(context: Context) -> None:
        context.record("records/b.yaml")
        for number in range(look_ups._MOST + 1):
            context.has(DEFINED, str(number))

    found = noted((OWN, lambda context, _: context.once(many)))
    assert found.keys() == {ALL, COMPLETE, UNREAD, "content b.yaml"}
