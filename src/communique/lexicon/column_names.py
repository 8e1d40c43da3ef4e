"""What people call the columns of their sheets, in several languages, and the fields that are meant.

A name that leaves open what is meant is not here: a country is where something holds, not who announced it, and from an
effective date a text may be in force or apply. These columns are kept, and the curator says what they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from .field_synonyms import FIELD_WORDS
from .folding import fold

_TITLE, _PAGE, _DAY = ("title", "name"), ("url", "links", "sources"), ("dates", "published")
_ENGLISH: Mapping[tuple[str, ...], str] = {
    _TITLE: """
        announcement, announcement title, policy, policy name, policy title, name of policy, title of
        policy, official name, official title, english name, english title, document, document name,
        document title, title of document, initiative, initiative name, initiative title, bill title, law
        title, law name, name of law, act name, legislation, legislation title, regulation, measure, measure
        title, intervention title, news title
    """,
    _DAY: """
        announced on, date announced, announcement date, date of announcement, release date, date released,
        issue date, date issued, issued on
    """,
    ("published", "dates"): """
        publication date, date published, date of publication, published on, publish date
    """,
    ("submitted",): """
        introduced, introduced on, date introduced, introduction date, proposed date, date proposed,
        proposed on, filed, date filed
    """,
    ("adopted",): """
        adopted on, adoption date, date adopted, date of adoption, enacted, enacted on, date enacted,
        enactment date, passed, date passed
    """,
    ("signed",): """
        signed on, date signed, signature date, signing date
    """,
    ("entry_into_force",): """
        entry into force date, date of entry into force, entered into force, entered into force on, in force
        since, date in force
    """,
    ("deadline",): """
        due date, comment deadline
    """,
    ("actor", "publisher"): """
        actors, announcer, announced by, who announced, who announced it, issued by, issuer, issuing body,
        issuing authority, issuing agency, responsible organisation, responsible organization, responsible
        organisation s
    """,
    ("types", "type"): """
        policy type, type of policy, document type, type of document, announcement type, type of
        announcement, initiative type, kind
    """,
    _PAGE: """
        urls, url s, links, link s, source url, source urls, source link, source links, link to source,
        official url, official link, link to document, document url, document link, link to text, public
        access url, webpage, web page, reference link
    """,
    ("language",): """
        lang, language of title
    """,
}
_OTHERS: Mapping[tuple[str, ...], str] = {
    _TITLE: """
        titre, intitulé, nom, annonce, mesure, titre de l'annonce, título, nombre, anuncio, medida, nombre
        de la política, Titel, Bezeichnung, Überschrift, Ankündigung, Maßnahme, Gesetz, titolo, nome, naam,
        tytuł, название, заголовок, наименование, العنوان, الاسم, 标题, 名称, 题目, 政策名称, 文件名称, 文件标题,
        標題, 名稱, タイトル, 件名, 제목
    """,
    _DAY: """
        date de l'annonce, date d'annonce, annoncé le, fecha, fecha de anuncio, fecha del anuncio, Datum,
        Tag, Ankündigungsdatum, Datum der Ankündigung, angekündigt am, data, дата, التاريخ, 日期, 时间, 宣布日期,
        公告日期, 時間, 日付, 날짜
    """,
    ("published", "dates"): """
        date de publication, publié le, fecha de publicación, publicado, Veröffentlichungsdatum,
        veröffentlicht am, veröffentlicht, data di pubblicazione, data de publicação, дата публикации, تاريخ
        النشر, 发布日期, 发布时间, 公布日期, 發布日期
    """,
    ("submitted",): """
        eingebracht am, déposé le, fecha de presentación, дата внесения, 提出日期
    """,
    ("adopted",): """
        date d'adoption, adopté le, fecha de adopción, verabschiedet am, Verabschiedung, beschlossen am,
        дата принятия, 通过日期
    """,
    ("signed",): """
        date de signature, signé le, fecha de firma, unterzeichnet am, Unterzeichnung, дата подписания, 签署日期
    """,
    ("entry_into_force",): """
        entrée en vigueur, date d'entrée en vigueur, entrada en vigor, fecha de entrada en vigor,
        Inkrafttreten, in Kraft seit, in Kraft ab, вступление в силу, дата вступления в силу, 生效日期, 施行日期
    """,
    ("deadline",): """
        date limite, échéance, fecha límite, plazo, Frist, Stichtag, срок, 截止日期
    """,
    ("actor", "publisher"): """
        acteur, acteurs, annoncé par, organisme, actores, organismo, institución, entidad, Akteur, Akteure,
        wer, Behörde, Institution, angekündigt von, организация, ведомство, الجهة, 发布机构, 发布单位, 发文机关,
        机构, 主体, 發布機構, 機構
    """,
    ("types", "type"): """
        catégorie, tipo, categoría, tipo de política, Art, Typ, Kategorie, Dokumentart, тип, вид, النوع, 类型,
        类别, 文件类型, 政策类型, 類型, 種類, 유형
    """,
    _PAGE: """
        lien, liens, lien source, adresse, enlace, enlaces, fuente, Quelle, Quellen, Verweis, Fundstelle,
        collegamento, ссылка, ссылки, источник, الرابط, المصدر, 链接, 网址, 来源, 原文链接, 来源链接,
        鏈接, 網址, 來源, リンク, 링크
    """,
    ("note",): """
        remarque, remarques, commentaire, commentaires, nota, notas, observaciones, comentarios, Anmerkung,
        Anmerkungen, Bemerkung, Bemerkungen, Notiz, Notizen, Kommentar, примечание, комментарий, ملاحظات,
        备注, 備註, 備考, 비고
    """,
    ("language",): """
        langue, idioma, Sprache, lingua, taal, язык, اللغة, 语言, 語言, 言語, 언어
    """,
    ("country",): """
        pays, país, Land, paese, страна, الدولة, 国家, 國家, 国
    """,
}


def key_of(column: str) -> str:
    """The name of a column as words with underscores, without differences of case, accents and signs.

    >>> key_of("Date d’annonce"), key_of("URL(s)")
    ('date_d_annonce', 'url_s')
    """
    return re.sub(r"\W+", "_", fold(column)).strip("_")


def fields_called(column: str) -> tuple[str, ...]:
    """The fields that the name of a column can mean, the likeliest first.

    >>> fields_called("Source link"), fields_called("发布机构")
    (('url', 'links', 'sources'), ('actor', 'publisher'))
    """
    key = key_of(column)
    return (*_KEYS.get(key, ()), *FIELD_WORDS.get(key, ()), *_OTHER_KEYS.get(key, ()))


def is_in_another_language(column: str) -> bool:
    """Whether a column is called as in another language than English, and not as in English.

    >>> is_in_another_language("Titel"), is_in_another_language("Title")
    (True, False)
    """
    key = key_of(column)
    return key in _OTHER_KEYS and key not in _KEYS and key not in FIELD_WORDS


def _by_key(names: Mapping[tuple[str, ...], str]) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({key_of(each): fields for fields, some in names.items() for each in some.split(",")})


_KEYS, _OTHER_KEYS = _by_key(_ENGLISH), _by_key(_OTHERS)
