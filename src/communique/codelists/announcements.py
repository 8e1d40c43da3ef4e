"""Codelists about the announcement as an act: what it is, when, where it stands."""

from __future__ import annotations

from .codelist import Codelist, also


class AnnouncementType(Codelist):
    """What kind of announcement it is."""

    SPEECH = (
        "speech",
        "Words spoken to an audience, by which something is made known.",
        also("address, remarks, keynote, talk"),
    )
    PRESS_RELEASE = (
        "press_release",
        "A text handed to the press or put on the announcer's own site.",
        also("news release, media release, press statement"),
    )
    DECLARATION = (
        "declaration",
        "A text of principles or intentions that one or more actors put their name to.",
        also("principles"),
    )
    JOINT_STATEMENT = (
        "joint_statement",
        "A text that two or more actors issue together, short of a treaty.",
        also("joint declaration, joint communique, communique"),
    )
    ACTION_PLAN = (
        "action_plan",
        "A list of steps that the announcer means to take or wants others to take.",
        also("plan, roadmap"),
    )
    STRATEGY = "strategy", "Goals and priorities for several years.", also("national strategy")
    LEGISLATIVE_ACT = (
        "legislative_act",
        "A step in the life of a statute: introduced, passed, signed into law.",
        also("law, bill, statute, act, legislation"),
    )
    EXECUTIVE_ACT = (
        "executive_act",
        "An order, decree or regulation made by an executive on its own authority.",
        also("executive order, decree, regulation, presidential order", "presidential memorandum"),
    )
    REGULATORY_GUIDANCE = (
        "regulatory_guidance",
        "A regulator explains how it will apply the rules.",
        also("guidance, guidelines, guideline"),
    )
    CONSULTATION = (
        "consultation",
        "The public or a group is asked for its views on a draft or a question.",
        also("call for comments, request for comment, public consultation", "call for evidence"),
    )
    TREATY = (
        "treaty",
        "A step in the life of an agreement that binds states under international law.",
        also("convention"),
    )
    RESOLUTION = (
        "resolution",
        "A decision that an assembly or a council takes by vote or by consensus.",
        also("un resolution"),
    )
    INSTITUTION_PROPOSAL = (
        "institution_proposal",
        "A new organisation, body or network is put forward.",
        also("proposal of an institution, new institution, institution"),
    )
    INSTITUTION_FOUNDING = (
        "institution_founding",
        "An organisation, body or network comes into being or is renamed.",
        also("founding, establishment, launch of an institution, new institution", "institution"),
    )
    FUNDING = "funding", "Money is promised, raised or spent.", also("grant, investment, subsidy, fund")
    STANDARD = (
        "standard",
        "A technical or management standard is proposed, published or changed.",
        also("norm, technical standard"),
    )
    REPORT = "report", "Findings are published.", also("study, findings")
    CORPORATE_COMMITMENT = (
        "corporate_commitment",
        "One or more companies promise to act or not to act in some way.",
        also("company commitment, industry commitment"),
    )
    ENFORCEMENT = (
        "enforcement",
        "Rules are applied to somebody: an investigation, a fine, a ban, a licence refused.",
        also("fine, ban, investigation, sanction, penalty, lawsuit"),
    )
    APPOINTMENT = "appointment", "Somebody is named to an office or a panel.", also("nomination")
    MEETING = (
        "meeting",
        "A meeting or a summit is called, opened or held.",
        "0.2.0",
        also("summit, conference, forum, session"),
    )
    MEETING_OUTCOME = (
        "meeting_outcome",
        "What a meeting or a summit agreed or made known at its end.",
        also("outcome, summit outcome, conference outcome, chair's summary", "outcome document, communique"),
    )
    LICENSING = (
        "licensing",
        "A licence is promised, granted, refused or withdrawn.",
        "0.2.0",
        also("licence, license, permit, export licence"),
    )
    OTHER = "other", "None of the other codes fits; the summary says what it is.", also("misc, miscellaneous")


class DateRole(Codelist):
    """What happened, or is to happen, on a date."""

    ANNOUNCED = "announced", "It was made known to the public.", also("announcement, announce, made public, unveiled")
    DELIVERED = (
        "delivered",
        "The speech was given, when that differs from the day it became known.",
        also("spoken, given, speech"),
    )
    PUBLISHED = "published", "The text came out.", also("publication, publish, issued, released")
    SUBMITTED = "submitted", "It was put before the body that decides.", "0.2.0", also("introduced, tabled, filed")
    ADOPTED = "adopted", "The body that decides said yes.", also("adoption, adopt, passed, approved")
    SIGNED = "signed", "It was signed.", also("signature, sign, signing")
    OPENED_FOR_SIGNATURE = (
        "opened_for_signature",
        "From this day it could be signed.",
        also("open for signature, opening for signature"),
    )
    PROMULGATED = (
        "promulgated",
        "It was published as law in the official journal.",
        also("promulgation, gazetted, official journal"),
    )
    ENTRY_INTO_FORCE = (
        "entry_into_force",
        "It became law or otherwise took effect as a whole.",
        also(
            "in force, enters into force, entered into force, took effect, takes effect",
            "effective, effective date, effective from, commencement",
        ),
    )
    APPLIES_FROM = (
        "applies_from",
        "The duties in it, or in the part named by the scope, count from this day.",
        also(
            "application, applies, applicable, applicable from, date of application",
            "effective, effective date, effective from",
        ),
    )
    DEADLINE = "deadline", "Something has to be done by this day.", also("due, due date, due by, closes, closing date")
    REVOKED = "revoked", "It was withdrawn or repealed.", also("repealed, revocation, rescinded, withdrawn")
    EXPIRED = "expired", "It ran out by its own terms.", also("expiry, expires, expiration, ended, sunset")
    SCHEDULED = (
        "scheduled",
        "It is planned for this day, as far as the source knows.",
        also("planned, expected, upcoming, due to be held"),
    )
    HELD = "held", "The event took place.", also("event, took place, meeting, convened")


