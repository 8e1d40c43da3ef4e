"""What a project asks for: rules to apply, rules to leave out, and exceptions with an end.

Read from ``communique.toml``, or from ``[tool.communique]`` in ``pyproject.toml``, in the nearest folder that has one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from . import catalogue
from .checking.suggesting import did_you_mean
from .findings import Rule, Severity

_FILES = ("communique.toml", "pyproject.toml")
_KEYS = ("select", "ignore", "exceptions")
_EXCEPTION_KEYS = ("record", "code", "reason", "expires")
_PREFIX = re.compile(r"CQ[0-9]{0,3}")


class SettingsError(ValueError):
    """The settings cannot be used; the message says where and why."""


@dataclass(frozen=True)
class GrantedException:
    """A finding that is accepted for one record, for a reason and until a day."""

    record: str
    code: str
    reason: str
    expires: date
    line: int


@dataclass(frozen=True)
class Settings:
    """``select`` and ``ignore`` hold codes. ``path`` is the file that they come from, if any."""

    path: str = ""
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    exceptions: tuple[GrantedException, ...] = ()

    def wants(self, code: str) -> bool:
        """Whether findings of this code are to be reported."""
        return (not self.select or code in self.select) and code not in self.ignore


def find(start: Path) -> Settings:
    """The settings of the nearest folder, at or above ``start``, that has any; else none.

    Raises:
        SettingsError: the file is broken or asks for what does not exist.
    """
    for folder in (start.absolute(), *start.absolute().parents):
        for name in _FILES:
            path = folder / name
            if path.is_file() and (name != "pyproject.toml" or "communique" in _parse(path).get("tool", {})):
                return load(path)
    return Settings()


def load(path: Path) -> Settings:
    """The settings in this file.

    Raises:
        SettingsError: the file is broken or asks for what does not exist.
    """
    table = _parse(path)
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("communique", {})
    try:
        _refuse_unknown(table, _KEYS)
        lines = [n for n, line in enumerate(_lines(path), 1) if re.match(r"\s*\[\[.*exceptions\s*\]\]", line)]
        granted = table.get("exceptions", [])
        return Settings(
            path=str(path),
            select=_codes(table.get("select", [])),
            ignore=_codes(table.get("ignore", [])),
            exceptions=tuple(map(_exception, granted, _padded(lines, granted))),
        )
    except (SettingsError, TypeError, AttributeError) as error:
        raise SettingsError(f"{path}: {error}") from error


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(f"{path}: {error}") from error


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _padded(lines: list[int], granted: list[Any]) -> list[int]:
    """A line for each exception; those written in another way than as tables of their own get the first."""
    return lines if len(lines) == len(granted) else [1] * len(granted)


def _refuse_unknown(table: Mapping[str, Any], known: Iterable[str]) -> None:
    for key in table:
        if key not in known:
            help = did_you_mean(key, known) or f"the settings are {', '.join(known)}"
            raise SettingsError(f"{key} is no setting; {help}")


def _codes(words: Any) -> frozenset[str]:
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise SettingsError("select and ignore hold lists of codes or names")
    return frozenset(code for word in words for code in _expand(word))


def _expand(word: str) -> list[str]:
    """The codes that a code, a name or the beginning of a code stands for."""
    rules = catalogue.rules()
    if _PREFIX.fullmatch(word) and (codes := [code for code in rules if code.startswith(word)]):
        return codes
    return [_rule(word).code]


def _rule(word: str) -> type[Rule]:
    found = catalogue.find(word)
    if found is None:
        names = [*catalogue.rules(), *(rule.name for rule in catalogue.rules().values())]
        raise SettingsError(f"there is no rule {word}; {did_you_mean(word, names) or 'communique rule lists them'}")
    return found


def _exception(table: Any, line: int) -> GrantedException:
    if not isinstance(table, dict):
        raise SettingsError("an exception is a table with record, code, reason and expires")
    _refuse_unknown(table, _EXCEPTION_KEYS)
    if missing := [key for key in _EXCEPTION_KEYS if not table.get(key)]:
        raise SettingsError(f"the exception in line {line} has no {missing[0]}")
    rule = _rule(str(table["code"]))
    if rule.severity is Severity.ERROR and rule.code < "CQ3":
        raise SettingsError(f"{rule.name} cannot be excepted: such a file cannot be read as a record")
    return GrantedException(str(table["record"]), rule.code, str(table["reason"]), _day(table["expires"]), line)


def _day(value: Any) -> date:
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError as error:
        raise SettingsError(f"expires is a day such as 2026-12-31, not {value}") from error
