from django.apps import AppConfig


class DialoguesConfig(AppConfig):
    name = "nghedan.domain.dialogues"
    label = "dialogues"
