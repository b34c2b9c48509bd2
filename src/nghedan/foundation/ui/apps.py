from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "nghedan.foundation.ui"
    label = "ui"
