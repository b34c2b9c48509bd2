"""Addresses of the guests of a dialogue, and of the seats one is to fill."""

from django.urls import path

from nghedan.interfaces.console.guests.views import listing, lists, mail, one, own, seats

GUESTS = "dialogues/<slug:dialogue_id>/guests/"
SEATS = f"{GUESTS}seats/"
LIST = f"{GUESTS}list/<slug:guest_list_id>/"
GUEST = f"{GUESTS}<slug:guest_id>/"

urlpatterns = [
    path(GUESTS, listing.guests, name="guests"),
    path(f"{GUESTS}new/", one.add, name="guest-new"),
    path(f"{GUESTS}suggested/", listing.suggested, name="guests-suggested"),
    path(f"{GUESTS}invited/", listing.invited, name="guests-invited"),
    path(f"{GUESTS}mail/", mail.letters, name="guests-mail"),
    path(f"{GUESTS}mail/stop/", mail.stop, name="guests-mail-stop"),
    path(f"{GUESTS}order/", listing.order, name="guests-order"),
    path(SEATS, seats.overview, name="guest-seats"),
    path(f"{SEATS}<slug:allotment_id>/", seats.one, name="guest-seats-one"),
    path(f"{SEATS}<slug:allotment_id>/names/", seats.names, name="guest-seats-names"),
    path(f"{SEATS}<slug:allotment_id>/move/", seats.move, name="guest-seats-move"),
    path(f"{GUESTS}list/", lists.hand_in, name="guest-list-new"),
    path(LIST, lists.check, name="guest-list-check"),
    path(f"{LIST}row/", lists.row, name="guest-list-row"),
    path(f"{LIST}discard/", lists.discard, name="guest-list-discard"),
    path(GUEST, one.show, name="guest"),
    path(f"{GUEST}edit/", one.edit, name="guest-edit"),
    path(f"{GUEST}remove/", one.remove, name="guest-remove"),
    path("seats/", own.mine, name="own-seats"),
    path("seats/<slug:allotment_id>/", own.one, name="own-seats-one"),
    path("seats/<slug:allotment_id>/photo/", own.photo, name="own-seats-photo"),
    path("seats/<slug:allotment_id>/people/<slug:guest_id>/", own.answer, name="own-seats-answer"),
]
