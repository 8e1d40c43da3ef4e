"""Nothing is lost in an export, and nothing depends on the order in which files are read."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import communique
from communique import Corpus
from communique.models import ENTITY_FIELDS, Dataset, Registry


def digest(corpus: Corpus, to: Path) -> dict[str, bytes]:
    communique.export(corpus, ["json", "csv"], to)
    return {path.name: path.read_bytes() for path in to.rglob("*.*") if path.suffix in (".csv", ".json")}


def test_the_order_of_the_files_changes_no_byte(corpus: Corpus, tmp_path: Path) -> None:
    turned = replace(corpus, entries=corpus.entries[::-1])
    first, second = digest(corpus, tmp_path / "a"), digest(turned, tmp_path / "b")
    assert len(first) > 20 and first == second


def test_exported_definitions_are_the_records_definitions(folder: Path, corpus: Corpus) -> None:
    whole = json.loads((folder / "corpus.json").read_text(encoding="utf-8"))
    for name, models in corpus.roots.items():
        if name not in ("announcements", "registries", "datasets"):
            assert [
                type(model).model_validate(data) for model, data in zip(models.values(), whole[name], strict=True)
            ] == [*models.values()]


def test_exported_records_are_the_records(folder: Path, corpus: Corpus) -> None:
    """A registry stands without its definitions, which have lists of their own."""
    whole = json.loads((folder / "corpus.json").read_text(encoding="utf-8"))
    assert Dataset.model_validate(whole["dataset"]) == corpus.dataset
    assert len(corpus.registries) > 1 and len(whole["registries"]) == len(corpus.registries)
    for data in whole["registries"]:
        record = corpus.registries[data["id"]]
        defined = {name: [each.model_dump() for each in getattr(record, name)] for name in ENTITY_FIELDS}
        assert not defined.keys() & data.keys()
        assert Registry.model_validate({**data, **defined}) == record
