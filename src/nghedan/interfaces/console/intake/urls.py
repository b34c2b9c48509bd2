"""Addresses of the other ways in."""

from django.urls import path

from nghedan.interfaces.console.intake.views import awaited, checking, held, lists

LIST = "intake/lists/<slug:list_id>/"
AWAITED = "dialogues/<slug:dialogue_id>/awaited/"
REPORT = f"{AWAITED}<slug:report_id>/"

urlpatterns = [
    path("intake/", lists.overview, name="intake"),
    path("intake/lists/new/", lists.hand_in, name="list-new"),
    path(LIST, lists.one, name="list"),
    path(f"{LIST}columns/", checking.columns, name="list-columns"),
    path(f"{LIST}row/", checking.row, name="list-row"),
    path(f"{LIST}hamlet/", checking.hamlet, name="list-hamlet"),
    path(f"{LIST}decide/", checking.decide_row, name="list-decide"),
    path(f"{LIST}commit/", checking.commit, name="list-commit"),
    path(f"{LIST}discard/", checking.discard, name="list-discard"),
    path("intake/held/", held.held, name="held"),
    path(AWAITED, awaited.of_dialogue, name="awaited"),
    path(f"{AWAITED}new/", awaited.add, name="awaited-new"),
    path(REPORT, awaited.one, name="awaited-report"),
    path(f"{REPORT}edit/", awaited.edit, name="awaited-edit"),
    path(f"{REPORT}move/", awaited.move, name="awaited-move"),
    path(f"{REPORT}file/", awaited.file, name="awaited-file"),
]
