"""What `import communique` gives: the names that people use, each with a docstring and with types."""

from __future__ import annotations

import builtins
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import communique

PACKAGE = Path(communique.__file__).parent

USER = """
from datetime import date

from typing_extensions import assert_type

import communique
from communique.models import Actor, Date

corpus = communique.load("records")
assert_type(corpus, communique.Corpus)
for id, announcement in corpus.announcements.items():
    assert_type(announcement.dates, tuple[Date, ...])
    assert_type(announcement.dates[0].value.earliest, date | None)
    for role in announcement.roles:
        assert_type(corpus.actors[role.actor], Actor)
        if isinstance(actor := corpus.resolve(role.actor), Actor):
            assert_type(actor.name, dict[str, str])
assert_type(communique.tables(corpus)["dates"], communique.Table)
assert_type(communique.tables(corpus)["dates"].columns[0].description, str)
assert_type([found.id for found in corpus.find("words", kind="actor")], list[str])
assert_type(communique.validate_data([announcement.model_dump()]), list[communique.Finding])
assert_type(communique.export(corpus, ["json", "csv"], to="out"), list[str])
corpus.find(1)  # expected: an error
"""


def test_every_name_has_a_docstring_whose_first_line_is_a_sentence() -> None:
    for name in communique.__all__:
        thing = getattr(communique, name)
        if name != "__version__":
            first, *_ = (inspect.getdoc(thing) or "").splitlines()
            assert first.endswith("."), name


def test_a_star_import_gives_these_names_and_hides_none_of_python() -> None:
    given: dict[str, object] = {}
    exec("from communique import *", given)
    assert set(given) - {"__builtins__"} == set(communique.__all__)
    assert not set(communique.__all__) & set(dir(builtins))
    assert communique.__all__ == sorted(communique.__all__)


@pytest.mark.slow
def test_a_users_program_is_checked_by_its_types(tmp_path: Path) -> None:
    assert (PACKAGE / "py.typed").is_file()
    script = tmp_path / "script.py"
    script.write_text(USER, encoding="utf-8")
    settings = tmp_path / "mypy.ini"
    settings.write_text(f"[mypy]\nstrict = True\nmypy_path = {PACKAGE.parent}\n", encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--config-file", str(settings), "--cache-dir", str(tmp_path), str(script)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    errors = [line for line in done.stdout.splitlines() if ": error:" in line]
    assert len(errors) == 1 and "arg-type" in errors[0], done.stdout + done.stderr
    assert errors[0].split(":")[1] == str(USER.splitlines().index("corpus.find(1)  # expected: an error") + 1)
