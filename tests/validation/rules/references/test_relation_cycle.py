"""Relations and definitions that lead back to where they began."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from communique import validate
from communique.corpus.corpus import Entry
from communique.models import SCHEMA_VERSION, Registry
from communique.text.source_text import Texts
from communique.validation.aspect import Aspect
from communique.validation.context import Context
from communique.validation.rules.references.relation_cycle import RelationCycle
from communique.validation.summaries import KnownSummaries
from communique.validation.summary import Summary
from support.judged import summary
from support.linked_records import DATASET, HEAD, SOURCES, Write, found, only, record, registry, relations


@pytest.mark.parametrize("kind", ["supersedes", "amends", "repeals", "implements", "based_on", "part_of", "fulfils"])
def test_two_announcements_cannot_do_it_to_each_other(kind: str, write: Write) -> None:
    folder = write(a=record("a", relations(f"{kind} b")), b=record("b", relations(f"{kind} a")), sources=SOURCES)
    one, other = validate(folder)
    for finding, way in ((one, "a -> b -> a"), (other, "b -> a -> b")):
        assert (finding.name, finding.severity, finding.pointer) == ("relation-cycle", "error", "/relations/0/target")
        assert finding.message == f"circular relation {kind}: {way}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("follows b", "follows a"),
        ("amends b", "repeals a"),
        ("amends b rank: deprecated, note: No.", "amends a"),
        ("amends b modality: denied", "amends a"),
        ("amends b", "amends c"),
        ("amends b", "amends law"),
        ("amends b subject: law", "amends a"),
    ],
)
def test_no_way_round(one: str, other: str, write: Write) -> None:
    law = "instruments:\n- {id: law, type: law, name: {en: Law}}\n"
    folder = write(a=record("a", relations(one)), b=record("b", relations(other)), c=record("c"), sources=SOURCES + law)
    assert found(folder) == []


def test_a_cycle_is_told_once_in_each_file_that_has_a_step_of_it(write: Write) -> None:
    folder = write(
        dataset=DATASET,
        a=record("a", relations("amends b"), status="draft"),
        b=record("b", relations("amends c"), status="draft"),
        c=record("c", relations("amends a"), status="draft"),
        sources=SOURCES,
    )
    assert found(folder) == [(name, "relation-cycle", "/relations/0/target") for name in "abc"]
    for name, way in (("a", "a -> b -> c -> a"), ("b", "b -> c -> a -> b"), ("c", "c -> a -> b -> c")):
        assert only([folder / f"{name}.yaml"]).message.endswith(f": {way}")
    assert found([folder / "sources.yaml"]) == []


def test_two_cycles_that_do_not_touch_are_two(write: Write) -> None:
    pairs = "".join(f"- {{id: {a}, name: {{en: {a}}}, part_of: {b}}}\n" for a, b in ("ab", "ba", "cd", "dc"))
    folder = write(all=registry("all", "occasions:\n" + pairs))
    assert [pointer for _, _, pointer in found(folder)] == ["/occasions/1/part_of", "/occasions/3/part_of"]


@pytest.mark.parametrize(
    ("list_", "rest", "field"),
    [
        ("occasions", "name: {en: X}", "series"),
        ("actors", "type: group, name: {en: X}", "part_of"),
        ("instruments", "type: law, name: {en: X}", "part_of"),
    ],
)
def test_definitions_that_go_round(list_: str, rest: str, field: str, write: Write) -> None:
    lines = "".join(f"- {{id: {a}, {rest.replace('X', a)}, {field}: {b}}}\n" for a, b in ("ab", "bc", "cb"))
    finding = only(write(all=registry("all", f"{list_}:\n{lines}")))
    assert (finding.name, finding.pointer) == ("relation-cycle", f"/{list_}/2/{field}")
    assert finding.message == f"circular relation {field}: c -> b -> c"


def test_sources_that_derive_from_each_other(write: Write) -> None:
    ways = {"a": "[b]", "b": "[x, c]", "c": "[x, {source: b, confidence: uncertain}]", "x": "[]"}
    lines = "".join(f"- {{id: {id}, type: news, access: not_read, derived_from: {way}}}\n" for id, way in ways.items())
    text = registry("all", f"sources:\n{lines}").replace(HEAD, f"schema_version: {SCHEMA_VERSION}\n")
    finding = only(write(all=text))
    assert (finding.name, finding.pointer) == ("relation-cycle", "/sources/2/derived_from/1/source")
    assert finding.message == "circular relation derived_from: c -> b -> c"


def test_records_that_replace_each_other(write: Write) -> None:
    folder = write(
        a=record("a", "replaced_by: b\n", status="superseded"),
        b=record("b", "replaced_by: a\n", status="superseded"),
        sources=SOURCES,
    )
    assert found(folder) == [("a", "relation-cycle", "/replaced_by"), ("b", "relation-cycle", "/replaced_by")]


def test_one_step_is_a_self_reference_and_no_cycle(write: Write) -> None:
    folder = write(a=record("a", relations("amends a")), sources=SOURCES)
    assert [name for _, name, _ in found(folder)] == ["self-reference"]


def test_a_long_way_is_not_told_in_full(write: Write) -> None:
    lines = "".join(f"- {{id: o{n}, name: {{en: O{n}}}, part_of: o{(n + 1) % 300}}}\n" for n in range(300))
    message = only(write(all=registry("all", "occasions:\n" + lines))).message
    assert message.endswith(": o299 -> o0 -> o1 -> o2 -> o3 -> o4 -> o5 -> ... -> o299")


class Counted(KnownSummaries):
    """Summaries that count how often facts are looked up in them."""

    count = 0

    def with_key(self, aspect: Aspect[Any], key: str) -> Sequence[Summary]:
        self.count += 1
        return super().with_key(aspect, key)


def look_ups(size: int) -> int:
    """How many look-ups it takes to see that a chain through this many records has no cycle."""
    chain = [
        Registry.model_validate(
            {
                "schema_version": SCHEMA_VERSION,
                "kind": "registry",
                "id": f"r{n}",
                "occasions": [{"id": f"o{n}", "name": {"en": "A session"}, "part_of": f"o{n + 1}"}],
            }
        )
        for n in range(size)
    ]
    summaries = Counted(summary(Entry(f"{each.id}.yaml", each)) for each in chain)
    context = Context(summaries, Texts(), date(2026, 11, 26), lambda _: None)
    assert [found for each in list(summaries) for found in RelationCycle().check(each, context)] == []
    return summaries.count


def test_a_long_chain_is_followed_only_once() -> None:
    assert look_ups(400) <= 2 * look_ups(200) + 2
