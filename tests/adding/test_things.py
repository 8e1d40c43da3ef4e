"""`communique add actor`, `instrument` and `occasion`: nothing is defined twice under two names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import communique
from communique.adding.named import new_things
from communique.corpus.corpus import Corpus
from support.command_line import Run
from support.folders import CORPUS, RECORDS


@pytest.fixture(scope="module")
def shipped() -> Corpus:
    return communique.load(RECORDS)


def made(corpus: Corpus, kind: str, name: str, **options: str) -> dict[str, Any]:
    (found,) = new_things(corpus, kind, [name], options).definitions
    return found


@pytest.mark.parametrize(
    ("kind", "name", "id"),
    [
        ("actor", "xi JINPING", "xi-jinping"),
        ("actor", "外交部", "cn-mfa"),
        ("actor", "Antonio Guterres", "antonio-guterres"),
        ("instrument", "WAICO", "world-ai-cooperation-organization"),
        ("occasion", "waic", "waic"),
    ],
)
def test_a_known_name_is_known(shipped: Corpus, kind: str, name: str, id: str) -> None:
    found = new_things(shipped, kind, [name], {"type": "law"} if kind == "instrument" else {})
    assert ([each.id for each in found.existing], found.definitions, found.findings) == ([id], [], [])
    assert found.existing[0].path.startswith(str(RECORDS))


@pytest.mark.parametrize(
    ("kind", "name", "id"),
    [
        ("actor", "Jinping Xi", "xi-jinping"),
        ("actor", "A. Guterres", "antonio-guterres"),
        ("actor", "Antonio Gutteres", "antonio-guterres"),
        ("actor", "Government of China in Beijing", "cn-government"),
        ("instrument", "G.D.C.", "un-global-digital-compact"),
        ("instrument", "Global Digital", "un-global-digital-compact"),
    ],
)
def test_a_name_like_another_is_asked_about(shipped: Corpus, kind: str, name: str, id: str) -> None:
    options = {"type": "treaty" if kind == "instrument" else "group"}
    found = new_things(shipped, kind, [name], options)
    assert (found.definitions, found.existing) == ([], [])
    assert id in found.findings[0].message and "--new" in found.findings[0].help
    assert len(new_things(shipped, kind, [name], options, force=True).definitions) == 1


def test_definitions_are_in_the_style_of_the_corpus(shipped: Corpus) -> None:
    ministry = made(shipped, "actor", "Ministry of Silly Walks", type="ministry", country="Kenya")
    assert ministry == {
        "id": "ke-ministry-of-silly-walks", "type": "government_body", "country": "KE",
        "name": {"en": "Ministry of Silly Walks"},
    }  # fmt: skip
    assert made(shipped, "actor", "Tuvalu", type="country") == {
        "id": "tv", "type": "country", "country": "TV", "name": {"en": "Tuvalu"},
    }  # fmt: skip
    assert made(shipped, "instrument", "Walks Act", type="act")["type"] == "law"
    assert made(shipped, "occasion", "Walks Expo", country="Kenya")["place"] == {"country": "KE"}
    chinese = made(shipped, "actor", "测试公司", type="company", language="zh-Hans", id="ceshi")
    assert (chinese["id"], chinese["name"]) == ("ceshi", {"zh-Hans": "测试公司"})


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("Walks Club", {}, "'Walks Club' has no type"),
        ("Walks Club", {"type": "pub"}, "found 'pub', expected an actor type code"),
        ("Walks Club", {"type": "group", "country": "Korea"}, "expected a country"),
        ("测试", {"type": "group"}, "the language of '测试' is not known"),
        ("…", {"type": "group"}, "no id can be made of '…'"),
        ("Walks Club", {"type": "group", "id": "xi-jinping"}, "the id 'xi-jinping' is taken"),
        ("Walks Club", {"type": "group", "id": "Walks Club"}, "is no id"),
    ],
)
def test_what_is_not_known_is_not_guessed(shipped: Corpus, name: str, options: dict[str, str], message: str) -> None:
    found = new_things(shipped, "actor", [name], options)
    assert found.definitions == []
    assert message in found.findings[0].message


def test_the_name_of_a_thing_of_another_kind_is_pointed_out(shipped: Corpus) -> None:
    found = new_things(shipped, "actor", ["WAICO"], {"type": "group"})
    assert found.hints["waico"] == ["the instrument world-ai-cooperation-organization has that name"]


def test_an_actor_goes_to_the_registry_of_its_type(run: Run, tmp_path: Path) -> None:
    head = "schema_version: 0.3.0\nkind: registry\nid: {id}\nactors:\n"
    registry = head + "- {{id: {type}, type: {type}, name: {{en: {id}}}}}\n"
    for id, type in (("first", "company"), ("second", "person")):
        (tmp_path / f"{id}.yaml").write_text(registry.format(id=id, type=type), encoding="utf-8")
    (tmp_path / "dataset.yaml").write_bytes((CORPUS / "dataset.yaml").read_bytes())
    command = ("add", "actor", "Ada Walker", "--type", "person", "--in", tmp_path)
    done = run(*command)
    assert (done.returncode, done.stderr) == (0, "")
    added = yaml.safe_load((tmp_path / "second.yaml").read_text(encoding="utf-8"))["actors"][1]
    assert added == {"id": "ada-walker", "type": "person", "name": {"en": "Ada Walker"}}
    before = (tmp_path / "second.yaml").read_bytes()
    assert run(*command).stdout.splitlines()[-1] == "0 actors added, 1 known"
    assert (tmp_path / "second.yaml").read_bytes() == before
    first = run("add", "instrument", "Walks Act", "--type", "law", "--in", tmp_path)
    assert first.returncode == 0 and (tmp_path / "registry" / "instruments.yaml").is_file()


def test_the_first_definitions_of_a_tracker_make_their_registries(run: Run, tmp_path: Path) -> None:
    """In the usual place, by kind and type, or in the file that is named; and the records stay valid."""
    assert run("init", ".", "--title", "Ours", "--creator", "Us", cwd=tmp_path).returncode == 0
    dry = run("add", "actor", "Ann Smith", "--type", "person", "--dry-run", cwd=tmp_path)
    assert "would be created" in dry.stderr and not (tmp_path / "records" / "registry").exists()
    for words in (
        ("actor", "Ann Smith", "--type", "person"),
        ("actor", "France", "--type", "country", "--country", "FR"),
        ("actor", "Bob Jones", "--type", "person"),
        ("instrument", "Our Plan", "--type", "strategy", "--to", "records/plans.yaml"),
    ):
        assert run("add", *words, cwd=tmp_path).returncode == 0
    registries = {path.stem: yaml.safe_load(path.read_bytes()) for path in (tmp_path / "records").rglob("*.yaml")}
    assert {name: len(each.get("actors", [])) for name, each in registries.items()} == {
        "dataset": 0,
        "people": 2,
        "states": 1,
        "plans": 0,
    }
    assert all(each["id"] == name for name, each in registries.items() if name != "dataset")
    assert {each.severity for each in communique.validate(tmp_path / "records")} <= {"info"}


@pytest.mark.parametrize("to", ["elsewhere.yaml", "records/Our Plans.yaml", "records/plans.txt"])
def test_a_file_that_can_be_no_registry_is_not_made(run: Run, tmp_path: Path, to: str) -> None:
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "example.yaml").write_bytes(next(CORPUS.rglob("*dataset*.yaml")).read_bytes())
    done = run("add", "instrument", "Our Plan", "--type", "strategy", "--to", to, cwd=tmp_path)
    assert done.returncode == 2 and "does not exist" in done.stderr and not (tmp_path / to).exists()
