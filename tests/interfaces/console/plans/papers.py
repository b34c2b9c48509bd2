"""An issued plan as a file, of an invented commune; and what the tests of the pages share."""

from datetime import date

PLANS = "/console/suoi-lanh/plans/"
ISSUED_ON = date(2026, 2, 5)

PAPER = """ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ SUỐI LÀNH                    Độc lập - Tự do - Hạnh phúc
Số: 07/KH-UBND              Suối Lành, ngày 05 tháng 02 năm 2026

KẾ HOẠCH
Đối thoại trực tiếp giữa Chủ tịch UBND xã với Nhân dân năm 2026

Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025;
Ủy ban nhân dân xã Suối Lành xây dựng Kế hoạch đối thoại năm 2026 như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Nghe bà con nói về đường, nước và đất ở.
2. Yêu cầu
- Trả lời ngắn, rõ, có hạn xong.
- Người chủ trì không ngắt lời người dân đang nói.

II. NỘI DUNG, THỜI GIAN, ĐỊA ĐIỂM
1. Quý II/2026
- Nội dung: Đường liên thôn và rãnh thoát nước.
- Đối tượng: Nhân dân các thôn phía đông.
- Địa điểm: Nhà văn hóa thôn Đồi Chè.
2. Quý IV/2026
- Nội dung: Nước sinh hoạt.
- Đối tượng: Nhân dân các thôn phía tây.
- Địa điểm: Hội trường UBND xã.

III. TỔ CHỨC THỰC HIỆN
1. Văn phòng HĐND và UBND xã
- Tổng hợp ý kiến, ra giấy mời.
- Ghi biên bản.
2. Phòng Kinh tế
- Chuẩn bị nội dung trả lời.

Nơi nhận:
- Các thôn;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Bình
"""
