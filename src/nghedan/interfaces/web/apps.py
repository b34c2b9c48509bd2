from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "nghedan.interfaces.web"
    label = "web"
