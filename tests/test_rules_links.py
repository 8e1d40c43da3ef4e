"""What the rules about links between things weigh: ways that go round, ids that were merged, things that are one."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run

from communique import Finding, validate
from communique.corpus.cycles import components, shortest_cycle

Write = Callable[..., Path]
Found = list[tuple[str, str, str]]

HEAD = "schema_version: 0.2.0\n"
REPORT = "sources:\n- {id: report, type: news, access: full_text}\n"
DATASET = (
    HEAD + "kind: dataset\nid: dataset\ntitle: {en: All}\nlicence: CC0-1.0\ncreators: [{name: Somebody}]\n"
    "version: 0.1.0\ncoverage: {as_of: '2026-11-24'}\nlanguages: [en]\n"
)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write files into a folder; the keywords are their names and what stands in them."""

    def write(**files: str) -> Path:
        for name, text in files.items():
            (tmp_path / f"{name.replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def record(id: str, fields: str = "", *, status: str = "reviewed", title: str = "", types: str = "speech") -> str:
    """An announcement of which nothing more is asked."""
    day = (
        ""
        if "dates:\n" in fields
        else "dates:\n- {role: announced, value: '2025-07-26', evidence: [{source: report}]}\n"
    )
    head = f"{HEAD}kind: announcement\nid: {id}\ntitle: {{en: {title or id}}}\ntypes: [{types}]\nstatus: {status}\n"
    nobody = "" if "roles:\n" in fields or "unknown:" in fields else "unknown:\n- {field: roles, reason: not_stated}\n"
    return head + day + fields + nobody


def registry(id: str, fields: str) -> str:
    return f"{HEAD}kind: registry\nid: {id}\n{fields}"


def relations(*pairs: str) -> str:
    """Relations, each written ``type target`` and perhaps more fields."""
    lines = []
    for pair in pairs:
        kind, target, *more = pair.split(" ", 2)
        extra = "".join(f", {each}" for each in more)
        lines.append(f"- {{type: {kind}, target: {target}, basis: reported, evidence: [{{source: report}}]{extra}}}\n")
    return "relations:\n" + "".join(lines)


def found(path: Path | list[Path]) -> Found:
    return [(Path(each.path).stem, each.name, each.pointer) for each in validate(path)]


def only(path: Path | list[Path]) -> Finding:
    (finding,) = validate(path)
    return finding


SOURCES = registry("sources", REPORT)


# CQ308


@pytest.mark.parametrize("kind", ["supersedes", "amends", "repeals", "implements", "based_on", "part_of", "fulfils"])
def test_two_announcements_cannot_do_it_to_each_other(kind: str, write: Write) -> None:
    folder = write(a=record("a", relations(f"{kind} b")), b=record("b", relations(f"{kind} a")), sources=SOURCES)
    one, other = validate(folder)
    for finding, way in ((one, "a -> b -> a"), (other, "b -> a -> b")):
        assert (finding.name, finding.severity, finding.pointer) == ("relation-cycle", "error", "/relations/0/target")
        assert finding.message == f"{kind} leads back to where it began: {way}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("follows b", "follows a"),
        ("amends b", "repeals a"),
        ("amends b rank: deprecated, note: No.", "amends a"),
        ("amends b modality: denied", "amends a"),
        ("amends b", "amends c"),
        ("amends b", "amends law"),
        ("amends b subject: law", "amends a"),
    ],
)
def test_no_way_round(one: str, other: str, write: Write) -> None:
    law = "instruments:\n- {id: law, type: law, name: {en: Law}}\n"
    folder = write(a=record("a", relations(one)), b=record("b", relations(other)), c=record("c"), sources=SOURCES + law)
    assert found(folder) == []


def test_a_cycle_is_told_once_in_each_file_that_has_a_step_of_it(write: Write) -> None:
    folder = write(
        dataset=DATASET,
        a=record("a", relations("amends b"), status="draft"),
        b=record("b", relations("amends c"), status="draft"),
        c=record("c", relations("amends a"), status="draft"),
        sources=SOURCES,
    )
    assert found(folder) == [(name, "relation-cycle", "/relations/0/target") for name in "abc"]
    for name, way in (("a", "a -> b -> c -> a"), ("b", "b -> c -> a -> b"), ("c", "c -> a -> b -> c")):
        assert only([folder / f"{name}.yaml"]).message.endswith(f": {way}")
    assert found([folder / "sources.yaml"]) == []


def test_two_cycles_that_do_not_touch_are_two(write: Write) -> None:
    pairs = "".join(f"- {{id: {a}, name: {{en: {a}}}, part_of: {b}}}\n" for a, b in ("ab", "ba", "cd", "dc"))
    folder = write(all=registry("all", "occasions:\n" + pairs))
    assert [pointer for _, _, pointer in found(folder)] == ["/occasions/1/part_of", "/occasions/3/part_of"]


@pytest.mark.parametrize(
    ("list_", "rest", "field"),
    [
        ("occasions", "name: {en: X}", "series"),
        ("actors", "type: group, name: {en: X}", "part_of"),
        ("instruments", "type: law, name: {en: X}", "part_of"),
        ("sources", "type: news, access: not_read", "derived_from"),
    ],
)
def test_definitions_that_go_round(list_: str, rest: str, field: str, write: Write) -> None:
    lines = "".join(f"- {{id: {a}, {rest.replace('X', a)}, {field}: {b}}}\n" for a, b in ("ab", "bc", "cb"))
    finding = only(write(all=registry("all", f"{list_}:\n{lines}")))
    assert (finding.name, finding.pointer) == ("relation-cycle", f"/{list_}/2/{field}")
    assert finding.message == f"{field} leads back to where it began: c -> b -> c"


