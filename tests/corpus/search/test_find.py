"""``communique find``: ids by what people call things, in whatever letters they write it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.corpus.corpus import Corpus, Entry
from communique.corpus.search import searchable
from communique.corpus.search.query import look_up
from communique.corpus.search.suggestions import corrected, meant, most_fitting, whole_of
from communique.models import SCHEMA_VERSION, Announcement, Registry
from communique.text.terminal_width import cells
from support.command_line import Run
from support.folders import CORPUS

Json = Any


def registry(**definitions: Json) -> Registry:
    head: dict[str, Json] = {"schema_version": SCHEMA_VERSION, "kind": "registry", "id": "defined"}
    return Registry.model_validate(head | definitions)


def corpus(*names: Json, **definitions: Json) -> Corpus:
    actors: list[Json] = [{"id": f"a{place}", "type": "person", "name": name} for place, name in enumerate(names)]
    return Corpus((Entry("defined.yaml", registry(**({"actors": actors} | definitions))),))


def ids(words: str, corpus: Corpus, *kinds: str) -> list[str]:
    return [each.id for each in look_up(words, corpus, kinds)]


# Letters, quotes, hyphens and signs that do not show.


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("Łukasz Sørensen", "Lukasz Sorensen"),
        ("Đặng Thị Yıldız", "dang thi yildiz"),
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("Côte d’Ivoire", "cote divoire"),
        ("Anne‑Marie Doe", "Anne-Marie"),
        ("Anne‑Marie Doe", "annemarie doe"),
        ("Anne‑Marie Doe", "Anne Marie Doe"),
        ("Europäische Kom­mis­sion", "Kommission"),
        ("آتش‌نشانی تهران", "آتشنشانی"),
        ("Þórður Æsir", "Thordur Aesir"),
        ("Großmann Œuvre", "GROSSMANN oeuvre"),
        ("ＡＩ Ｏｆｆｉｃｅ", "ai office"),
        ("Ministry of “Digital” Affairs", 'ministry of "digital" affairs'),
        ("U.S. Department of Commerce", "us department"),
        ("World Co-operation Forum", "cooperation"),
    ],
)
def test_spelling_makes_no_difference(name: str, asked: str) -> None:
    things = corpus({"en": name}, {"en": "Somebody else"})
    assert ids(asked, things) == ["a0"]
    if len(asked.split()) == len(name.split()):
        assert ids(name, corpus({"en": asked})) == ["a0"]


def test_a_name_without_spaces_is_found_by_a_part_of_it() -> None:
    assert ids("人工智能", corpus({"zh": "世界人工智能合作组织"}, {"zh": "世界贸易组织"})) == ["a0"]


# Countries.


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("UK", "gb"), ("U.K.", "gb"), ("Britain", "gb"), ("great britain", "gb"), ("GBR", "gb"),
        ("United Kingdom", "gb"),
        ("US", "us"), ("USA", "us"), ("U.S.", "us"), ("u.s.a.", "us"), ("America", "us"), ("the United States", "us"),
        ("United States of America", "us"), ("China", "cn"), ("PRC", "cn"), ("People's Republic of China", "cn"),
        ("中国", "cn"), ("South Korea", "kr"), ("Republic of Korea", "kr"), ("Korea, Republic of", "kr"),
        ("Russia", "ru"), ("Russian Federation", "ru"), ("EU", "eu"), ("E.U.", "eu"), ("UN", "un"), ("Germany", "de"),
        ("Republic of India", "in"), ("JPN", "jp"),
    ],
)  # fmt: skip
def test_a_country_alone_comes_first(asked: str, first: str, shipped: Corpus) -> None:
    assert ids(asked, shipped)[0] == first


def test_countries_by_names_that_no_record_has() -> None:
    countries: list[Json] = [
        {"id": f"state-{code.lower()}", "type": "country", "country": code, "name": {"fr": name}}
        for code, name in (("AE", "Émirats"), ("CI", "CI"), ("KP", "Corée du Nord"), ("CZ", "CZ"), ("TR", "TR"))
    ]
    bodies: list[Json] = [{"id": "tdra", "type": "government_body", "country": "AE", "name": {"en": "TDRA"}}]
    things = corpus(actors=countries + bodies)
    assert ids("UAE", things) == ["state-ae", "tdra"]
    assert ids("United Arab Emirates", things) == ["state-ae", "tdra"]
    assert ids("UAE tdra", things) == ["tdra"]
    for asked, code in (("Ivory Coast", "ci"), ("North Korea", "kp"), ("Czech Republic", "cz"), ("Turkey", "tr")):
        assert ids(asked, things) == [f"state-{code}"]
    assert ids("Korea", things) == ids("Arab", things) == []


def test_a_country_and_a_word_find_what_belongs_to_it(shipped: Corpus) -> None:
    assert ids("China ministry", shipped)[0] == "cn-mfa"
    assert "us-white-house" in ids("USA white house", shipped)
    assert "kr-msit" in ids("South Korea ministry", shipped)


# Where it looks, in which order.


def test_sources_come_last_unless_one_is_called_so() -> None:
    source: Json = {"type": "news", "access": "excerpt"}
    sources = [source | {"id": "s", "publisher": "China Daily"}, source | {"id": "t", "publisher": "Modern China"}]
    things = corpus({"en": "Friends of China"}, sources=sources)
    assert ids("china", things) == ["a0", "s", "t"]
    assert ids("modern china", things) == ["t"] and ids("s", things) == ["s"]


def test_the_best_fit_comes_first() -> None:
    things = corpus({"en": "Subact"}, {"en": "The Act"}, {"en": "Act Two"}, {"en": "Act"}, {"en": "Actors"})
    assert ids("act", things) == ["a3", "a2", "a1", "a4"]
    assert ids("a1", things) == ["a1"]


def test_a_word_of_two_letters_is_a_word_of_its_own() -> None:
    things = corpus({"en": "Russia"}, {"en": "Music for us"}, {"zh": "大会堂"})
    assert ids("us", things) == ["a1"]
    assert ids("会堂", things) == ["a2"]


def test_addresses_identifiers_former_ids_and_publishers_are_searched() -> None:
    url, archived = "https://www.example.org/News/1/", "https://web.archive.org/web/2025/https://example.org/x"
    source: Json = {"id": "s", "type": "news", "access": "excerpt", "publisher": "Daily Planet", "title": "On AI"}
    source |= {"url": url, "archived_url": archived, "identifiers": [{"scheme": "doi", "value": "10.1000/xyz"}]}
    other: Json = {"id": "t", "type": "news", "access": "excerpt"}
    act: Json = {"id": "act", "type": "law", "name": {"en": "Act"}, "former_ids": ["old-act"]}
    act |= {"other_names": [{"name": "Lex AI"}]}
    things = corpus(sources=[source, other], instruments=[act], actors=[])
    for asked in (url, "http://example.org/news/1", "example.org/news", archived, "daily planet", "10.1000/xyz"):
        assert ids(asked, things) == ["s"], asked
    assert ids("old-act", things) == ids("lex", things) == ["act"]
    assert ids("example.org/other", things) == ids("***", things) == ids("  ", things) == []


def test_only_things_of_the_kinds_that_are_wanted(run: Run, shipped: Corpus) -> None:
    found = look_up("summit", shipped, ("occasion", "instrument"))
    assert {each.kind for each in found} == {"occasion", "instrument"}
    everything = look_up("summit", shipped)
    assert [each for each in everything if each.kind in ("occasion", "instrument")] == found
    done = run("find", "--type", "occasion", "conference", "--in", CORPUS)
    assert done.returncode == 0 and [line.split()[1] for line in done.stdout.splitlines()[::2]] == ["occasion"] * 2
    assert "'thing' is not one of" in run("find", "--type", "thing", "x").stderr


def test_kind_country_and_day_are_told(shipped: Corpus) -> None:
    def first(words: str) -> tuple[str, ...]:
        return look_up(words, shipped)[0][:4]

    assert first("cn-waico-proposal-2025") == ("cn-waico-proposal-2025", "announcement", "in CN", "2025-07-26")
    assert first("waic-2025") == ("waic-2025", "occasion", "in CN", "2025-07-26/2025-07-28")
    assert first("li-qiang") == ("li-qiang", "actor", "CN", "")
    assert first("pukmedia-waico-proposal") == ("pukmedia-waico-proposal", "source", "", "2025-07-26")


def test_a_wrong_day_is_not_told() -> None:
    fair = {"id": "fair", "name": {"en": "Fair"}}
    dates = [{"value": "2025-01-01", "rank": "deprecated"}, {"value": "2025-01-02"}, {"value": "2025-01-03"}]
    things = corpus(occasions=[fair | {"dates": dates}], actors=[])
    assert look_up("fair", things)[0].day == "2025-01-02 or 2025-01-03"


@pytest.mark.parametrize(
    ("status", "name"), [("withdrawn", "Fair (withdrawn)"), ("draft", "Fair (draft)"), ("reviewed", "Fair")]
)
def test_a_record_that_does_not_count_says_so(status: str, name: str) -> None:
    data: Json = {
        "schema_version": SCHEMA_VERSION,
        "kind": "announcement",
        "id": "a",
        "title": {"en": "Fair"},
        "types": ["speech"],
    }
    data |= {"status": status, "dates": [{"role": "announced", "value": "2025-01-01"}]}
    things = Corpus((Entry("a.yaml", Announcement.model_validate(data)),))
    assert look_up("fair", things) == [("a", "announcement", "", "2025-01-01", name)]
    assert look_up(status, things) == []


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("AI Act", "eu-ai-act"), ("SB53", "us-ca-sb-53"), ("SB 53", "us-ca-sb-53"), ("Trump", "donald-trump"),
        ("Biden", "joe-biden"), ("labeling", "cn-ai-labelling-measures"), ("日本", "jp"), ("Brasil", "br"),
        ("Deutschland", "de"), ("España", "es"), ("Frankreich", "fr"),
    ],
)  # fmt: skip
def test_what_is_called_so_comes_before_what_tells_of_it(asked: str, first: str, shipped: Corpus) -> None:
    assert ids(asked, shipped)[0] == first


def test_inside_a_word_only_if_no_whole_word_fits() -> None:
    things = corpus({"en": "JD Vance"}, {"en": "Advanced chips"})
    assert ids("vance", things) == ["a0"] and ids("anced", things) == ["a1"]


def test_a_place_is_told_apart_from_who_announces(shipped: Corpus) -> None:
    found = {each.id: each.country for each in look_up("Germany", shipped)}
    assert found["uk-aisi-rename-2025"] == "in DE" and found["de"] == "DE"


# On the command line.


def test_a_list_stops_and_says_how_many_are_left(run: Run) -> None:
    few, everything = (run("find", "china", "--most", most, "--in", CORPUS) for most in ("1", "0"))
    found = [line for line in everything.stdout.splitlines() if not line.startswith(" ")]
    assert few.stdout.startswith("cn ") and len(found) > 4 and not everything.stderr
    assert few.stderr.startswith(f"{len(found) - 1} more; narrow the search with --type") and "--most 0" in few.stderr


def test_what_most_words_fit_is_told_apart_from_what_is_found(shipped: Corpus) -> None:
    assert look_up("Government of the Swiss Confederation", shipped) == []
    assert most_fitting("Government of the Swiss Confederation", shipped)[0].id == "ch"
    assert look_up("UK government", shipped)[0].id == "gb-government"
    assert look_up("Brazil government", shipped) == []
    assert most_fitting("Brazil government", shipped, ("actor",))[0].id == "br"
    assert look_up("England", shipped) == [] and whole_of("England", shipped)[0].id == "gb"
    assert meant("edition.cnn.com", shipped)[0].name == "CNN"


def test_what_is_nearly_so_called_is_suggested(run: Run, shipped: Corpus) -> None:
    assert corrected("Guteres antonio", shipped) == "guterres antonio"
    assert corrected("zzzzqqqq", shipped) == corrected("xy", shipped) == ""
    done = run("find", "li", "qinag", "--in", CORPUS)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "nothing found for 'li qinag' in ids and names; did you mean li-qiang (Li Qiang)?\n"
    kind = run("find", "--type", "occasion", "qinag", "--in", CORPUS)
    assert kind.returncode == 1 and kind.stderr == "nothing found for 'qinag' in ids and names, as occasion\n"


def test_the_list_fits_eighty_columns(run: Run) -> None:
    lines = run("find", "china", "--in", CORPUS).stdout.splitlines()
    assert len(lines) > 4 and all(lines) and max(map(cells, lines)) <= 80
    assert lines[0].split() == ["cn", "actor", "CN"] and lines[1] == "    China"


def test_a_long_id_stands_whole_on_a_line(run: Run, tmp_path: Path) -> None:
    long = "-".join(["very"] * 20)
    data: Json = {"id": long, "type": "person", "country": "FR", "name": {"en": "名前" * 40}}
    (tmp_path / "defined.json").write_text(registry(actors=[data]).model_dump_json())
    lines = run("find", "very", "--in", tmp_path).stdout.splitlines()
    assert lines[0] == long and lines[1].split()[:2] == ["actor", "FR"]
    assert all(cells(line) <= 80 for line in lines[1:])


def test_nothing_that_is_found_or_asked_forges_a_command(run: Run, tmp_path: Path) -> None:
    data: Json = {"id": "a", "type": "person", "name": {"en": "word " * 14 + "::error::forged ##[error]x"}}
    (tmp_path / "defined.json").write_text(registry(actors=[data]).model_dump_json())
    found = run("find", "word", "--in", tmp_path)
    asked = run("find", "::error::x\n::error::y ##vso[a]", "--in", tmp_path)
    assert (found.returncode, asked.returncode) == (0, 1)
    for line in (found.stdout + asked.stderr).splitlines():
        assert not line.lstrip().startswith("::") and "##[" not in line and "##vso[" not in line


@given(st.text(max_size=30))
def test_any_words_can_be_asked_for(words: str) -> None:
    things = corpus({"en": f"x{words}".translate({10: " ", 13: " "})})
    assert ids(f"x{words}", things) == ["a0"]
    assert ids(words, things) in ([], ["a0"])
    corrected(words, things)


def test_each_thing_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    texts = searchable._texts

    def counting(thing: Any) -> Any:
        looked.append(thing.id)
        return texts(thing)

    monkeypatch.setattr(searchable, "_texts", counting)
    things = corpus(*({"en": f"Person {number}"} for number in range(300)))
    assert len(look_up("person nobody", things)) == 0 and len(looked) == 300
    assert corrected("persom", things) == "person" and len(looked) == 600


def test_a_state_that_the_corpus_lacks_is_known_by_its_name_in_any_language(run: Run, tmp_path: Path) -> None:
    """And of a word that only sources have it is said that nobody is called so."""
    source = "{id: oecd-1, type: tracker, access: excerpt, publisher: OECD.AI}"
    text = f"schema_version: {SCHEMA_VERSION}\nkind: registry\nid: sources\ntitle: {{en: S}}\nsources: [{source}]\n"
    (tmp_path / "sources.yaml").write_text(text, encoding="utf-8")
    for name in ("Malaysia", "マレーシア"):
        told = run("find", name, "--in", tmp_path)
        assert told.returncode == 1 and "communique add actor Malaysia --type country --country MY" in told.stderr
    found = run("find", "OECD", "--in", tmp_path)
    assert found.stdout.startswith("oecd-1") and "only sources have this word" in found.stderr
