"""Identifiers of public registers: one form for each scheme, check digits, and equality without prefixes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique import fixing, validate
from communique.codelists import IdentifierScheme
from communique.lexicon.identifier_schemes import SCHEMES, is_right, key, read
from communique.models import SCHEMA_VERSION
from support.command_line import Run

BARE = [
    ("doi", "https://doi.org/10.1000/xyz123", "10.1000/xyz123"),
    ("doi", "doi:10.1000/XYZ123", "10.1000/XYZ123"),
    ("doi", "DOI: https://dx.doi.org/10.1000/a%2Fb", "10.1000/a/b"),
    ("doi", "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O", ""),
    ("wikidata", "https://www.wikidata.org/wiki/Q148", "Q148"),
    ("wikidata", "http://www.wikidata.org/entity/Q148", "Q148"),
    ("wikidata", "wd:q148", "Q148"),
    ("orcid", "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
    ("orcid", "0000000218250097", "0000-0002-1825-0097"),
    ("orcid", "0000-0002-1694-233x", "0000-0002-1694-233X"),
    ("ror", "https://ror.org/02mhbdp94", "02mhbdp94"),
    ("ror", "ROR 02MHBDP94", "02mhbdp94"),
    ("lei", "LEI: 5493 001K JTII GC8Y 1R12", "5493001KJTIIGC8Y1R12"),
    ("isbn", "978-0-306-40615-7", "9780306406157"),
    ("isbn", "urn:isbn:0-8044-2957-x", "080442957X"),
    ("celex", "CELEX:32024R1689", "32024R1689"),
    ("celex", "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX%3A32024R1689", "32024R1689"),
    ("eli", "ELI: http://data.europa.eu/eli/reg/2024/1689/oj", "http://data.europa.eu/eli/reg/2024/1689/oj"),
    ("un_symbol", "https://undocs.org/en/A/RES/78/265", "A/RES/78/265"),
    ("un_symbol", "UN Doc. A/C.3/78/L.49/Rev.1", "A/C.3/78/L.49/Rev.1"),
    ("un_symbol", "S/PV.9381 (Resumption 1)", ""),
    ("federal_register", "90 Fed. Reg. 8741", "90 FR 8741"),
    ("federal_register", "90 F.R. 8741", "90 FR 8741"),
    ("federal_register", "https://www.federalregister.gov/citation/90-FR-8741", "90 FR 8741"),
    ("federal_register", "90 FR 8741", ""),
    ("rin", "RIN: 0694-aj90", "0694-AJ90"),
    ("rin", "0694-AJ90", ""),
    ("docket", "Docket No. ntia-2023-0005", "NTIA-2023-0005"),
    ("docket", "https://www.regulations.gov/docket/NTIA-2023-0005", "NTIA-2023-0005"),
    ("docket", "250107-0007", ""),
    ("document_number", "EO 14179", ""),
    ("other", "arXiv:2606.23860", ""),
]


def write(folder: Path, sources: str) -> Path:
    path = folder / "example.yaml"
    path.write_text(
        f"schema_version: {SCHEMA_VERSION}\nkind: announcement\nid: example\ntitle: {{en: A report}}\ntypes: [report]\n"
        "status: draft\n"
        f"dates: [{{role: announced, value: '2026-01-12', evidence: [{{source: s0}}]}}]\nsources:\n{sources}"
    )
    return path


def source(number: int, scheme: str, value: str) -> str:
    return (
        f"- {{id: s{number}, type: academic, access: excerpt, identifiers: [{{scheme: {scheme}, value: {value}}}]}}\n"
    )


def fix(path: Path) -> None:
    path.write_bytes(fixing.fixed(path.read_bytes(), validate(path), str(path)))


@pytest.mark.parametrize(("scheme", "written", "bare"), BARE)
def test_each_scheme_has_one_form_and_fix_writes_it(scheme: str, written: str, bare: str, tmp_path: Path) -> None:
    path = write(tmp_path, source(0, scheme, f"'{written}'"))
    before = path.read_text()
    assert [finding.code for finding in validate(path)] == (["CQ610"] if bare else [])
    fix(path)
    assert path.read_text() == (before.replace(written, bare) if bare else before)
    assert validate(path) == []


def test_a_bare_word_is_replaced_whole_and_stays_a_text(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, source(0, "doi", "doi:10.1000/182") + source(1, "isbn", "978-0-306-40615-7"))
    assert run("validate", path, "--fix").returncode == 0
    assert "value: 10.1000/182}" in path.read_text() and 'value: "9780306406157"}' in path.read_text()


@pytest.mark.parametrize(
    ("scheme", "value", "severity"),
    [
        ("doi", "xyz123", "error"),
        ("wikidata", "China", "error"),
        ("orcid", "0000-0002-1825-0079", "error"),
        ("isbn", "978-0-306-40615-8", "error"),
        ("isbn", "0306406153", "error"),
        ("lei", "5493001KJTIIGC8Y1R21", "error"),
        ("ror", "02mhbdp49", "error"),
        ("celex", "Regulation 2024/1689", "warning"),
        ("eli", "/eli/reg/2024/1", "warning"),
        ("un_symbol", "Resolution 78/265", "warning"),
        ("federal_register", "90 FR", "error"),
        ("federal_register", "2025-02172", "error"),
        ("rin", "0694-AJ9", "error"),
        ("docket", "Docket of the agency", "warning"),
    ],
)
def test_what_no_register_would_write_is_told_and_left(scheme: str, value: str, severity: str, tmp_path: Path) -> None:
    path = write(tmp_path, source(0, scheme, f"'{value}'"))
    assert ("CQ611", severity) in [(finding.code, finding.severity) for finding in validate(path)]
    fix(path)
    assert ("CQ611", severity) in [(finding.code, finding.severity) for finding in validate(path)]


def test_an_address_with_more_behind_the_doi_is_left_to_the_curator(tmp_path: Path) -> None:
    (finding,) = validate(write(tmp_path, source(0, "doi", "'https://doi.org/10.1000/182?from=feed'")))
    assert (finding.code, finding.replacement) == ("CQ610", "")


@pytest.mark.parametrize(
    "three",
    [
        ("10.1000/xyz123", "https://doi.org/10.1000/xyz123", "doi:10.1000/XYZ123"),
        ("978-0-306-40615-7", "ISBN 9780306406157", "0-306-40615-2"),
        (
            "https://data.europa.eu/eli/reg/2024/1",
            "http://data.europa.eu/eli/reg/2024/1",
            "ELI: http://data.europa.eu/eli/reg/2024/1",
        ),
    ],
    ids=["doi", "isbn", "eli"],
)
def test_one_identifier_in_three_forms_is_one_thing(
    three: tuple[str, ...], request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    scheme = request.node.callspec.id
    path = write(tmp_path, "".join(source(number, scheme, f"'{value}'") for number, value in enumerate(three)))
    doubles = [finding.pointer for finding in validate(path) if finding.code == "CQ313"]
    assert doubles == ["/sources/1/id", "/sources/2/id"]


def test_names_with_other_letters_are_one_name(tmp_path: Path) -> None:
    path = tmp_path / "people.yaml"
    names = ["Łukasz Sørensen", "Lukasz Sorensen", "Anne‑Marie d’Ivoire", "Anne-Marie d'Ivoire", "Jane Doe"]
    actors = "".join(f'- {{id: p{n}, type: person, name: {{en: "{name}"}}}}\n' for n, name in enumerate(names))
    path.write_text(f"schema_version: 0.2.0\nkind: registry\nid: people\nactors:\n{actors}")
    assert [each.pointer for each in validate(path) if each.code == "CQ313"] == ["/actors/1/id", "/actors/3/id"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_scheme_reads_its_own_example(scheme: IdentifierScheme) -> None:
    example = SCHEMES[scheme].example
    assert read(scheme, example) == (example, True) and is_right(scheme, example)


@given(st.sampled_from(IdentifierScheme), st.text(max_size=40) | st.from_regex("[a-z]{2,5}:? ?[0-9A-Z/.-]{1,25}"))
def test_the_one_form_is_its_own(scheme: IdentifierScheme, value: str) -> None:
    reading = read(scheme, value)
    if reading and reading.identifier:
        assert read(scheme, reading.identifier) == (reading.identifier, True)
        assert key(scheme, reading.identifier) == key(scheme, value)


@given(st.sampled_from([each for each in SCHEMES if SCHEMES[each].is_right]), st.data())
def test_check_digits_catch_any_two_neighbours_that_change_places(
    scheme: IdentifierScheme, data: st.DataObject
) -> None:
    example = SCHEMES[scheme].example
    place = data.draw(st.integers(0, len(example) - 2))
    one, other = example[place], example[place + 1]
    # The ISBN of 13 digits does not notice digits that differ by five.
    unseen = scheme is IdentifierScheme.ISBN and abs(int(one) - int(other)) == 5
    differ = one != other and "-" not in (one, other) and not unseen
    swapped = example[:place] + other + one + example[place + 2 :]
    reading = read(scheme, swapped)
    if differ and reading and reading.identifier:
        assert not is_right(scheme, reading.identifier)


@pytest.mark.parametrize("value", ["10.1000/182.", "10.1000/182,", "https://doi.org/10.1000/182."])
def test_a_doi_copied_with_the_end_of_its_sentence_is_asked_about(value: str, tmp_path: Path) -> None:
    (finding,) = validate(write(tmp_path, source(0, "doi", f"'{value}'")))
    assert (finding.code, finding.replacement, finding.advice) == ("CQ610", "", ())
    assert f"delete the {value[-1]} if" in finding.help
