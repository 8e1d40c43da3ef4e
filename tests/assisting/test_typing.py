"""What is known of the place at which somebody types: keys, words, ids, and how an editor counts positions."""

from __future__ import annotations

import asyncio

import pytest

from communique.assisting.fields import field_at, record_kind
from communique.assisting.latest import Latest
from communique.assisting.mentions import mentions
from communique.assisting.positions import Place, Positions
from communique.assisting.scalars import Typed, typed_at
from communique.assisting.symbols import symbols
from communique.codelists import RoleType
from communique.text.lines import Position


def typed(text: str) -> tuple[str, Typed]:
    """What is typed where the text has a bar."""
    index = text.index("|")
    whole = text.replace("|", "")
    found = next(typed_at(whole, index))
    return whole[found.start : found.end], found


@pytest.mark.parametrize(
    ("text", "word", "pointer"),
    [
        ("roles:\n- actor: |", "", ("roles", 0, "actor")),
        ("roles:\n- role: host\n- actor: li|-q\n  note: x\n", "li-q", ("roles", 1, "actor")),
        ("roles:\r\n- actor: l|\r\n  note: x\r\n", "l", ("roles", 0, "actor")),
        ("roles: [{actor: c|", "c", ("roles", 0, "actor")),
        ("roles:\n- evidence: [a-b, b|\ntypes: [speech]\n", "b", ("roles", 0, "evidence", 1)),
        (
            "title: 'a\nroles: [\ndates:\n- value: x: y\nmeasures:\n- instrument: a|ct\n",
            "act",
            ("measures", 0, "instrument"),
        ),
        ("types:\n- |", "", ("types", 0)),
        ('{"roles": [{"actor": "c|n"}]}', "cn", ("roles", 0, "actor")),
        ('{"roles": [{"actor": |', "", ("roles", 0, "actor")),
        ("note: 🤖🤖\nroles:\n- note: 🤖\n  actor: c|\n", "c", ("roles", 0, "actor")),
    ],
)
def test_the_keys_that_lead_to_a_word_are_known_in_a_broken_text(
    text: str, word: str, pointer: tuple[str | int, ...]
) -> None:
    found, where = typed(text)
    assert (found, where.pointer, where.is_key) == (word, pointer, False)


@pytest.mark.parametrize("text", ["roles:\n- actor: cn\n  ro|\n", '{"roles": [{"actor": "cn", "ro|'])
def test_a_key_is_known_before_its_colon(text: str) -> None:
    word, found = typed(text)
    assert word == "ro" and found.is_key and found.pointer[:2] == ("roles", 0)


def test_in_the_middle_of_a_text_no_word_is_typed_that_could_be_completed() -> None:
    text = "summary:\n  en: >-\n    The actor of\n    the day"
    assert [*typed_at(text, len(text))] == []


def test_a_field_has_ids_of_some_kinds_or_codes() -> None:
    actor, role = (field_at("announcement", ("roles", 0, name)) for name in ("actor", "role"))
    evidence, name = (field_at("announcement", pointer) for pointer in (("dates", 1, "evidence", 0), ("title", "en")))
    assert actor and actor.kinds == ("actor",) and actor.codelist is None
    assert role and role.kinds == () and role.codelist is RoleType
    assert evidence and evidence.kinds == ("source",)
    assert name is None
    assert [record_kind(text) for text in ("kind: registry\n", '{"kind": "dataset"}', "")] == [
        "registry",
        "dataset",
        "announcement",
    ]


def test_ids_are_found_on_both_sides_of_a_syntax_error() -> None:
    text = "id: a\noccasion: fair\nbad: [\nactors:\n- id: p\n  former_ids: [q]\nroles:\n- actor: p\n"
    found = [(each.id, each.kinds, each.is_definition, text[each.start : each.end]) for each in mentions(text)]
    assert found == [
        ("a", ("announcement",), True, "a"),
        ("fair", ("occasion",), False, "fair"),
        ("p", ("actor",), True, "p"),
        ("q", ("actor",), False, "q"),
        ("p", ("actor",), False, "p"),
    ]


@pytest.mark.parametrize(("counted", "units"), [("utf-16", 4), ("utf-32", 3), ("utf-8", 7)])
def test_positions_are_counted_in_units_of_the_editor(counted: str, units: int) -> None:
    text = "\ufeffa\r\né🤖b\u2028c\rd"
    positions = Positions(text, counted)
    index = text.index("b") + 1
    assert positions.place(index) == Place(1, units) and positions.index(Place(1, units)) == index
    assert positions.place(text.index("d")) == Place(2, 0)  # U+2028 ends no line
    assert positions.index(Place(0, 99)) == text.index("\r") and positions.index(Place(9, 0)) == len(text)
    assert text[positions.index_of(Position(1, 1))] == "a"


def test_work_for_a_state_that_has_passed_is_not_done() -> None:
    async def session() -> list[int]:
        states, done, release = [0], list[int](), asyncio.Event()

        async def work() -> None:
            seen = states[-1]
            await release.wait()
            done.append(seen)

        latest = Latest(work)
        for state in (1, 2):
            states.append(state)
            latest.ask()
        await asyncio.sleep(0)
        for state in (3, 4, 5):
            states.append(state)
            latest.ask()
        release.set()
        while len(done) < 2 or latest.is_asked:
            await asyncio.sleep(0)
        return done

    assert asyncio.run(asyncio.wait_for(session(), timeout=60)) == [2, 5]


def test_the_outline_calls_things_by_what_they_are_about() -> None:
    text = "id: a\nroles:\n- role: host\n  actor: cn\n- note: '🤖'\ntypes: [speech]\nbad: [\n"
    text += "sources:\n- id: s\n  type: x\n"
    found = symbols(text)
    assert [each.name for each in found] == ["id", "roles", "types", "bad", "sources"]
    roles, sources = found[1], found[4]
    assert [each.name for each in roles.items] == ["cn · host", "2"] and not found[2].items
    assert [each.name for each in sources.items] == ["s · x"]
    assert text[roles.start : roles.mark_end] == "roles" and text[roles.start : roles.end].endswith("note: '🤖")
    assert text[sources.items[0].start : sources.items[0].end] == "id: s\n  type: x"
