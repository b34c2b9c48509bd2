"""Addresses of the catalogue; included at `_ui/` by development settings only."""

from django.urls import path

from nghedan.foundation.ui.catalogue import views

app_name = "ui"
urlpatterns = [
    path("", views.components, name="components"),
    path("staff/", views.staff_page, name="staff"),
    path("citizens/", views.citizens_page, name="citizens"),
    path("question/", views.question_page, name="question"),
    path("sheet/", views.sheet, name="sheet"),
]
