"""The Atom feed, read by feedparser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import feedparser
import pytest

import communique
from communique import Corpus
from communique.exporting import atom_format
from support.small_corpus import announcement, corpus
from support.written_corpus import DATASET, write

MADE = {"date": "2026-11-24", "change": "created", "by": "A curator", "reason": "First encoding."}
CORRECTED = {"date": "2026-11-26", "change": "corrected", "by": "Another", "reason": "A day <was> wrong & is right."}


def feed(of: Corpus, folder: Path) -> Any:
    assert communique.export(of, "atom", folder) == ["feed.atom"]
    found = feedparser.parse((folder / "feed.atom").read_bytes())
    assert not found.bozo and found.version == "atom10"
    return found


def test_what_changed_last_comes_first(tmp_path: Path) -> None:
    old = announcement("old", revisions=[MADE], url="https://example.org/a?b=1&c=2")
    new = announcement("new", revisions=[MADE, CORRECTED], summary={"zh": "摘要"})
    found = feed(corpus(old, new), tmp_path / "out")
    assert [each.id for each in found.entries] == ["urn:communique:announcement:new", "urn:communique:announcement:old"]
    first, second = found.entries
    assert (first.title, first.updated, first.published) == (
        "Title of new",
        "2026-11-26T00:00:00Z",
        "2026-11-24T00:00:00Z",
    )
    assert (first.author, first.summary, first.tags[0].term) == ("Another", "摘要", "speech")
    assert first.content[0].value == "Record corrected: A day <was> wrong & is right. Status: reviewed."
    assert second.links[0].href == "https://example.org/a?b=1&c=2" and second.links[0].rel == "related"
    assert found.feed.updated == first.updated


@pytest.mark.parametrize("revisions", [[], [{**MADE, "date": "2026-11"}], [{**MADE, "date": "2026-11-24?"}]])
def test_a_record_that_was_changed_on_an_unknown_day_is_left_out(revisions: list[Any], tmp_path: Path) -> None:
    unknown, known = announcement("a", revisions=revisions), announcement("b", revisions=[MADE])
    assert [each.title for each in feed(corpus(unknown, known), tmp_path / "out").entries] == ["Title of b"]
    assert communique.export(corpus(unknown), "atom", tmp_path / "none") == []


def test_only_the_newest_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atom_format, "_MOST", 2)
    days = ("2026-11-25", "2026-11-27", "2026-11-26")
    made = [announcement(f"a{at}", revisions=[{**MADE, "date": day}]) for at, day in enumerate(days)]
    assert [each.title for each in feed(corpus(*made), tmp_path / "out").entries] == ["Title of a1", "Title of a2"]


def test_the_address_of_the_dataset_is_that_of_the_feed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    write(tmp_path / "in", {"dataset": {**DATASET, "url": "https://data.example/ai"}})
    loaded = communique.load(tmp_path / "in")
    both = corpus(announcement(revisions=[MADE]))
    joined = type(both)((*both.entries, *loaded.entries))
    found = feed(joined, tmp_path / "out")
    assert (found.feed.id, found.feed.title) == ("https://data.example/ai", "All")
    assert found.entries[0].id == "https://data.example/ai#a"
