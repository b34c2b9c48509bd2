"""Addresses of the matter pages."""

from django.urls import path

from nghedan.interfaces.console.matters.views import approving, assigning, leaving, listing, matter, readiness

ONE = "matters/<slug:matter_id>/"

urlpatterns = [
    path("matters/", listing.matters, name="matters"),
    path("matters/list.xlsx", listing.export, name="matters-export"),
    path("matters/assign/", listing.assign, name="matters-assign"),
    path("matters/readiness/", readiness.overview, name="readiness"),
    path("matters/readiness/remind/", readiness.remind, name="remind"),
    path("matters/approve/", approving.all_checked, name="answers-approve"),
    path("matters/bounces/<slug:bounce_id>/", assigning.decide_bounce, name="bounce"),
    path(ONE, matter.show, name="matter"),
    path(f"{ONE}history/", matter.history, name="matter-history"),
    path(f"{ONE}assign/", assigning.assign, name="matter-assign"),
    path(f"{ONE}due/", assigning.due, name="matter-due"),
    path(f"{ONE}due/release/", assigning.release, name="matter-due-release"),
    path(f"{ONE}refer/", leaving.refer, name="matter-refer"),
    path(f"{ONE}settle/", leaving.settle, name="matter-settle"),
    path(f"{ONE}set-aside/", leaving.set_aside, name="matter-set-aside"),
    path(f"{ONE}take-up/", leaving.take_up, name="matter-take-up"),
    path(f"{ONE}bounce/", assigning.bounce, name="matter-bounce"),
    path(f"{ONE}answer/check/", approving.check, name="answer-check"),
    path(f"{ONE}answer/approve/", approving.approve, name="answer-approve"),
    path(f"{ONE}answer/return/", approving.give_back, name="answer-return"),
]
