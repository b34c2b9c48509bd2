from django.apps import AppConfig


class TransitionsConfig(AppConfig):
    name = "nghedan.foundation.transitions"
    label = "transitions"
