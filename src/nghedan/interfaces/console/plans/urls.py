"""Addresses of the plan pages."""

from django.urls import path

from nghedan.interfaces.console.plans.views import composing, intake, listing, plan

urlpatterns = [
    path("plans/", listing.plans, name="plans"),
    path("plans/new/", composing.first_step, name="compose"),
    path("plans/readings/new/", intake.upload, name="reading-new"),
    path("plans/readings/<slug:reading_id>/", intake.reading, name="reading"),
    path("plans/readings/<slug:reading_id>/adopt/", intake.adopt, name="reading-adopt"),
    path("plans/readings/<slug:reading_id>/discard/", intake.discard, name="reading-discard"),
    path("plans/readings/<slug:reading_id>/lines/", intake.place, name="reading-lines"),
    path("plans/readings/<slug:reading_id>/take-out/", intake.take_out, name="reading-take-out"),
    path("plans/readings/<slug:reading_id>/<str:part>/", intake.correct, name="reading-correct"),
    path("plans/<slug:plan_id>/", plan.show, name="plan"),
]
