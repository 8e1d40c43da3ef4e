"""`communique draft`: what is in a text, and nothing else."""

from __future__ import annotations

import os
import re
import textwrap
from pathlib import Path

import pytest
import yaml

import communique
from communique.authoring.citation import describe
from communique.authoring.confirmation import MARK, unconfirmed
from communique.corpus.corpus import Corpus
from communique.drafting.gathering import MOST_ITEMS
from communique.drafting.record import draft
from communique.drafting.writing import written
from communique.text.source_text import read_text
from measure_draft import TEXTS, listed, measure, of_record, ungrounded
from support.command_line import Run
from support.folders import CORPUS, ROOT

SOURCES = Path(os.environ.get("COMMUNIQUE_SOURCES", ROOT.parent / "shared" / "seed"))
"""A folder with texts of sources of the shipped records, which are not ours to publish; named by a variable."""

NAMES = (
    "blog",
    "corrected",
    "decree",
    "fine",
    "interview",
    "joint-statement",
    "launch",
    "ministry-zh",
    "pledge",
    "summit-wire",
)
ARTICLES = ("decree", "fine", "joint-statement", "launch", "pledge")
"""The texts without navigation, and with titles that are shorter than a line of an e-mail."""


@pytest.fixture(scope="module")
def small() -> Corpus:
    return communique.load(CORPUS)


def of(text: str, section: str, *fields: str) -> list[tuple[object, ...]]:
    """The fields of the items in a list of a draft without a corpus."""
    return [tuple(each.get(field) for field in fields) for each in draft(text, Corpus(())).data.get(section, [])]


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("decree", 0.95),
        ("joint-statement", 0.85),
        ("pledge", 0.9),
        ("fine", 0.85),
        ("launch", 0.9),
        ("interview", 0.8),
        ("corrected", 0.8),
        ("summit-wire", 0.85),
        ("blog", 0.5),
    ],
)
def test_most_of_what_a_person_finds_and_nothing_else(name: str, least: float, small: Corpus) -> None:
    found = measure((TEXTS / f"{name}.txt").read_text(encoding="utf-8"), small, listed(name))
    assert found.ungrounded == []
    assert found.share >= least
    sure = [each for each in found.beyond if each.fields.get("confidence") != "uncertain"]
    other = [each for each in sure if each.section != "statements" and each.fields.get("role") != "mentioned"]
    assert other == []


def test_a_measure_that_cannot_fail_measures_nothing(small: Corpus) -> None:
    """What is not in the text is seen."""
    text = (TEXTS / "decree.txt").read_text(encoding="utf-8")
    data = draft(text, small).data
    data["quantities"][0]["value"] = 777
    data["roles"][0]["capacity"] = {"en": "Emperor"}
    data["dates"][0]["value"] = "2021-01-02"
    data["passages"][0]["end"] += 1
    assert len([*ungrounded(data, text, small)]) >= 4


def test_a_draft_is_valid_and_its_passages_are_verified(run: Run, corpus_copy: Path) -> None:
    texts = corpus_copy.parent / "texts"
    texts.mkdir()
    for name in NAMES:
        (texts / f"{name}.txt").write_bytes((TEXTS / f"{name}.txt").read_bytes())
        done = run("draft", f"texts/{name}.txt", "--to", "records/2026", cwd=corpus_copy.parent)
        assert done.returncode == 0, done.stderr
    findings = communique.validate(corpus_copy, sources=texts)
    assert [each for each in findings if each.severity == "error"] == []
    done = run("validate", "records/2026", "--sources", "texts", cwd=corpus_copy.parent)
    assert re.search(r"[1-9][0-9] passages verified, 0 failed", done.stdout)


def test_a_draft_outside_the_corpus_is_checked_in_it(run: Run, corpus_copy: Path, tmp_path: Path) -> None:
    folder = corpus_copy.parent
    known = next(each for each in communique.load(corpus_copy).actors.values() if each.type == "person")
    (folder / "a.txt").write_text(f"A title\n{known.name['en']} said that it was late.\n", encoding="utf-8")
    done = run("draft", "a.txt", "--to", str(tmp_path / "elsewhere"), cwd=folder)
    path = next((tmp_path / "elsewhere").iterdir())
    assert f"communique validate {path} --in records" in done.stdout
    alone, within = run("validate", str(path), cwd=folder), run("validate", str(path), "--in", "records", cwd=folder)
    assert (alone.returncode, within.returncode) == (1, 0) and f"no actor has the id {known.id}" in alone.stdout
    assert "1 file checked" in within.stdout
    review = run("review", str(path), "--in", "records", cwd=folder)
    assert "1. Look at the lines" in review.stdout and "CQ301" not in review.stdout


