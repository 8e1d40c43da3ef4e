"""Lists of codes and rules on a terminal."""

from __future__ import annotations

import pytest

from communique.codelists import CODELISTS
from communique.documenting.coded_fields import lists_of
from communique.validation import registry
from support.command_line import Run


@pytest.mark.parametrize(
    ("field", "codelist"),
    [
        ("flow", "money_flow"),
        ("state", "outcome_state"),
        ("nature", "statement_nature"),
        ("types", "announcement_type"),
    ],
)
def test_a_field_names_the_list_of_its_codes(field: str, codelist: str, run: Run) -> None:
    done = run("codes", field)
    assert done.returncode == 0 and done.stdout == run("codes", codelist).stdout != ""


def test_a_list_comes_before_a_field(run: Run) -> None:
    """The field role of a date has other codes than the list role."""
    assert lists_of("role") == ["credit_role", "date_role", "role"]
    assert run("codes", "role").stdout.startswith("announcer ")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("type", "several fields are called 'type'; choose actor_type or instrument_type or name_type or relation or"),
        ("attribute", "unknown codelist 'attribute'; did you mean attribute_name?"),
        ("source", "did you mean source_access or source_origin or source_type?"),
        ("speach_act", "did you mean speech_act?"),
        ("xyz", "`communique codes` lists all codelists"),
        ("公报", "codes are found by English words"),
    ],
)
def test_what_names_no_list_is_answered_with_those_that_may_be_meant(name: str, expected: str, run: Run) -> None:
    done = run("codes", name)
    assert done.returncode == 2 and expected in done.stderr and done.stdout == ""


@pytest.mark.slow
@pytest.mark.parametrize("width", [80, 60])
def test_codes_and_rules_are_wrapped(width: int, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for name in (*(each.list_name for each in CODELISTS), "unit"):
        assert max(map(len, run("codes", name).stdout.splitlines())) <= width
    for code in registry.rules():
        words, _, _ = run("rule", code).stdout.partition("\n\nBad:")
        assert max(map(len, words.splitlines()[1:])) <= width


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("role signer", ["signatory"]),
        ("date_role took effect", ["entry_into_force"]),
        ("signer", ["attribute_name: signatories", "role: signatory"]),
        ("executive order", ["announcement_type: executive_act", "instrument_type: executive_order"]),
        ("flow grant", []),
        ("unit km", ["kilometre"]),
    ],
)
def test_a_code_is_found_by_the_words_that_people_write(asked: str, expected: list[str], run: Run) -> None:
    done = run("codes", *asked.split())
    lines = [line for line in done.stdout.splitlines() if line[0] != " "]
    assert [line.split("  ")[0] for line in lines] == expected
    assert done.returncode == (0 if expected else 2)


def test_what_is_no_word_of_a_code_is_answered_with_the_nearest(run: Run) -> None:
    done = run("codes", "role", "sgner")
    assert done.returncode == 2 and "no code of role for 'sgner'; did you mean signer?" in done.stderr
    assert "`communique codes money_flow` lists all" in run("codes", "flow", "zzzz").stderr
    assert "no code for 'zzzz yyyy'" in run("codes", "zzzz", "yyyy").stderr


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("unit", "dinars"), "it is a currency, which is a field of money: BHD, DZD, IQD, JOD, KWD"),
        (("unit", "bananas"), "`communique codes unit` lists all"),
        (("topic", "treaty"), "other lists have: announcement_type treaty, instrument_type treaty"),
    ],
)
def test_words_without_a_code_are_answered_with_where_they_belong(
    words: tuple[str, str], expected: str, run: Run
) -> None:
    done = run("codes", *words)
    assert done.returncode == 2 and expected in done.stderr and done.stdout == ""
