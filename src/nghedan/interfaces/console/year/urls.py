"""Addresses of the year."""

from django.urls import path

from nghedan.interfaces.console.year import views

urlpatterns = [
    path("year/", views.this_year, name="this-year"),
    path("year/<int:year>/", views.year, name="year"),
]