class AttendanceMode(Codelist):
    """How people take part in an occasion. After schema.org's eventAttendanceMode."""

    IN_PERSON = (
        "in_person",
        "They come together in one place.",
        "0.2.0",
        also("offline, on site, physical, face to face"),
    )
    ONLINE = (
        "online",
        "They meet by video or take part in writing.",
        "0.2.0",
        also("virtual, remote, digital, by video, videoconference"),
    )
    MIXED = "mixed", "Some come, some take part from afar.", "0.2.0", also("hybrid, both")


class RecordStatus(Codelist):
    """How far the record itself has got. A record is never deleted."""

    DRAFT = (
        "draft",
        "Being written; missing evidence is only warned about.",
        also("unreviewed, in progress, work in progress, wip, new, incomplete"),
    )
    REVIEWED = (
        "reviewed",
        "A second look found it complete: every assertion has its evidence.",
        also("checked, verified"),
    )
    WITHDRAWN = (
        "withdrawn",
        "It should not have been recorded; the record stays so that its id keeps its meaning.",
        also("retracted, deleted, removed"),
    )
    SUPERSEDED = "superseded", "Another record, named by `replaced_by`, took its place.", also("replaced, merged")


class RevisionChange(Codelist):
    """What a revision did to the record."""

    CREATED = "created", "The record was written.", also("create, new, added, initial, first version")
    UPDATED = (
        "updated",
        "Something was added because the world moved on or more became known.",
        also("update, extended, changed, modified, revised, edited"),
    )
    CORRECTED = (
        "corrected",
        "Something in the record was wrong and was mended.",
        also("correct, correction, fixed, fix, changed, modified, revised, edited"),
    )


class UnknownReason(Codelist):
    """Why a value is knowingly left out."""

    NOT_STATED = (
        "not_stated",
        "The sources do not say.",
        also("unstated, not mentioned, not given, not specified, unspecified, not said", "silent"),
    )
    NOT_SEEN = (
        "not_seen",
        "The part of the sources that was read does not show it.",
        "0.2.0",
        also("unseen, not found, not read, not looked at"),
    )
    NOT_YET_DECIDED = (
        "not_yet_decided",
        "The actors have not settled it, as far as the sources tell.",
        also("undecided, tbd, to be decided, to be determined, pending, not decided", "not settled, open"),
    )
    NOT_APPLICABLE = "not_applicable", "There is nothing of the kind here.", also("inapplicable, does not apply")
    WITHHELD = (
        "withheld",
        "It is known to somebody who does not say it, or we may not publish it.",
        also("secret, confidential, undisclosed, not disclosed, classified, redacted"),
    )


class CodingScheme(Codelist):
    """A scheme of another project in which the same announcement, or an outcome, can be coded."""

    AGORA = (
        "agora",
        "AI GOvernance and Regulatory Archive: codes documents.",
        "0.1.0",
        "AGORA",
        also("eto agora, ai governance and regulatory archive"),
    )
    OECD_AI = (
        "oecd_ai",
        "OECD.AI Policy Observatory: codes policy initiatives.",
        "0.1.0",
        "OECD.AI",
        also("oecd, oecd observatory"),
    )
    DIGITAL_POLICY_ALERT = "digital_policy_alert", "Digital Policy Alert: codes binding interventions.", also("dpa")
    PLOVER = "plover", "PLOVER: codes events between a source and a target actor.", "0.1.0", "PLOVER", also("cameo")
    CAP = (
        "cap",
        "Comparative Agendas Project: codes policy topics.",
        "0.1.0",
        "CAP",
        also("comparative agendas, comparative agendas project"),
    )
    G7_G20_RESEARCH_GROUP = (
        "g7_g20_research_group",
        "G7 and G20 Research Groups: score compliance with a commitment, -1 for none, 0 for partial, +1 for full.",
        "0.3.0",
        "G7/G20 Research Group",
        also("g7 research group, g20 research group, g8 research group, compliance score"),
    )
    COMPARATIVE_PARTY_PLEDGES = (
        "comparative_party_pledges",
        "Comparative Party Pledges Group: codes pledges as fulfilled, partially fulfilled or not fulfilled.",
        "0.3.0",
        "Comparative Party Pledges",
        also("cppg, cppp, comparative pledges project, party pledges"),
    )
    POLIMETER = (
        "polimeter",
        "Polimeter: rates promises as kept, kept in part or in the works, broken, or not yet rated.",
        "0.3.0",
        "Polimeter",
        also("polimetre"),
    )
    OTHER = "other", "A scheme that has no code here yet; the note says which.", also("misc, miscellaneous")
