"""Finds the modules of a package and the values in them, so that no list is needed."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def package_modules(package: ModuleType) -> Iterator[ModuleType]:
    """Every module in the package and in the packages below it, imported, in the order of their names."""
    for found in sorted(pkgutil.walk_packages(package.__path__, f"{package.__name__}."), key=lambda each: each.name):
        yield import_module(found.name)


def values_in(package: ModuleType, kind: type[T]) -> Iterator[T]:
    """Every value of this type at the top level of a module in the package."""
    for module in package_modules(package):
        yield from (value for value in vars(module).values() if isinstance(value, kind))