def test_a_text_with_nothing_to_find_is_called_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The sky is blue\n\n12 13\n", encoding="utf-8")
    done = run("draft", "a.txt", cwd=tmp_path)
    assert done.returncode == 0 and "found: nothing for a record" in done.stderr


def test_nothing_is_written_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes((TEXTS / "pledge.txt").read_bytes())
    first = run("draft", "a.txt", cwd=tmp_path)
    made = next(tmp_path.glob("*.yaml"))
    before = made.read_bytes()
    second = run("draft", "a.txt", cwd=tmp_path)
    assert (first.returncode, second.returncode) == (0, 2)
    assert "already exists; it was not changed" in second.stderr and made.read_bytes() == before


def test_what_a_person_has_to_look_at_is_marked(small: Corpus) -> None:
    drafted = draft((TEXTS / "decree.txt").read_text(encoding="utf-8"), small)
    text = written(drafted, "for editors")
    items = sum(len(value) for name, value in drafted.data.items() if name != "passages" and _is_items(value))
    assert len(unconfirmed(text)) == items + len({"title", "types", "place"} & drafted.data.keys())
    assert yaml.safe_load(text) == drafted.data
    lines = text.splitlines()
    assert unconfirmed("\n".join(each.replace(MARK, "# seen") for each in lines)) == []


def _is_items(value: object) -> bool:
    return isinstance(value, list) and isinstance(value[0], dict)


def test_no_sentence_of_the_text_is_in_the_data(small: Corpus) -> None:
    """The words of the text are comments, which no export has; the curator writes the point in words of their own."""
    drafted = draft((TEXTS / "decree.txt").read_text(encoding="utf-8"), small)
    assert {each["text"]["en"].partition(":")[0] for each in drafted.data["statements"]} == {"TODO"}
    assert "No machine will decide" in written(drafted, "") and "No machine will decide" not in str(drafted.data)


def test_a_statement_is_not_reviewed_before_it_is_reworded(small: Corpus) -> None:
    data = draft((TEXTS / "decree.txt").read_text(encoding="utf-8"), small).data | {"status": "reviewed"}
    findings = communique.validate_data([data])
    assert {each.pointer for each in findings if each.code == "CQ508"} >= {"/title/en", "/statements/0/text/en"}


def test_the_article_that_a_shipped_record_was_made_from(shipped: Corpus) -> None:
    source = shipped.sources["pukmedia-waico-proposal"]
    texts = (read_text(path) for path in sorted(SOURCES.glob("*.txt")))
    text = next((each for each in texts if source.text and describe(each).digest == source.text.digest), None)
    if text is None:
        pytest.skip("the text of the article is not here; COMMUNIQUE_SOURCES names a folder that has it")
    found = of_record(text, "cn-waico-proposal-2025", "pukmedia-waico-proposal")
    assert (found.ungrounded, found.share >= 0.6) == ([], True)


