"""JSON keeps references and holds everything once."""

from __future__ import annotations

import json
from pathlib import Path

import communique
from communique import Corpus
from communique.models import ENTITY_FIELDS


def test_json_keeps_references_and_holds_everything_once(folder: Path, corpus: Corpus) -> None:
    whole = json.loads((folder / "corpus.json").read_text(encoding="utf-8"))
    announcement = whole["announcements"][0]
    assert announcement["roles"][0]["actor"] == "cn"
    assert "sources" not in announcement
    assert [each["id"] for each in whole["actors"]] == list(corpus.actors)
    assert whole["dataset"]["licence"] == "CC-BY-4.0"
    lines = (folder / "jsonl" / "announcements.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == whole["announcements"]


def test_exported_announcements_are_valid_records(folder: Path, corpus: Corpus) -> None:
    for announcement in json.loads((folder / "corpus.json").read_text(encoding="utf-8"))["announcements"]:
        original = corpus.announcements[announcement["id"]]
        defined = {
            name: [each.model_dump(mode="json") for each in getattr(original, name)]
            for name in ENTITY_FIELDS
            if getattr(original, name)
        }
        assert type(original).model_validate({**announcement, **defined}) == original


def test_embedded_references_are_resolved(corpus: Corpus, tmp_path: Path) -> None:
    communique.export(corpus, "json", tmp_path / "out", embed=True)
    announcement = json.loads((tmp_path / "out" / "corpus.json").read_text(encoding="utf-8"))["announcements"][0]
    ministry = next(role for role in announcement["roles"] if role["role"] == "issuer")["actor"]
    assert ministry["part_of"]["part_of"]["country"] == "CN"
    passage = next(each for each in announcement["passages"] if each["id"] == "pukmedia-waico-proposal-54-81")
    assert announcement["dates"][0]["evidence"][0] == {"passage": passage["id"]}
    assert passage["source"]["publisher"] == "PUKmedia"
    assert announcement["dates"][0]["evidence"][2]["source"]["publisher"] == "Pandaily"
    assert announcement["occasion"]["series"]["name"]["en"].startswith("World")
