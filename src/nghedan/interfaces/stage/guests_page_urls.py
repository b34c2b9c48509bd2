"""Addresses of the page for those attending, open to all; printed and shown as a QR code."""

from django.urls import path

from nghedan.interfaces.stage import guests_page

app_name = "hall"

DIALOGUE = "<slug:locality>/dialogues/<slug:dialogue_id>/hall/"

urlpatterns = [
    path(DIALOGUE, guests_page.page, name="page"),
    path(f"{DIALOGUE}events", guests_page.events, name="events"),
    path(f"{DIALOGUE}state", guests_page.state, name="state"),
    path(f"{DIALOGUE}ask/", guests_page.ask, name="ask"),
]
