"""Addresses of the live screens of the staff."""

from django.urls import path

from nghedan.interfaces.stage import chair, live, officer, projector, reception

urlpatterns = [
    path("live/<slug:screen>/events", live.events, name="events"),
    path("live/<slug:screen>/state", live.state, name="state"),
    path("projector/", projector.screen, name="projector"),
    path("projector/control/", projector.control, name="projector-control"),
    path("projector/show/", projector.show, name="projector-show"),
    path("projector/page/", projector.hall_page, name="hall-page-set"),
    path("projector/admit/<slug:speaker_id>/", projector.admit, name="request-admit"),
    path("chair/", chair.screen, name="chair"),
    path("chair/call-first/<slug:speaker_id>/", chair.call_first, name="chair-override"),
    path("reception/", reception.desk, name="reception"),
    path("reception/arrive/", reception.arrive, name="reception-arrive"),
    path("reception/scan/", reception.scan, name="reception-scan"),
    path("reception/introduce/", reception.introduce, name="reception-introduce"),
    path("reception/<slug:attendance_id>/<slug:move>/", reception.move, name="reception-move"),
    path("answering/", officer.screen, name="answering"),
    path("answering/events", officer.events, name="answering-events"),
    path("answering/state", officer.state, name="answering-state"),
]
