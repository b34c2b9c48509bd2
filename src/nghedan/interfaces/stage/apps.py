from django.apps import AppConfig


class StageConfig(AppConfig):
    name = "nghedan.interfaces.stage"
    label = "stage"
