"""Tables of following up: commitments, answers to the people, referrals, verdicts."""

from nghedan.domain.followup.models.commitments import Commitment, Extension, Nudge, Progress
from nghedan.domain.followup.models.letters import Delivery
from nghedan.domain.followup.models.referrals import Referral
from nghedan.domain.followup.models.verdicts import Verdict

__all__ = ["Commitment", "Delivery", "Extension", "Nudge", "Progress", "Referral", "Verdict"]
