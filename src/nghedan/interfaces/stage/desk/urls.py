"""Addresses of the desk: the page, and its presses."""

from django.urls import path

from nghedan.interfaces.stage.desk.views import hearing, page, speaking

SPEAKER = "desk/speakers/<slug:speaker_id>/"
TURN = "desk/turns/<slug:turn_id>/"

urlpatterns = [
    path("desk/", page.desk, name="desk"),
    path("desk/names/", page.names, name="desk-names"),
    path("desk/session/<slug:move>/", speaking.move_session, name="desk-session"),
    path("desk/rule/", speaking.rule, name="desk-rule"),
    path("desk/next/", speaking.call_next, name="desk-next"),
    path("desk/speakers/", speaking.register, name="desk-register"),
    path(f"{SPEAKER}again/", speaking.again, name="desk-again"),
    path(f"{SPEAKER}reason/", speaking.reason, name="desk-reason"),
    path(f"{SPEAKER}<slug:move>/", speaking.move_request, name="desk-speaker"),
    path(f"{TURN}words/", hearing.note, name="desk-words"),
    path(f"{TURN}as-registered/", hearing.as_registered, name="desk-as-registered"),
    path(f"{TURN}split/", hearing.split, name="desk-split"),
    path(f"{TURN}<slug:move>/", speaking.move_turn, name="desk-turn"),
    path("desk/aside/", hearing.aside, name="desk-aside"),
    path("desk/opinions/<slug:opinion_id>/apart/", hearing.apart, name="desk-apart"),
    path("desk/matters/<slug:matter_id>/outcome/", hearing.outcome, name="desk-outcome"),
    path("desk/outcomes/<slug:outcome_id>/undo/", hearing.undo_outcome, name="desk-outcome-undo"),
    path("desk/agenda/<slug:agenda_id>/<slug:move>/", hearing.move_item, name="desk-agenda"),
    path("desk/undo/", hearing.undo, name="desk-undo"),
]
