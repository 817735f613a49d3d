"""A small questionnaire without a fault, as text, and the means to change one piece of it."""

from __future__ import annotations

from questionnaires import InvalidFile, Questionnaire
from questionnaires.loading import assemble

SOUND = """\
kind = "questionnaire"
schema = 1

[questionnaire]
id = "small"
version = "1"
title = "A small questionnaire"
about = "Two teams, one question of each kind, and two limits."

[[team]]
id = "red"
label = "Red"
about = "The first team."

[[team]]
id = "blue"
label = "Blue"
about = "The second team."

[[section]]
id = "tasks"
title = "Tasks"
question = "Who owns it?"
about = "One task."

[[section]]
id = "rest"
title = "The rest"
question = "What else?"
about = "One question of each other kind."

[[scale]]
id = "owner"
level = "nominal"
options = [
    { key = "red", means = "team", label = "Red", behaviour = "Red decides." },
    { key = "blue", means = "team", label = "Blue", behaviour = "Blue decides." },
    { key = "nobody", means = "nobody", label = "Nobody yet", behaviour = "No team decides." },
]

[[scale]]
id = "ladder"
level = "ordinal"
options = [
    { key = "zero", label = "Nothing", behaviour = "We do nothing." },
    { key = "one", label = "A little", behaviour = "We do a little." },
    { key = "two", label = "Some", behaviour = "We do some." },
    { key = "three", label = "Much", behaviour = "We do much." },
    { key = "four", label = "Most", behaviour = "We do most." },
    { key = "five", label = "All", behaviour = "We do all." },
]

[[scale]]
id = "soak"
level = "ordinal"
unit = "days"
options = [
    { key = "d0", value = 0, label = "No wait", behaviour = "We do not wait." },
    { key = "d1", value = 1, label = "1 day", behaviour = "We wait for a day." },
    { key = "d2", value = 2, label = "2 days", behaviour = "We wait for two days." },
    { key = "d4", value = 4, label = "4 days", behaviour = "We wait for four days." },
    { key = "d8", value = 8, label = "8 days", behaviour = "We wait for eight days." },
    { key = "d16", value = 16, label = "16 days", behaviour = "We wait for sixteen days." },
]

[[scale]]
id = "exposure"
level = "ordinal"
unit = "days"
options = [
    { key = "d32", value = 32, label = "32 days", behaviour = "A month passes." },
    { key = "d16", value = 16, label = "16 days", behaviour = "Two weeks pass." },
    { key = "d8", value = 8, label = "8 days", behaviour = "A week passes." },
    { key = "d4", value = 4, label = "4 days", behaviour = "Four days pass." },
    { key = "d2", value = 2, label = "2 days", behaviour = "Two days pass." },
    { key = "d1", value = 1, label = "1 day", behaviour = "A day passes." },
]

[[scale]]
id = "basis"
level = "nominal"
options = [
    { key = "law", label = "Law", behaviour = "A rule asks for it." },
    { key = "audit", label = "Audit", behaviour = "A finding asks for it." },
]

[[scale]]
id = "status"
level = "status"
options = [
    { key = "met", label = "Met", behaviour = "It is there." },
    { key = "partly", label = "Partly met", behaviour = "It is there for some." },
    { key = "not_met", label = "Not met", behaviour = "It is not there." },
]

[[source]]
id = "page"
title = "A page"
place = "where pages are"
dated = 2024-01-01
checked = 2024-06-01

[[source]]
id = "older"
title = "An older page"
place = "where pages are"
dated = 2023-01-01
checked = 2024-06-01

[[source]]
id = "undated"
title = "A page without a date"
place = "where pages are"
checked = 2024-06-01

[[question]]
id = "tasks.pause"
kind = "ownership"
title = "Pausing"
text = "Who pauses?"
help = "Think of the last time."
scale = "owner"
depth = "core"
impact = "high"
reversible = "two-way"
asked = ["red", "blue"]
documented = [{ owner = "customer", source = "older" }, { source = "page" }]
suggested = "red"
sources = ["undated"]

[[question]]
id = "rest.release"
kind = "control"
title = "Releasing"
text = "Who releases?"
help = "Think of the next time."
scale = "ladder"
depth = "core"
impact = "high"
reversible = "one-way"
offered = { default = 1, most = 3, price = "It costs a day.", sources = ["page"] }
sources = ["undated"]

[[question]]
id = "rest.soak"
kind = "position"
title = "Soak"
text = "How long do we wait?"
help = "Before the broad ring."
scale = "soak"
depth = "core"
impact = "medium"
reversible = "two-way"
limit = { option = 4, text = "Longer is not possible.", sources = ["page"] }
sources = ["undated"]

[[question]]
id = "rest.exposure"
kind = "position"
title = "Exposure"
text = "How long may it stay open?"
help = "Until the last ring is done."
scale = "exposure"
depth = "full"
impact = "medium"
reversible = "two-way"
sources = ["undated"]

[[question]]
id = "rest.approvals"
kind = "trajectory"
title = "Approvals"
text = "How do updates get permission?"
help = "Today, and later."
scale = "ladder"
depth = "full"
impact = "low"
reversible = "two-way"
sources = ["undated"]

[[question]]
id = "rest.network"
kind = "prerequisite"
title = "Network"
text = "Are the addresses open?"
help = "Test it."
scale = "status"
depth = "full"
impact = "low"
reversible = "two-way"
sources = ["undated"]

[[criterion]]
id = "soak_kept"
title = "The soak is kept"
statement = "The soak lasts at least {threshold}."
reason = "Faults need time to show."
evidence = "The log."
priority = "must"
gate = "leave_pilot"
when = { always = true }
owner = { task = "tasks.pause" }
measure = { numerator = "Days.", denominator = "Always 1.", report = "The log.", traps = ["Weekends count."] }
sources = ["undated"]

[criterion.threshold]
question = "rest.soak"
default = 2
unit = "days"
comparison = "at_least"
basis = "ours"
sources = ["page"]

[[criterion]]
id = "task_owned"
title = "The task has an owner"
statement = "{question} has one owner."
reason = "Two owners are none."
evidence = "The matrix."
priority = "should"
gate = "broad_ring"
when = { findings = ["orphan"], questions = ["tasks.*", "rest.release"], each = true }
threshold = { default = 100, unit = "%", comparison = "at_least", basis = "ours", sources = ["page"] }
owner = { role = "Sponsor" }
measure = { numerator = "Owned.", denominator = "Asked.", per = 100, report = "The matrix.", traps = ["None."] }
sources = ["undated"]

[[contradiction]]
id = "soak_exceeds_exposure"
lower = "rest.soak"
upper = "rest.exposure"
text = "The soak cannot exceed the exposure."

[[lapsed]]
id = "tool"
title = "The tool"
reason = "It is gone."
sources = ["page"]

[renamed]
"tasks.stop" = "tasks.pause"
"""


def changed(old: str, new: str) -> str:
    """The sound text with one piece replaced; the piece must stand in it exactly once."""
    assert SOUND.count(old) == 1, f"{old!r} stands {SOUND.count(old)} times in the sound questionnaire"
    return SOUND.replace(old, new)


def questionnaire(text: str = SOUND) -> Questionnaire:
    """The questionnaire in this text, as if it were the only file of its folder."""
    return assemble([("small.toml", text.encode())])


def faults(*texts: str) -> list[str]:
    """The faults of a questionnaire in these files, named a.toml, b.toml … as a person reads them."""
    try:
        assemble((f"{letter}.toml", text.encode()) for letter, text in zip("abcdefgh", texts, strict=False))
    except InvalidFile as error:
        return [str(fault) for fault in error.faults]
    return []
