"""Codelists about instruments, what is done to them and where they stand."""

from __future__ import annotations

from .codelist import Codelist, also


class InstrumentType(Codelist):
    """What kind of thing an instrument is."""

    INTERNATIONAL_ORGANISATION = (
        "international_organisation",
        "An organisation that states found together.",
        also(
            "international_organization, organisation, organization, igo",
            "intergovernmental organisation, intergovernmental organization, io",
        ),
    )
    BODY = (
        "body",
        "A committee, panel, institute, office or agency.",
        also(
            "institution, committee, commission, council, panel, institute, office",
            "agency, board, task force, authority",
        ),
    )
    NETWORK = "network", "A loose union of bodies that keep their independence.", also("alliance, coalition")
    TREATY = "treaty", "An agreement that binds states under international law.", also("convention, pact, protocol")
    LAW = "law", "A statute passed by a legislature.", also("act, statute, legislation")
    BILL = "bill", "A draft law, put before the body that decides.", "0.2.0", also("draft law, draft act, law proposal")
    EXECUTIVE_ORDER = (
        "executive_order",
        "An order of a head of state or government.",
        also("eo, presidential order, decree, order"),
    )
    REGULATION = "regulation", "Binding rules of general reach below or beside a statute.", also("regulations")
    RULE = "rule", "Binding rules that an agency makes under a statute.", also("rules, rulemaking, agency rule")
    GUIDANCE = "guidance", "Advice of a regulator on how to follow the rules.", also("guidelines, guideline, advice")
    CODE_OF_PRACTICE = "code_of_practice", "Conduct that those who join promise to keep.", also("code of conduct, code")
    DECLARATION = (
        "declaration",
        "A text of principles or intentions with names under it.",
        also("principles, statement"),
    )
    INITIATIVE = "initiative", "Ideas that one actor puts forward for others to take up.", "0.2.0", also("proposal")
    COMMITMENT = (
        "commitment",
        "A promise of companies or governments, each for itself.",
        "0.2.0",
        also("pledge, voluntary commitment"),
    )
    MEMORANDUM = (
        "memorandum",
        "An understanding between a few, signed, without the force of a treaty.",
        "0.2.0",
        also("mou, memorandum of understanding, letter of intent"),
    )
    FRAMEWORK = "framework", "Several texts or steps that belong together under one name.", "0.2.0", also("package")
    RESOLUTION = "resolution", "A decision of an assembly or council.", also("decision of an assembly")
    ACTION_PLAN = "action_plan", "A list of steps to be taken.", also("plan, roadmap")
    STRATEGY = "strategy", "Goals and priorities for several years.", also("national strategy")
    PROGRAMME = "programme", "A set of activities with its own means.", also("program, project, scheme")
    FUND = "fund", "Money set apart for a purpose.", also("funding, grant scheme")
    STANDARD = "standard", "A technical or management standard.", also("norm, specification, technical standard")
    REPORT = "report", "A text of findings.", also("study, paper, assessment")
    EXPORT_CONTROL = (
        "export_control",
        "Limits on what may be sold or sent abroad.",
        also("export controls, export restriction, export ban"),
    )
    LICENCE = (
        "licence",
        "A permission for somebody to do what is otherwise not allowed.",
        also("license, permit, export licence"),
    )
    CONDITION = (
        "condition",
        "What somebody has to do to get or keep a licence, money or membership.",
        "0.3.0",
        also("licence condition, requirement, proviso"),
    )
    PARTNERSHIP = (
        "partnership",
        "A lasting union of public and private bodies for a purpose.",
        "0.2.0",
        also("joint venture, public-private partnership"),
    )
    COMMUNITY = (
        "community",
        "People or projects that work together in the open, without a founding text.",
        also("open source community"),
    )
    DIALOGUE = "dialogue", "A standing series of talks.", also("talks, dialog")
    SUMMIT = (
        "summit",
        "A meeting of leaders, as a thing that is planned, moved or called off.",
        also("leaders' meeting"),
    )
    OTHER = "other", "None of the other codes fits; the description says what it is.", also("misc, miscellaneous")


