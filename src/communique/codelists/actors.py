"""Codelists about actors and the parts they play."""

from __future__ import annotations

from .codelist import Codelist, also


class ActorType(Codelist):
    """What kind of actor it is."""

    COUNTRY = "country", "A state or territory as a whole, with an ISO 3166-1 code.", also("nation, state, territory")
    GOVERNMENT = (
        "government",
        "The government of a country or a region, or its head office.",
        also("cabinet, administration, federal government"),
    )
    GOVERNMENT_BODY = (
        "government_body",
        "A ministry, agency, court, parliament or other public body.",
        also("ministry, agency, court, parliament, department, regulator, authority", "public body"),
    )
    SUPRANATIONAL = (
        "supranational",
        "A union to which states have given powers, and its institutions.",
        also("eu, european union, eu institution"),
    )
    INTERGOVERNMENTAL = (
        "intergovernmental",
        "An organisation or forum of states, and its organs.",
        also(
            "igo, international organisation, international_organization", "intergovernmental organisation, un, un body"
        ),
    )
    COMPANY = (
        "company",
        "A business.",
        also("corporation, business, firm, corporate, enterprise, private company", "startup"),
    )
    RESEARCH = (
        "research",
        "A university, institute or laboratory.",
        also("university, academia, institute, laboratory, lab, research institute", "academic, think tank"),
    )
    CIVIL_SOCIETY = (
        "civil_society",
        "An association, foundation, union or campaign.",
        also("ngo, nonprofit, foundation, association, charity, union, think tank"),
    )
    MEDIA = (
        "media",
        "A newspaper, agency, broadcaster or site that reports.",
        also("newspaper, press, broadcaster, news agency, news outlet, media outlet"),
    )
    CONFERENCE = "conference", "A meeting that speaks in its own name.", "0.2.0", also("summit, meeting")
    PERSON = "person", "A human being.", also("individual, human, politician, official")
    GROUP = (
        "group",
        "Actors named together without being listed, such as the states of a region.",
        also("coalition, bloc, alliance, states"),
    )


class RoleType(Codelist, list_name="role"):
    """The part an actor plays in the announcement."""

    ANNOUNCER = (
        "announcer",
        "Makes the announcement, or is the one for whom it is made.",
        also("announced by, announcing"),
    )
    SPEAKER = "speaker", "Speaks at the occasion.", also("speech by, orator")
    ISSUER = "issuer", "Brings out the text.", also("publisher, publishes, issued by")
    PROPOSER = "proposer", "Puts it forward.", "0.2.0", also("initiator, proposed by")
    ADOPTER = (
        "adopter",
        "Decides on it and says yes, as a body or as a member of the group that does.",
        "0.2.0",
        also("decision maker, adopted by, voted for"),
    )
    SPONSOR = (
        "sponsor",
        "Brings the draft before the body that decides.",
        "0.2.0",
        also("introducer, tabled by, brings in"),
    )
    CO_SPONSOR = "co_sponsor", "Puts its name to another's draft.", "0.2.0", "Co-sponsor", also("coauthor")
    FACILITATOR = "facilitator", "Leads the talks on behalf of all.", "0.2.0", also("mediator, coordinator")
    FOUNDER = "founder", "Brings the organisation or partnership into being.", "0.2.0", also("creator, established by")
    FUNDER = "funder", "Gives or promises money.", "0.2.0", also("donor, investor, backer, financier")
    PAYER = (
        "payer",
        "Pays or has to pay: a price, a fine, a share of its revenue.",
        "0.3.0",
        also("pays, paid by, debtor"),
    )
    LICENSOR = (
        "licensor",
        "Grants or refuses a licence or a permit.",
        "0.3.0",
        also("licensing authority, permitting authority, grants a licence"),
    )
    LICENSEE = (
        "licensee",
        "Gets a licence or a permit, or asks for one.",
        "0.3.0",
        also("licence holder, license holder, applicant, permit holder"),
    )
    AUTHOR = (
        "author",
        "Wrote the text, whoever brings it out.",
        "0.3.0",
        also("writer, written by, drafter, authors"),
    )
    PARTNER = "partner", "Works on it together with the others.", "0.2.0", also("collaborator, cooperation partner")
    DEPOSITARY = (
        "depositary",
        "Keeps the treaty and takes in signatures and ratifications.",
        "0.2.0",
        also("depository, keeper"),
    )
    CHAIR = (
        "chair",
        "Leads the meeting or the body, alone or with others.",
        "0.2.0",
        also("chairman, chairperson, co-chair, presiding"),
    )
    HOST = "host", "Gives the occasion its place.", also("hosted by")
    ORGANISER = "organiser", "Runs the occasion.", also("organizer, organised by, organized by")
    PARTICIPANT = "participant", "Takes part in the occasion.", also("attendee, attendant, delegate, guest, visitor")
    EXHIBITOR = "exhibitor", "Shows products at the occasion.", also("shows")
    SIGNATORY = "signatory", "Signs or joins.", also("signer, signs, signed, party")
    NON_SIGNATORY = (
        "non_signatory",
        "Was there or was asked, and did not sign or join.",
        "0.1.0",
        "Non-signatory",
        also("not signed, refuser, did not sign"),
    )
    SUPPORTER = (
        "supporter",
        "Speaks for it without having put it forward.",
        "0.2.0",
        also("endorser, advocate, proponent, backer"),
    )
    MEMBER = "member", "Belongs to the body or the network.", "0.2.0", also("belongs to, member state")
    OPPONENT = "opponent", "Votes or decides against it.", "0.2.0", also("opposer, against, voted against")
    ABSTAINER = (
        "abstainer",
        "Is there for the vote and does not vote for or against.",
        "0.2.0",
        also("abstained, abstention"),
    )
    ADDRESSEE = "addressee", "Is spoken to, or is asked to act.", also("recipient, audience, addressed")
    TARGET = "target", "Is the one against whom or about whom something is done.", also("targeted, defendant")
    BENEFICIARY = "beneficiary", "Is meant to gain from it.", also("recipient, grantee")
    IMPLEMENTER = "implementer", "Is to carry it out.", also("executor, implementing body")
    CRITIC = "critic", "Speaks against it.", also("criticiser, criticizer")
    ABSENTEE = "absentee", "Was expected and did not take part.", also("absent, missing, no-show")
    MENTIONED = "mentioned", "Is named without playing another part.", also("named, cited, referenced")


