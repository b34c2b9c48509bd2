"""Addresses of the conclusion of a dialogue."""

from django.urls import path

from nghedan.interfaces.console.conclusions import views

ALL = "dialogues/<slug:dialogue_id>/conclusion/"
ONE = f"{ALL}<slug:conclusion_item_id>/"

urlpatterns = [
    path(ALL, views.conclusion, name="dialogue-conclusion"),
    path(f"{ALL}draft/", views.draft, name="conclusion-draft"),
    path(f"{ALL}new/", views.add, name="conclusion-item-new"),
    path(ONE, views.edit, name="conclusion-item"),
    path(f"{ONE}move/", views.move, name="conclusion-item-move"),
    path(f"{ONE}end/", views.end, name="conclusion-item-end"),
    path(f"{ONE}restore/", views.restore, name="conclusion-item-restore"),
]
