"""Addresses of the dialogue pages."""

from django.urls import path

from nghedan.interfaces.console.dialogues.views import (
    conference,
    day,
    deciding,
    info,
    limits,
    listing,
    one,
    proposals,
    tasks,
    unscheduled,
    usual_tasks,
    voters,
)

ONE = "dialogues/<slug:dialogue_id>/"
TASK = f"{ONE}tasks/<slug:task_id>/"
LIMIT = f"{ONE}limits/<slug:limit_id>/"
VOTERS = "dialogues/voter-requests/<slug:request_id>/"

urlpatterns = [
    path("tasks/", tasks.mine, name="tasks"),
    path("dialogues/", listing.dialogues, name="dialogues"),
    path("dialogues/new/", unscheduled.ways, name="dialogue-new"),
    path("dialogues/new/head/", unscheduled.on_the_heads_word, name="dialogue-new-head"),
    path("dialogues/proposals/", proposals.proposals, name="proposals"),
    path("dialogues/proposals/new/", proposals.make, name="proposal-new"),
    path("dialogues/proposals/<slug:proposal_id>/", proposals.proposal, name="proposal"),
    path("dialogues/voter-requests/", voters.requests, name="voter-requests"),
    path("dialogues/voter-requests/new/", voters.receive, name="voter-request-new"),
    path(VOTERS, voters.one, name="voter-request"),
    path(f"{VOTERS}accept/", voters.accept, name="voter-request-accept"),
    path(f"{VOTERS}set-aside/", voters.set_aside, name="voter-request-set-aside"),
    path(f"{VOTERS}hamlets/<slug:hamlet_id>/", voters.count, name="voter-count"),
    path(f"{VOTERS}scans/<slug:scan_id>/", voters.scan, name="voter-scan"),
    path(ONE, one.show, name="dialogue"),
    path(f"{ONE}day/", day.choose, name="dialogue-day"),
    path(f"{ONE}agree/", deciding.agree, name="dialogue-agree"),
    path(f"{ONE}postpone/", deciding.postpone, name="dialogue-postpone"),
    path(f"{ONE}cancel/", deciding.cancel, name="dialogue-cancel"),
    path(f"{ONE}conference/", conference.conference, name="conference"),
    path(f"{ONE}info/", info.info, name="dialogue-info"),
    path(f"{ONE}info/edit/", info.edit, name="dialogue-edit"),
    path(f"{ONE}presiding/", info.presiding, name="dialogue-presiding"),
    path(f"{ONE}plans/", info.plans, name="dialogue-plans"),
    path(f"{ONE}journal/", info.journal, name="dialogue-journal"),
    path(f"{ONE}limits/", limits.all_of, name="dialogue-limits"),
    path(LIMIT, limits.one, name="dialogue-limit"),
    path(f"{LIMIT}meet/", limits.meet, name="dialogue-limit-meet"),
    path(f"{LIMIT}fix/", limits.fix, name="dialogue-limit-fix"),
    path(f"{LIMIT}release/", limits.release, name="dialogue-limit-release"),
    path(f"{LIMIT}reopen/", limits.reopen, name="dialogue-limit-reopen"),
    path(f"{ONE}tasks/", tasks.of_dialogue, name="dialogue-tasks"),
    path(f"{ONE}tasks/new/", tasks.add, name="dialogue-task-new"),
    path(f"{ONE}tasks/usual/", usual_tasks.choose, name="dialogue-usual-tasks"),
    path(TASK, tasks.one, name="dialogue-task"),
    path(f"{TASK}edit/", tasks.edit, name="dialogue-task-edit"),
    path(f"{TASK}drop/", tasks.drop, name="dialogue-task-drop"),
    path(f"{TASK}reopen/", tasks.reopen, name="dialogue-task-reopen"),
]
