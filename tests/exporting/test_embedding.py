"""Exports with things in the place of ids: finite, shallow, not much larger than the corpus, or refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from communique import Corpus, ExportError
from communique.corpus.corpus import Entry
from communique.exporting import HeldThings, pieces
from communique.models import SCHEMA_VERSION, Registry
from support.command_line import Run


def corpus(**lists: list[dict[str, Any]]) -> Corpus:
    record = {"schema_version": SCHEMA_VERSION, "kind": "registry", "id": "registry", **lists}
    return Corpus((Entry("registry.json", Registry.model_validate(record)),))


def body(number: int, **more: Any) -> dict[str, Any]:
    return {"id": f"body-{number:05}", "type": "government_body", "name": {"en": f"Body {number}"}, **more}


def source(number: int, **more: Any) -> dict[str, Any]:
    return {"id": f"source-{number}", "type": "news", "access": "excerpt", **more}


def collections(records: Corpus, *, embed: bool = False) -> dict[str, Any]:
    """The lists of the JSON file."""
    whole: dict[str, Any] = json.loads(
        b"".join(piece for _, piece in pieces(HeldThings.of(records), ["json"], embed=embed))
    )
    return whole


def size(data: Any) -> int:
    return len(json.dumps(data))


def depth(data: Any) -> int:
    """How deep lists and objects stand in each other; without recursion, since that is what is in question."""
    deepest, waiting = 0, [(1, data)]
    while waiting:
        level, each = waiting.pop()
        deepest = max(deepest, level)
        inner = each.values() if isinstance(each, dict) else each if isinstance(each, list) else ()
        waiting += [(level + 1, part) for part in inner]
    return deepest


def all_naming_all(count: int) -> Corpus:
    """Occasions each of which cites every source, while each source is evidence for all the others."""
    ids = range(count)
    occasions = [
        {
            "id": f"summit-{number}",
            "name": {"en": "Summit"},
            "part_of": f"summit-{(number + 1) % count}",
            "series": f"summit-{(number + 2) % count}",
            "other_names": [
                {"name": f"Meeting {each}", "type": "abbreviation", "evidence": [{"source": f"source-{each}"}]}
                for each in ids
            ],
        }
        for number in ids
    ]
    sources = [
        source(number, evidence=[{"source": f"source-{each}"} for each in ids if each != number]) for number in ids
    ]
    return corpus(occasions=occasions, sources=sources)


def test_things_that_all_name_each_other() -> None:
    given = all_naming_all(18)
    plain, embedded = collections(given), collections(given, embed=True)
    assert size(embedded) < 40 * size(plain)
    first = embedded["occasions"][0]
    assert first["other_names"][1]["evidence"][0]["source"]["evidence"][0]["source"] == "source-0"
    assert first["part_of"]["part_of"]["part_of"]["id"] == "summit-3"
    assert first["part_of"]["part_of"]["part_of"]["part_of"] == "summit-4"


def test_a_chain_longer_than_python_recurses() -> None:
    last = 1_500
    ids = [body(number)["id"] for number in range(last + 1)]
    given = corpus(
        actors=[body(number, **({"part_of": ids[number + 1]} if number < last else {})) for number in range(last + 1)]
    )
    plain, embedded = collections(given), collections(given, embed=True)
    assert depth(embedded) < 10 and size(embedded) < 5 * size(plain)
    third = embedded["actors"][0]["part_of"]["part_of"]["part_of"]
    assert third["id"] == ids[3] and third["part_of"] == ids[4]


def test_originals_are_embedded_and_keep_the_ids_of_theirs() -> None:
    last = 1_500
    ids = [source(number)["id"] for number in range(last + 1)]
    given = corpus(
        sources=[source(number, derived_from=[ids[number + 1]] if number < last else []) for number in range(last + 1)]
    )
    plain, embedded = collections(given), collections(given, embed=True)
    assert depth(embedded) < 10 and size(embedded) < 5 * size(plain)
    (original,) = embedded["sources"][0]["derived_from"]
    assert original["source"]["id"] == ids[1] and original["source"]["derived_from"] == [{"source": ids[2]}]


def test_what_would_contain_itself_stays_an_id() -> None:
    given = corpus(
        occasions=[
            {"id": "day", "name": {"en": "Day"}, "part_of": "week"},
            {"id": "week", "name": {"en": "Week"}, "series": "day"},
        ]
    )
    day, week = collections(given, embed=True)["occasions"]
    assert day["part_of"]["series"] == "day" and week["series"]["part_of"] == "week"


def test_a_large_thing_that_is_named_everywhere_is_refused_with_the_reason(tmp_path: Path, run: Run) -> None:
    ministry = body(0, note="A long note. " * 4_000)
    others = [body(number, part_of="body-00000") for number in range(1, 300)]
    record = {"schema_version": SCHEMA_VERSION, "kind": "registry", "id": "registry", "actors": [ministry, *others]}
    (tmp_path / "registry.json").write_text(json.dumps(record))
    with pytest.raises(ExportError, match="body-00000 is referenced 299 times"):
        collections(corpus(actors=[ministry, *others]), embed=True)
    done = run("export", tmp_path / "registry.json", "--to", tmp_path / "out", "--embed")
    assert done.returncode == 2 and "export without --embed" in done.stderr
    assert not (tmp_path / "out").exists()
