from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "nghedan.domain.notices"
    label = "notices"
