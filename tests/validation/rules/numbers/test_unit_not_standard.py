"""Units that are written in another way."""

from __future__ import annotations

import pytest

from support.reviewed_record import findings

UNITS = (
    "EUR|HRK|DEM|XDR|percent|percent of turnover|percentage point|country|company|person|square metre|GPU|FLOP|"
    "FLOP per second|country or organisation|cup|pen|m|pound|billion-parameter model|USD per year|B200 chip|"
    "k-anonymous record|member state|km/h|request/s|person/year"
)


@pytest.mark.parametrize(
    ("unit", "help"),
    [
        ("euro", "write EUR"),
        ("Euros", "write EUR"),
        ("€", "write EUR"),
        ("US$", "write USD"),
        ("usd", "write USD"),
        ("RMB", "write CNY"),
        ("yuan", "write CNY"),
        ("$", "several have this name"),
        ("dollars", "several have this name"),
        ("krone", "several have this name"),
        ("'%'", "write percent"),
        ("per cent", "write percent"),
        ("million EUR", "value: 1500000 and unit: EUR"),
        ("EUR million", "value: 1500000 and unit: EUR"),
        ("bn US$", "value: 1500000000 and unit: USD"),
        ("m EUR", "value: 1500000 and unit: EUR"),
        ("million people", "value: 1500000 and unit: person"),
        ("crore rupees", "value: 15000000 and unit: the ISO 4217 code"),
        ("亿元", "value: 150000000 and unit: CNY"),
        ("兆円", "value: 1500000000000 and unit: JPY"),
        ("美元", "write USD"),
        ("EUT", "check the code"),
        ("HK$", "write HKD"),
        ("CAD$", "write CAD"),
        ("A$", "write AUD"),
        ("kr", "several have this name"),
        ("Rs", "several have this name"),
        ("pounds", "several have this name"),
        ("percents", "write percent"),
        ("EURs", "write EUR"),
        ("EURS", "write EUR"),
        ("USD/year", "write USD per year"),
        ("€ / month", "write EUR per month"),
        ("million", "give it in full: value: 1500000; the unit is the thing counted"),
        ("Billions", "give it in full: value: 1500000000; "),
        ("crore", "give it in full: value: 15000000; "),
        ("lakh", "give it in full: value: 150000; "),
        ("bn", "give it in full: value: 1500000000; "),
        ("UKD", "check the code"),
        ("training operation", "write FLOP"),
        ("Operations in training", "write FLOP"),
        ("FLOPS", "use FLOP or FLOP per second"),
        ("FLOPs", "use FLOP or FLOP per second"),
        ("MW", "write megawatt"),
        ("m2", "write square metre"),
        ("kWh", "write kilowatt-hour"),
        ("countries", "write country"),
        ("people", "write person"),
        ("GPUs", "write GPU"),
    ],
)
def test_units_written_in_another_way(unit: str, help: str) -> None:
    (finding,) = findings(f"quantities:\n- {{subject: it, value: 1.5, comparator: about, unit: {unit}}}\n")
    assert (finding.name, finding.pointer) == ("unit-not-standard", "/quantities/0/unit")
    assert help in finding.help


def test_a_range_of_which_the_unit_is_a_numeral() -> None:
    (finding,) = findings("quantities:\n- {subject: it, value: 1, upper: 2, comparator: between, unit: million}\n")
    assert finding.help.startswith("give it in full: both numbers; ")


@pytest.mark.parametrize(
    "unit",
    UNITS.split("|"),
)
def test_units_that_are_let_be(unit: str) -> None:
    assert findings(f"quantities:\n- {{subject: it, value: 1.5, comparator: about, unit: {unit}}}\n") == []


def test_the_unit_of_a_threshold_is_checked_too() -> None:
    (finding,) = findings(
        "thresholds:\n- {metric: training_compute, comparator: about, value: 1.0e+26, unit: operation in training}\n"
    )
    assert (finding.name, finding.pointer) == ("unit-not-standard", "/thresholds/0/unit")
