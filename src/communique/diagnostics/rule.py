"""A rule: a kind of finding, with its code, its severity, its reason and its examples."""

from __future__ import annotations

from enum import StrEnum
from types import ModuleType
from typing import ClassVar

from ..text.lines import Position
from ..text.pointer import Pointer, json_pointer
from .finding import Advice, Finding, Severity


class Stage(StrEnum):
    """When a rule is checked, in the order of a run."""

    READING = "reading"
    STRUCTURE = "structure"
    RECORDS = "records"
    SETTINGS = "settings"

    @property
    def precedes_records(self) -> bool:
        """Whether there is no typed record yet: a file with an error of such a stage cannot be loaded as one."""
        return self in (Stage.READING, Stage.STRUCTURE)


class Rule:
    """A kind of finding. The tests run its examples.

    ``bad`` and ``good`` hold the top-level fields of an announcement that matter, in YAML; or, if ``whole`` is true,
    all that stands in the file. ``texts`` are source texts that the example needs, by the names of their files. The
    ``code`` has to be free, and decides nothing.
    """

    stage: ClassVar[Stage]
    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity] = Severity.ERROR
    reason: ClassVar[str]
    fix: ClassVar[str]
    bad: ClassVar[str | bytes]
    good: ClassVar[str | bytes]
    whole: ClassVar[bool] = False
    suffix: ClassVar[str] = ".yaml"
    texts: ClassVar[tuple[tuple[str, str], ...]] = ()

    @classmethod
    def subject(cls) -> str:
        """The subject of the rule: the name of the folder of its file, such as dates."""
        return cls.__module__.split(".")[-2]

    @classmethod
    def finding(
        cls,
        message: str,
        path: str,
        at: Position,
        pointer: Pointer = (),
        help: str = "",
        replacement: str = "",
        severity: Severity | None = None,
        advice: tuple[Advice, ...] = (),
    ) -> Finding:
        """A finding of this kind in the file at ``path``; ``severity`` overrides that of the rule."""
        level = severity or cls.severity
        where = json_pointer(pointer)
        return Finding(cls.code, cls.name, level, message, path, *at, where, help, replacement, advice)


def rules_in(module: ModuleType) -> list[type[Rule]]:
    """The rules that a module defines: classes with a code."""
    classes = (each for each in vars(module).values() if isinstance(each, type) and issubclass(each, Rule))
    return [each for each in classes if each.__module__ == module.__name__ and "code" in vars(each)]
