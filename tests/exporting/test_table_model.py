"""The model of the tables: what it says of keys, references, codes and required values holds in every corpus."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import communique
from communique import Table
from communique.codelists import CODELISTS
from communique.exporting.tables import ROOTS, empty_tables
from support.folders import CORPUS, RECORDS

PYTHON = {"string": str, "integer": int, "number": int | float, "boolean": bool, "date": date}
CODES = {each.list_name: {code.value for code in each} for each in CODELISTS}


@pytest.fixture(scope="module", params=[CORPUS, RECORDS], ids=["examples", "records"])
def tables(request: pytest.FixtureRequest) -> dict[str, Table]:
    folder: Path = request.param
    return communique.tables(communique.load(folder))


def test_values_have_the_type_of_their_column_and_required_ones_are_there(tables: dict[str, Table]) -> None:
    for table in tables.values():
        for column in table.columns:
            values = [row[column.name] for row in table]
            given = [each for each in values if each is not None]
            assert all(isinstance(each, PYTHON[column.type]) for each in given), (table.name, column.name)
            assert len(given) == len(values) or not column.required, (table.name, column.name)


def test_the_key_of_each_table_is_unique_and_required(tables: dict[str, Table]) -> None:
    for table in tables.values():
        columns = {each.name: each for each in table.columns}
        assert table.key and all(columns[name].required for name in table.key), table.name
        found = Counter(tuple(row[name] for name in table.key) for row in table)
        assert not [key for key, count in found.items() if count > 1], table.name


def test_what_a_column_names_is_there_once(tables: dict[str, Table]) -> None:
    known = {
        (table.name, column.name): Counter(row[column.name] for row in table)
        for table in tables.values()
        for column in table.columns
        if column.required
    }
    checked = 0
    for table in tables.values():
        for column in table.columns:
            found = [known[target] for target in column.targets]
            for row in table if found else ():
                if (value := row[column.name]) is not None:
                    assert [each[value] for each in found if value in each] == [1], (table.name, column.name, value)
                    checked += 1
    assert checked > 500


def test_a_parent_is_in_the_table_that_its_row_names(tables: dict[str, Table]) -> None:
    for table in tables.values():
        for which, key in (("parent_table", "parent_key"), ("assertion_table", "assertion_key")):
            if which not in [column.name for column in table.columns]:
                continue
            for row in table:
                owner = tables[str(row[which])]
                column = "id" if owner.name in ROOTS else "key"
                assert any(each[column] == row[key] for each in owner), (table.name, row[key])


def test_codes_are_those_of_the_codelist(tables: dict[str, Table]) -> None:
    lists = set()
    for table in tables.values():
        for column in table.columns:
            if column.codelist:
                lists.add(column.codelist)
                assert {row[column.name] for row in table} - {None} <= CODES[column.codelist], column.name
    assert lists <= CODES.keys() and len(lists) > 30


def test_every_list_of_codes_is_named_by_a_column() -> None:
    named = {column.codelist for table in empty_tables().values() for column in table.columns}
    assert CODES.keys() <= named
