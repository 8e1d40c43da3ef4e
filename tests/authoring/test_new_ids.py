"""Ids that are proposed: the same for every command, readable, and never one that something has."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.adding.named import new_things
from communique.authoring.new_ids import free, keyed_id, record_id, refused, slug, source_id, taken_ids
from communique.authoring.template import place
from communique.corpus.corpus import Corpus
from communique.drafting.known_names import KnownNames
from communique.models import is_id


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Île-de-France’s Plan", "ile-de-frances-plan"),
        ("深圳市 2030", "shen-zhen-shi-2030"),
        ("Минцифры России", "mintsifry-rossii"),
        ("وزارة", "wzrh"),
        ("과학", "gwahag"),
        ("…", ""),
    ],
)
def test_names_in_every_script_give_readable_ids(text: str, id: str) -> None:
    assert slug(text) == id


@pytest.mark.parametrize("name", ["CON", "aux", "com1", "NUL"])
def test_no_id_is_a_name_that_windows_reserves(name: str) -> None:
    assert free(name, ()) == f"{slug(name)}-2"
    assert "Windows" in refused(slug(name), ())


def test_a_former_id_is_taken(shipped: Corpus) -> None:
    former = {id for each in shipped.actors.values() for id in each.former_ids}
    assert former <= taken_ids(shipped)
    assert "tesla" in taken_ids(shipped)
    assert record_id("Tesla", "", taken_ids(shipped)) == "tesla-2"
    assert source_id("", "https://tesla.example/x", "", "", {"tesla-x"}) == "tesla-x-2"


@pytest.mark.parametrize(
    ("title", "year", "id"),
    [
        ("New York RAISE Act signed", "2025", "new-york-raise-act-signed-2025"),
        ("2025", "", "announcement-2025"),
        ("2025", "2025", "announcement-2025"),
        ("!", "2024", "announcement-2024"),
    ],
)
def test_the_id_of_a_record_says_what_it_is(title: str, year: str, id: str) -> None:
    assert record_id(title, year, ()) == id


def test_a_number_behind_the_year_leaves_a_record_in_the_folder_of_the_year(tmp_path: Path) -> None:
    assert place("plan-2025-2", None, tmp_path) == tmp_path / "2025" / "plan-2025-2.yaml"


def test_a_draft_and_an_addition_propose_the_same_id(shipped: Corpus) -> None:
    name = "Walks Club 测试"
    found = new_things(shipped, "actor", [name], {"type": "group", "language": "zh-Hans"})
    assert found.definitions[0]["id"] == KnownNames(shipped).free_id("actor", name) == "walks-club-ce-shi"


def test_keys_of_foreign_data_give_ids_that_are_apart() -> None:
    keys = ["http://zotero.org/users/1/items/AB", "http://zotero.org/users/2/items/AB", "k" * 50 + "1", "k" * 50 + "2"]
    keys += ["/", "Путин2020", "a.b", "a-b"]
    taken: set[str] = set()
    for key in keys:
        taken.add(keyed_id("csl", key, taken))
    assert len(taken) == len(keys)
    assert all(map(is_id, taken))
    assert {"csl-ab", "csl-http-zotero-org-users-2-items-ab"} <= taken
