"""Addresses of what a unit is to answer."""

from django.urls import path

from nghedan.interfaces.console.work import blocks, views

ANSWER = "work/<slug:matter_id>/"
BLOCK = "work/passages/<slug:block_id>/"

urlpatterns = [
    path("work/", views.mine, name="work"),
    path("work/passages/", blocks.blocks, name="text-blocks"),
    path(BLOCK, blocks.edit, name="text-block"),
    path(f"{BLOCK}end/", blocks.end, name="text-block-end"),
    path(ANSWER, views.answer, name="answer"),
    path(f"{ANSWER}files/<slug:file_id>/", views.file, name="answer-file"),
]
