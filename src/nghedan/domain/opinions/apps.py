from django.apps import AppConfig


class OpinionsConfig(AppConfig):
    name = "nghedan.domain.opinions"
    label = "opinions"
