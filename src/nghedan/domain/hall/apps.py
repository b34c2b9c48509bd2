from django.apps import AppConfig


class HallConfig(AppConfig):
    name = "nghedan.domain.hall"
    label = "hall"