WEEKDAYS = [
    ("It was announced on Friday, 25 July 2025.", [("2025-07-25", "Friday, 25 July 2025", None)]),
    (
        "It was announced on Saturday, 25 July 2025.",
        [("2025-07-25", "25 July 2025", None), ("2025-07-26", "Saturday", None)],
    ),
    (
        "It was announced on Saturday, 25 July 2025.\n26 July 2025",
        [("2025-07-26", None, "preferred"), ("2025-07-25", "Saturday, 25 July 2025", "deprecated")],
    ),
    ("Es wurde am Samstag, 26. Juli 2025, announced.", [("2025-07-26", "Samstag, 26. Juli 2025", None)]),
    ("Announced by ministers on July 26-28, 2025.", [("2025-07-26/2025-07-28", "July 26-28, 2025", None)]),
    ("Le plan a été announced le 26 juillet 2025.", [("2025-07-26", "26 juillet 2025", None)]),
    ("大会于2025年7月26日在上海举行。", [("2025-07-26", "2025年7月26日", None)]),
    ("It is announced that it will meet on Friday.\n26 July 2025", [("2025-07-26", None, None)]),
    ("It was announced on 30 July 2025.\n26 July 2025", [("2025-07-26", None, None)]),
    ("It covers what is released after 30 July 2025.\n26 July 2025", [("2025-07-26", None, None)]),
    ("We are publishing it today.\nPosted on July 26, 2025 by the team of the lab", [("2025-07-26", "today", None)]),
    ("It was announced on Friday.\n26 July 2025", [("2025-07-25", "Friday", None)]),
    ("It enters into force on January 5.\n26 December 2025", [("2026-01-05", "January 5", None)]),
    ("It was signed on 2 December, not on 3 December.\n1 January 2026", [("2025-12-02", "2 December", None)]),
    ("The room has number 12 and was announced as such.", [("20XX", None, None)]),
]


@pytest.mark.parametrize(("sentence", "dates"), WEEKDAYS)
def test_days(sentence: str, dates: list[tuple[object, ...]]) -> None:
    assert of(f"A title\n{sentence}\n", "dates", "value", "as_stated", "rank") == dates


NUMBERS = [
    ("It has over 800 exhibiting firms.", [(800, "more_than", "company")]),
    ("Some 3,000 delegates came.", [(3000, "about", "delegate")]),
    ("It took in at least twelve ministers.", [(12, "at_least", "minister")]),
    ("Between 20 and 30 companies came in 2025.", [(20, "between", "company")]),
    ("In 2025 companies signed Article 5 of Resolution 78/265 at 10:30.", []),
    ("A model with 1.5 million users and 40 percent growth came.", [(1500000, "unqualified", "user")]),
    ("Some three hundred companies and two dozen states came.", []),
    (
        "Twenty-five countries came, and 12 of 15 companies.",
        [(25, "unqualified", "country"), (12, "unqualified", "company")],
    ),
    ("It has " + "9" * 400 + " users and 5,000,000,000,000,000,000 tokens.", []),
    ("Spending on chips is 5 percent of income.", [(5, "unqualified", "percent")]),
    ("数百家企业和第三个国家参加了会议。", []),
    ("They met for over five years and 3 days.", []),
    ("大会吸引了800余家企业和30多个国家。", [(800, "more_than", "company"), (30, "more_than", "country")]),
    ("八百家公司和约1.2万名专家参加了会议。", [(800, "unqualified", "company"), (12000, "about", "expert")]),
]


@pytest.mark.parametrize(("sentence", "numbers"), NUMBERS)
def test_numbers(sentence: str, numbers: list[tuple[object, ...]]) -> None:
    assert of(f"A title\n{sentence}\n", "quantities", "value", "comparator", "unit") == numbers


def test_a_sum_of_which_too_little_is_known_is_not_taken() -> None:
    text = "A title\nThey pledged up to €20 million.\nThey pledged $5 million.\nIt has EUR 7 million.\n"
    drafted = draft(text, Corpus(()))
    assert [(each["amount"], each["currency"]) for each in drafted.data["money"]] == [(20_000_000, "EUR")]
    assert [each.partition(":")[0] for each in drafted.not_taken] == ["$5 million", "EUR 7 million"]


SPEECH = [
    ("“We will act soon,” said Foreign Minister Ana Ruiz.", [("ana-ruiz", None, "quote")]),
    ("“We will act soon,” said Brazil’s ambassador, Ana Ruiz.", [("ana-ruiz", None, "quote")]),
    ("Foreign Minister Ana Ruiz warned of a race.", [("ana-ruiz", "warns", "paraphrase")]),
    ("Ana Ruiz, the foreign minister, urged others to act.", [("ana-ruiz", "calls_for", "paraphrase")]),
    ("“It is late now,” Minister Ana Ruiz of the Acme Institute said.", [("ana-ruiz", None, "quote")]),
    ("Acme Corp chief executive Ana Ruiz, who was away, wrote that it is late.", [("ana-ruiz", None, "paraphrase")]),
    ("In May, Minister Li said it was late.", []),
    ("According to Minister Ana Ruiz, it is late.", [("ana-ruiz", None, "paraphrase")]),
    ("The aide of Minister Ana Ruiz said no.", []),
    ("Minister Ana Ruiz and Minister Bo Lund met. She then said no.", [(None, None, None)]),
    ("“Somebody has to act now,” it was said.", []),
]


