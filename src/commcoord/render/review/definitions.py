"""What each figure of the report means: its footnotes."""

from commcoord.language.messages import _


def definitions() -> list[dict[str, str]]:
    """Return each figure's name and what it counts."""
    return [{"name": name, "text": said} for name, said in _definitions().items()]


def _definitions() -> dict[str, str]:
    return {
        _("Change"): _(
            "Both periods are judged as of the moment of the report, so the earlier one had more time to finish."
        ),
        _("Records"): _(
            "Every record whose date lies in the period, as it stood at the moment of the report; what was called off"
            " is counted apart. A record with two means counts under both."
        ),
        _("Minutes sent in time"): _(
            "Minutes of meetings that are over, sent within the deadline after the end; the rate leaves out those that"
            " are not due yet."
        ),
        _("Materials sent in time"): _(
            "Meetings that are important or complex and not urgent, each counted once; in time if all materials went"
            " out before the deadline, late if sent later, or not sent although it has passed."
        ),
        _("Actions done"): _(
            "Actions, milestones and measures of the period's records; done over all that were not cancelled."
        ),
        _("Actions done in time"): _(
            "Done by the first deadline, over all that were done; one that met only a later deadline is late."
        ),
        _("Feedback answered in time"): _(
            "Counted in working days of the company's calendar; the clock stands still while the other side must"
            " answer. Late is also what is not answered although the deadline has passed."
        ),
        _("Problems that keep coming back"): _(
            "Categories under which feedback was filed both in this period and in the one before."
        ),
        _("Written answer"): _(
            "An action of the department, in minutes or a task of the period, that names the problem."
        ),
        _("Improvement task"): _(
            "A task linked to cases of the problem: filed under its category, or about several of its cases and"
            " no other."
        ),
    }
