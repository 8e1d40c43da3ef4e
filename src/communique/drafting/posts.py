"""Posts and professions, and the words around a name that say which one its bearer has."""

from __future__ import annotations

from collections.abc import Sequence

from ..lazy import lazy_pattern
from .article import Words, after
from .tokens import Token, word_set

_POSTS = word_set(
    "president premier minister chancellor secretary secretary-general commissioner ambassador director "
    "director-general chairman chairwoman chairperson chair ceo cto cfo executive founder co-founder professor "
    "senator governor mayor spokesperson spokesman spokeswoman envoy representative scientist researcher "
    "economist adviser advisor lawmaker judge king queen prince princess pope chief head leader vice-president "
    "under-secretary-general undersecretary rapporteur engineer analyst official diplomat attorney general "
    "lawyer campaigner activist lecturer barrister solicitor congresswoman congressman councillor lawmaker mp mep "
    "counsel vice-chair vice-chairman deputy-director commissioner-general manager"
)
_WITH_NAMES = word_set("mr mrs ms dr prof sir dame sen rep gov")
_QUALIFIERS = word_set("former acting deputy vice outgoing incoming then interim special assistant")
_PORTFOLIOS = word_set(
    "State Defence Defense Commerce Trade Industry Energy Education Health Labour Labor Justice Finance Treasury "
    "Economy Economic Economics Foreign Home Interior Internal External Affairs Science Technology Research "
    "Innovation Digital Digitalisation Digitalization Communications Communication Information Infrastructure "
    "Transport Transportation Agriculture Environment Climate Culture Development Planning Security "
    "Telecommunications ICT AI Intelligence Artificial Transformation Investment Relations Policy Government "
    "Services Cybersecurity Space Public Works"
)
_PORTFOLIOS |= word_set(
    "Administration Employment Social Cooperation Growth Competition Modernisation Modernization Enterprise Business "
    "Data Higher Learning Skills Fisheries Forestry Women Youth Family Sports Tourism Water Mines Petroleum Housing "
    "Integration Equality Resources Natural Regional Local Democracy Sovereignty Strategy Strategic Innovations"
)
_JOINING = word_set("and of for the")
_NO_NOUNS = word_set(
    "the a an and or of for in on at by with from to as its his her their said says added like including "
    "included renowned famous top new young old also but while when where who that"
)
_APPOSITION = lazy_pattern(
    r",\s+(?:(?:the|an?|its|his|her|their|our)\s+)?(?!(?:at|in|on|during|after|before|while|as|with|by|for|to|from)\s)(?P<post>[^,.;:—“”\"]{4,90}?)(?=[,.;—]|\s+and\s)"
)
_IN_HAN = lazy_pattern(
    r"(?:国务院|全国人大|国家|联合国|外交部|商务部|科技部|工信部|财政部|国防部|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,12}部)?(?:副总理|总理|副主席|主席|副部长|部长|副外长|外长|秘书长|发言人|总统|首相|市长|总裁|"
    r"首席执行官|创始人|教授|院士|主任|司长|局长|校长|董事长|大使|负责人|研究员|副?院长|书记|副?会长|副?理事长|署长|厅长|总工程师|首席科学家|副?总经理)$"
)
_VERB = lazy_pattern(r"\b(?:said|says|was|is|are|were|has|had|have|that|who|which|will|would)\b")
_COMMA = 2
_MOST_WORDS = 8
_LONGEST_POST = 30


def is_post(word: str) -> bool:
    """Whether the word names a post or a profession, or goes before a name as Mr does."""
    return word.lower() in _POSTS or word.lower().rstrip(".") in _WITH_NAMES


def before_name(words: Sequence[Token], index: int) -> tuple[int, int] | None:
    """Which words before the one at the index say the post: from the first to the one after the last; None if none do.

    >>> from .tokens import tokens
    >>> before_name(tokens("and former Google CEO Eric Schmidt"), 4)
    (1, 4)
    """
    first = _post_before(words, index)
    if first is None:
        return None
    while first > 0 and index - first < _MOST_WORDS and _belongs(words, first):
        first -= 1
    if words[first].text.lower().rstrip(".") in _WITH_NAMES:
        return None
    return first, index


def follows_post(words: Sequence[Token], index: int) -> bool:
    """Whether the word before is a post, or Mr and the like, or the end of one such as Minister of Trade."""
    return _post_before(words, index) is not None


def is_portfolio(word: str) -> bool:
    """Whether the word says what a post is for, as Trade in Minister of Trade."""
    return word in _PORTFOLIOS


def _post_before(words: Sequence[Token], index: int) -> int | None:
    """The index of the post before a word, in "Minister Ruiz" and in "Minister of Trade and Industry Ruiz"."""
    if not index or words[index].start - words[index - 1].end > _COMMA:
        return None
    if is_post(words[index - 1].text):
        return index - 1
    first = index - 1
    while first > 0 and words[first].text in _PORTFOLIOS | _JOINING and index - first < _MOST_WORDS:
        first -= 1
    is_named = words[index - 1].text in _PORTFOLIOS and words[first + 1].text in ("of", "for")
    return first if is_named and is_post(words[first].text) else None


def _belongs(words: Sequence[Token], first: int) -> bool:
    """Whether the word before one of a post belongs to it."""
    word, following = words[first - 1], words[first]
    if word.end + 1 != following.start or word.text.lower() in _NO_NOUNS:
        return False
    if word.is_capital or word.text in _QUALIFIERS:
        return True
    return following.text.islower() and following.text in _POSTS


def in_han(before: str) -> str:
    """The post in Chinese at the end of the text before a name; empty if there is none.

    >>> in_han("国务院总理")
    '国务院总理'
    """
    match = _IN_HAN.search(before[-_LONGEST_POST:])
    return match[0] if match else ""


def after_name(sentence: Words, end: int) -> Words | None:
    """The post in the apposition after a name that ends at this place."""
    match = _APPOSITION.match(after(sentence, end))
    if not match or _VERB.search(match["post"]):
        return None
    if not any(is_post(each) for each in match["post"].replace("’s", "").replace("'s", "").split()):
        return None
    offset = end - sentence.start
    return sentence.part(offset + match.start("post"), offset + match.end("post"))