@pytest.mark.parametrize(("sentence", "statements"), SPEECH)
def test_speakers(sentence: str, statements: list[tuple[object, ...]]) -> None:
    assert of(f"A title\n{sentence}\n", "statements", "speaker", "speech_act", "form") == statements


OTHERS = [
    ("Minister Ana Ruiz was late. Later Sam Okoro came. “It is late now,” he said.", []),
    ("Minister Ana Ruiz was late. “I am late,” she said. “They are late,” he said.", ["ana-ruiz"]),
    ("Ana Ruiz came. Ruiz said it was late. The minister added that it was dark.", ["ana-ruiz"]),
    ("Minister of Trade and Industry Ana Ruiz told us so. The minister added that it was dark.", ["ana-ruiz"] * 2),
    ("“We will act. We will act soon,” said our director, Ana Ruiz.", ["ana-ruiz"]),
    ("Minister Ana Ruiz said: “We will act. We mean it.” Others will wait.", ["ana-ruiz"] * 2),
    ("Acme Lane Watch, a civil society group, said it was late.", ["acme-lane-watch"]),
    ("Trade Secretary Ana Ruiz said:\nTests work. We will go on.\nThe tests end soon.", ["ana-ruiz"] * 2),
    ("Trade Secretary Ana Ruiz said:\n\n> Tests work well.\n\nThe tests end soon.", ["ana-ruiz"]),
    ("Trade Secretary Ana Ruiz said:\n“Tests work well.” The tests end soon.", ["ana-ruiz"]),
    ("Someone else said:\nTests work. We will go on.", []),
    ("He asked: “Who is it now?” Is it late now? I think that it is late.", []),
]


@pytest.mark.parametrize(("sentences", "speakers"), OTHERS)
def test_who_speaks_is_known_or_nobody(sentences: str, speakers: list[str]) -> None:
    found = of(f"A title\n{sentences}\n", "statements", "speaker", "nature")
    assert [speaker for speaker, nature in found if nature == "attributed_statement"] == speakers


COUNTRIES = [
    ("The Democratic People’s Republic of Korea voted against.", ["kp"]),
    ("The Democratic Republic of the Congo voted against.", ["cd"]),
    ("The United Kingdom of Great Britain and Northern Ireland voted against.", ["gb"]),
    ("Northern Ireland and New Mexico and New Jersey voted against.", []),
]


@pytest.mark.parametrize(("sentence", "countries"), COUNTRIES)
def test_the_whole_name_of_a_country_counts(sentence: str, countries: list[str]) -> None:
    assert [each[0] for each in of(f"A title\n{sentence}\n", "roles", "actor")] == countries


SUMS = [("€13m", 13_000_000), ("€1.2bn", 1_200_000_000), ("€2M", 2_000_000), ("€13x", None), ("€1.300,50", None)]


@pytest.mark.parametrize(("words", "amount"), SUMS)
def test_a_sum_has_all_its_digits_and_its_scale(words: str, amount: int | None) -> None:
    found = of(f"A title\nThey pledged {words} for research.\n", "money", "amount")
    assert found == ([(amount,)] if amount else [])


def test_a_page_around_an_article_is_no_part_of_it() -> None:
    text = (
        "Skip to content\nHome > News > Europe\nPRESS RELEASE\nEMBARGO: not before 10:00 on 2 June 2025\n"
        "Ministers agree on tests\nPublished 3 June 2025. Updated 4 June 2025\n"
        "Ministers agreed on tests on Tuesday.\n"
        "Correction: an earlier version said that 900 companies came.\n"
        "© 2025 Example Inc. All rights reserved.\nMost viewed\n"
        "Minister Ana Ruiz signs a treaty with Chile in Lima today\n"
    )
    data = draft(text, Corpus(())).data
    source = data["sources"][0]
    assert (source["title"], source["published"]) == ("Ministers agree on tests", "2025-06-03")
    assert len(data["statements"]) == 1 and not {"roles", "quantities", "actors"} & data.keys()