def test_records_that_replace_each_other(write: Write) -> None:
    folder = write(
        a=record("a", "replaced_by: b\n", status="superseded"),
        b=record("b", "replaced_by: a\n", status="superseded"),
        sources=SOURCES,
    )
    assert found(folder) == [("a", "relation-cycle", "/replaced_by"), ("b", "relation-cycle", "/replaced_by")]


def test_one_step_is_a_self_reference_and_no_cycle(write: Write) -> None:
    folder = write(a=record("a", relations("amends a")), sources=SOURCES)
    assert [name for _, name, _ in found(folder)] == ["self-reference"]


def test_a_long_way_is_not_told_in_full(write: Write) -> None:
    lines = "".join(f"- {{id: o{n}, name: {{en: O{n}}}, part_of: o{(n + 1) % 300}}}\n" for n in range(300))
    message = only(write(all=registry("all", "occasions:\n" + lines))).message
    assert message.endswith(": o299 -> o0 -> o1 -> o2 -> o3 -> o4 -> o5 -> ... -> o299")


def test_knots_take_linear_time() -> None:
    size = 20_000
    ring = {str(n): [str((n + 1) % size), *(["0"] if n % 2 else [])] for n in range(size)}
    begun = time.perf_counter()
    (component,) = components(ring)
    assert len(component) == size
    assert shortest_cycle("5", ring, component) == ["5", "0", "1", "2", "3", "4", "5"]
    assert time.perf_counter() - begun < 5


# CQ309


@pytest.mark.parametrize(
    ("one", "other", "missing"),
    [
        ("same_event b", "", True),
        ("same_event b", "contrasts_with a", True),
        ("same_event b", "same_event a", False),
        ("contrasts_with b", "contrasts_with a", False),
        ("precedes b", "", True),
        ("precedes b", "follows a", False),
        ("follows b", "", False),
        ("responds_to b", "", False),
        ("same_event plan", "", False),
        ("same_event b subject: plan", "", False),
        ("same_event b rank: deprecated, note: No.", "", False),
        ("same_event b modality: denied", "", False),
    ],
)
def test_inverses(one: str, other: str, missing: bool, write: Write) -> None:
    plan = "instruments:\n- {id: plan, type: action_plan, name: {en: Plan}}\n"
    mine, theirs = relations(one), relations(other) if other else ""
    folder = write(a=record("a", mine), b=record("b", theirs), sources=SOURCES + plan)
    names = [(file, name) for file, name, _ in found(folder)]
    expected = [("a", "missing-inverse")] if missing else []
    assert names == expected + ([("b", "missing-inverse")] if other.startswith("contrasts_with") and missing else [])


def test_the_help_says_what_to_add_where(write: Write) -> None:
    folder = write(a=record("a", relations("precedes b")), b=record("b"), sources=SOURCES)
    finding = only(folder)
    added = "{type: follows, target: a, basis: RELATION_BASIS, evidence: [{source: SOURCE}]}"
    assert (finding.severity, finding.help) == ("warning", f"add it to the relations of b: - {added}")
    there = f"relations:\n- {added.replace('RELATION_BASIS', 'stated').replace('SOURCE', 'report')}\n"
    assert found(write(b=record("b", there))) == []


@pytest.mark.parametrize("modality", ["planned", "asserted"])
def test_the_relation_to_be_added_is_put_as_firmly(modality: str, write: Write) -> None:
    folder = write(a=record("a", relations(f"same_event b modality: {modality}")), b=record("b"), sources=SOURCES)
    assert f"target: a, modality: {modality}, basis: " in only(folder).help


# CQ310


@pytest.mark.parametrize(
    ("fields", "status", "help"),
    [
        ("", "withdrawn", "take the relation out, or relate to a record that counts"),
        ("replaced_by: new\n", "superseded", "relate to new, which took its place"),
        ("replaced_by: middle\n", "superseded", "relate to new, which took its place"),
        ("replaced_by: gone\n", "superseded", "take the relation out, or relate to a record that counts"),
        ("replaced_by: a\n", "superseded", "take the relation out: this is the record that took its place"),
    ],
)
def test_what_to_relate_to_instead(fields: str, status: str, help: str, write: Write) -> None:
    folder = write(
        a=record("a", relations("amends old")),
        old=record("old", fields, status=status),
        middle=record("middle", "replaced_by: new\n", status="superseded"),
        new=record("new"),
        gone=record("gone", status="withdrawn"),
        sources=SOURCES,
    )
    findings = [each for each in validate(folder) if each.pointer == "/relations/0/target"]
    assert [(each.name, each.severity, each.help) for each in findings] == [
        ("retired-record-relied-on", "warning", help)
    ]


def test_retired_records_may_rest_on_each_other(write: Write) -> None:
    folder = write(
        a=record("a", relations("amends b"), status="withdrawn"),
        b=record("b", "replaced_by: c\n", status="superseded"),
        c=record("c", relations("amends b rank: deprecated, note: No.")),
        sources=SOURCES,
    )
    assert found(folder) == []


def test_the_record_that_took_its_place_counts(write: Write) -> None:
    folder = write(
        a=record("a", "replaced_by: b\n", status="superseded"), b=record("b", status="withdrawn"), sources=SOURCES
    )
    assert found(folder) == [("a", "retired-record-relied-on", "/replaced_by")]


def test_what_retired_records_said_goes_round_nowhere(write: Write) -> None:
    folder = write(
        a=record("a", relations("amends b"), status="withdrawn"),
        b=record("b", relations("amends a"), status="withdrawn"),
        sources=SOURCES,
    )
    assert found(folder) == []


