from django.apps import AppConfig


class DeadlinesConfig(AppConfig):
    name = "nghedan.foundation.deadlines"
    label = "deadlines"
