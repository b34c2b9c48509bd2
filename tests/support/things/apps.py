from django.apps import AppConfig


class ThingsConfig(AppConfig):
    name = "tests.support.things"
    label = "things"
