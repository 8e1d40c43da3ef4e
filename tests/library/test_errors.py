"""One base class for every exception that somebody may want to catch."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import communique
from communique.errors import CommuniqueError


def exceptions() -> Iterator[type[BaseException]]:
    """Every exception class that a module of the package defines and does not keep to itself."""
    for found in pkgutil.walk_packages(communique.__path__, "communique."):
        if found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            is_own = isinstance(value, type) and value.__module__ == found.name
            if is_own and issubclass(value, BaseException) and not name.startswith("_"):
                yield value


def test_every_public_exception_has_the_one_base_class() -> None:
    found = list(exceptions())
    assert len(found) > 10
    assert [each for each in found if not issubclass(each, CommuniqueError)] == []


def test_the_base_class_is_imported_where_people_look_for_it() -> None:
    assert communique.CommuniqueError is CommuniqueError
    for each in (communique.SettingsError, communique.InvalidCorpusError, communique.ExportError):
        assert issubclass(each, CommuniqueError)


def test_whoever_caught_a_value_error_still_does() -> None:
    assert issubclass(communique.SettingsError, ValueError)
