"""Addresses of the ledger."""

from django.urls import path

from nghedan.interfaces.console.ledger.views import changing, listing, one

ONE = "ledger/<slug:opinion_id>/"

urlpatterns = [
    path("ledger/", listing.ledger, name="ledger"),
    path("ledger/list.xlsx", listing.export, name="ledger-export"),
    path(ONE, one.show, name="opinion"),
    path(f"{ONE}names/", one.names, name="opinion-names"),
    path(f"{ONE}correct/", changing.correct, name="opinion-correct"),
    path(f"{ONE}edit/", changing.edit, name="opinion-edit"),
    path(f"{ONE}void/", changing.void, name="opinion-void"),
]
