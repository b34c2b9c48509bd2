from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "nghedan.domain.papers"
    label = "papers"
