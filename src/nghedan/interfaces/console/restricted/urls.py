"""Addresses of the register of petitions and of the restricted area."""

from django.urls import path

from nghedan.interfaces.console.restricted.views import area, register

PETITION = "petitions/<slug:petition_id>/"
ONE = "restricted/<slug:restricted_id>/"

urlpatterns = [
    path("petitions/", register.petitions, name="petitions"),
    path(PETITION, register.petition, name="petition"),
    path(f"{PETITION}<slug:move>/", register.make_move, name="petition-move"),
    path("restricted/", area.restricted, name="restricted"),
    path(ONE, area.one, name="restricted-one"),
    path(f"{ONE}sheet/", area.sheet, name="restricted-sheet"),
    path(f"{ONE}give-back/", area.give_back, name="restricted-give-back"),
]
