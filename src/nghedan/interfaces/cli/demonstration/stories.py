"""The five localities: their facts follow plans that were really issued, places and people are invented."""

from collections.abc import Sequence
from dataclasses import dataclass

from nghedan.foundation.tenancy.terms import LocalityLevel

DRAFT = "draft"
SUBMITTED = "submitted"
ISSUED = "issued"
AMENDED = "amended"
DATED = "dated"
COLLECTING = "collecting"
NOTICED = "noticed"
LIVE = "live"
CONCLUDED = "concluded"
FOLLOWING = "following"
STAGES = (DRAFT, SUBMITTED, ISSUED, AMENDED, DATED, COLLECTING, NOTICED, LIVE, CONCLUDED, FOLLOWING)


@dataclass(frozen=True, slots=True)
class Story:
    """A locality and how far its plan has come."""

    slug: str
    name: str
    level: LocalityLevel
    province: str
    stage: str
    plans: Sequence[tuple[str, str]]
    """(kind of body, file of its plan)"""
    hamlet_kind: str
    hamlets: Sequence[str]
    head: str
    deputy: str
    clerk: str
    officer: str
    officer_of_culture: str
    secretary: str = ""
    receiver: str = ""

    @property
    def possible_stages(self) -> tuple[str, ...]:
        """The stages this story can be taken to: an amendment needs the Party's plan."""
        kinds = {kind for kind, _file in self.plans}
        return tuple(stage for stage in STAGES if stage != AMENDED or kinds == {"party_committee"})


STORIES = (
    Story(
        slug="na-khoang", name="Nà Khoang", level=LocalityLevel.COMMUNE, province="tỉnh Đông Lĩnh", stage=DRAFT,
        plans=(("people_committee", "na-khoang.txt"),), hamlet_kind="Xóm",
        hamlets=("Bản Pó", "Khau Giang", "Nà Lìn", "Nà Mỏ", "Nặm Cắt", "Pá Chang", "Phiêng Đén", "Roỏng Khoang",
                 "Thẳm Én", "Tin Tốc", "Vằng Rì", "Xóm Mới", "Yên Hòa"),
        head="Lường Văn Khuyên", deputy="Hoàng Thị Mận", clerk="Ma Thị Hậu", officer="Lý Văn Chài",
        officer_of_culture="Nông Thị Vượng",
    ),
    Story(
        slug="dak-rang", name="Đăk Rang", level=LocalityLevel.COMMUNE, province="tỉnh Ngọc Sơn", stage=SUBMITTED,
        plans=(("people_committee", "dak-rang.txt"),), hamlet_kind="Thôn",
        hamlets=("Đăk Nông", "Đăk Vai", "Giang Lố", "Kon Bành", "Kon Rờ", "Plei Trum"),
        head="A Thuyn", deputy="Y Blát", clerk="Phan Thị Thoa", officer="A Ních", officer_of_culture="Y Mơ",
    ),
    Story(
        slug="lung-cham", name="Lũng Chàm", level=LocalityLevel.COMMUNE, province="tỉnh Đông Lĩnh", stage=ISSUED,
        plans=(("people_committee", "lung-cham.txt"),), hamlet_kind="Xóm",
        hamlets=("Bó Luông", "Đoỏng Pán", "Khuổi Ngà", "Lũng Rì", "Nà Thin", "Pác Bó", "Tềnh Quang"),
        head="Hoàng Thị Nhình", deputy="Nông Văn Bảo", clerk="Triệu Văn Páo", officer="Đàm Thị Liễu",
        officer_of_culture="Hà Văn Toán",
    ),
    Story(
        slug="sa-hai", name="Sa Hải", level=LocalityLevel.WARD, province="tỉnh Hải Lam", stage=AMENDED,
        plans=(("party_committee", "sa-hai.txt"),), hamlet_kind="Tổ dân phố",
        hamlets=("Bãi Nồm", "Bến Đình", "Gành Son", "Hòn Dung", "Trung Sơn"),
        head="Đặng Quốc Thái", deputy="Mai Thị Sương", clerk="Huỳnh Thị Lựu", officer="Cao Văn Tấn",
        officer_of_culture="Bùi Thị Ngọc", secretary="Võ Thị Minh Khuê",
    ),
    Story(
        slug="khuon-lang", name="Khuôn Lạng", level=LocalityLevel.COMMUNE, province="tỉnh Đông Lĩnh", stage=COLLECTING,
        plans=(("party_committee", "khuon-lang-dang-uy.txt"), ("people_committee", "khuon-lang.txt")),
        hamlet_kind="Thôn",
        hamlets=("Bản Cưởm", "Bản Mạ", "Bản Nằm", "Bó Chỉ", "Cốc Lại", "Đồng Én", "Khau Ràng", "Khòn Cải", "Khuổi Tát",
                 "Kéo Coong", "Lân Bông", "Lân Hạ", "Lũng Vài", "Mỏ Rẹ", "Nà Cuối", "Nà Đon", "Nà Han", "Nà Phai",
                 "Pá Lải", "Pác Khuông", "Pò Mạch", "Quyết Tiến", "Suối Ngang", "Thâm Si", "Tồng Nọt", "Yên Thành"),
        head="Nông Văn Thiệp", deputy="Vi Thị Hoài", clerk="Lê Thị Dung", officer="Hứa Văn Quyền",
        officer_of_culture="Lăng Thị Sen", secretary="Lâm Thị Hiên", receiver="Dương Văn Trực",
    ),
)  # fmt: skip
