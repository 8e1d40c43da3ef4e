"""Persons whom a text in Chinese names behind their posts, and instruments between book-title marks."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import NamedTuple

from ..codelists import Action, InstrumentType, Stage
from ..lazy import lazy_pattern

_POSTS = (
    "总理|主席|部长|外长|秘书长|发言人|总统|首相|市长|总裁|首席执行官|创始人|教授|院士|"
    "主任|司长|局长|校长|董事长|大使|负责人|研究员|院长|书记|会长|理事长|署长|厅长|总工程师|首席科学家|总经理"
)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆"
    "汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤傅华岑耿洪"
)
_AFTER = (
    r"[在于就当今昨近等和与还也率同向对则致会出主]|[0-9]|[，。、：（]|"
    r"指出|表示|强调|说|称|认为|呼吁|宣布|介绍|建议|警告|批评"
)
_PERSON = lazy_pattern(rf"(?:{_POSTS})(?P<name>[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?={_AFTER})")
_SURNAME = lazy_pattern(f"[{_SURNAMES}]")
_DONE = lazy_pattern(
    r"(?<![将拟待实])(?P<verb>发布|公布|印发|签署|通过|批准|出台)了?(?:新的|首个|首部)?《(?P<name>[^《》]{2,60})》(?!的)"
)
_VERBS = {
    "签署": (Action.SIGN, Stage.SIGNED),
    "通过": (Action.ADOPT, Stage.ADOPTED),
    "批准": (Action.ADOPT, Stage.ADOPTED),
}
_TYPES = {
    "行动计划": InstrumentType.ACTION_PLAN, "倡议": InstrumentType.INITIATIVE, "宣言": InstrumentType.DECLARATION,
    "声明": InstrumentType.DECLARATION, "公报": InstrumentType.DECLARATION, "办法": InstrumentType.REGULATION,
    "条例": InstrumentType.REGULATION, "规定": InstrumentType.REGULATION, "法": InstrumentType.LAW,
    "决议": InstrumentType.RESOLUTION, "公约": InstrumentType.TREATY, "条约": InstrumentType.TREATY,
    "指南": InstrumentType.GUIDANCE, "战略": InstrumentType.STRATEGY, "报告": InstrumentType.REPORT,
    "标准": InstrumentType.STANDARD, "框架": InstrumentType.FRAMEWORK, "备忘录": InstrumentType.MEMORANDUM,
}  # fmt: skip


class Titled(NamedTuple):
    """A text in book-title marks, and what is done to it; where the verb begins."""

    name: str
    type: InstrumentType
    action: Action
    stage: Stage
    verb: int


def persons(text: str) -> Iterator[tuple[int, str]]:
    """The places and names of persons behind their posts; only names of two or three signs, as Chinese ones are.

    >>> list(persons("外交部发言人毛宁8月12日表示"))
    [(6, '毛宁')]
    """
    for match in _PERSON.finditer(text):
        yield match.start("name"), match["name"]


def named(text: str, names: Container[str]) -> Iterator[tuple[int, str]]:
    """Where a text has one of these names of persons; of two at one place the longer one."""
    for match in _SURNAME.finditer(text):
        place = match.start()
        found = next((name for name in (text[place : place + 3], text[place : place + 2]) if name in names), None)
        if found:
            yield place, found


def titled(text: str) -> Iterator[Titled]:
    """The texts that a sentence says to be published, signed or adopted, if their names say of what type they are."""
    for match in _DONE.finditer(text):
        plain = match["name"].partition("（")[0]
        type = next((type for end, type in _TYPES.items() if plain.endswith(end)), None)
        if type is not None:
            action, stage = _VERBS.get(match["verb"], (Action.PUBLISH, Stage.PUBLISHED))
            yield Titled(match["name"], type, action, stage, match.start("verb"))
