"""The usual units, one spelling for each, with the codes that UCUM and QUDT have for them, and other spellings.

A unit that is not here is a noun for something counted, such as `country or organisation`; it may be used too.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ..text.inflection import plural


class Unit(NamedTuple):
    """A unit: its spelling in records, its meaning, its code in UCUM or QUDT (empty if neither has one).

    ``words`` are other spellings in whichever case, ``symbols`` those whose case matters.
    """

    name: str
    meaning: str
    code: str = ""
    words: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """Other spellings, besides the plural."""
        return self.words + self.symbols


def _unit(name: str, meaning: str, code: str = "", words: str = "", symbols: str = "") -> Unit:
    parted = (tuple(word for word in text.split(", ") if word) for text in (words, symbols))
    return Unit(name, meaning, code, *parted)


UNITS: tuple[Unit, ...] = (
    _unit("percent", "A hundredth of a whole.", "UCUM %", "pct, per cent, percents, percentage, procent", "%"),
    _unit("percentage point", "The difference of two percentages.", "", "percent point, % point", "pp"),
    _unit(
        "FLOP",
        "A computing operation in the training or the use of a model, also where a law counts integer operations.",
        "",
        "flop, floating-point operation, floating point operation, training operation, operation in training, "
        "operations in training, computational operation, computing operation",
    ),
    _unit(
        "FLOP per second",
        "The speed of a chip or a cluster.",
        "QUDT FLOPS",
        "flop/s, flops per second, floating-point operation per second, floating-point operations per second, "
        "operations per second",
    ),
    _unit("parameter", "A parameter of a model.", "", "model parameter, trainable parameter"),
    _unit("token", "A piece of text that a model is trained on or gives.", "", "training token"),
    _unit("chip", "A chip of any kind.", "", "microchip, semiconductor chip"),
    _unit("GPU", "A graphics processor.", "", "graphics processing unit, graphics processor", "GPUs"),
    _unit("CPU", "A central processor.", "", "central processing unit", "CPUs"),
    _unit("TPU", "A tensor processor.", "", "tensor processing unit", "TPUs"),
    _unit("NPU", "A neural processor.", "", "neural processing unit", "NPUs"),
    _unit("person", "A human being.", "QUDT PERSON", "people, human being"),
    _unit("FTE", "A full-time post.", "", "full-time equivalent, full time equivalent", "FTEs"),
    _unit("user", "Somebody who uses a product or a service."),
    _unit("country", "A state or a territory."),
    _unit("state", "A state that acts, or a part of a federation."),
    _unit("company", "A business.", "", "firm, corporation, enterprise"),
    _unit("SME", "A small or medium-sized enterprise.", "", "small and medium-sized enterprise", "SMEs"),
    _unit("organisation", "An organisation of any kind.", "", "organization, organizations"),
    _unit("NGO", "A non-governmental organisation.", "", "non-governmental organisation", "NGOs"),
    _unit("model", "An AI model.", "", "ai model"),
    _unit("LLM", "A large language model.", "", "large language model", "LLMs"),
    _unit("API", "A programming interface.", "", "application programming interface", "APIs"),
    _unit("data centre", "A site with computers.", "", "data center, data centers, datacentre, datacenter"),
    _unit("vote", "One vote."),
    _unit("second", "", "UCUM s", "sec, secs"),
    _unit("minute", "", "UCUM min"),
    _unit("hour", "", "UCUM h", "hr, hrs"),
    _unit("day", "", "UCUM d"),
    _unit("week", "", "UCUM wk"),
    _unit("month", "", "UCUM mo"),
    _unit("year", "", "UCUM a", "yr, yrs"),
    _unit("nanometre", "", "UCUM nm", "nanometer, nanometers", "nm"),
    _unit("metre", "", "UCUM m", "meter, meters"),
    _unit("kilometre", "", "UCUM km", "kilometer, kilometers", "km"),
    _unit("square metre", "", "UCUM m2", "square meter, square meters, sq m, sqm", "m2, m²"),
    _unit("square kilometre", "", "UCUM km2", "square kilometer, square kilometers, sq km", "km2, km²"),
    _unit("hectare", "", "UCUM har"),
    _unit("kilogram", "", "UCUM kg", "kilogramme", "kg"),
    _unit("tonne", "A thousand kilograms.", "UCUM t", "metric ton, metric tonne"),
    _unit("kilowatt", "", "UCUM kW", "", "kW"),
    _unit("megawatt", "", "UCUM MW", "", "MW"),
    _unit("gigawatt", "", "UCUM GW", "", "GW"),
    _unit("kilowatt-hour", "", "UCUM kW.h", "kilowatt hour, kilowatthour", "kWh"),
    _unit("megawatt-hour", "", "UCUM MW.h", "megawatt hour, megawatthour", "MWh, MWH"),
    _unit("gigawatt-hour", "", "UCUM GW.h", "gigawatt hour, gigawatthour", "GWh, GWH"),
    _unit("terawatt-hour", "", "UCUM TW.h", "terawatt hour, terawatthour", "TWh, TWH"),
    _unit("megabyte", "", "UCUM MBy", "", "MB"),
    _unit("gigabyte", "", "UCUM GBy", "", "GB"),
    _unit("terabyte", "", "UCUM TBy", "", "TB"),
    _unit("petabyte", "", "UCUM PBy", "", "PB"),
    _unit("gigabyte per second", "", "UCUM GBy/s", "gigabytes per second", "GB/s"),
    _unit("gigahertz", "", "UCUM GHz", "", "GHz"),
    _unit("degree Celsius", "", "UCUM Cel", "degrees celsius, celsius", "°C"),
)
"""The usual units. A name of SI units needs no meaning."""

SEVERAL: dict[str, tuple[str, ...]] = dict.fromkeys(("flops",), ("FLOP", "FLOP per second"))
"""Spellings, in small letters, that may mean one unit or another."""


def is_usual(unit: str) -> bool:
    """Whether it is the usual spelling of a unit of the list."""
    return unit in _names()


def usual(unit: str) -> str:
    """The usual spelling of a unit that is written in another way; empty if it is the usual one or is not known.

    >>> usual("training operation"), usual("kWh"), usual("countries"), usual("FLOP"), usual("visit")
    ('FLOP', 'kilowatt-hour', 'country', '', '')
    """
    if is_usual(unit):
        return ""
    return _spellings().get(unit) or _spellings().get(unit.lower(), "")


@cache
def _names() -> frozenset[str]:
    return frozenset(each.name for each in UNITS)


@cache
def _spellings() -> dict[str, str]:
    """The usual spelling of each other one; words in small letters."""
    found: dict[str, str] = {}
    for each in UNITS:
        if each.name.islower():
            found[plural(each.name)] = each.name
        found |= dict.fromkeys((each.name.lower(), *each.words, *map(plural, each.words)), each.name)
        found |= dict.fromkeys(each.symbols, each.name)
    return {spelling: name for spelling, name in found.items() if spelling not in SEVERAL}
