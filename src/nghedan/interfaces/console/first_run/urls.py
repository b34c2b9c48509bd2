"""Addresses of the first run; they name no locality, since there is none yet."""

from django.urls import path

from nghedan.interfaces.console.first_run import views

app_name = "first-run"

urlpatterns = [
    path("", views.code, name="code"),
    path("locality/", views.locality, name="locality"),
    path("hamlets/", views.hamlets, name="hamlets"),
    path("account/", views.account, name="account"),
    path("done/", views.done, name="done"),
]
