"""What is made when it is first used: names of a package, which its modules have (PEP 562), and patterns."""

from __future__ import annotations

import sys
from importlib import import_module

TYPE_CHECKING = False  # typing itself would be a large part of the start of the program
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from re import Pattern
    from typing import Any


def lazy(package: str, homes: Mapping[str, Sequence[str]]) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """The ``__getattr__`` and the ``__dir__`` of a package; ``homes`` are its modules, each with its public names.

    The package says the same names twice more, for type checkers: in ``__all__``, and in imports below
    ``TYPE_CHECKING``. A test compares the three. A module of the package is an attribute of it, too, as if the package
    imported all of them.
    """
    home = {name: module for module, names in homes.items() for name in names}

    def get(name: str) -> Any:
        module = f"{package}.{home.get(name, name)}"
        try:
            found = None if name.startswith("_") else import_module(module)
        except ModuleNotFoundError as error:
            if error.name != module:
                raise
            found = None
        if found is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}", name=name, obj=sys.modules[package])
        value = getattr(found, name) if name in home else found
        setattr(sys.modules[package], name, value)  # Python asks only once
        return value

    return get, lambda: sorted({*vars(sys.modules[package]), *home})


class _LazyPattern:
    def __init__(self, regex: str, flags: int) -> None:
        self._regex, self._flags = regex, flags

    def __getattr__(self, name: str) -> Any:
        import re

        value = getattr(re.compile(self._regex, self._flags), name)
        setattr(self, name, value)  # Python asks only once
        return value


def lazy_pattern(regex: str, flags: int = 0) -> Pattern[str]:
    """As `re.compile`, but the expression is compiled when it is first used: most patterns are for few records.

    What is returned has the methods of a pattern, but functions of `re` do not take it.
    """
    return _LazyPattern(regex, flags)  # type: ignore[return-value]