class NameType(Codelist):
    """What kind of name it is."""

    OFFICIAL = "official", "The name in the founding text or on the title page.", also("full, full name, legal, formal")
    COMMON = (
        "common",
        "A name in wide use that is not the official one.",
        also("informal, popular, nickname, usual, alias"),
    )
    ABBREVIATION = "abbreviation", "A short form.", also("acronym, short, abbr, initials, short form")
    FORMER = "former", "A name that was given up.", also("old, previous, ex, formerly")
    TRANSLATION = (
        "translation",
        "A rendering in another language that its bearer does not use itself.",
        also("translated, transliteration"),
    )
    MISNOMER = "misnomer", "A name that a source uses by mistake.", also("wrong, mistaken, misspelling, error")


class IdentifierScheme(Codelist):
    """Where an identifier comes from."""

    WIKIDATA = "wikidata", "Wikidata item, such as Q148.", also("qid, wikidata id")
    ROR = "ror", "Research Organization Registry.", "0.1.0", "ROR", also("research organization registry")
    LEI = "lei", "Legal Entity Identifier, ISO 17442.", "0.1.0", "LEI", also("legal entity identifier")
    ORCID = "orcid", "Open Researcher and Contributor ID.", "0.1.0", "ORCID", also("orcid id")
    DOI = "doi", "Digital Object Identifier.", "0.1.0", "DOI", also("digital object identifier")
    ISBN = "isbn", "International Standard Book Number.", "0.1.0", "ISBN", also("isbn13, isbn-10")
    CELEX = "celex", "Number of a document in EUR-Lex.", "0.1.0", "CELEX", also("eur-lex")
    ELI = "eli", "European Legislation Identifier.", "0.1.0", "ELI", also("european legislation identifier")
    UN_SYMBOL = (
        "un_symbol",
        "Symbol of a United Nations document, such as A/RES/78/265.",
        "0.1.0",
        "UN symbol",
        also("un document, un document symbol, symbol"),
    )
    FEDERAL_REGISTER = (
        "federal_register",
        "Citation of the Federal Register of the United States, volume and first page, such as 90 FR 8741.",
        "0.3.0",
        "Federal Register",
        also("federal register citation, fr citation, fr, fed. reg."),
    )
    RIN = (
        "rin",
        "Regulation Identifier Number of a rule of the United States, such as 0694-AJ90.",
        "0.3.0",
        "RIN",
        also("regulation identifier number, regulatory information number"),
    )
    DOCKET = (
        "docket",
        "Number under which an authority or a court keeps the papers of a case, such as NTIA-2023-0005.",
        "0.3.0",
        also("docket number, docket id, case number, file number"),
    )
    DOCUMENT_NUMBER = (
        "document_number",
        "The number that the issuer gave the document, such as EO 14179.",
        also("number, document id, document no, eo number"),
    )
    OTHER = "other", "Another scheme; the value carries its prefix.", also("misc, miscellaneous")
