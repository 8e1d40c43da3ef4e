"""Codelists about actors and the parts they play."""

from __future__ import annotations

from .codelist import Codelist


class ActorType(Codelist):
    """What kind of actor it is."""

    COUNTRY = "country", "A state or territory as a whole, with an ISO 3166-1 code."
    GOVERNMENT = "government", "The government of a country or a region, or its head office."
    GOVERNMENT_BODY = "government_body", "A ministry, agency, court, parliament or other public body."
    SUPRANATIONAL = "supranational", "A union to which states have given powers, and its institutions."
    INTERGOVERNMENTAL = "intergovernmental", "An organisation or forum of states, and its organs."
    COMPANY = "company", "A business."
    RESEARCH = "research", "A university, institute or laboratory."
    CIVIL_SOCIETY = "civil_society", "An association, foundation, union or campaign."
    MEDIA = "media", "A newspaper, agency, broadcaster or site that reports."
    CONFERENCE = "conference", "A meeting that speaks in its own name.", "0.2.0"
    PERSON = "person", "A human being."
    GROUP = "group", "Actors named together without being listed, such as the states of a region."


class RoleType(Codelist, list_name="role"):
    """The part an actor plays in the announcement."""

    ANNOUNCER = "announcer", "Makes the announcement, or is the one for whom it is made."
    SPEAKER = "speaker", "Speaks at the occasion."
    ISSUER = "issuer", "Brings out the text."
    PROPOSER = "proposer", "Puts it forward.", "0.2.0"
    ADOPTER = "adopter", "Decides on it and says yes, as a body or as a member of the group that does.", "0.2.0"
    SPONSOR = "sponsor", "Brings the draft before the body that decides.", "0.2.0"
    CO_SPONSOR = "co_sponsor", "Puts its name to another's draft.", "0.2.0", "Co-sponsor"
    FACILITATOR = "facilitator", "Leads the talks on behalf of all.", "0.2.0"
    FOUNDER = "founder", "Brings the organisation or partnership into being.", "0.2.0"
    FUNDER = "funder", "Gives or promises money.", "0.2.0"
    PARTNER = "partner", "Works on it together with the others.", "0.2.0"
    DEPOSITARY = "depositary", "Keeps the treaty and takes in signatures and ratifications.", "0.2.0"
    CHAIR = "chair", "Leads the meeting or the body, alone or with others.", "0.2.0"
    HOST = "host", "Gives the occasion its place."
    ORGANISER = "organiser", "Runs the occasion."
    PARTICIPANT = "participant", "Takes part in the occasion."
    EXHIBITOR = "exhibitor", "Shows products at the occasion."
    SIGNATORY = "signatory", "Signs or joins."
    NON_SIGNATORY = "non_signatory", "Was there or was asked, and did not sign or join.", "0.1.0", "Non-signatory"
    SUPPORTER = "supporter", "Speaks for it without having put it forward.", "0.2.0"
    MEMBER = "member", "Belongs to the body or the network.", "0.2.0"
    OPPONENT = "opponent", "Votes or decides against it.", "0.2.0"
    ABSTAINER = "abstainer", "Is there for the vote and does not vote for or against.", "0.2.0"
    ADDRESSEE = "addressee", "Is spoken to, or is asked to act."
    TARGET = "target", "Is the one against whom or about whom something is done."
    BENEFICIARY = "beneficiary", "Is meant to gain from it."
    IMPLEMENTER = "implementer", "Is to carry it out."
    CRITIC = "critic", "Speaks against it."
    ABSENTEE = "absentee", "Was expected and did not take part."
    MENTIONED = "mentioned", "Is named without playing another part."


class NameType(Codelist):
    """What kind of name it is."""

    OFFICIAL = "official", "The name in the founding text or on the title page."
    COMMON = "common", "A name in wide use that is not the official one."
    ABBREVIATION = "abbreviation", "A short form."
    FORMER = "former", "A name that was given up."
    TRANSLATION = "translation", "A rendering in another language that its bearer does not use itself."
    MISNOMER = "misnomer", "A name that a source uses by mistake."


class IdentifierScheme(Codelist):
    """Where an identifier comes from."""

    WIKIDATA = "wikidata", "Wikidata item, such as Q148."
    ROR = "ror", "Research Organization Registry.", "0.1.0", "ROR"
    LEI = "lei", "Legal Entity Identifier, ISO 17442.", "0.1.0", "LEI"
    ORCID = "orcid", "Open Researcher and Contributor ID.", "0.1.0", "ORCID"
    DOI = "doi", "Digital Object Identifier.", "0.1.0", "DOI"
    ISBN = "isbn", "International Standard Book Number.", "0.1.0", "ISBN"
    CELEX = "celex", "Number of a document in EUR-Lex.", "0.1.0", "CELEX"
    ELI = "eli", "European Legislation Identifier.", "0.1.0", "ELI"
    UN_SYMBOL = "un_symbol", "Symbol of a United Nations document, such as A/RES/78/265.", "0.1.0", "UN symbol"
    DOCUMENT_NUMBER = "document_number", "The number that the issuer gave the document, such as EO 14179."
    OTHER = "other", "Another scheme; the value carries its prefix."