def test_no_inverse_is_asked_of_a_retired_record(write: Write) -> None:
    folder = write(a=record("a", relations("same_event b")), b=record("b", status="withdrawn"), sources=SOURCES)
    assert [name for _, name, _ in found(folder)] == ["retired-record-relied-on"]


# CQ311

MFA = "actors:\n- {id: cn-mfa, former_ids: [china-mfa], type: group, name: {en: Ministry}}\n"
ROLE = "roles:\n- {{actor: {}, role: host, evidence: [{{source: report}}]}}\n"


def test_a_merged_id_is_one_finding_and_is_fixed(write: Write, run: Run) -> None:
    text = record("a", ROLE.format("china-mfa") + "note: china-mfa\n")
    folder = write(a=text, registry=registry("registry", MFA), sources=SOURCES)
    finding = only(folder)
    assert (finding.name, finding.severity, finding.pointer) == ("merged-id", "error", "/roles/0/actor")
    assert (finding.message, finding.help) == ("china-mfa was merged into cn-mfa", "write cn-mfa")
    assert run("validate", folder, "--fix").returncode == 0
    assert (folder / "a.yaml").read_text() == text.replace("actor: china-mfa", "actor: cn-mfa")


@pytest.mark.parametrize(("id", "written"), [("2025", '"2025"'), ("no", '"no"'), ("1e5", '"1e5"'), ("0-1", "0-1")])
def test_an_id_that_looks_like_something_else_is_fixed_in_quotes(id: str, written: str, write: Write, run: Run) -> None:
    folder = write(
        a=record("a", ROLE.format("china-mfa")),
        registry=registry("registry", MFA.replace("cn-mfa", f'"{id}"')),
        sources=SOURCES,
    )
    assert run("validate", folder, "--fix").returncode == 0
    assert f"actor: {written}," in (folder / "a.yaml").read_text()


def test_a_merged_id_of_another_kind_leads_nowhere(write: Write) -> None:
    folder = write(a=record("a", "occasion: china-mfa\n"), registry=registry("registry", MFA), sources=SOURCES)
    assert [name for _, name, _ in found(folder)] == ["dangling-reference"]


def test_a_mistake_beside_a_merged_id_sets_off_nothing_elsewhere(write: Write) -> None:
    folder = write(a=record("a", ROLE.format("china-mfa")), sources=SOURCES)
    write(registry=registry("registry", MFA.replace("type: group", "type: grup")))
    assert [(file, name) for file, name, _ in found(folder)] == [("a", "merged-id"), ("registry", "unknown-code")]
    write(registry=registry("registry", MFA.replace("en: Ministry}}", "en: 'Ministry")))
    assert [(file, name) for file, name, _ in found(folder)] == [("registry", "broken-yaml")]
    block = "actors:\n- id: cn-mfa\n  former_ids:\n  - one\n  - china-mfa\n  name: 'Minis\n"
    write(registry=registry("registry", block))
    # It has been read up to there.
    assert [(file, name) for file, name, _ in found(folder)] == [("a", "merged-id"), ("registry", "broken-yaml")]


def test_ids_are_not_used_again(write: Write) -> None:
    again = "actors:\n- {id: china-mfa, type: company, name: {en: Another}}\n"
    folder = write(one=registry("one", MFA), two=registry("two", again))
    first, second = validate(folder)
    assert (Path(first.path).stem, first.name, first.pointer) == ("one", "merged-id", "/actors/0/former_ids/0")
    assert first.message.startswith("the id china-mfa is still that of the actor defined elsewhere (")
    assert (Path(second.path).stem, second.name, second.pointer) == ("two", "merged-id", "/actors/0/id")
    assert second.message.startswith("the id china-mfa was merged into cn-mfa and is not free (") and "one.yaml:5" in (
        second.message
    )
    # Whoever refers to it has what they name: the mistake is the definition.
    write(a=record("a", ROLE.format("china-mfa")), sources=SOURCES)
    assert [(file, name) for file, name, _ in found(folder)] == [("one", "merged-id"), ("two", "merged-id")]


def test_the_claim_and_the_definition_are_told_of_each_other(write: Write) -> None:
    folder = write(one=registry("china-mfa", ""), two=registry("two", MFA))
    (folder / "one.yaml").rename(folder / "china-mfa.yaml")
    definition, claim = validate(folder)
    assert (Path(definition.path).stem, definition.pointer) == ("china-mfa", "/id")
    assert definition.message.startswith("the id china-mfa was merged into cn-mfa and is not free (")
    assert (Path(claim.path).stem, claim.pointer) == ("two", "/actors/0/former_ids/0")
    assert claim.message.startswith("the id china-mfa is still that of the registry defined elsewhere (")


def test_an_id_is_merged_only_once(write: Write) -> None:
    folder = write(one=registry("one", MFA), two=registry("two", MFA.replace("cn-mfa", "us-mfa").replace("Min", "Sin")))
    assert found(folder) == [(name, "merged-id", "/actors/0/former_ids/0") for name in ("one", "two")]
    write(a=record("a", ROLE.format("china-mfa")), sources=SOURCES)
    first, *_ = validate(folder)
    assert (first.help, first.replacement) == ("write cn-mfa or us-mfa", "")


def test_no_id_is_merged_into_itself(write: Write) -> None:
    finding = only(write(one=registry("one", MFA.replace("china-mfa", "cn-mfa"))))
    assert (finding.name, finding.help) == ("merged-id", "take it out of former_ids")


