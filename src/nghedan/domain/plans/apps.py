from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "nghedan.domain.plans"
    label = "plans"
