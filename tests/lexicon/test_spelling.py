"""What is suggested for a word: the code or the field that was meant by it, and nothing that means something else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique import validate
from communique.codelists import CODELISTS, ActorType, Codelist, IdentifierScheme, RoleType, SpeechAct, Topic
from communique.lexicon.field_synonyms import FIELD_WORDS
from communique.lexicon.regional_spelling import one_spelling
from communique.lexicon.spelling import FAR, must_mean, nearest, slips, squeezed, sure
from communique.lexicon.vocabulary import schema_names
from communique.models import SCHEMA_VERSION, Announcement
from communique.validation.structure.help.unknown_code import meant_code
from support.command_line import Run
from support.neighbours import neighbours
from support.withdrawn_record import HEAD


def title(codelist: type[Codelist]) -> str:
    return str(codelist.__get_pydantic_json_schema__({}, _Handler())["title"])  # type: ignore[arg-type]


class _Handler:
    def __call__(self, _: Any) -> dict[str, Any]:
        return {}

    def resolve_ref_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        return schema


@pytest.mark.parametrize("codelist", CODELISTS, ids=lambda each: each.list_name)
def test_words_beside_the_codes(codelist: type[Codelist]) -> None:
    """Each code has some; none is a code, and one that stands at several codes means all of them."""
    codes = {squeezed(code) for code in codelist}
    for code in codelist:
        assert code.also and not codes & {squeezed(word) for word in code.also}
        assert len({squeezed(word) for word in code.also}) == len(code.also)
    for word in {word for code in codelist for word in code.also}:
        meant = [code.value for code in codelist if squeezed(word) in map(squeezed, code.also)]
        leaves = [code.value for code in codelist if code.value.rpartition(".")[2] == squeezed(word) != code.value]
        remedy = meant_code(word, list(codelist), title(codelist))
        assert sorted(advice.text for advice in remedy.advice) == sorted({*meant, *leaves})
        assert not remedy.replacement
        assert all(codelist(code).definition.rstrip(".") in remedy.help for code in meant)  # type: ignore[call-arg]


MEANT_BY_TWO = {
    "action": {"rescind", "cancel", "end"},
    "actor_type": {"think tank"},
    "announcement_type": {"communique", "new institution", "institution"},
    "date_role": {"effective", "effective date", "effective from"},
    "relation": {"succeeds"},
    "revision_change": {"changed", "modified", "revised", "edited"},
    "role": {"backer", "recipient"},
    "source_type": {"media"},
    "stage": {"implemented", "cancelled"},
    "topic": {"institution"} - {"institution"},
}


@pytest.mark.parametrize("codelist", CODELISTS, ids=lambda each: each.list_name)
def test_words_for_several_codes_are_meant_to_be(codelist: type[Codelist]) -> None:
    count = Counter(word for code in codelist for word in code.also)
    assert {word for word, number in count.items() if number > 1} == MEANT_BY_TWO.get(codelist.list_name, set())


@pytest.mark.parametrize("codelist", CODELISTS, ids=lambda each: each.list_name)
def test_a_word_of_its_own_is_no_slip(codelist: type[Codelist]) -> None:
    """No usual word of English, and no code of another list, is taken for a code that it only looks like."""
    codes = [str(code) for code in codelist]
    others = {str(code) for other in CODELISTS if other is not codelist for code in other}
    words = {word for code in codes for word in neighbours(code, usual=True)}
    for word in words | others - set(codes):
        match = nearest(word, codes)
        same = match and (singular(match) == singular(word) or one_spelling(match) == one_spelling(word))
        assert match is None or same, (word, match)


def singular(word: str) -> str:
    return squeezed(word).rstrip("s").replace("ie", "y")


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("publisched", "published"),
        ("Publised", "published"),
        ("PUBLISHED ", "published"),
        ("in force", "in_force"),
        ("inforce", "in_force"),
        ("in-farce", None),
        ("in_froce", "in_force"),
        ("publ\u0456shed", "published"),
        ("unpublished", None),
        ("not_adopted", None),
        ("adapted", None),
        ("idee", "idea"),
        ("ide", None),
        ("sinned", None),
        ("siged", "signed"),
        ("x" * 200, None),
        ("", None),
    ],
)
def test_slips_of_a_stage(word: str, right: str | None) -> None:
    stages = ["idea", "announced", "proposed", "published", "adopted", "signed", "in_force", "in_force_partially"]
    assert nearest(word, stages) == right


@pytest.mark.parametrize(
    ("word", "candidates", "right"),
    [
        ("not_started", ["not_stated", "not_seen"], ""),
        ("not_statd", ["not_stated", "not_seen"], "not_stated"),
        ("proposer", ["proposes"], ""),
        ("sourse", ["source", "course"], ""),
        ("plam", ["plan", "play"], ""),
        ("full text", ["full_text", "excerpt"], "full_text"),
        ("ismn", ["isbn", "doi"], ""),
        ("issn", ["isbn", "doi"], ""),
        ("isbm", ["isbn", "doi"], ""),
        ("IS-BN", ["isbn", "doi"], "isbn"),
        ("law", ["laws"], ""),
        ("bllt", ["bill"], ""),
        ("blil", ["bill"], "bill"),
    ],
)
def test_what_is_sure_enough_to_be_put_in_place(word: str, candidates: list[str], right: str) -> None:
    assert sure(word, candidates) == right


@given(st.sampled_from([str(code) for codelist in CODELISTS for code in codelist]), st.data())
def test_one_slip_is_found_again_or_not_at_all(code: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(code) - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    spoilt = data.draw(
        st.sampled_from(
            [code[:at] + code[at + 1 :], code[:at] + letter + code[at:], code[:at] + letter + code[at + 1 :]]
        )
    )
    assert slips(spoilt, code) in (0, 1, FAR)
    assert slips(code, code) == 0


CASES: dict[str, tuple[str, str]] = {
    "basis": (
        "relations:\n- {type: follows, target: x, basis: media_inferred}\n",
        "valid codes: stated, reported, inf",
    ),
    "act": (
        "statements:\n- {nature: context, text: {en: It.}, speech_act: thanks}\n",
        f"`communique codes speech_act` explains the {len(SpeechAct)} valid codes",
    ),
    "topic": ("topics: [regulation]\n", f"`communique codes topic` explains the {len(Topic)} valid codes"),
    "reason": ("unknown: [{field: place, reason: not_started}]\n", "valid codes: not_stated, not_seen, "),
    "field": (
        "unknown: [{field: number, reason: not_stated}]\n",
        f"the nearest of {len(Announcement.model_fields)} valid fields: ",
    ),
    "role": (
        "roles: [{actor: x, role: observer}]\n",
        f"`communique codes role` explains the {len(RoleType)} valid codes",
    ),
    "scheme": (
        "actors: [{id: x, type: person, name: {en: X}, identifiers: [{scheme: isni, value: '1'}]}]\n",
        f"`communique codes identifier_scheme` explains the {len(IdentifierScheme)} valid codes",
    ),
    "music": (
        "actors: [{id: x, type: person, name: {en: X}, identifiers: [{scheme: ismn, value: '1'}]}]\n",
        f"`communique codes identifier_scheme` explains the {len(IdentifierScheme)} valid codes",
    ),
    "type": (
        "actors: [{id: x, type: party, name: {en: X}}]\n",
        f"`communique codes actor_type` explains the {len(ActorType)} valid codes",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_no_code_is_suggested_that_means_something_else(name: str, tmp_path: Path) -> None:
    fields, help = CASES[name]
    (tmp_path / "example.yaml").write_text(HEAD + fields)
    (found,) = validate(tmp_path / "example.yaml")
    assert found.help.startswith(help) and not found.advice and not found.replacement


@pytest.mark.parametrize(
    ("field", "help"),
    [
        ("event: World AI Conference", "use the field occasion for this"),
        ("numbers: 800 visitors", "use the field quantities for this"),
        ("conflicts: two days", "if two values contradict each other, put both in the same list"),
        ("link: https://example.org/", "did you mean url? "),
        ("speaker: li-qiang", "use the field roles for this"),
        ("country: CN", "use the field place for this"),
        ("quote: at last", "use the field quote in an item of evidence"),
        ("description: {en: It.}", "did you mean summary?"),
        ("tags: [governance]", "did you mean topics?"),
        ("sumary: It.", "this looks like summary, whose value has the structure summary: {LANGUAGE: TEXT}"),
        ("sumary: {en: It.}", "did you mean summary?"),
        ("summery: {en: It.}", "did you mean summary?"),
    ],
)
def test_where_such_things_stand(field: str, help: str, tmp_path: Path) -> None:
    (tmp_path / "example.yaml").write_text(f"{HEAD}{field}\n", encoding="utf-8")
    (found,) = validate(tmp_path / "example.yaml")
    assert found.code == "CQ206" and found.help.startswith(help)


def test_words_for_fields_name_fields() -> None:
    from communique import schemas

    known: set[str] = set()

    def collect(node: Any) -> None:
        for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            known.update(node["properties"] if isinstance(node, dict) and "properties" in node else ())
            collect(value)

    for kind in ("announcement", "registry", "dataset"):
        collect(schemas.load(SCHEMA_VERSION, kind))
    assert {field for fields in FIELD_WORDS.values() for field in fields} <= known


def test_the_list_of_codes_shows_the_words(run: Run) -> None:
    shown = " ".join(run("codes", "role").stdout.split())
    assert RoleType.FUNDER.definition + " Also: donor, investor, backer, financier." in shown
    assert "igo" in ActorType.INTERGOVERNMENTAL.also and Topic.SAFETY.also


SPELT = [
    ("in_favor", "in_favour"),
    ("license", "licence"),
    ("organizers", "organisers"),
    ("international_organization", "international_organisation"),
    ("fulfills", "fulfils"),
    ("centre", "center"),
    ("program", "programme"),
    ("labeling", "labelling"),
    ("defense", "defence"),
    ("catalog", "catalogue"),
    ("judgement", "judgment"),
    ("analyse", "analyze"),
]


@pytest.mark.parametrize(("one", "other"), [*SPELT, *[(each[1], each[0]) for each in SPELT]])
def test_british_and_american_spelling_are_the_same(one: str, other: str) -> None:
    assert nearest(one, [other, "against"]) == other
    assert sure(one, [other, "against"]) == other and must_mean(one, other)


def test_no_two_names_of_the_schema_are_one_word_in_two_spellings() -> None:
    assert len({*map(one_spelling, schema_names())}) == len(schema_names()) > 500


@pytest.mark.parametrize("word", ["recrded", "recordd", "recorde", "Recorded"])
def test_a_slip_in_one_code_is_corrected_wherever_it_is(word: str) -> None:
    codes = ["recorded", "show_of_hands", "secret_ballot", "unknown"]
    assert sure(word, codes) == "recorded" and must_mean(word, "recorded")