def test_a_merged_id_defined_twice_is_told_both_ways_once(write: Write) -> None:
    twice = (
        "actors:\n- {id: china-mfa, type: company, name: {en: A}}\n- {id: china-mfa, type: company, name: {de: B}}\n"
    )
    folder = write(one=registry("one", MFA), two=registry("two", twice))
    assert found(folder) == [
        ("one", "merged-id", "/actors/0/former_ids/0"),
        ("two", "merged-id", "/actors/0/id"),
        ("two", "duplicate-id", "/actors/1/id"),
    ]


# CQ312

LONE = "actors:\n- {id: lone, former_ids: [alone], type: person, name: {en: Lone}}\n"


def test_what_nothing_refers_to_is_told_in_a_whole_corpus_only(write: Write) -> None:
    folder = write(registry=registry("registry", LONE), a=record("a"), sources=SOURCES)
    assert found(folder) == []
    write(dataset=DATASET)
    finding = only(folder)
    assert (finding.name, finding.severity, finding.pointer) == ("unused-definition", "info", "/actors/0/id")
    write(a="kind: announcement\nid: 'a\n")
    assert "unused-definition" not in [name for _, name, _ in found(folder)]


@pytest.mark.parametrize("status", ["draft", "reviewed", "withdrawn"])
def test_a_draft_may_define_ahead(status: str, write: Write) -> None:
    folder = write(dataset=DATASET, a=record("a", LONE, status=status), sources=SOURCES)
    assert [name for _, name, _ in found(folder)] == ([] if status == "draft" else ["unused-definition"])


def test_a_reference_to_what_it_was_called_counts(write: Write) -> None:
    folder = write(dataset=DATASET, a=record("a", LONE + ROLE.format("alone")), sources=SOURCES)
    assert [name for _, name, _ in found(folder)] == ["merged-id"]


def test_definitions_that_only_sources_or_definitions_refer_to_are_used(write: Write) -> None:
    body = (
        "actors:\n- {id: part, type: group, name: {en: Part}, part_of: whole}\n"
        "- {id: whole, type: group, name: {en: Whole}}\n"
    )
    folder = write(dataset=DATASET, a=record("a", ROLE.format("part")), r=registry("r", body), sources=SOURCES)
    assert found(folder) == []


# CQ313


@pytest.mark.parametrize(
    ("list_", "one", "other", "same"),
    [
        ("actors", "type: group, name: {en: Global South}", "type: group, name: {en: the  global-south}", True),
        ("actors", "type: group, name: {en: Global South}", "type: group, name: {de: Global South}", False),
        ("actors", "type: group, name: {en: A, zh: 甲}", "type: group, name: {en: B, zh: 甲}", True),
        ("actors", "type: group, name: {en: A}", "type: media, name: {en: A}", False),
        (
            "actors",
            "type: government_body, country: GB, name: {en: AI Safety Institute}",
            "type: government_body, country: US, name: {en: AI Safety Institute}",
            False,
        ),
        (
            "actors",
            "type: government_body, country: US, subdivision: US-CA, name: {en: Department of Justice}",
            "type: government_body, country: US, subdivision: US-TX, name: {en: Department of Justice}",
            False,
        ),
        (
            "actors",
            "type: government_body, country: US, name: {en: Committee}, part_of: p",
            "type: government_body, country: US, name: {en: Committee}, part_of: q",
            False,
        ),
        ("actors", "type: group, name: {en: A}, part_of: b", "type: group, name: {en: A}", False),
        (
            "actors",
            "type: person, name: {en: Wang Wei}, identifiers: [{scheme: wikidata, value: Q1}]",
            "type: person, name: {en: Wang Wei}, identifiers: [{scheme: wikidata, value: Q2}]",
            False,
        ),
        (
            "actors",
            "type: person, name: {en: Wang Wei}, identifiers: [{scheme: wikidata, value: Q1}]",
            "type: person, name: {en: W. Wang}, identifiers: [{scheme: wikidata, value: Q1}]",
            True,
        ),
        (
            "instruments",
            "type: law, name: {en: A}, identifiers: [{scheme: document_number, value: No. 1}]",
            "type: law, name: {en: B}, identifiers: [{scheme: document_number, value: No. 1}]",
            False,
        ),
        (
            "instruments",
            "type: law, name: {en: Act}, identifiers: [{scheme: celex, value: 32024R1689}]",
            "type: law, name: {en: Chapter V}, part_of: a, identifiers: [{scheme: celex, value: 32024R1689}]",
            False,
        ),
        ("occasions", "name: {en: AI Summit}, edition: '1'", "name: {en: AI Summit}, edition: '2'", False),
        ("occasions", "name: {en: AI Summit}, edition: '1'", "name: {en: AI Summit}", True),
        (
            "occasions",
            "name: {en: AI Summit}, dates: [{value: '2025-05'}]",
            "name: {en: AI Summit}, dates: [{value: '2024-05'}]",
            False,
        ),
        (
            "occasions",
            "name: {en: AI Summit}, dates: [{value: '2025-05'}]",
            "name: {en: AI Summit}, dates: [{value: '2025-05-21/2025-05-22'}]",
            True,
        ),
    ],
)
def test_two_that_are_one(list_: str, one: str, other: str, same: bool, write: Write) -> None:
    others = "actors:\n- {id: p, type: group, name: {en: P}}\n- {id: q, type: group, name: {en: Q}}\n"
    text = f"{list_}:\n- {{id: a, {one}}}\n- {{id: b, {other}}}\n"
    text += others if list_ != "actors" else others.removeprefix("actors:\n")
    expected = [("all", "same-thing-twice", f"/{list_}/1/id")] if same else []
    assert found(write(all=registry("all", text))) == expected


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("http://www.example.org/news/1/", True),
        ("https://EXAMPLE.org/news/1#top", True),
        ("https://example.org:443/news/1", True),
        ("https://example.org/news/1?id=2", False),
        ("https://example.org/news/1#!/other", False),
        ("https://example.org/News/1", False),
        ("https://m.example.org/news/1", False),
    ],
)
def test_sources_at_one_address(url: str, same: bool, write: Write) -> None:
    line = "- {{id: {}, type: news, access: full_text, url: '{}'}}\n"
    text = "sources:\n" + line.format("a", "https://example.org/news/1") + line.format("b", url)
    names = [name for _, name, _ in found(write(all=registry("all", text)))]
    assert ("same-thing-twice" in names) == same


