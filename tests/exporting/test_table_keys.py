"""Tables: keys that join, nothing lost, nothing counted twice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pandas

import communique
from communique import Corpus
from communique.exporting.tables import ROOTS, TEXTS, plans
from communique.exporting.views import VIEWS
from communique.models import Assertion, Evidence, walk
from communique.text.inflection import singular
from support.exported_table import table
from support.folders import RECORD


def test_tables_join(folder: Path) -> None:
    for name, plan in plans().items():
        rows = table(folder, name)
        for parent in plan.parents if len(plan.parents) == 1 else ():
            key = "id" if parent in ROOTS else "key"
            assert set(rows[f"{singular(parent)}_{key}"]) <= set(table(folder, parent)[key]), name
        if len(plan.parents) > 1:
            for owner, group in rows.groupby("parent_table"):
                owners = table(folder, str(owner))
                keys = set(owners["key"] if "key" in owners else owners["id"])
                assert set(group.parent_key) <= keys, (name, owner)


def test_keys_are_unique(folder: Path) -> None:
    for name in plans():
        rows = table(folder, name)
        for column in ("key", "id"):
            if column in rows and name not in ("registries",):
                assert rows[column].is_unique, (name, column)


def test_references_lead_somewhere(folder: Path) -> None:
    ids = {name: set(table(folder, name).id) for name in ("actors", "instruments", "occasions", "sources")}
    assert set(table(folder, "roles").actor_id) <= ids["actors"]
    assert set(table(folder, "measures").instrument_id) <= ids["instruments"]
    assert set(table(folder, "evidence").source_id) <= ids["sources"]
    assert set(table(folder, "roles").occasion_id.dropna()) <= ids["occasions"]


def test_nothing_is_lost_and_nothing_counted_twice(corpus: Corpus) -> None:
    tables = communique.tables(corpus)
    nodes = [model for entry in corpus.entries for _, model in walk(entry.record)]
    assert len(tables["evidence"]) == sum(isinstance(node, Evidence) for node in nodes)
    assertions = sum(isinstance(node, Assertion) for node in nodes)
    assert sum("shown" in row for name, rows in tables.items() if name not in VIEWS for row in rows) == assertions
    assert len(tables["actors"]) == len(corpus.actors)


def test_every_row_fills_every_column_of_its_table(corpus: Corpus) -> None:
    for each in communique.tables(corpus).values():
        names = {column.name for column in each.columns}
        assert all(set(row) == names for row in each.rows), each.name
        assert all(column.description for column in each.columns)
        assert each.counts


def test_one_value_of_each_identity_is_shown(corpus: Corpus) -> None:
    rows = communique.tables(corpus)["dates"]
    shown = Counter((row["announcement_id"], row["role"]) for row in rows if row["shown"])
    assert shown["cn-waico-proposal-2025", "announced"] == 1 and shown["example-bill-2026", "deadline"] == 2
    assert len(rows) > sum(shown.values())


def test_keys_do_not_depend_on_the_place_in_a_list(corpus_copy: Path, corpus: Corpus) -> None:
    path = corpus_copy / "2025" / RECORD.name
    text = path.read_text(encoding="utf-8")
    head, _, rest = text.partition("quantities:\n")
    items, _, tail = rest.partition("\nrelations:\n")
    first, _, others = items.partition("\n- subject: products")
    path.write_text(f"{head}quantities:\n- subject: products{others}\n{first}\nrelations:\n{tail}", encoding="utf-8")
    moved = communique.tables(communique.load(corpus_copy))["quantities"]
    assert [row["subject"] for row in moved] != [row["subject"] for row in communique.tables(corpus)["quantities"]]
    assert {row["key"] for row in moved} == {row["key"] for row in communique.tables(corpus)["quantities"]}


def test_pandas_takes_the_tables(corpus: Corpus) -> None:
    frame = pandas.DataFrame(communique.tables(corpus)["statements"])
    assert set(frame[frame.nature == "inference"].speaker_id) == {"pukmedia"}


def test_texts_has_every_language(corpus: Corpus) -> None:
    rows = [row for row in communique.tables(corpus)[TEXTS] if row["parent_key"] == "cn"]
    assert {(row["language"], row["text"]) for row in rows} == {("en", "China"), ("zh-Hans", "中国")}


def test_what_is_compatible_is_found_by_its_key(corpus: Corpus) -> None:
    tables = communique.tables(corpus)
    (row,) = tables["compatible_with"]
    keys = {each["key"] for each in tables[str(row["parent_table"])]}
    assert {row["parent_key"], row["compatible_with_key"]} <= keys and row["parent_key"] != row["compatible_with_key"]
