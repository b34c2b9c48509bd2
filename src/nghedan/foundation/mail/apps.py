from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "nghedan.foundation.mail"
    label = "mail"