@pytest.mark.parametrize(
    ("more", "same"), [("", True), (", language: fr", False), (", derived_from: a", False), (", language: en", True)]
)
def test_sources_with_one_identifier(more: str, same: bool, write: Write) -> None:
    rest = "type: official, access: full_text, identifiers: [{scheme: un_symbol, value: A/RES/78/265}]"
    text = f"sources:\n- {{id: a, language: en, {rest}}}\n- {{id: b, {rest}{more}}}\n"
    names = [name for _, name, _ in found(write(all=registry("all", text)))]
    assert names == (["same-thing-twice"] if same else [])


def test_each_of_two_files_is_told_and_names_the_other(write: Write) -> None:
    folder = write(
        dataset=DATASET,
        one=record("one", "actors:\n- {id: a, type: group, name: {en: Same}}\n", status="draft"),
        two=record("two", "actors:\n- {id: b, type: group, name: {en: Same}}\n", status="draft"),
        sources=SOURCES,
    )
    one, two = validate(folder)
    assert [(Path(each.path).stem, each.severity) for each in (one, two)] == [("one", "warning"), ("two", "warning")]
    assert one.message.startswith("a seems to be the same actor as b: both have the name Same (")
    assert two.message.startswith("b seems to be the same actor as a: both have the name Same (")
    assert "two.yaml:10" in one.message and "one.yaml:10" in two.message
    assert "former_ids" in one.help
    assert [only([folder / "one.yaml"]), only([folder / "two.yaml"])] == [one, two]


def test_one_finding_for_one_double(write: Write) -> None:
    thing = "type: person, name: {en: Same, fr: Meme}, identifiers: [{scheme: wikidata, value: Q1}]"
    folder = write(all=registry("all", f"actors:\n- {{id: a, {thing}}}\n- {{id: b, {thing}}}\n"))
    assert [name for _, name, _ in found(folder)] == ["same-thing-twice"]


def test_an_instrument_and_the_actor_that_it_is_share_everything(write: Write) -> None:
    rest = "name: {en: Institute}, identifiers: [{scheme: wikidata, value: Q1}]"
    text = (
        f"actors:\n- {{id: a, type: government_body, country: GB, {rest}}}\n"
        f"instruments:\n- {{id: b, type: body, acts_as: a, {rest}}}\n"
    )
    assert found(write(all=registry("all", text))) == []


# CQ302


def test_a_duplicate_id_says_in_what_the_two_contradict_each_other(write: Write) -> None:
    one = "actors:\n- {id: a, type: group, country: CN, name: {en: A, fr: A}, note: One.}\n"
    write(one=registry("one", one))
    for two, words in (
        (one, ""),
        (one.replace("note: One", "note: Two").replace("fr: A", "de: B"), ""),
        (one.replace("country: CN, ", ""), ""),
        (one.replace("group", "media"), ", here with another type,"),
        (one.replace("group", "media").replace("CN", "US"), ", here with another type and country,"),
        (
            one.replace("group", "media").replace("CN, name: {en: A", "US, url: 'https://b.org', name: {en: B"),
            ", here with another name, type and country,",
        ),
    ):
        for finding in validate(write(two=registry("two", two))):
            assert finding.message.startswith(f"the id a{words} is also that of the actor defined elsewhere (")


def test_at_most_three_fields_are_named_and_records_are_compared_as_well(write: Write) -> None:
    one = record("a", "place: {city: Here}\noccasion: x\n", status="withdrawn")
    two = record("a", "place: {city: There}\noccasion: y\nreplaced_by: b\n", status="superseded", title="Other")
    more = "occasions:\n- {id: x, name: {en: X}}\n- {id: y, name: {en: Y}}\n"
    folder = write(sources=SOURCES + more, b=record("b"))
    for name, text in (("one", one.replace("place", "replaced_by: b\nplace")), ("two", two)):
        (folder / name).mkdir()
        (folder / name / "a.yaml").write_text(text)
    one_finding, other = [each for each in validate(folder) if each.name == "duplicate-id"]
    for finding in (one_finding, other):
        assert finding.message.startswith("the id a, here with another status, occasion and place, is also that of the")


# CQ314

CN = "actors:\n- {id: cn, type: country, country: CN, name: {en: China, zh: 中国}}\n"
BY_CN = "roles:\n- {actor: cn, role: announcer, evidence: [{source: report}]}\n"
ON_27 = "dates:\n- {role: announced, value: '2025-07-27', evidence: [{source: report}]}\n"


def twins(
    write: Write, one: str, other: str, *, fields: str = "", types: str = "speech", status: str = "reviewed"
) -> Found:
    folder = write(
        a=record("a", BY_CN, title=one),
        b=record("b", BY_CN + fields, title=other, types=types, status=status),
        sources=SOURCES + CN,
    )
    return found(folder)


