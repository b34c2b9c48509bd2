"""Addresses of the first page and of the papers it asks for."""

from django.urls import path

from nghedan.interfaces.console.today import papers, views

urlpatterns = [
    path("", views.today, name="today"),
    path("owed/instructions/<slug:instruction_id>/", papers.instruction, name="paper-owed"),
    path("owed/delegations/<slug:delegation_id>/", papers.delegation, name="delegation-paper"),
]
