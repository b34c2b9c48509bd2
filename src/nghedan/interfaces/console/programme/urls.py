"""Addresses of the programme."""

from django.urls import path

from nghedan.interfaces.console.programme import views

ALL = "dialogues/<slug:dialogue_id>/programme/"
ONE = f"{ALL}<slug:agenda_id>/"

urlpatterns = [
    path(ALL, views.programme, name="dialogue-programme"),
    path(f"{ALL}begin/", views.begin, name="programme-begin"),
    path(ONE, views.item, name="agenda-item"),
    path(f"{ONE}<slug:move>/", views.move, name="agenda-item-move"),
]
