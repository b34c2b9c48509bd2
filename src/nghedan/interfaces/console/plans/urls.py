"""Addresses of the plan pages."""

from django.urls import path

from nghedan.interfaces.console.plans.views import composing, editing, editions, intake, listing, moves, plan, requests

urlpatterns = [
    path("plans/", listing.plans, name="plans"),
    path("plans/new/", composing.first_step, name="compose"),
    path("plans/new/dialogues/", composing.second_step, name="compose-dialogues"),
    path("plans/new/check/", composing.check_step, name="compose-check"),
    path("plans/readings/new/", intake.upload, name="reading-new"),
    path("plans/readings/<slug:reading_id>/", intake.reading, name="reading"),
    path("plans/readings/<slug:reading_id>/adopt/", intake.adopt, name="reading-adopt"),
    path("plans/readings/<slug:reading_id>/discard/", intake.discard, name="reading-discard"),
    path("plans/readings/<slug:reading_id>/lines/", intake.place, name="reading-lines"),
    path("plans/readings/<slug:reading_id>/take-out/", intake.take_out, name="reading-take-out"),
    path("plans/readings/<slug:reading_id>/source/", intake.source, name="reading-source"),
    path("plans/readings/<slug:reading_id>/<str:part>/", intake.correct, name="reading-correct"),
    path("plans/<slug:plan_id>/", plan.show, name="plan"),
    path("plans/<slug:plan_id>/editions/", editions.editions, name="plan-editions"),
    path("plans/<slug:plan_id>/editions/<slug:paper_id>/", editions.signed_copy, name="plan-signed-copy"),
    path("plans/<slug:plan_id>/history/", plan.history, name="plan-history"),
    path("plans/<slug:plan_id>/clone/", plan.clone, name="plan-clone"),
    path("plans/<slug:plan_id>/dialogues/", plan.make_dialogues, name="plan-dialogues"),
    path("plans/<slug:plan_id>/requests/", requests.requests, name="plan-requests"),
    path("plans/<slug:plan_id>/requests/<slug:request_id>/", requests.answer, name="plan-request"),
    path("plans/<slug:plan_id>/moves/<str:code>/", moves.move, name="plan-move"),
    path("plans/<slug:plan_id>/edit/<slug:part>/", editing.edit, name="plan-edit"),
    path("plans/<slug:plan_id>/items/new/", editing.add_item, name="plan-item-new"),
    path("plans/<slug:plan_id>/items/<slug:item_id>/", editing.edit_item, name="plan-item"),
    path("plans/<slug:plan_id>/items/<slug:item_id>/drop/", editing.change_item, {"what": "drop"}, "plan-item-drop"),
    path("plans/<slug:plan_id>/items/<slug:item_id>/up/", editing.change_item, {"what": "up"}, "plan-item-up"),
    path("plans/<slug:plan_id>/duties/new/", editing.add_duty, name="plan-duty-new"),
    path("plans/<slug:plan_id>/duties/<slug:duty_id>/", editing.edit_duty, name="plan-duty"),
    path("plans/<slug:plan_id>/duties/<slug:duty_id>/drop/", editing.change_duty, {"what": "drop"}, "plan-duty-drop"),
    path("plans/<slug:plan_id>/duties/<slug:duty_id>/up/", editing.change_duty, {"what": "up"}, "plan-duty-up"),
]
