from django.apps import AppConfig

from nghedan.foundation.db.shipping import load_after_migrate


class FollowupConfig(AppConfig):
    name = "nghedan.domain.followup"
    label = "followup"

    def ready(self) -> None:
        load_after_migrate(self, model="deadlines.DeadlineRuleVersion", loader="nghedan.domain.followup.deadlines.ship")