DOUBLE = [("a", "near-duplicate-record", "/title"), ("b", "near-duplicate-record", "/title")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("China proposes a world AI cooperation organisation", "China proposes a World AI Cooperation Organization"),
        ("China brings out a Global AI Governance Action Plan in thirteen points", "China publishes the Global AI "
         "Governance Action Plan"),
        ("China signs Order 53 on the transparency of frontier AI", "China signs an order on frontier AI transparency"),
        ("China announces AI plan", "China announces AI plan"),
        ("中国提出成立世界人工智能合作组织", "中国倡议成立世界人工智能合作组织"),
    ],
)  # fmt: skip
def test_one_announcement_in_two_records(one: str, other: str, write: Write) -> None:
    assert twins(write, one, other) == DOUBLE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("China signs an order to export its technology", "China signs an order to speed up permits for data centres"),
        ("China signs an order on AI exports", "China signs an order on AI education"),
        ("China signs Order 14318 on federal AI", "China signs Order 14319 on federal AI"),
        ("China signs an agreement with the UK institute", "China signs an agreement with the US institute"),
        ("China signs a technology deal with Japan", "China signs a technology deal with Korea"),
        ("China proposes a world AI cooperation organisation", "China brings out a Global AI Governance Action Plan"),
        ("中国提出成立世界人工智能合作组织", "中国发布人工智能全球治理行动计划"),
    ],
)
def test_two_announcements_of_one_day(one: str, other: str, write: Write) -> None:
    assert twins(write, one, other) == []


def test_what_else_tells_two_records_apart(write: Write) -> None:
    title = "China proposes a world AI cooperation organisation"
    assert twins(write, title, title, types="report, speech") == DOUBLE
    assert twins(write, title, title, types="report") == []
    assert twins(write, title, title, fields=ON_27) == []
    assert twins(write, title, title, fields=relations("reaffirms a")) == []
    assert twins(write, title, title, status="withdrawn") == []
    write(b=record("b", BY_CN.replace("announcer", "host"), title=title))
    assert found(write()) == []


@pytest.mark.parametrize(
    ("days", "double"),
    [
        ([("scheduled", "2025-08-01", "preferred"), ("announced", "2025-07-26", "normal")], True),
        ([("announced", "2025-07-25", "normal"), ("announced", "2025-07-26", "preferred")], True),
        ([("announced", "2025-07-26", "deprecated"), ("announced", "2025-07-25", "normal")], False),
        ([("signed", "2025-07-26", "normal"), ("published", "2025-07-30", "normal")], True),
        ([("announced", "2025-07", "normal")], False),
    ],
)
def test_the_day_that_counts(days: list[tuple[str, str, str]], double: bool, write: Write) -> None:
    evidence = "evidence: [{source: report}]"
    lines = (
        f"- {{role: {role}, value: '{value}', rank: {rank}, note: So., {evidence}}}\n" for role, value, rank in days
    )
    dates = "dates:\n" + "".join(lines)
    assert twins(write, "China launches a fund", "China launches a fund", fields=dates) == (DOUBLE if double else [])


def test_titles_without_words(write: Write) -> None:
    assert twins(write, "'!'", "'.'") == []


def test_many_records_of_one_day_take_no_long_time(write: Write) -> None:
    for number in range(300):
        write(**{f"r{number}": record(f"r{number}", BY_CN, title=f"Word{number} and word{number + 1000}")})
    assert found(write(sources=SOURCES + CN)) == []


# CQ604


def url(address: str, name: str = "url") -> str:
    return f"sources:\n- {{id: a, type: news, access: full_text, {name}: '{address}'}}\n"


@pytest.mark.parametrize(
    ("address", "clean"),
    [
        ("https://example.org/?utm_source=x", "https://example.org/"),
        ("https://example.org/a?id=1&UTM_Medium=y&lang=en#part", "https://example.org/a?id=1&lang=en#part"),
        ("https://example.org/a?fbclid=x&gclid=y&mc_cid=z&igshid=q", "https://example.org/a"),
        ("http://example.org/a?gclid=1", "http://example.org/a"),
    ],
)
def test_tracking(address: str, clean: str, write: Write) -> None:
    finding = only(write(all=registry("all", url(address))))
    assert (finding.name, finding.severity) == ("untidy-url", "warning")
    assert finding.help.endswith(f': "{clean}"')


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://example.org/utm_source=x", "url"),
        ("https://example.org/?my_utm_source=x&utmost=1&id=fbclid", "url"),
        ("https://example.org/?a=%26utm_source%3Dx", "url"),
        ("https://web.archive.org/web/2025/https://example.org/?utm_source=x", "archived_url"),
        ("http://example.org/", "url"),
    ],
)
def test_tidy(address: str, name: str, write: Write) -> None:
    assert found(write(all=registry("all", url(address, name)))) == []


def test_https_is_asked_of_sites_that_are_known_to_have_it(write: Write) -> None:
    folder = write(all=registry("all", url("http://www.example.org/one")))
    write(other=registry("other", url("https://example.org/two").replace("id: a", "id: b")))
    finding = only(folder)
    assert (finding.name, finding.severity, finding.pointer) == ("untidy-url", "info", "/sources/0/url")


# CQ605 to CQ607


