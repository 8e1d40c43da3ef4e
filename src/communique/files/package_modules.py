"""Finds the modules of a package and the values in them, so that no list is needed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def package_modules(package: ModuleType) -> Iterator[ModuleType]:
    """Every module in the package and in the packages below it, imported, in the order of their names."""
    # pkgutil lists every folder three times.
    for name in sorted(_names(package.__path__[0], f"{package.__name__}.")):
        yield import_module(name)


def _names(folder: str, prefix: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name, suffix = os.path.splitext(entry.name)  # noqa: PTH122  for some hundred files at each start
            if suffix == ".py" and name != "__init__":
                yield prefix + name
            elif name.isidentifier() and not name.startswith("__") and entry.is_dir():
                yield prefix + name
                yield from _names(entry.path, f"{prefix}{name}.")


def values_in(package: ModuleType, kind: type[T]) -> Iterator[T]:
    """Every value of this type at the top level of a module in the package."""
    for module in package_modules(package):
        # At once: what is done with a value may add names to its module, as a warning does.
        yield from [value for value in vars(module).values() if isinstance(value, kind)]
