"""Addresses of the notices of a dialogue."""

from django.urls import path

from nghedan.interfaces.console.notices.views import logging, one

ALL = "dialogues/<slug:dialogue_id>/notices/"
LINE = f"{ALL}log/<slug:posting_id>/"

urlpatterns = [
    path(ALL, one.notices, name="notices"),
    path(f"{ALL}texts/", one.texts, name="notice-texts"),
    path(f"{ALL}draft/<slug:code>/", one.begin, name="notice-draft"),
    path(f"{ALL}log/new/", logging.record, name="posting-new"),
    path(f"{LINE}void/", logging.void, name="posting-void"),
    path(f"{LINE}proof/", logging.proof, name="posting-proof"),
]
