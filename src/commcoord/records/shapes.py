"""The fields of every model in the order of the contract: name, form and what the form has to know.

Written by `python -m commcoord.records.shaping`; the models are where a field is changed.
"""
# ruff: noqa: E501
# fmt: off

SHAPES: dict[str, tuple[tuple[str, str, object], ...]] = {
    "Ask": (("audience", "maybe choice", ("internal", "participants", "external")), ("who", "words", None), ("what", "words", None), ("urgent", "switch", None), ("important", "switch", None)),
    "Counterpart": (("organisation", "words", None), ("type", "maybe choice", ("customer", "supplier", "partner", "institution")), ("contact", "words", None), ("authority", "texts", None), ("limit", "words", None)),
    "People": (("owner", "name", None), ("decides", "texts", None), ("executes", "texts", None), ("takes_part", "texts", None), ("informed", "texts", None), ("counterpart", "maybe part", "Counterpart")),
    "Confirmation": (("asked", "maybe day", None), ("received", "maybe day", None)),
    "Channel": (("urgent", "switch", None), ("important", "switch", None), ("complex", "switch", None), ("formal", "switch", None), ("means", "choices", ("phone", "im", "meeting", "video", "email", "letter")), ("because", "words", None), ("subject", "words", None), ("cc", "texts", None), ("confirmation", "maybe part", "Confirmation"), ("written_record", "words", None)),
    "Material": (("audience", "maybe choice", ("internal", "participants", "external")), ("title", "words", None), ("type", "maybe choice", ("background", "questions", "alternatives", "requirements", "proposal", "policy", "other")), ("link", "words", None), ("sent", "moment", None)),
    "AgendaItem": (("audience", "maybe choice", ("internal", "participants", "external")), ("topic", "words", None), ("minutes", "count", None), ("lead", "words", None)),
    "Fact": (("audience", "maybe choice", ("internal", "participants", "external")), ("id", "item id", None), ("what", "words", None), ("confirmed_by", "words", None), ("on", "maybe day", None)),
    "Circulated": (("at", "moment", None), ("to", "texts", None), ("by", "words", None), ("digest", "words", None), ("corrected", "moment", None)),
    "Override": (("step", "choice", ("goal", "people", "channel", "prepare", "hold", "followup", "archive")), ("because", "words", None), ("by", "words", None), ("on", "maybe day", None)),
    "Allowance": (("rule", "text", None), ("because", "words", None)),
    "Cancellation": (("because", "words", None), ("on", "maybe day", None), ("by", "words", None)),
    "Move": (("from_", "words", None), ("to", "words", None), ("because", "words", None), ("by", "words", None), ("on", "maybe day", None)),
    "Archive": (("conclusion", "words", None), ("category", "words", None), ("cause", "words", None), ("worked", "texts", None), ("improve", "texts", None), ("on", "maybe day", None)),
    "Passage": (("step", "choice", ("goal", "people", "channel", "prepare", "hold", "followup", "archive")), ("at", "moment", None), ("by", "words", None)),
    "Needs": (("what", "words", None), ("of", "words", None)),
    "Stamp": (("at", "moment", None), ("by", "words", None)),
    "Shift": (("from_", "maybe day", None), ("to", "maybe day", None)),
    "LogEntry": (("on", "maybe day", None), ("by", "words", None), ("note", "words", None), ("status", "maybe choice", ("open", "doing", "blocked", "done", "cancelled")), ("due", "maybe part", "Shift"), ("needs", "maybe part", "Needs")),
    "Item": (("audience", "maybe choice", ("internal", "participants", "external")), ("id", "item id", None), ("what", "words", None), ("owner", "name", None), ("due", "maybe day", None), ("status", "maybe choice", ("open", "doing", "blocked", "done", "cancelled")), ("risk", "words", None), ("needs", "maybe part", "Needs"), ("every", "span", None), ("after", "texts", None), ("evidence", "words", None), ("done_on", "maybe day", None), ("accept", "words", None), ("accepted", "maybe part", "Stamp"), ("log", "parts", "LogEntry")),
    "Plan": (("kind", "choice", ("plan",)), ("id", "record id", None), ("title", "text", None), ("scenario", "choice", ("cross-department", "cross-level", "emergency", "routine", "customer", "supplier", "partner", "institution")), ("step", "choice", ("goal", "people", "channel", "prepare", "hold", "followup", "archive", "done")), ("date", "day", None), ("links", "texts", None), ("series", "words", None), ("goal", "words", None), ("outcomes", "texts", None), ("asks", "parts", "Ask"), ("people", "part", "People"), ("channel", "part", "Channel"), ("materials", "parts", "Material"), ("agenda", "parts", "AgendaItem"), ("start", "moment", None), ("end", "moment", None), ("place", "words", None), ("facts", "parts", "Fact"), ("circulated", "maybe part", "Circulated"), ("overrides", "parts", "Override"), ("allow", "parts", "Allowance"), ("audience", "maybe choice", ("internal", "participants", "external")), ("cancelled", "maybe part", "Cancellation"), ("moved", "parts", "Move"), ("archive", "part", "Archive"), ("history", "parts", "Passage"), ("actions", "parts", "Item"), ("audience_departments", "texts", None), ("deliverables", "texts", None)),
    "Absence": (("who", "words", None), ("why", "words", None)),
    "Topic": (("audience", "maybe choice", ("internal", "participants", "external")), ("topic", "words", None), ("notes", "words", None), ("outcome", "maybe choice", ("decided", "deferred", "information"))),
    "Decision": (("audience", "maybe choice", ("internal", "participants", "external")), ("id", "item id", None), ("what", "words", None), ("by", "words", None), ("replaces", "words", None)),
    "Minutes": (("kind", "choice", ("minutes",)), ("id", "record id", None), ("title", "text", None), ("scenario", "choice", ("cross-department", "cross-level", "emergency", "routine", "customer", "supplier", "partner", "institution")), ("step", "choice", ("goal", "people", "channel", "prepare", "hold", "followup", "archive", "done")), ("date", "day", None), ("links", "texts", None), ("series", "words", None), ("goal", "words", None), ("outcomes", "texts", None), ("asks", "parts", "Ask"), ("people", "part", "People"), ("channel", "part", "Channel"), ("materials", "parts", "Material"), ("agenda", "parts", "AgendaItem"), ("start", "moment", None), ("end", "moment", None), ("place", "words", None), ("facts", "parts", "Fact"), ("circulated", "maybe part", "Circulated"), ("overrides", "parts", "Override"), ("allow", "parts", "Allowance"), ("audience", "maybe choice", ("internal", "participants", "external")), ("cancelled", "maybe part", "Cancellation"), ("moved", "parts", "Move"), ("archive", "part", "Archive"), ("history", "parts", "Passage"), ("actions", "parts", "Item"), ("chair", "words", None), ("recorder", "words", None), ("attendees", "texts", None), ("absent", "parts", "Absence"), ("cc", "texts", None), ("topics", "parts", "Topic"), ("decisions", "parts", "Decision"), ("leftover", "leftover", None), ("next_steps", "text or texts", None)),
    "Task": (("kind", "choice", ("task",)), ("id", "record id", None), ("title", "text", None), ("scenario", "choice", ("cross-department", "cross-level", "emergency", "routine", "customer", "supplier", "partner", "institution")), ("step", "choice", ("goal", "people", "channel", "prepare", "hold", "followup", "archive", "done")), ("date", "day", None), ("links", "texts", None), ("series", "words", None), ("goal", "words", None), ("outcomes", "texts", None), ("asks", "parts", "Ask"), ("people", "part", "People"), ("channel", "part", "Channel"), ("materials", "parts", "Material"), ("agenda", "parts", "AgendaItem"), ("start", "maybe day", None), ("end", "maybe day", None), ("place", "words", None), ("facts", "parts", "Fact"), ("circulated", "maybe part", "Circulated"), ("overrides", "parts", "Override"), ("allow", "parts", "Allowance"), ("audience", "maybe choice", ("internal", "participants", "external")), ("cancelled", "maybe part", "Cancellation"), ("moved", "parts", "Move"), ("archive", "part", "Archive"), ("history", "parts", "Passage"), ("initiator", "words", None), ("collaborators", "texts", None), ("milestones", "parts", "Item")),
    "Wait": (("from_", "day", None), ("to", "maybe day", None), ("for_", "words", None)),
    "Feedback": (("kind", "choice", ("feedback",)), ("id", "record id", None), ("title", "text", None), ("scenario", "choice", ("cross-department", "cross-level", "emergency", "routine", "customer", "supplier", "partner", "institution")), ("step", "choice", ("goal", "people", "channel", "prepare", "hold", "followup", "archive", "done")), ("date", "day", None), ("links", "texts", None), ("series", "words", None), ("goal", "words", None), ("outcomes", "texts", None), ("asks", "parts", "Ask"), ("people", "part", "People"), ("channel", "part", "Channel"), ("materials", "parts", "Material"), ("agenda", "parts", "AgendaItem"), ("start", "moment", None), ("end", "moment", None), ("place", "words", None), ("facts", "parts", "Fact"), ("circulated", "maybe part", "Circulated"), ("overrides", "parts", "Override"), ("allow", "parts", "Allowance"), ("audience", "maybe choice", ("internal", "participants", "external")), ("cancelled", "maybe part", "Cancellation"), ("moved", "parts", "Move"), ("archive", "part", "Archive"), ("history", "parts", "Passage"), ("said", "texts", None), ("measures", "parts", "Item"), ("status", "maybe choice", ("received", "acknowledged", "in_progress", "waiting", "answered", "solved", "closed")), ("acknowledged", "maybe part", "Stamp"), ("answered", "maybe part", "Stamp"), ("solved", "maybe part", "Stamp"), ("accepted", "maybe part", "Stamp"), ("waits", "parts", "Wait"), ("severity", "maybe choice", ("low", "normal", "high"))),
    "OwnDays": (("off", "days", None), ("work", "days", None)),
    "Colleague": (("name", "text", None), ("department", "words", None), ("title", "words", None), ("email", "words", None)),
    "Deadlines": (("materials_before", "length", None), ("minutes_within", "length", None), ("written_within", "length", None), ("acknowledge_within", "length", None), ("answer_within", "length", None), ("solve_within", "length", None), ("confirm_within", "length", None), ("progress_every", "length", None), ("escalate_after", "length", None), ("due_soon", "length", None)),
    "RuleSettings": (("ignore", "texts", None), ("severity", "severities", None), ("vague_words", "texts", None), ("blaming_words", "texts", None)),
    "Settings": (("version", "version", None), ("organisation", "words", None), ("language", "choice", ("zh-Hans", "zh-Hant", "en")), ("timezone", "zone", None), ("calendar", "calendar", None), ("days", "part", "OwnDays"), ("departments", "texts", None), ("people", "parts", "Colleague"), ("categories", "words by name", None), ("deadlines", "part", "Deadlines"), ("rules", "part", "RuleSettings"), ("commit", "choice", ("auto", "ask", "never")), ("evidence", "switch", None)),
}

NEEDED: dict[str, tuple[str, ...]] = {
    "Override": ("step",),
    "Allowance": ("rule",),
    "Passage": ("step",),
    "Plan": ("kind", "id", "title", "scenario", "step", "date"),
    "Minutes": ("kind", "id", "title", "scenario", "step", "date"),
    "Task": ("kind", "id", "title", "scenario", "step", "date"),
    "Wait": ("from_",),
    "Feedback": ("kind", "id", "title", "scenario", "step", "date"),
    "Colleague": ("name",),
}

DEFAULTS: dict[str, dict[str, int | str]] = {
    "Deadlines": {"materials_before": "24h", "minutes_within": "24h", "written_within": "24h", "acknowledge_within": "1wd", "answer_within": "3wd", "solve_within": "10wd", "confirm_within": "3d", "progress_every": "7d", "escalate_after": "3d", "due_soon": "3d"},
    "Settings": {"version": 1, "language": "en", "timezone": "Asia/Shanghai", "calendar": "CN", "commit": "never"},
}
