"""Cards of instruments hold everything about them."""

from __future__ import annotations

from support.small_corpus import announcement, card, section, statement


def test_an_instruments_card_has_what_is_said_about_it() -> None:
    record = announcement(
        quantities=[{"subject": "pages", "value": 40, "comparator": "unqualified", "about": "act", "as_of": "2024-06"}],
        statements=[statement(about="act", addressees=["q"])],
        relations=[
            {"type": "amends", "target": "act", "basis": "inferred", "modality": "planned", "interval": "P1Y6M"},
            {"type": "based_on", "target": "office", "subject": "act", "basis": "reported", "as_stated": "like it"},
        ],
    )
    unknown = [{"field": "description", "reason": "not_stated", "note": "Not in the text."}]
    act = {"url": "https://example.org/act", "unknown": unknown, "evidence": [{"source": "s", "note": "By name."}]}
    act |= {"identifiers": [{"scheme": "celex", "value": "3"}], "note": "Mind the title.", "former_ids": ["old-act"]}
    office = {"id": "office", "type": "body", "name": {"en": "Example Office"}, "part_of": "act"}
    shown = card("act", record, instruments=[{"id": "act", "type": "law", "name": {"en": "Example Act"}} | act, office])
    reported = "in a, announcement of 2024-06-13"
    assert section(shown, "Numbers about it") == f"pages: 40, unqualified, as of 2024-06 [no source] {reported}"
    assert section(shown, "Statements about it") == f"Ada Example It is so. (to Bo Example) [no source] {reported}"
    planned = "planned: Title of a (a): amends Example Act, inferred by the curator, 1 year 6 months between them"
    assert f"{planned} [no source]" in section(shown, "Relations")
    stated = "Example Act based on Example Office, reported, stated as “like it” [no source]"
    assert f"{stated} {reported}" in section(shown, "Relations")
    assert section(shown, "Recorded as unknown") == "description: not stated (Not in the text.)"
    for heading, text in (
        ("Address", "https://example.org/act"),
        ("Identifiers", "CELEX: 3"),
        ("Former ids", "old-act"),
        ("Note", "Mind the title."),
        ("Sources of this definition", "Daily: By name."),
        ("Parts", "Example Office (office)"),
    ):
        assert section(shown, heading) == text


def test_units_are_put_in_the_plural_only_where_that_is_sure() -> None:
    def number(unit: str) -> str:
        quantity = {"subject": "x", "value": 2, "comparator": "exactly", "unit": unit}
        return section(card("a", announcement(quantities=[quantity])), "Numbers")

    for unit, shown in {
        "company": "companies", "launch": "launches", "square metre": "square metres", "EUR": "EUR",
        "percent of turnover": "percent of turnover", "country or region": "(unit: country or region)",
        "maker of models": "(unit: maker of models)", "operation in training": "(unit: operation in training)",
        "percent": "percent",
    }.items():  # fmt: skip
        assert number(unit) == f"x: exactly 2 {shown} [no source]"