@pytest.mark.parametrize("code", ["GB", "TW", "PS", "SS", "HK", "'NO'", "AQ"])
def test_countries(code: str, write: Write) -> None:
    assert found(write(a=record("a", f"place: {{country: {code}}}\n"), sources=SOURCES)) == []


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("UK", "write GB"),
        ("EU", "supranational"),
        ("UN", "intergovernmental"),
        ("XK", "Kosovo"),
        ("AA", "everybody"),
        ("QM", "everybody"),
        ("QZ", "everybody"),
        ("XA", "everybody"),
        ("ZZ", "everybody"),
        ("SU", "look the code up"),
        ("YU", "look the code up"),
        ("QL", "look the code up"),
    ],
)
def test_no_countries(code: str, says: str, write: Write) -> None:
    finding = only(write(a=record("a", f"place: {{country: {code}}}\n"), sources=SOURCES))
    assert (finding.name, finding.severity, finding.pointer) == ("unknown-country-code", "error", "/place/country")
    assert says in finding.help


def test_a_country_that_is_no_more_is_named(write: Write) -> None:
    actor = "actors:\n- {id: ussr, type: country, country: SU, name: {en: Soviet Union}}\n"
    assert "USSR" in only(write(all=registry("all", actor))).message


def test_everyday_codes_are_fixed(write: Write, run: Run) -> None:
    folder = write(
        a=record("a", "place: {city: London, country: UK}\nsummary: {eng: Text., zh: 文}\n"),
        b=record("b", "summary: {eng: Text., en: Text.}\n"),
        sources=SOURCES,
    )
    run("validate", folder, "--fix")
    text = (folder / "a.yaml").read_text()
    assert "country: GB" in text and "summary: {en: Text., zh: 文}" in text
    # There, the right tag has a text already.
    assert [(file, name) for file, name, _ in found(folder)] == [("b", "unknown-language-tag")]


@pytest.mark.parametrize(
    "tag",
    ["en", "zh-Hans", "pt-BR", "es-419", "ckb", "und", "mul", "fil", "sr-Latn-RS", "yue-Hant-HK", "'no'"],
)
def test_languages(tag: str, write: Write) -> None:
    assert found(write(a=record("a", f"summary: {{{tag}: Text.}}\n"), sources=SOURCES)) == []


@pytest.mark.parametrize(
    ("tag", "says"),
    [
        ("cn", "zh, which it may be meant for, is already there: merge the two, or delete one"),
        ("jp", "did you mean ja? JP is the country"),
        ("ua", "did you mean uk? UA is the country"),
        ("eng", "write en"),
        ("ger", "write de"),
        ("en-UK", "write en-GB"),
        ("cy-UK", "write cy-GB"),
        ("uk-UK", "write uk if the text is in Ukrainian, or en-GB if it is in the English of United Kingdom"),
        ("ja-UK", "write ja if the text is in Japanese, or en-GB if it is in the English of United Kingdom"),
        ("xx", "look it up in the IANA registry"),
        ("zh-Hanz", "look it up in the IANA registry"),
        ("en-abcde", "look it up in the IANA registry"),
    ],
)
def test_no_languages(tag: str, says: str, write: Write) -> None:
    finding = only(write(a=record("a", f"summary: {{zh: 文, {tag}: Text.}}\n"), sources=SOURCES))
    assert (finding.name, finding.severity, finding.help) == ("unknown-language-tag", "error", says)
    assert (finding.pointer, finding.column) == (f"/summary/{tag}", 18)


@pytest.mark.parametrize(("tag", "right"), [("uk-UK", ""), ("hi-UK", ""), ("en-UK", "en-GB"), ("ger", "de")])
def test_a_tag_that_may_be_of_two_languages_is_never_replaced(tag: str, right: str, write: Write) -> None:
    finding = only(write(a=record("a", f"summary: {{{tag}: Text.}}\n"), sources=SOURCES))
    assert finding.replacement == right
    for advice in finding.advice:
        assert found(write(a=record("a", f"summary: {{{advice.text}: Text.}}\n"), sources=SOURCES)) == []
    assert len(finding.advice) == (1 if right else 2)


@pytest.mark.parametrize(
    ("tag", "help"),
    [
        ("iw", "write he"),
        ("iw-IL", "write he-IL"),
        ("ji", "write yi"),
        ("jw", "write jv"),
        ("in", "write id; if the country India is meant, write the tag of the language"),
        ("mo", "write ro; if the country Macao is meant, write the tag of the language"),
    ],
)
def test_a_tag_that_was_given_up(tag: str, help: str, write: Write) -> None:
    finding = only(write(a=record("a", f"summary: {{{tag}: Text.}}\n"), sources=SOURCES))
    assert (finding.severity, finding.help, finding.replacement) == ("warning", help, "")


def test_language_tags_that_are_values(write: Write) -> None:
    body = (
        "actors:\n- {id: a, type: group, name: {en: A}, other_names: [{name: B, language: xx}]}\n"
        "sources:\n- {id: s, type: news, access: not_read, language: jp}\n"
    )
    folder = write(all=registry("all", body), dataset=DATASET.replace("[en]", "[en, eng]"))
    pointers = [pointer for _, name, pointer in found(folder) if name == "unknown-language-tag"]
    assert sorted(pointers) == ["/actors/0/other_names/0/language", "/languages/1", "/sources/0/language"]


