"""A rule: a kind of finding, with its code, its severity, its reason and its examples."""

from __future__ import annotations

from typing import ClassVar

from .finding import Severity


class Rule:
    """A kind of finding. The tests run its examples.

    ``bad`` and ``good`` are the relevant top-level fields of an announcement, in YAML; or, if ``whole`` is true, the
    whole file. ``texts`` are source texts that the example needs, by file name.
    """

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
