"""Addresses of the hall: one page after the other, each under the dialogue."""

from django.urls import URLPattern, URLResolver, include, path

app_name = "stage"

DIALOGUE = "<slug:locality>/dialogues/<slug:dialogue_id>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path(DIALOGUE, include("nghedan.interfaces.stage.desk.urls")),
    path(DIALOGUE, include("nghedan.interfaces.stage.live_urls")),
]
