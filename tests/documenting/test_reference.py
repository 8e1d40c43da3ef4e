"""The reference pages hold every field, code, command, option, column, setting and public name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import communique
from communique import documenting, models
from communique.cli import cli
from communique.codelists import CODELISTS
from communique.documenting import commands
from communique.exporting.views import tables_and_views
from communique.lexicon.unit_names import UNITS
from communique.models import Assertion, Entity, Model, NamedEntity, Record
from communique.schemas.described import objects
from communique.validation import registry
from communique.validation.settings import _EXCEPTION_KEYS, _KEYS
from support.command_line import Run
from support.folders import ROOT


def read(name: str) -> str:
    return (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8")


def sections(page: str) -> dict[str, str]:
    """The sections of a page by their headings of the second level."""
    parts = re.split(r"^## (.*)$", page, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_generated_pages_are_up_to_date(run: Run) -> None:
    assert documenting.differences(ROOT / "docs", cli) == []
    assert run("docs", "--check").returncode == 0


def test_a_stale_page_is_found(tmp_path: Path) -> None:
    documenting.publish(tmp_path, cli)
    assert documenting.differences(tmp_path, cli) == []
    (tmp_path / "reference" / "tables.md").write_text("old")
    (tmp_path / "reference" / "rules" / "CQ999.md").write_text("old")
    assert documenting.differences(tmp_path, cli) == [
        "reference/tables.md is not up to date",
        "reference/rules/CQ999.md is no generated page",
    ]


def test_pages_written_twice_are_the_same_bytes_and_nothing_is_left_over(tmp_path: Path) -> None:
    written = []
    for folder in ("once", "twice", "twice"):
        documenting.publish(tmp_path / folder, cli)
        files = (path for path in (tmp_path / folder).rglob("*") if path.is_file())
        written.append({path.relative_to(tmp_path / folder).as_posix(): path.read_bytes() for path in files})
    assert written[0] == written[1] == written[2]
    assert written[0] == {name: (ROOT / "docs" / name).read_bytes() for name in documenting.pages(cli)}


def test_every_object_in_a_record_has_a_page() -> None:
    shared = {Model, Record, Assertion, Entity, NamedEntity}
    public = [getattr(communique.models, name) for name in communique.models.__all__]
    models = {each.__name__ for each in public if isinstance(each, type) and issubclass(each, Model)}
    assert set(objects()) == models - {each.__name__ for each in shared}


@pytest.mark.parametrize("name", objects())
def test_every_field_is_on_the_page_of_its_object(name: str) -> None:
    model: type[Model] = getattr(communique.models, name)
    page = sections(read(f"records/{re.sub('(?<=[a-z])(?=[A-Z])', '-', name).lower()}.md"))
    assert list(page) == model.field_order()
    for field, info in model.model_fields.items():
        assert info.description
        assert info.description in page[field]
        assert f"- Required: {'yes' if info.is_required() else 'no'}\n" in page[field]
        assert "- Type: " in page[field]
        assert f"```yaml\n{field}:" in page[field]


def test_a_field_names_the_codes_that_it_takes() -> None:
    status = sections(read("records/announcement.md"))["status"]
    assert "- Codes: `draft`, `reviewed`, `withdrawn`, `superseded`\n" in status
    assert "../codelists.md#record_status" in status


def test_a_reference_names_what_it_refers_to() -> None:
    assert "- Refers to: [occasion](occasion.md)\n" in sections(read("records/announcement.md"))["occasion"]


def test_conditions_are_on_the_page() -> None:
    page = read("records/quantity.md")
    assert "- If `comparator` is `between`, `upper` is required.\n" in page
    assert "- `upper` is not allowed unless `comparator` is `between`.\n" in page


def test_every_code_is_in_its_list() -> None:
    page = sections(read("codelists.md"))
    assert set(page) == {"Units", *(codelist.list_name for codelist in CODELISTS)}
    for codelist in CODELISTS:
        for code in codelist:
            assert f"\n| `{code}` | {code.definition} |" in page[codelist.list_name]


def test_every_unit_is_in_the_list() -> None:
    rows = sections(read("codelists.md"))["Units"]
    assert [unit.name for unit in UNITS if f"\n| `{unit.name}` |" not in rows] == []


def test_every_command_and_option_is_on_the_page() -> None:
    page = sections(read("commands.md"))
    every = dict(commands.commands(cli, "communique"))
    assert list(page) == list(every)
    assert {name.split()[1] for name in page} == set(cli.commands)
    for name, command in every.items():
        written = {part for each in command.params if isinstance(each, click.Option) for part in each.opts}
        assert written == set(re.findall(r"(?<=[`\s])--?[a-z][a-z-]*(?=[ ,`])", "".join(_first_cells(page[name])))), (
            name
        )


def _first_cells(section: str) -> list[str]:
    return re.findall(r"^\| (`-.*?`) \|", section, re.MULTILINE)


def test_every_rule_is_listed_under_its_subject() -> None:
    page = sections(read("rules/README.md"))
    listed = {code: subject for subject, text in page.items() for code in re.findall(r"\[(CQ\d+)\]", text)}
    assert listed == {rule.code: rule.subject().capitalize() for rule in registry.rules().values()}


def test_every_column_is_on_the_page() -> None:
    page = sections(read("tables.md"))
    assert list(page) == list(tables_and_views())
    for name, table in tables_and_views().items():
        assert re.findall(r"^\| `(\w+)` \|", page[name], re.MULTILINE) == [column.name for column in table.columns]


def test_every_setting_is_on_the_page() -> None:
    (settings,) = re.findall(r"^```toml\n(.*?)^```$", read("settings.md"), re.MULTILINE | re.DOTALL)
    assert set(re.findall(r"^(?:\[\[)?(\w+)", settings, re.MULTILINE)) == {*_KEYS, *_EXCEPTION_KEYS}


def test_every_public_name_is_on_the_page() -> None:
    names = re.findall(r"^::: communique\.(\w+)$", read("api.md"), re.MULTILINE)
    assert sorted([*names, "models", "__version__"]) == sorted(communique.__all__)


def test_examples_of_references_name_things_that_the_shipped_records_define(shipped: communique.Corpus) -> None:
    unknown = [
        (name, field, id)
        for name, model in vars(models).items()
        if isinstance(model, type) and issubclass(model, Model)
        for field, described in model.model_fields.items()
        if "Refers(" in repr((described.metadata, described.annotation))
        for id in _texts(described.examples)
        if id.partition("#")[0] not in shipped.ids
    ]
    assert unknown == []


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