LATER_DAYS = [
    ("It was late.\nIt was dark.\n“It is late,” Minister Ana Ruiz said in a video on Tuesday.", []),
    ("It was late.\n" * 6 + "The agency said so on Monday.", []),
    ("The plan had been published on 20 May 2025.", []),
    ("They met in Lima on 1 and 2 June 2025.", ["2025-06-01/2025-06-02"]),
    ("They met in Lima on 1 and 12 June 2025.", []),
]


@pytest.mark.parametrize(("sentences", "days"), LATER_DAYS)
def test_a_day_of_something_else_is_not_the_day_of_the_announcement(sentences: str, days: list[str]) -> None:
    text = f"A title\n4 June 2025\n{sentences}\n"
    found = of(text, "dates", "value", "confidence")
    assert [value for value, confidence in found if not confidence] == days


PARTS = [
    (
        "Brazil, Chile and Peru signed the pact, and Japan did not sign.",
        {"br": "signatory", "cl": "signatory", "pe": "signatory"},
    ),
    ("In talks with Peru, Chile signed the pact.", {"pe": "mentioned"}),
    ("Delegates from Chile, Kenya and Peru came.", {"cl": "participant", "ke": "participant", "pe": "participant"}),
    ("Officials from Chile and Peru met in Lima.", {"cl": "participant", "pe": "participant"}),
    ("Officials from Chile and Peru said no.", {"cl": "mentioned", "pe": "mentioned"}),
    ("The leaders of Chile and Peru came.", {"cl": "mentioned", "pe": "mentioned"}),
    ("Peru voted against.", {"pe": "opponent"}),
    (
        "The fair had 90 exhibitors. Companies such as Acme and Brill featured prominently.",
        {"acme": "exhibitor", "brill": "exhibitor"},
    ),
    ("Companies such as Acme and Brill featured prominently.", {"acme": "mentioned", "brill": "mentioned"}),
    (
        "Speakers included Ana Ruiz, the mayor of Lima, and Minister Bo Lund.",
        {"ana-ruiz": "speaker", "bo-lund": "speaker"},
    ),
    ("Peru’s ministers signed the pact.", {"pe": "mentioned"}),
    ("The pact was signed by Peru and Chile.", {"pe": "signatory", "cl": "signatory"}),
]


@pytest.mark.parametrize(("sentence", "parts"), PARTS)
def test_parts(sentence: str, parts: dict[str, str]) -> None:
    found = {each[0]: each[1] for each in of(f"A title\n{sentence}\n", "roles", "actor", "role")}
    assert {actor: found.get(actor) for actor in parts} == parts


def test_a_well_known_site_has_its_publisher_and_type() -> None:
    (source,) = draft("A title\nThe ministry met.\n", Corpus(()), url="https://www.reuters.com/world/1").data["sources"]
    assert (source["publisher"], source["type"]) == ("Reuters", "news_agency")


def test_posts_are_in_the_words_around_a_name() -> None:
    text = (
        "A title\nFormer Acme Corp CEO Ana Ruiz met Bo Lund, the acting chair of the Council, and Professor Cy Dorn.\n"
    )
    found = {each[0]: each[1] for each in of(text, "roles", "actor", "capacity")}
    assert found == {
        "ana-ruiz": {"en": "Former Acme Corp CEO"},
        "bo-lund": {"en": "acting chair of the Council"},
        "cy-dorn": {"en": "Professor"},
        "acme-corp": None,
    }


def test_the_page_shows_what_is_drafted() -> None:
    page = (ROOT / "docs" / "how-to" / "curator.md").read_text(encoding="utf-8").partition("## Begin with a text")[2]
    text, shown = re.findall(r"```(?:text|yaml)\n(.*?)```", page, re.DOTALL)[1:3]
    lines = written(draft(f"A title\n{text}", Corpus(())), "for editors")
    assert shown in lines and "# confirm" in shown


def test_a_quotation_without_a_clear_speaker_is_listed() -> None:
    drafted = draft("A title\n“Somebody has to act now,” it was said.\n", Corpus(()))
    assert "statements" not in drafted.data
    assert drafted.not_taken == ["quotation “Somebody has to act now,” it was said.: who says it, is not clear"]


