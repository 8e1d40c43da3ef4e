"""A draft takes nothing for done that a text denies, makes a condition, expects or calls off."""

from __future__ import annotations

import pytest

import communique
from communique.corpus.corpus import Corpus
from communique.drafting import firmness
from communique.drafting.record import Drafted, draft
from support.folders import CORPUS


@pytest.fixture(scope="module")
def small() -> Corpus:
    return communique.load(CORPUS)


def taken(drafted: Drafted) -> list[tuple[object, ...]]:
    """What a draft has of dates, measures, numbers, sums and votes."""
    data = drafted.data
    found: list[tuple[object, ...]] = [
        (each["role"], each["value"]) for each in data["dates"] if each["value"] != "20XX"
    ]
    found += [(each["action"],) for each in data.get("measures", ())]
    found += [(each["value"], each.get("modality")) for each in data.get("quantities", ())]
    found += [(each["flow"], each["amount"]) for each in data.get("money", ())]
    return found + [(each["method"],) for each in data.get("votes", ())]


OPEN = [
    ("The plan was not adopted on 1 March 2026.", "1 March 2026"),
    ("On 1 March 2026, the plan was not adopted.", "1 March 2026"),
    ("Peru denied on 4 March 2026 that it had signed the Lima Declaration.", "the Lima Declaration"),
    ("Peru has not pledged 5 million euros.", "5 million euros"),
    ("Parliament rejected a motion to pledge 5 million euros.", "5 million euros"),
    ("Peru urged others to pledge 5 million euros.", "5 million euros"),
    ("It was expected to be signed on 3 May 2026 but was delayed until 10 June 2026.", "3 May 2026"),
    ("It was expected to be signed on 3 May 2026 but was delayed until 10 June 2026.", "10 June 2026"),
    ("If the law is adopted on 3 May 2026, firms will pay.", "3 May 2026"),
    ("Unless it is signed, firms will pay EUR 5 million.", "EUR 5 million"),
    ("The bill could be adopted on 3 May 2026.", "3 May 2026"),
    ("The ministry denied that more than 40 hospitals had tested it.", "more than 40 hospitals"),
    ("The talks, planned for 3 May 2026, were called off.", "3 May 2026"),
    ("The house failed to adopt it by consensus.", "by consensus"),
    ("The fine of 20 million euros was overturned on appeal.", "20 million euros"),
    ("Peru stopped short of signing the pact adopted on 3 May 2026.", "3 May 2026"),
    ("Had Peru signed the pact on 3 May 2026, it would have received 3 million euros.", "3 million euros"),
    ("A rumour that Acme had paid 5 million euros spread.", "5 million euros"),
    ("秘鲁未签署《利马宣言》。", "利马宣言"),
    ("会议推迟到2026年5月3日举行。", "2026年5月3日"),
    ("秘鲁2026年3月4日否认签署《利马宣言》。", "2026年3月4日"),
    ("秘鲁没有承诺5亿欧元。", "5亿欧元"),
    ("如果企业承诺5亿欧元，会议将举行。", "5亿欧元"),
]


@pytest.mark.parametrize(("sentence", "words"), OPEN)
def test_what_is_not_stated_as_done_is_listed_with_its_words(sentence: str, words: str) -> None:
    drafted = draft(f"A title\n{sentence}\n", Corpus(()))
    assert taken(drafted) == []
    assert any(words in each for each in drafted.not_taken)


FIRM = [
    ("Peru signed it on 3 March 2026, but Chile did not.", [("signed", "2026-03-03")]),
    ("Peru pledged EUR 5 million, not EUR 6 million.", [("pledged", 5_000_000)]),
    ("It was signed no later than Chile was told, on 3 March 2026.", [("signed", "2026-03-03")]),
    ("It was adopted without delay on 3 March 2026.", [("adopted", "2026-03-03")]),
    ("More than 40 hospitals did not take part.", [(40, None)]),
    ("More than 40 hospitals would test it.", [(40, "planned")]),
    ("It is expected to be signed on 3 May 2026.", [("scheduled", "2026-05-03")]),
    ("It was signed on 3 May 2026. Nobody denied it.", [("signed", "2026-05-03")]),
    ("Ministers signed it on 3 May 2026, whether or not it helps.", [("signed", "2026-05-03")]),
    (
        "Peru paid EUR 3 million of the EUR 10 million that it had pledged.",
        [("disbursed", 3_000_000), ("pledged", 10_000_000)],
    ),
    ("秘鲁拟于2026年5月1日发布《利马宣言》。", [("scheduled", "2026-05-01")]),
    ("2026年5月1日，秘鲁不仅签署了《利马宣言》。", [("signed", "2026-05-01"), ("sign",)]),
]


@pytest.mark.parametrize(("sentence", "facts"), FIRM)
def test_what_is_stated_is_taken(sentence: str, facts: list[tuple[object, ...]]) -> None:
    assert taken(draft(f"A title\n{sentence}\n", Corpus(()))) == facts


def test_nobody_takes_a_part_that_the_text_denies() -> None:
    text = "A title\nThe pact was not signed by Peru and Chile. The talks were expected to be attended by Kenya.\n"
    roles = draft(text, Corpus(())).data["roles"]
    assert {each["role"] for each in roles} == {"mentioned"}


@pytest.mark.parametrize("sentence", ["The Global Music Summit in Paris was cancelled.", "Peru called off the {}."])
def test_an_occasion_that_is_called_off_is_not_held(sentence: str, small: Corpus) -> None:
    known = next(iter(small.occasions.values())).name["en"]
    assert "occasion" not in draft(f"A title\n{sentence.format(known)}\n", small).data


def test_a_sentence_is_prepared_once_for_all_that_is_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    prepared: list[str] = []
    reach = firmness._Reach

    def counted(cue: firmness._Cue, text: str, plain: str) -> firmness._Reach:
        prepared.append(text)
        return reach(cue, text, plain)

    monkeypatch.setattr(firmness, "_Reach", counted)
    made = []
    for sums in (2, 80):
        prepared.clear()
        draft(f"A title\nPeru pledged {'EUR 5 million, ' * sums}and more.\n", Corpus(()))
        made.append(len(prepared))
    assert made[0] == made[1]
