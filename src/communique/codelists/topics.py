"""The codelist of topics."""

from __future__ import annotations

from .codelist import Codelist, also


class Topic(Codelist):
    """What an announcement or a statement is about.

    Hierarchical: a dot parts a child from its parent, and whoever uses the child uses the parent too. The groups
    strategy, risk, harm and application follow the plan of AGORA's taxonomy; the others are what announcements
    between states need.
    """

    INTERNATIONAL_COOPERATION = (
        "international_cooperation",
        "Working together across borders on AI.",
        also("cooperation, international, multilateral, diplomacy"),
    )
    GLOBAL_SOUTH = (
        "global_south",
        "The interests and the share of developing countries.",
        "0.1.0",
        "Global South",
        also("developing countries, development"),
    )
    OPEN_SOURCE = (
        "open_source",
        "Models, code and data that anyone may use and change.",
        also("open models, open weights"),
    )
    COMPUTE_AND_CHIPS = (
        "compute_and_chips",
        "Computing power, chips, data centres and their supply.",
        also("chips, compute, semiconductors, computing power, data centres", "data centers"),
    )
    EXPORT_CONTROLS = "export_controls", "Limits on the sale of technology abroad.", also("exports, export_control")
    TALENT = "talent", "Skilled people: their training, exchange and movement.", also("skills, workforce")
    CAPACITY_BUILDING = "capacity_building", "Helping others to build and use AI.", also("capacity")
    STANDARDS = "standards", "Technical and management standards.", also("standardisation, standardization, standard")
    SAFETY = (
        "safety",
        "Keeping AI systems from causing harm, now or when they grow more able.",
        also("ai safety, alignment"),
    )
    SAFETY_FRONTIER = (
        "safety.frontier",
        "The dangers of the most capable models.",
        also("frontier models, existential risk, agi"),
    )
    INNOVATION = "innovation", "Research, development and their support.", also("research, r&d, development of ai")
    COMPETITION = "competition", "Market power and rivalry between firms or states.", also("antitrust, rivalry")
    GOVERNANCE = (
        "governance",
        "How AI is to be ruled: by whom, with which institutions.",
        also("ai governance, institutions"),
    )
    STRATEGY = "strategy", "Means by which governance is pursued.", also("strategies")
    STRATEGY_CONVENING = "strategy.convening", "Bringing actors together.", also("meetings, summits")
    STRATEGY_DISCLOSURE = (
        "strategy.disclosure",
        "Duties to tell users, regulators or the public.",
        also("disclosures, reporting duties"),
    )
    STRATEGY_EVALUATION = (
        "strategy.evaluation",
        "Tests, audits and impact assessments.",
        also("testing, audits, impact assessment, tests"),
    )
    STRATEGY_FINES = "strategy.fines", "Fines and other civil or administrative penalties.", also("penalties, fine")
    STRATEGY_GOVERNMENT_STUDY = (
        "strategy.government_study",
        "Government looks into the matter and reports.",
        also("study, inquiry"),
    )
    STRATEGY_GOVERNMENT_SUPPORT = (
        "strategy.government_support",
        "Money, computing power or data from the state.",
        also("subsidies, funding, investment"),
    )
    STRATEGY_INPUT_CONTROLS = (
        "strategy.input_controls",
        "Rules on data, computing power and other inputs.",
        also("data rules"),
    )
    STRATEGY_LABELLING = "strategy.labelling", "Marking what AI has made.", also("labeling, watermarking, watermarks")
    STRATEGY_LICENSING = (
        "strategy.licensing",
        "Licences, registers and certificates.",
        also("licences, licenses, certification, registration"),
    )
    STRATEGY_NEW_INSTITUTION = (
        "strategy.new_institution",
        "Founding a body.",
        also("new body, institution building, institution"),
    )
    STRATEGY_PERFORMANCE_REQUIREMENTS = (
        "strategy.performance_requirements",
        "What a system must or must not do.",
        also("requirements, prohibitions, bans"),
    )
    STRATEGY_PILOTS = "strategy.pilots", "Trials, sandboxes and testbeds.", also("sandbox, sandboxes, testbeds")
    STRATEGY_PROCUREMENT = (
        "strategy.procurement",
        "What the state buys, and on which terms.",
        also("public procurement, government purchasing"),
    )
    STRATEGY_TIERING = (
        "strategy.tiering",
        "Duties that grow with risk, size or ability.",
        also("risk tiers, risk-based"),
    )
    RISK = "risk", "Properties of AI systems that make them risky.", also("risks, dangers")
    RISK_BIAS = "risk.bias", "Skewed results for some groups.", also("fairness")
    RISK_INTERPRETABILITY = "risk.interpretability", "Results that nobody can explain.", also("explainability")
    RISK_PRIVACY = "risk.privacy", "Use of personal data.", also("data protection, personal data")
    RISK_RELIABILITY = "risk.reliability", "Failures and wrong results.", also("robustness, accuracy")
    RISK_SECURITY = "risk.security", "Attacks on or through AI systems.", also("cybersecurity")
    RISK_TRANSPARENCY = "risk.transparency", "Systems whose workings or use are hidden.", also("opacity")
    HARM = "harm", "What AI may do to people and the world.", also("harms, damage")
    HARM_DISCRIMINATION = "harm.discrimination", "Unequal treatment.", also("inequality")
    HARM_ECOLOGICAL = "harm.ecological", "Damage to nature and climate.", also("environment, climate")
    HARM_FINANCIAL = "harm.financial", "Loss of money or work.", also("job losses")
    HARM_HEALTH_AND_SAFETY = "harm.health_and_safety", "Damage to body and mind.", also("injury, child safety")
    HARM_INFRASTRUCTURE = "harm.infrastructure", "Damage to power, water, networks.", also("critical infrastructure")
    HARM_RIGHTS = "harm.rights", "Breach of human or civil rights.", also("human rights, civil rights")
    HARM_SYNTHETIC_CONTENT = (
        "harm.synthetic_content",
        "Deceptive or abusive content made by AI.",
        also("deepfakes, deepfake, disinformation, misinformation"),
    )
    APPLICATION = "application", "Fields in which AI is used.", also("applications, use cases")
    APPLICATION_DEFENCE = "application.defence", "Military and intelligence use.", also("defense, military, weapons")
    APPLICATION_EDUCATION = "application.education", "Schools and universities.", also("schools, universities")
    APPLICATION_ENERGY = "application.energy", "Power and utilities.", also("utilities")
    APPLICATION_FINANCE = "application.finance", "Banks, insurance, markets.", also("banking, insurance")
    APPLICATION_GOVERNMENT = (
        "application.government",
        "Public services and administration.",
        also("public sector, public services"),
    )
    APPLICATION_HEALTH = "application.health", "Medicine and care.", also("healthcare, medicine")
    APPLICATION_JUSTICE = "application.justice", "Police, courts and prisons.", also("police, courts, law enforcement")
    APPLICATION_LABOUR = "application.labour", "Work and hiring.", also("labor, employment, jobs")
    APPLICATION_MANUFACTURING = "application.manufacturing", "Industry and robots.", also("robots, robotics")
    APPLICATION_MEDIA = (
        "application.media",
        "Press, broadcasting, platforms, culture.",
        also("press, platforms, culture, social media"),
    )
    APPLICATION_SCIENCE = "application.science", "Research done with AI.", also("ai for science")
    APPLICATION_TRANSPORT = (
        "application.transport",
        "Vehicles and traffic.",
        also("vehicles, autonomous vehicles, transportation"),
    )

    @property
    def parent(self) -> Topic | None:
        """The topic one level up, or None at the top."""
        head, dot, _ = self.value.rpartition(".")
        return Topic[head.replace(".", "_").upper()] if dot else None
