from django.apps import AppConfig

from nghedan.foundation.db.shipping import load_after_migrate


class DialoguesConfig(AppConfig):
    name = "nghedan.domain.dialogues"
    label = "dialogues"

    def ready(self) -> None:
        load_after_migrate(
            self, model="deadlines.DeadlineRuleVersion", loader="nghedan.domain.dialogues.deadlines.ship"
        )
