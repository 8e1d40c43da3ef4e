"""Words for types of announcements in languages other than English, and words that leave the type open."""

from __future__ import annotations

from functools import lru_cache

from ..codelists import AnnouncementType
from .code_words import code_called
from .folding import fold

_WORDS = {
    AnnouncementType.LEGISLATIVE_ACT: "gesetz, loi, ley, legge, lei, 法律",
    AnnouncementType.TREATY: "vertrag, übereinkommen, abkommen, traité, tratado, trattato, 条约",
    AnnouncementType.STRATEGY: "strategie, stratégie, estrategia, estratégia, strategia, 战略",
    AnnouncementType.DECLARATION: "erklärung, déclaration, declaración, declaração, dichiarazione, 宣言",
    AnnouncementType.JOINT_STATEMENT: "gemeinsame erklärung, déclaration conjointe, declaración conjunta, 联合声明",
    AnnouncementType.ACTION_PLAN: "aktionsplan, plan d'action, plan de acción, plano de ação, 行动计划",
    AnnouncementType.REGULATORY_GUIDANCE: "leitlinien, lignes directrices, directrices, 指南",
    AnnouncementType.CONSULTATION: "konsultation, consultation publique, consulta pública",
    AnnouncementType.REPORT: "bericht, rapport, informe, relatório, rapporto, 报告",
    AnnouncementType.PRESS_RELEASE: "pressemitteilung, communiqué de presse, comunicado de prensa, 新闻稿",
    AnnouncementType.SPEECH: "rede, discours, discurso, discorso, 讲话",
    AnnouncementType.RESOLUTION: "entschließung, résolution, resolución, risoluzione, 决议",
    AnnouncementType.STANDARD: "技术标准, norma técnica",
}
_TYPES = {fold(word.strip()): code for code, words in _WORDS.items() for word in words.split(",")}
_OPEN = frozenset(fold(each) for each in ("regulation", "regulations", "verordnung", "règlement", "reglamento"))
"""Of the European Union a legislative act, of others an executive one."""


@lru_cache(maxsize=1_000)
def type_called(name: str) -> AnnouncementType | None:
    """The only type that is called so in one of the languages.

    >>> type_called("Gesetz"), type_called("regulation")
    (<AnnouncementType.LEGISLATIVE_ACT: 'legislative_act'>, None)
    """
    word = fold(name.strip())
    if word in _OPEN:
        return None
    found = code_called(name, AnnouncementType)
    return found if isinstance(found, AnnouncementType) else _TYPES.get(word)
