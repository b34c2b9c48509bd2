"""Addresses of the people's pages; they are printed, so they do not change."""

from django.urls import path

from nghedan.interfaces.portal import views

app_name = "portal"

urlpatterns = [
    path("<slug:locality>/", views.home, name="home"),
    path("<slug:locality>/chuong-trinh/<int:year>/", views.programme, name="programme"),
    path("<slug:locality>/doi-thoai/<slug:dialogue_id>/", views.dialogue, name="dialogue"),
    path("<slug:locality>/doi-thoai/<slug:dialogue_id>/lich.ics", views.calendar_entry, name="calendar-entry"),
]
