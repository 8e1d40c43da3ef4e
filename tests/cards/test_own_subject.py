"""A card never leaves out the thing that it is about from a list of several."""

from __future__ import annotations

import pytest

from support.small_corpus import Json, announcement, card, measure, section

ACTORS: Json = [{"id": id, "type": "company", "name": {"en": f"{id.upper()} Inc"}} for id in "pqr"]
NAMES = {"p": "P Inc", "pq": "P Inc and Q Inc", "pqr": "P Inc, Q Inc and R Inc"}


@pytest.mark.parametrize("who", NAMES)
def test_everybody_who_has_to_do_something_is_named_on_the_card_of_each(who: str) -> None:
    plan = {"id": "plan", "kind": "obligation", "by": [*who], "to": [*who], "about": "act", "text": {"en": "Act."}}
    done = {"commitment": "a#plan", "state": "met", "by": [*who]}
    record = announcement(commitments=[plan], outcomes=[done])
    named = NAMES[who]
    for id in who:
        found = section(card(id, record, actors=ACTORS), "Commitments")
        assert f"obligation of {named}: Act. (for {named}; about Example Act)" in found
        assert f"met, undated, for {named}" in found
    for id, heading in (("a", "Commitments"), ("act", "Commitments about it"), ("a#plan", "Commitment")):
        found = section(card(id, record, actors=ACTORS), heading)
        assert f"obligation of {named}: Act. (for {named}" in found and f"met, undated, for {named}" in found


def test_a_part_that_one_of_several_did_is_not_done_by_all() -> None:
    plan = {"id": "plan", "kind": "promise", "by": ["p", "q"], "text": {"en": "Act."}}
    record = announcement(commitments=[plan], outcomes=[{"commitment": "a#plan", "state": "met", "by": ["p"]}])
    for id in "pq":
        assert "met, undated, for P Inc" in section(card(id, record, actors=ACTORS), "Commitments")


@pytest.mark.parametrize("who", NAMES)
def test_measures_and_statements_name_everybody(who: str) -> None:
    said = {"text": {"en": "So."}, "nature": "attributed_statement", "speaker": "p", "addressees": [*who]}
    record = announcement(measures=[measure(actors=[*who])], statements=[said])
    assert f"to {NAMES[who]}" in section(card("p", record, actors=ACTORS), "Statements")
    for id in who:
        assert f"; by {NAMES[who]} " in section(card(id, record, actors=ACTORS), "Measures")


@pytest.mark.parametrize("id", ["p", "q"])
def test_sums_and_votes_name_both_sides_on_the_card_of_each(id: str) -> None:
    paid = {"flow": "pledged", "amount": 9, "comparator": "exactly", "currency": "EUR", "payer": "p", "payee": "q"}
    ballots = [{"actor": "q", "vote": "against"}, {"actor": "r", "vote": "against"}]
    record = announcement(money=[paid], votes=[{"method": "recorded", "body": "p", "ballots": ballots}])
    shown = card(id, record, actors=ACTORS)
    assert "from P Inc, to Q Inc" in section(shown, "Money")
    assert "by P Inc; against: Q Inc, R Inc" in section(shown, "Votes")


def test_on_the_cards_of_both_a_role_names_the_other() -> None:
    record = announcement(roles=[{"actor": "p", "role": "speaker", "on_behalf_of": "q"}])
    assert "speaker, for Q Inc" in section(card("p", record, actors=ACTORS), "Other roles")
    assert "speaker, through P Inc" in section(card("q", record, actors=ACTORS), "Other roles")


@pytest.mark.parametrize("id", ["act", "office"])
def test_relations_name_both_instruments_on_the_cards_of_both(id: str) -> None:
    relation = {"type": "amends", "subject": "act", "target": "office", "basis": "stated"}
    record = announcement(relations=[relation])
    assert "Example Act amends Example Office" in section(card(id, record), "Relations")