PLACES = [
    ("It was signed in Oslo on Tuesday.", {"city": "Oslo"}),
    ("It was signed at the State House in Lagos.", {"city": "Lagos"}),
    ("It was signed in Chile on Tuesday.", None),
    ("It was signed in March on 2 pages.", None),
    ("They work in Artificial Intelligence.", None),
    ("NAIROBI, March 3 (Reuters) - It was signed.", {"city": "Nairobi"}),
]


@pytest.mark.parametrize(("sentence", "place"), PLACES)
def test_places(sentence: str, place: dict[str, str] | None) -> None:
    assert draft(f"A title\n{sentence}\n", Corpus(())).data.get("place") == place


def test_a_resolution_speaks_itself() -> None:
    text = (
        "United Nations\n80/57. Artificial intelligence\n"
        "Resolution adopted by the General Assembly on 5 December 2025\n"
        "The General Assembly,\nRecalling its resolution 79/239 of 24 December 2024,\n"
        "1. Calls upon States to pursue action at all levels;\n2. Decides to meet in Geneva in 2026.\n"
        "It was adopted by a recorded vote of 118 in favour to 2 against, with 40 abstentions.\n"
    )
    data = draft(text, Corpus(())).data
    assert [(each["role"], each["value"]) for each in data["dates"]] == [("adopted", "2025-12-05")]
    assert [(each["nature"], each.get("speech_act")) for each in data["statements"]] == [
        ("official_text", "calls_for"),
        ("official_text", None),
        ("reported_fact", None),
    ]
    assert data["types"] == ["resolution"] and "quantities" not in data


def test_a_joint_statement_speaks_itself() -> None:
    text = (
        "Joint Statement on tests\nWe, the ministers of Chile, Kenya and Peru, met in Lima on 3 and 4 June 2025.\n"
        "• We commit to sharing results.\n• We call on companies to do so.\nEndorsed by: Chile and Peru.\n"
    )
    data = draft(text, Corpus(())).data
    assert data["types"] == ["joint_statement"]
    assert [(each["nature"], each.get("speech_act")) for each in data["statements"]][1:3] == [
        ("official_text", "commits"),
        ("official_text", "calls_for"),
    ]
    roles = [(each["actor"], each["role"]) for each in data["roles"]]
    assert roles == [(each, "participant") for each in ("cl", "ke", "pe")] + [
        (each, "supporter") for each in ("cl", "pe")
    ]


def test_an_order_gives_duties(shipped: Corpus) -> None:
    text = (
        "Executive Order 14999 of October 6, 2025\n"
        "By the authority vested in me as President by the laws of the United States of America, it is ordered:\n"
        "(a) Within 90 days of the date of this order, the Director of the Office of Management and Budget shall act.\n"
        "(b) Within 30 days of the date of this order, each agency shall act.\n"
        "Executive Order 14179 is hereby amended.\n"
        "DONALD J. TRUMP\n"
    )
    data = draft(text, shipped).data
    (duty,) = data["commitments"]
    assert (duty["by"], duty["due"]) == (["us-omb"], {"within": "P90D", "after": {"date_role": "signed"}})
    assert [(each["role"], each["value"]) for each in data["dates"]] == [("signed", "2025-10-06")]
    assert {(each["actor"], each["role"]) for each in data["roles"]} >= {
        ("donald-trump", "issuer"),
        ("us-omb", "implementer"),
    }
    assert [(each["instrument"], each["action"]) for each in data["measures"]] == [("us-eo-14179", "amend")]
    assert data["types"][0] == "executive_act" and data["id"].endswith("october-6-2025")


def test_no_day_is_a_part_of_a_body_and_no_currency_is_a_unit() -> None:
    text = (
        "A title\nBRASÍLIA, Dec 10 (Reuters) - The National Assembly on Tuesday approved fines of 50 million reais.\n"
        "“It is late,” said Ana Ruiz, its executive president.\n"
    )
    data = draft(text, Corpus(())).data
    assert {each["name"]["en"] for each in data["actors"]} == {"National Assembly", "Ana Ruiz"}
    assert data["place"] == {"city": "Brasília"} and "quantities" not in data and "speech" not in data["types"]
    assert [each["capacity"] for each in data["roles"] if "capacity" in each] == [{"en": "executive president"}]