class Action(Codelist):
    """What is done to an instrument."""

    ESTABLISH = (
        "establish",
        "It is brought into being, or that is proposed (see stage and modality).",
        also("create, creates, created, found, founded, set up, sets up", "form, formed, establishment"),
    )
    PROPOSE = (
        "propose",
        "Somebody who would take part in it puts it forward.",
        "0.3.0",
        also("proposes, proposed, put forward, float, floated"),
    )
    RECOMMEND = (
        "recommend",
        "Somebody who does not decide on it advises that it be done.",
        "0.3.0",
        also("recommends, recommended, recommendation, advise, advised, suggest"),
    )
    INTRODUCE = (
        "introduce",
        "A draft of it is put before the body that decides.",
        "0.2.0",
        also("introduction, submit, submitted, table, tabled, bring in, file"),
    )
    ADOPT = (
        "adopt",
        "The body that decides says yes.",
        also("adoption, pass, passed, approve, approved, enact, enacted"),
    )
    PUBLISH = "publish", "Its text comes out.", also("publication, release, released, issue, issued")
    SIGN = "sign", "Somebody puts their name to it.", also("signed, signs, signing, signature")
    OPEN_FOR_SIGNATURE = (
        "open_for_signature",
        "From now on it can be signed.",
        "0.2.0",
        also("opened for signature, opens for signature"),
    )
    RATIFY = "ratify", "A state confirms that it will be bound.", also("ratified, ratification")
    BRING_INTO_FORCE = (
        "bring_into_force",
        "It, or a part of it, begins to count.",
        "0.2.0",
        also(
            "enter into force, enters into force, entry into force, entered into force",
            "take effect, takes effect, in force, commence",
        ),
    )
    LAUNCH = "launch", "It starts its work.", "0.2.0", also("start, started, begin, inaugurate, inaugurated, kick off")
    CONVENE = "convene", "It meets.", "0.2.0", also("meet, meeting, hold, held")
    APPOINT = "appoint", "Its members or its head are named.", "0.2.0", also("appointment, nominate, nominated, elect")
    GRANT = "grant", "A licence is given or promised.", "0.2.0", also("award, licence, license, permit")
    AMEND = "amend", "Parts of it are changed.", also("amendment, change, modify, revise, revised, update, updated")
    POSTPONE = "postpone", "Its day is moved back.", also("delay, delayed, defer, deferred, put off, adjourn")
    SUSPEND = "suspend", "It is not applied for the time being.", "0.2.0", also("suspension, pause, paused, halt")
    REPEAL = (
        "repeal",
        "A legislature or a successor text ends it.",
        also("abolish, abolished, abrogate, rescind, cancel, end"),
    )
    REVOKE = "revoke", "The authority that made it takes it back.", also("revocation, rescind, withdraw, cancel, end")
    RENAME = "rename", "It goes on under another name.", also("rebrand, renaming, new name")
    FUND = "fund", "Money is given or promised to it.", also("funding, finance, invest, pay for")
    JOIN = "join", "Somebody becomes a member or a party.", also("accede, accession, become a member")
    IMPLEMENT = "implement", "It is carried out.", also("implementation, carry out, execute")
    ENFORCE = (
        "enforce",
        "It is applied to somebody who did not keep it.",
        also("enforcement, fine, fined, penalise, sanction, ban"),
    )


