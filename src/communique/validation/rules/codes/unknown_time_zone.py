from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....diagnostics.finding import Advice, Change
from ....lexicon.spelling import question
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ....text.pointer import Pointer
    from ...subject import Subject


class UnknownTimeZone(RecordRule):
    code = "CQ641"
    name = "unknown-time-zone"
    reason = (
        "Only the name of a place in the IANA time zone database says when a day begins and ends, summer time "
        "included. EST is one hour off in summer, and Etc/GMT+5 is five hours behind, not ahead."
    )
    fix = "Write the IANA name: a region, a slash and a city, such as `Asia/Shanghai` for all of China; or `UTC`."
    bad = "dates:\n- {role: announced, value: '2025-07-14', time_zone: EDT}\n"
    good = "dates:\n- {role: announced, value: '2025-07-14', time_zone: America/New_York}\n"
    needs = ("time_zone",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, date in subject.of(models.Date):
            if date.time_zone:
                yield from _unknown((*pointer, "time_zone"), date.time_zone)


def _unknown(pointer: Pointer, name: str) -> Iterator[Violation]:
    from ....lexicon.time_zones import time_zone, time_zone_by_name

    if time_zone(name) is None:
        meant = time_zone_by_name(name)
        help = question(meant) if meant else "use the IANA name of a place, such as America/New_York or Asia/Shanghai"
        advice = (Advice(Change.VALUE, meant),) if meant else ()
        yield Violation(pointer, f"{name} is not the name of a place in the time zone database", help, advice=advice)
