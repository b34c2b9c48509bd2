"""Addresses of figures, the public result and the archive."""

from django.urls import path

from nghedan.interfaces.console.reports import publishing, views, year

FIGURES = "dialogues/<slug:dialogue_id>/figures/"
PUBLIC = f"{FIGURES}public/"

urlpatterns = [
    path(FIGURES, views.figures, name="dialogue-figures"),
    path(f"{FIGURES}file.<slug:ending>", views.download, name="dialogue-figures-file"),
    path(f"{FIGURES}archive/", views.archive, name="dialogue-archive"),
    path(PUBLIC, publishing.page, name="public-result"),
    path(f"{PUBLIC}<slug:move>/", publishing.move, name="public-result-move"),
    path("year/<int:year>/figures/", year.figures, name="year-figures"),
    path("year/<int:year>/figures.<slug:ending>", year.download, name="year-figures-file"),
]
