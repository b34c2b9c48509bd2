"""From a duty's words to its step, its limit and the dialogues it is meant for; suggestions a person may change."""

from collections.abc import Sequence
from itertools import pairwise

from nghedan.domain.dialogues import deadlines
from nghedan.domain.dialogues.terms import Step
from nghedan.kernel.vietnamese import fold

STEP_WORDS: tuple[tuple[Step, tuple[str, ...]], ...] = (
    (
        Step.CONCLUSION,
        ("thong bao ket luan", "du thao ket luan", "thong bao ket qua", "bao cao ket qua thuc hien", "rut kinh nghiem"),
    ),
    (Step.FOLLOW_UP, ("don doc", "sau doi thoai", "theo thong bao ket luan", "giam sat", "quyet toan")),
    (Step.ANSWERS, ("tra loi", "chuan bi cac noi dung", "noi dung tra loi", "giai dap", "huong giai quyet")),
    (Step.NOTICE, ("thong bao", "giay moi", "truyen thanh", "tuyen truyen", "niem yet", "moi dai dien")),
    (Step.OPINIONS, ("tong hop", "nam tinh hinh", "nam bat", "nam chac", "ra soat", "tiep nhan")),
    (
        Step.CONFERENCE,
        ("an ninh", "trat tu", "hoi truong", "loa dai", "kinh phi", "co so vat chat", "dia diem", "chuong trinh"),
    ),
)
"""What a duty mostly speaks of; the first hit counts, so the later phases stand first."""

LIMIT_OF_STEP = {
    Step.NOTICE: deadlines.NOTICE,
    Step.OPINIONS: deadlines.CUT_OFF,
    Step.ANSWERS: deadlines.DRAFTS,
    Step.CONFERENCE: deadlines.ANSWERS,
    Step.CONCLUSION: deadlines.RESULT,
    Step.FOLLOW_UP: deadlines.REPORT,
}

DRAFT_CONCLUSION_WORDS = ("thong bao ket luan", "du thao ket luan")
REPORT_WORDS = ("bao cao ket qua thuc hien", "rut kinh nghiem")


def step_for(text: str) -> Step:
    """Return the step a duty belongs to; what names none prepares the conference."""
    said = fold(text)
    return next((step for step, words in STEP_WORDS if any(word in said for word in words)), Step.CONFERENCE)


def limit_for(text: str, step: Step) -> str:
    """Return the code of the limit by which a duty is to be done."""
    said = fold(text)
    if step is Step.CONCLUSION and any(word in said for word in DRAFT_CONCLUSION_WORDS):
        return deadlines.CONCLUSION
    if step is Step.CONCLUSION and any(word in said for word in REPORT_WORDS):
        return deadlines.REPORT
    return LIMIT_OF_STEP[step]


def which_dialogues(duty: str, audiences: Sequence[Sequence[str]]) -> list[int]:
    """Return the positions of the dialogues a duty is meant for: those whose own audience it names, else all.

    A word pair marks a dialogue when no other dialogue's audience has it ("cựu chiến binh", a commune's name).
    """
    said = _pairs(fold(duty))
    pairs = [_pairs(fold(" ".join(audience))) for audience in audiences]
    meant = []
    for index, own in enumerate(pairs):
        others = set().union(*(pairs[:index] + pairs[index + 1 :]))
        if len(said & (own - others)) >= MARKS_NEEDED:
            meant.append(index)
    return meant or list(range(len(audiences)))


MARKS_NEEDED = 2
"""Two word pairs in a row - three words - before a duty is taken to name an audience; one pair may be chance."""


def _pairs(text: str) -> set[tuple[str, str]]:
    words = [word.strip('.,;:()“”"') for word in text.split()]
    return {pair for pair in pairwise(words) if all(pair)}