def test_a_vote_needs_its_method() -> None:
    text = "A title\nThe {} adopted it by {}.\n"
    assert of(
        text.format("house", "a recorded vote of 117 to 2, with 12 abstentions"), "votes", "method", "against"
    ) == [("recorded", 2)]
    assert of(text.format("house", "consensus"), "votes", "method", "against") == [("consensus", None)]
    assert of(text.format("house", "a vote of 117 to 2"), "votes", "method") == []


def test_what_the_corpus_knows_is_linked(shipped: Corpus) -> None:
    text = "A title\nDays after the Bletchley Declaration, Premier Li Qiang said so. Li added that China agreed.\n"
    data = draft(text, shipped).data
    assert {role["actor"] for role in data["roles"]} == {"li-qiang", "cn"} and "actors" not in data
    assert [(each["type"], each["target"]) for each in data["relations"]] == [("follows", "bletchley-declaration")]
    assert [each["speaker"] for each in data["statements"]] == ["li-qiang", "li-qiang"]


def test_a_text_in_chinese(shipped: Corpus) -> None:
    text = (
        "外交部谈人工智能治理\n新华社北京7月27日电\n2025年7月27日\n"
        "国务院总理李强在上海出席2025世界人工智能大会。李强指出，人工智能应以人为本。\n"
        "外交部发言人表示：“中方愿同各国分享经验。”中国呼吁各国参与治理。\n"
        "大会于2025年7月26日（星期六）开幕，来自30多个国家\n的代表和八百余家企业参会。\n"
    )
    data = draft(text, shipped).data
    assert [(each["role"], each["value"]) for each in data["dates"]] == [("held", "2025-07-26")]
    speakers = [(each["actor"], each.get("capacity")) for each in data["roles"] if each["role"] == "speaker"]
    assert speakers == [("li-qiang", {"zh": "国务院总理"}), ("cn-mfa", None), ("cn", None)]
    said = [(each.get("speaker"), each.get("speech_act")) for each in data["statements"]]
    assert [each for each in said if each[0]] == [("li-qiang", None), ("cn-mfa", None), ("cn", "calls_for")]
    numbers = [(each["value"], each["comparator"], each["unit"]) for each in data["quantities"]]
    assert numbers == [(30, "more_than", "country"), (800, "more_than", "company")]
    source = data["sources"][0]
    assert (source["language"], source["published"], source["text"]["normalization"]) == (
        "zh",
        "2025-07-27",
        "nfc_cjk_unspaced",
    )
    assert data["occasion"] == "waic-2025" and "actors" not in data


def test_persons_texts_and_sums_in_chinese() -> None:
    text = (
        "会议发布倡议\n2025年8月11日\n会议8月11日在南宁举行。会议发布了《人工智能能力建设联合倡议》。\n"
        "外交部发言人毛宁8月12日在记者会上指出，各方应加强合作。她说，中方将提供12亿元人民币支持。\n"
        "参会企业超过1200家，用户已达2.3亿人。有关负责人表示，倡议将于2026年1月1日起施行。\n"
    )
    data = draft(text, Corpus(())).data
    assert [each["name"] for each in data["actors"]] == [{"zh": "毛宁"}]
    assert [(each["role"], each["value"]) for each in data["dates"]] == [
        ("held", "2025-08-11"),
        ("entry_into_force", "2026-01-01"),
    ]
    said = [each["speaker"] for each in data["statements"] if each["nature"] == "attributed_statement"]
    assert said == [data["actors"][0]["id"]] * 2
    assert [(each["type"], each["name"]) for each in data["instruments"]] == [
        ("initiative", {"zh": "人工智能能力建设联合倡议"})
    ]
    assert [(each["value"], each["unit"]) for each in data["quantities"]] == [(1200, "company"), (230_000_000, "user")]
    assert [(each["flow"], each["amount"], each["currency"]) for each in data["money"]] == [
        ("pledged", 1_200_000_000, "CNY")
    ]


def test_line_ends_make_no_difference() -> None:
    text = (TEXTS / "pledge.txt").read_text(encoding="utf-8")
    assert draft(text.replace("\n", "\r\n"), Corpus(())).data == draft(text, Corpus(())).data


