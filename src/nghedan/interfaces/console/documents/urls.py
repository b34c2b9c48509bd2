"""Addresses of the papers of a dialogue."""

from django.urls import path

from nghedan.interfaces.console.documents import moves, one, views

ALL = "dialogues/<slug:dialogue_id>/papers/"
ONE = f"{ALL}<slug:paper_id>/"

urlpatterns = [
    path(ALL, views.papers, name="dialogue-papers"),
    path(f"{ALL}new/<slug:code>/", one.begin, name="official-paper-new"),
    path(ONE, one.show, name="official-paper"),
    path(f"{ONE}preview/", one.preview, name="official-paper-preview"),
    path(f"{ONE}signed-copy/", one.copy, name="official-paper-copy"),
    path(f"{ONE}signed-copy/keep/", one.keep, name="official-paper-keep"),
    path(f"{ONE}files/<slug:part>/", one.frozen, name="official-paper-file"),
    path(f"{ONE}<slug:move>/", moves.move, name="official-paper-move"),
]
