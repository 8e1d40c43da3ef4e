"""Which id may be meant by one that nobody defines."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique import validate
from communique.corpus.definitions import definitions, index
from communique.corpus.search.ids_by_name import NamedIds, NamedThing
from communique.corpus.search.similar_ids import NearIds, id_slips
from support.withdrawn_record import HEAD


def test_an_id_that_many_places_name_is_one_finding(tmp_path: Path) -> None:
    evidence = "".join(
        f"- {{nature: context, text: {{en: It {n}.}}, evidence: [{{source: reuters}}]}}\n" for n in range(9)
    )
    source = "sources: [{id: reuters-waico-2025, type: news, access: excerpt}]\n"
    (tmp_path / "example.yaml").write_text(f"{HEAD}statements:\n{evidence}{source}")
    (found,) = validate(tmp_path / "example.yaml")
    assert found.message == "no source has the id reuters; 9 references here"
    assert found.help.startswith(
        "define it under sources, here or in a registry (or did you mean reuters-waico-2025?): - {id"
    )


@pytest.mark.parametrize(
    ("id", "known", "meant"),
    [
        ("norwai", ["norway"], "norway"),
        ("amd", ["md", "and"], ""),
        ("cn-mfa", ["in-mfa", "cn-mofa"], ""),
        ("uk-nist", ["us-nist"], ""),
        ("li-qang", ["lu-qiang", "li-qiang"], "li-qiang"),
        ("plan-2024", ["plan-2025"], ""),
        ("eo-14101", ["eo-14110"], ""),
        ("cn", ["cn-mfa"], ""),
        ("worldbank", ["world-bank"], "world-bank"),
    ],
)
def test_ids_that_may_be_meant(id: str, known: list[str], meant: str, tmp_path: Path) -> None:
    actors = "".join(f"- {{id: {each}, type: group, name: {{en: {each}}}}}\n" for each in known)
    (tmp_path / "example.yaml").write_text(f"{HEAD}roles: [{{actor: {id}, role: speaker}}]\nactors:\n{actors}")
    found = next(each for each in validate(tmp_path / "example.yaml") if each.code == "CQ301")
    assert found.help.startswith("define it under actors, here or in a registry")
    assert [advice.text for advice in found.advice[1:]] == ([meant] if meant else [])


COMMON = """\
- {id: us, type: country, country: US, name: {en: United States}}
- {id: gb, type: country, country: GB, name: {en: United Kingdom}}
- {id: gb-gov, type: government_body, country: GB, name: {en: His Majesty's Government}}
- {id: cn, type: country, country: CN, name: {en: China}, former_ids: [middle-kingdom]}
- {id: joe-biden, type: person, name: {en: Joseph R. Biden}}
- {id: aspi, type: group, name: {en: Institute}, other_names: [{name: Straßen-Forum, type: common}]}
"""


@pytest.mark.parametrize(
    ("id", "meant"),
    [
        ("usa", ["us"]),
        ("united-states", ["us"]),
        ("uk", ["gb"]),
        ("china", ["cn"]),
        ("biden", ["joe-biden"]),
        ("uk-gov", ["gb-gov"]),
        ("uk-government", ["gb-gov"]),
        ("strassen-forum", ["aspi"]),
        ("kingdom-middle", ["cn"]),
        ("france", []),
        ("nobody-of-them", []),
    ],
)
def test_an_id_that_nobody_defines_names_the_things_that_may_be_meant(
    id: str, meant: list[str], tmp_path: Path
) -> None:
    (tmp_path / "example.yaml").write_text(f"{HEAD}roles: [{{actor: {id}, role: speaker}}]\nactors:\n{COMMON}")
    found = next(each for each in validate(tmp_path / "example.yaml") if each.code == "CQ301")
    assert found.help.startswith("define it under actors, here or in a registry (") and not found.replacement
    assert [advice.text for advice in found.advice[1:]] == meant
    look = f"(`communique find {id.replace('-', ' ')}` searches for it under another id)"
    assert (f"(or did you mean {' or '.join(meant)}?)" if meant else look) in found.help


def test_an_occasion_is_found_by_the_words_of_its_name(tmp_path: Path) -> None:
    occasions = "".join(
        f"- {{id: o{n}, name: {{en: AI {place} Summit}}}}\n" for n, place in enumerate(["Paris", "Seoul"])
    )
    (tmp_path / "example.yaml").write_text(f"{HEAD}occasion: ai-seoul-summit\noccasions:\n{occasions}")
    found = next(each for each in validate(tmp_path / "example.yaml") if each.code == "CQ301")
    assert [advice.text for advice in found.advice[1:]] == ["o1"]


def test_an_id_that_fits_many_things_names_none(tmp_path: Path) -> None:
    many = "".join(f"- {{id: ministry-{n}, type: group, name: {{en: Ministry {n}}}}}\n" for n in range(4))
    (tmp_path / "example.yaml").write_text(f"{HEAD}roles: [{{actor: ministry, role: speaker}}]\nactors:\n{many}")
    found = next(each for each in validate(tmp_path / "example.yaml") if each.code == "CQ301")
    assert len(found.advice) == 1 and "`communique find ministry`" in found.help


def test_a_word_that_hundreds_of_things_have_is_not_gone_through(tmp_path: Path) -> None:
    """Else as many unknown ids as there are things would cost the square of their number."""
    named = NamedIds(NamedThing(f"cn-office-{n}", "actor", (f"Office {n}",), country="CN") for n in range(300))
    assert named.meant("china-office", ["actor"]) == [] and named.meant("china-7", ["actor"]) == ["cn-office-7"]


def comparisons(count: int) -> int:
    """How many pairs of ids are compared where so many are sought among as many, with no digits to tell them apart."""

    def letters(number: int) -> str:
        return "".join("abcdefghij"[int(digit)] for digit in f"{number:04}")

    known = {"sources": [{"id": f"example-{letters(n)}-source"} for n in range(count)]}
    defined = index(definitions("example.yaml", known))
    assert len(defined) == count
    compared = []
    near = NearIds(defined, lambda one, other: compared.append((one, other)) or id_slips(one, other))  # type: ignore[func-returns-value]
    for number in range(count):
        near.nearest(f"exampel-{letters(number)}-source", ("source",), "other.yaml")
    return len(compared)


def test_looking_for_near_ids_grows_with_their_number_and_not_with_its_square() -> None:
    few, many = comparisons(50), comparisons(200)
    assert few > 0 and many < 8 * few
