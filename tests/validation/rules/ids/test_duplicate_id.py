"""One id, defined twice."""

from __future__ import annotations

from unittest.mock import Mock

import pytest

from communique import validate
from communique.validation import ids
from support.linked_records import SOURCES, Write, record, registry

# CQ302


def test_a_duplicate_id_says_in_what_the_two_contradict_each_other(write: Write) -> None:
    one = "actors:\n- {id: a, type: group, country: CN, name: {en: A, fr: A}, note: One.}\n"
    write(one=registry("one", one))
    for two, words in (
        (one, ""),
        (one.replace("note: One", "note: Two").replace("fr: A", "de: B"), ""),
        (one.replace("country: CN, ", ""), ""),
        (one.replace("group", "media"), ", with a different type here"),
        (one.replace("group", "media").replace("CN", "US"), ", with a different type and country here"),
        (
            one.replace("group", "media").replace("CN, name: {en: A", "US, url: 'https://b.org', name: {en: B"),
            ", with a different name, type and country here",
        ),
    ):
        for finding in validate(write(two=registry("two", two))):
            assert finding.message.startswith(
                f"duplicate id a{words}; it is also the id of the actor defined elsewhere ("
            )


def test_the_name_is_among_the_fields_that_are_named(write: Write) -> None:
    one = "actors:\n- {id: a, type: group, country: CN, subdivision: CN-SH, name: {en: A}}\n"
    two = "actors:\n- {id: a, type: media, country: US, subdivision: US-CA, name: {en: B}}\n"
    write(one=registry("one", one))
    found = [each.message for each in validate(write(two=registry("two", two))) if each.name == "duplicate-id"]
    assert len(found) == 2
    assert all("with a different name, type, country and more here" in message for message in found)


def test_at_most_three_fields_are_named_and_records_are_compared_as_well(write: Write) -> None:
    one = record("a", "place: {city: Here}\noccasion: x\n", status="withdrawn")
    two = record("a", "place: {city: There}\noccasion: y\nreplaced_by: b\n", status="superseded", title="Other")
    more = "occasions:\n- {id: x, name: {en: X}}\n- {id: y, name: {en: Y}}\n"
    folder = write(sources=SOURCES + more, b=record("b"))
    for name, text in (("one", one.replace("place", "replaced_by: b\nplace")), ("two", two)):
        (folder / name).mkdir()
        (folder / name / "a.yaml").write_text(text)
    one_finding, other = [each for each in validate(folder) if each.name == "duplicate-id"]
    for finding in (one_finding, other):
        assert finding.message.startswith(
            "duplicate id a, with a different status, occasion and place here; it is also the id of the"
        )


# CQ605 to CQ607


@pytest.mark.parametrize(
    "body",
    [
        "actors:\n- {id: p, type: person, name: {en: %s}}\n",
        "sources:\n- {id: p, type: news, access: full_text, title: %s}\n",
    ],
)
def test_two_things_of_one_id_are_never_only_to_be_deleted(body: str, write: Write) -> None:
    """Sources are often called s1: one of two files told to delete its own would lose what it is about."""
    one, two = (f"{body % name}" for name in ("Anna", "Bo"))
    folder = write(a=registry("a", one), b=registry("b", two), sources=SOURCES)
    helps = [each.help for each in validate(folder) if each.name == "duplicate-id"]
    assert len(helps) == 2
    assert all("if they are two things, change the id of one" in help for help in helps)
    assert sum("keep one definition" in help for help in helps) == 1


def test_the_definitions_of_an_id_are_compared_once_for_all_files(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else as many files with the same definition would take the square of their number."""
    counted = Mock(side_effect=ids.claims)
    monkeypatch.setattr(ids, "claims", counted)
    same = "actors:\n- {id: a, type: group, name: {en: A}}\n"
    found = validate(write(**{f"r{n}": registry(f"r{n}", same) for n in range(9)}))
    assert sum(each.code == "CQ302" for each in found) == 9 and counted.call_count == 1