def test_extensions_are_not_looked_into(write: Write) -> None:
    assert found(write(a=record("a", "extensions: {xx: {yy: Text.}}\n"), sources=SOURCES)) == []


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("country: US, subdivision: US-CA", None),
        ("subdivision: CN-SH", None),
        ("country: GB, subdivision: GB-SCT", None),
        ("country: US, subdivision: US-XX", "look the code up"),
        ("country: FR, subdivision: FR-75", "did you mean FR-75C?"),
        ("country: GB, subdivision: UK-SCT", "did you mean GB-SCT?"),
        ("country: CN, subdivision: US-CA", "mend one of the two"),
        ("subdivision: XX-CA", "look the code up"),
    ],
)
def test_subdivisions(place: str, says: str | None, write: Write) -> None:
    findings = validate(write(a=record("a", f"place: {{{place}}}\n"), sources=SOURCES))
    assert [(each.name, each.severity) for each in findings] == (
        [("unknown-subdivision-code", "error")] if says else []
    )
    assert not says or says in findings[0].help


PAIR = "schema_version: 0.2.0\nkind: announcement\nid: {0}\ntitle: {{en: {0}}}\ntypes: [other]\nstatus: withdrawn\n"
RELATED = "relations: [{{type: {0}, target: two, basis: reported{1}}}]\n"


@pytest.mark.parametrize(
    ("type_", "more", "own", "their", "message"),
    [
        ("follows", "", "2025-07-26", "2025-09-26", "it follows two, which is of 2025-09-26"),
        ("precedes", "", "2025-09-26", "2025-07-26", "it precedes two, which is of 2025-07-26"),
        ("reaffirms", "", "2024", "2025-07-26", "it reaffirms two"),
        ("follows", ", interval: P3D", "2025-07-26", "2025-06-26", "it is P30D, not P3D"),
        ("follows", ", interval: P3D", "2025-07-26", "2025-07-23", ""),
        ("follows", ", interval: P2D", "2025-07-26", "2025-07-23", ""),
        ("follows", ", interval: P1M", "2025-07-26", "2025-01-23", ""),
        ("follows", "", "2025-07-25", "2025-07-26", ""),
        ("follows", "", "2025", "2025-07-26", ""),
        ("follows", ", rank: deprecated, note: No.", "2025-07-26", "2025-09-26", ""),
        ("contrasts_with", "", "2025-07-26", "2025-09-26", ""),
    ],
)
def test_relations_and_days(type_: str, more: str, own: str, their: str, message: str, tmp_path: Path) -> None:
    day = "dates: [{{role: announced, value: '{0}'}}]\n"
    status = PAIR.replace("withdrawn", "draft")
    (tmp_path / "one.yaml").write_text(status.format("one") + day.format(own) + RELATED.format(type_, more))
    (tmp_path / "two.yaml").write_text(PAIR.format("two") + day.format(their))
    found = [each for each in validate(tmp_path) if each.code == "CQ413"]
    assert len(found) == bool(message) and all(message in each.message for each in found)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("{id: us, type: country, country: US, name: {en: United States}}", "type: country, country: US", True),
        ("{id: us, type: country, country: US, name: {en: United States}}", "type: country, country: UM", False),
        ("{id: us, type: government_body, country: US, name: {en: Office}}", "type: country, country: US", False),
        ("{id: acme, type: company, name: {en: Acme}}", "type: company", False),
        ("{id: other, type: company, name: {en: Other}}", "type: company", True),
        ("{id: other, type: company, name: {en: 'The Other Co., Ltd.'}}", "type: company", False),
        ("{id: other, type: company, name: {en: Other Incorporated}}", "type: company", True),
        ("{id: other, type: group, name: {en: Other}}", "type: group", False),
    ],
)
def test_a_country_and_a_company_are_known_again(first: str, second: str, same: bool, write: Write) -> None:
    actors = f"actors:\n- {first}\n- {{id: second, {second}, name: {{en: Other Inc.}}}}\n"
    folder = write(all=registry("all", actors), sources=SOURCES)
    assert ("same-thing-twice" in [name for _, name, _ in found(folder)]) == same


def test_only_one_of_two_files_is_advised_to_give_way_and_never_the_registry(write: Write) -> None:
    us = "type: country, country: US, name: {en: %s}}\n"
    own = record("a", f"actors:\n- {{id: usa, {us % 'America'}", title="A")
    folder = write(a=own, states=registry("states", f"actors:\n- {{id: us, {us % 'United States'}"), sources=SOURCES)
    helps = {Path(each.path).stem: each.help for each in validate(folder) if each.name == "same-thing-twice"}
    later = "only an id that was published before goes into former_ids"
    assert helps == {
        "a": f"refer to us instead of usa and delete this definition; {later}",
        "states": f"refer to us instead of usa and delete its definition; {later}",
    }


def test_two_spellings_of_one_address_are_both_named(write: Write) -> None:
    page = "type: news, access: excerpt, url: 'https://%sexample.org/news'}\n"
    body = f"sources:\n- {{id: s, {page % ''}- {{id: t, {page % 'www.'}"
    (message,) = (each.message for each in validate(write(all=registry("all", body))) if each.code == "CQ313")
    assert "https://www.example.org/news, there in another spelling: https://example.org/news (" in message


@pytest.mark.parametrize(
    "body",
    [
        "actors:\n- {id: p, type: person, name: {en: %s}}\n",
        "sources:\n- {id: p, type: news, access: full_text, title: %s}\n",
    ],
)
def test_two_things_of_one_id_are_never_only_to_be_deleted(body: str, write: Write) -> None:
    """Sources are often called s1: one of two files told to delete its own would lose what it is about."""
    one, two = (f"{body % name}" for name in ("Anna", "Bo"))
    folder = write(a=registry("a", one), b=registry("b", two), sources=SOURCES)
    helps = [each.help for each in validate(folder) if each.name == "duplicate-id"]
    assert len(helps) == 2
    assert all("if they are two things, give one of them an id of its own" in help for help in helps)
    assert sum("keep one definition" in help for help in helps) == 1