class Stage(Codelist):
    """Where an instrument stands after what was done to it."""

    IDEA = "idea", "Spoken of; nobody has put it forward formally.", also("concept, floated, suggested, mooted")
    ANNOUNCED = (
        "announced",
        "Decided or promised by those who can bring it about; nothing is set up yet.",
        "0.2.0",
        also("promised, announcement"),
    )
    PROPOSED = "proposed", "Put forward by somebody who could bring it about.", also("proposal, put forward, tabled")
    UNDER_CONSULTATION = (
        "under_consultation",
        "Views on a draft are being gathered.",
        also("consultation, public consultation"),
    )
    UNDER_DELIBERATION = (
        "under_deliberation",
        "Before the body that decides.",
        also("deliberation, pending, in committee, debated, in parliament, negotiation", "under negotiation"),
    )
    PUBLISHED = (
        "published",
        "Its text is out; no further decision is needed or none has been taken.",
        also("released, issued"),
    )
    ADOPTED = "adopted", "Decided; not yet in force, or meant to have none.", also("passed, approved, agreed, decided")
    OPEN_FOR_SIGNATURE = "open_for_signature", "Can be signed, not yet in force.", "0.2.0", also("opened for signature")
    SIGNED = "signed", "Signed, not yet in force.", also("signature")
    IN_FORCE_PARTIALLY = "in_force_partially", "Parts of it count already.", also("partially in force, partly in force")
    IN_FORCE = (
        "in_force",
        "It counts, it exists, it works.",
        also(
            "effective, active, operational, in effect, launched, established",
            "implemented, running, entered into force",
        ),
    )
    POSTPONED = "postponed", "Moved to a later day or to no day at all.", also("delayed, deferred, put off")
    SUSPENDED = (
        "suspended",
        "In being, and not applied for the time being.",
        "0.2.0",
        also("paused, on hold, halted, stayed"),
    )
    FULFILLED = (
        "fulfilled",
        "Done with: what it asked for has been done.",
        also("completed, done, finished, achieved, implemented"),
    )
    LAPSED = "lapsed", "Ended by its own terms or by time.", also("expired, ended")
    WITHDRAWN = "withdrawn", "Taken back by those who put it forward.", also("retracted, abandoned, dropped, cancelled")
    REJECTED = "rejected", "The body that decides said no.", also("failed, defeated, voted down, refused")
    SUPERSEDED = "superseded", "Another instrument took its place.", also("replaced")
    REPEALED = "repealed", "Its force was ended.", also("revoked, rescinded, abolished, cancelled")


class Bindingness(Codelist):
    """Whom an instrument obliges, and how."""

    BINDING = (
        "binding",
        "Law for those it addresses.",
        also("legally binding, mandatory, compulsory, hard law, obligatory"),
    )
    CONDITIONALLY_BINDING = (
        "conditionally_binding",
        "Binds only those who join, sign or take the money.",
        also("conditional, binding on members, binding on parties"),
    )
    NON_BINDING = (
        "non_binding",
        "Advice or intention without legal force.",
        "0.1.0",
        "Non-binding",
        also("not binding, not legally binding, soft law, advisory"),
    )
    VOLUNTARY = "voluntary", "A promise that those who choose to join may leave again.", also("opt-in, self-regulatory")
    POLITICAL = (
        "political",
        "A promise between governments without legal force.",
        also("politically binding, political commitment"),
    )
    UNKNOWN = "unknown", "The sources do not let one tell.", also("unclear, not stated, undetermined")


class AttributeName(Codelist):
    """Which property of an instrument an attribute gives."""

    SEAT = "seat", "Where it has, or is to have, its head office.", also("headquarters, head office, location, hq")
    MEMBERS = "members", "Who belongs to it.", also("membership, member states, member")
    OPENNESS = "openness", "Who may join it.", also("open to, eligibility")
    BUDGET = "budget", "How much money it has or is to have.", also("funding, money")
    DURATION = "duration", "How long it is to last.", also("term, length, period, lifetime")
    POINTS = "points", "How many points, actions or pillars it has.", also("actions, pillars, measures, steps")
    ARTICLES = "articles", "How many articles or sections it has.", also("sections, chapters")
    PURPOSE = "purpose", "What it is for.", also("aim, goal, objective, mandate, mission")
    PARTNERS = "partners", "Who is to work together under it.", also("partner, collaborators")
    SCOPE = "scope", "Whom or what it covers.", also("coverage, applies to")
    PENALTY = "penalty", "What breaking it costs.", also("fine, fines, sanction, sanctions, penalties")
    THRESHOLD = "threshold", "From which size or risk on it applies.", also("limit, cutoff")
    VOTE = "vote", "How the vote on it went.", also("votes, vote count, voting result, tally")
    SIGNATORIES = "signatories", "How many or who signed it.", also("signers, signed by, parties, signatory")
    NAME = "name", "How it is, or is to be, called.", also("title, called")
    BINDINGNESS = (
        "bindingness",
        "Whom it obliges, and how: a code of `bindingness`.",
        "0.3.0",
        also("binding, legal force, legal status"),
    )
    OTHER = "other", "Another property; the note says which.", also("misc, miscellaneous")
