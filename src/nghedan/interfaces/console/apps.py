from django.apps import AppConfig


class ConsoleConfig(AppConfig):
    name = "nghedan.interfaces.console"
    label = "console"
