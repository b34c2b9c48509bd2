from django.apps import AppConfig


class ConclusionsConfig(AppConfig):
    name = "nghedan.domain.conclusions"
    label = "conclusions"
