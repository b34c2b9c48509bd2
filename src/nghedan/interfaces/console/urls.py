"""Addresses of the staff pages: one area after the other, each under the locality."""

from django.urls import URLPattern, URLResolver, include, path

app_name = "console"

urlpatterns: list[URLPattern | URLResolver] = [
    path("<slug:locality>/", include("nghedan.interfaces.console.plans.urls")),
]