@pytest.mark.parametrize("name", ARTICLES)
def test_lines_that_are_broken_at_a_width_make_no_difference(name: str) -> None:
    text = (TEXTS / f"{name}.txt").read_text(encoding="utf-8")
    wrapped = "\n".join(textwrap.fill(line, 72) for line in text.split("\n"))
    assert draft(wrapped, Corpus(())).data == draft(text, Corpus(())).data


def test_a_text_that_the_corpus_has_is_its_source(run: Run, corpus_copy: Path) -> None:
    folder = corpus_copy.parent
    (folder / "a.txt").write_bytes((TEXTS / "fine.txt").read_bytes())
    first = run("draft", "a.txt", "--source", "fine-news", "--to", "records/2025", cwd=folder)
    second = run("draft", "a.txt", "--to", "records/2026", cwd=folder)
    assert (first.returncode, second.returncode) == (0, 0) and "the source is in the corpus" in second.stderr
    drafted = next((corpus_copy / "2026").glob("data-watchdog*.yaml"))
    data = yaml.safe_load(drafted.read_text(encoding="utf-8"))
    assert "sources" not in data and {each["source"] for each in data["passages"]} == {"fine-news"}


def test_a_source_that_the_corpus_defines_has_to_have_this_text(run: Run, corpus_copy: Path) -> None:
    folder = corpus_copy.parent
    (folder / "a.txt").write_bytes((TEXTS / "decree.txt").read_bytes())
    source = next(iter(communique.load(corpus_copy).sources))
    done = run("draft", "a.txt", "--source", source, cwd=folder)
    assert done.returncode == 2 and f"the source {source} is defined with" in done.stderr


HOSTILE: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "the text is empty"),
    "binary": (b"\x00\xff\xfe" * 50, "not UTF-8"),
    "marks": (("a" + "\u0301" * 500).encode(), "combining marks"),
    "large": (b"a" * 20_000_001, "larger than"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_text_that_cannot_be_read_is_an_error_in_one_line(name: str, run: Run, tmp_path: Path) -> None:
    content, reason = HOSTILE[name]
    (tmp_path / "a.txt").write_bytes(content)
    done = run("draft", "a.txt", cwd=tmp_path)
    assert done.returncode == 2 and done.stdout == ""
    assert reason in done.stderr and len(done.stderr.splitlines()) == 1
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("options", [("--url", "example.org"), ("--source", "Not an id"), ("nowhere",)])
def test_wrong_options_are_usage_errors(options: tuple[str, ...], run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes((TEXTS / "fine.txt").read_bytes())
    done = run("draft", "a.txt", *options, cwd=tmp_path)
    assert done.returncode == 2 and "Error: " in done.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_new_things_of_one_name_have_different_ids() -> None:
    text = "A title\nMinister Ana Ruiz launched the AI Safety Institute. The AI Safety Institute said it was ready.\n"
    data = draft(text, Corpus(())).data
    ids = [each["id"] for name in ("actors", "instruments", "occasions", "sources") for each in data.get(name, ())]
    assert len(ids) == len({*ids}) >= 3


ODD = {
    "one line": "x" * 300_000,
    "one sentence": "Minister Ana Ruiz said it, " * 20_000,
    "many quotes": "Title\n" + "“We must act now,” Minister Ana Ruiz said. " * 6_000,
    "only quotes": "“" * 100_000 + "”" * 100_000,
    "only digits": "1," * 100_000,
    "only capitals": "Aa " * 100_000,
    "many commas": "Ministers from Chile, " * 10_000,
    "right to left": "العنوان\nقال الوزير في 26 يوليو 2025 إن الأمر مهم.\n" * 50,
    "controls": "Title\nMinister Ana\x07 Ruiz said \u202eit.\nMinister Ana Ruiz said so: \x85 no.\n",
    "YAML": "a: [b\n- Minister Ana Ruiz: {said} '#' \"no\": | > & * ! %\n\t- x said.\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", ODD)
def test_odd_texts_are_bounded_work_and_give_valid_drafts(name: str) -> None:
    text = written(draft(ODD[name], Corpus(())), "for editors")
    data = yaml.safe_load(text)
    assert all(len(value) <= MOST_ITEMS for section, value in data.items() if section in ("statements", "quantities"))
    assert [each for each in communique.validate_data([data]) if each.severity == "error"] == []
    assert len(text) < 2_000_000
