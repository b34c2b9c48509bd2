"""Addresses of the pages around sign-in and of those for machines."""

from django.urls import path

from nghedan.interfaces.web import status, views

app_name = "web"

urlpatterns = [
    path("", views.home, name="home"),
    path("password-card/", views.open_password_card, name="password-card"),
    path("password-card/use/", views.use_password_card, name="password-card-use"),
    path("password-card/<slug:code>/", views.open_password_card, name="password-card-link"),
    path("kept/", views.give_back_kept, name="kept"),
    path("language/<slug:code>/", views.choose_language, name="language"),
    path("healthz", status.healthz, name="healthz"),
    path("readyz", status.readyz, name="readyz"),
    path("version", status.version, name="version"),
]
