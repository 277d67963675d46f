#!/usr/bin/env python3
"""Makes the Word documents beside it, with the shapes that real ones have: python3 tests/import/docs/make.py

The province, its offices and everything that they plan are invented. Documents of other forms are written by hand.
"""
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def p(text='', bold=False, centre=False):
    run = '<w:rPr><w:b/></w:rPr>' if bold else ''
    props = '<w:pPr><w:jc w:val="center"/></w:pPr>' if centre else ''
    parts = [f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split('\n')]
    return f'<w:p>{props}<w:r>{run}{"<w:br/>".join(parts)}</w:r></w:p>' if text else '<w:p/>'


def cell(content, span=1, merge=None):
    """A cell: text, or a list of paragraphs; merge is "restart" or "go on"."""
    props = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ''
    if merge:
        props += '<w:vMerge w:val="restart"/>' if merge == 'restart' else '<w:vMerge/>'
    body = ''.join(p(text) for text in (content if isinstance(content, list) else [content]))
    return f'<w:tc><w:tcPr>{props}</w:tcPr>{body or "<w:p/>"}</w:tc>'


def table(rows, columns, ruled=True):
    borders = ''.join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ('top', 'left', 'bottom', 'right', 'insideH', 'insideV'))
    props = f'<w:tblPr>{"<w:tblBorders>" + borders + "</w:tblBorders>" if ruled else ""}</w:tblPr>'
    grid = '<w:tblGrid>' + '<w:gridCol w:w="1500"/>' * columns + '</w:tblGrid>'
    made = ''.join('<w:tr>' + ''.join(one if one.startswith('<w:tc>') else cell(one) for one in row) + '</w:tr>' for row in rows)
    return f'<w:tbl>{props}{grid}{made}</w:tbl>'


def write(name, body):
    folder = HERE / name
    folder.mkdir(exist_ok=True)
    document = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {NS}><w:body>{"".join(body)}</w:body></w:document>'
    types = ('<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
             '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
             '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
    rels = ('<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
    with zipfile.ZipFile(folder / 'source.docx', 'w', zipfile.ZIP_DEFLATED) as out:
        for path, text in (('[Content_Types].xml', types), ('_rels/.rels', rels), ('word/document.xml', document)):
            out.writestr(zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0)), text)


def head(number='Số:           /KH-UBND', day='Lam Giang, ngày      tháng 02 năm 2026', issuer=('ỦY BAN NHÂN DÂN', 'TỈNH LAM GIANG')):
    nation = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc']
    return table([[cell(list(issuer)), cell(nation)], [cell(number), cell(day)]], 2, ruled=False)


def signed(recipients, signature):
    return table([[cell(['Nơi nhận:'] + [f'- {one};' for one in recipients]), cell(signature)]], 2, ruled=False)


# A plan whose appendix is a table of tasks without groups; number and day are blank, classes lead.
write('ke-hoach-khai-thac', [
    head(), p(), p('KẾ HOẠCH', True, True), p('Quản lý bến bãi ven sông', True, True), p('trên địa bàn tỉnh Lam Giang', True, True), p(),
    p('Thực hiện Chỉ thị số 4-CT/TU ngày 02/02/2026 của Ban Thường vụ Tỉnh ủy về bến bãi ven sông, Ủy ban nhân dân tỉnh Lam Giang ban hành Kế hoạch như sau:'),
    p('I. MỤC ĐÍCH, YÊU CẦU'), p('1. Mục đích'), p('- Giữ bến sạch, thuyền yên.'), p('\t- Người dân đi lại an toàn.'), p('2. Yêu cầu'), p('- Làm đến đâu chắc đến đó.'),
    p('II. TỔ CHỨC THỰC HIỆN'), p('1. Sở Bến Nước'), p('a) Theo dõi, đôn đốc.'), p('b) Báo cáo trước ngày 10/12 hằng năm.'),
    p('Các sở, ngành báo cáo khi có vướng mắc./.'), p(),
    signed(['Thường trực Tỉnh ủy', 'Các sở, ban, ngành', 'Lưu: VT'], ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH', '', '', 'Lê Thị Thí Dụ']),
    p(), p('Phụ lục', True, True), p('MỘT SỐ NHIỆM VỤ TRỌNG TÂM', True, True),
    p('(Kèm theo Kế hoạch số:        /KH-UBND ngày     tháng 02 năm 2026 của UBND tỉnh Lam Giang)', False, True),
    table([
        ['TT', 'Tên nhiệm vụ', 'Sở, ngành chủ trì tham mưu', 'Đơn vị phối hợp thực hiện', 'Thời gian thực hiện', 'Ghi chú'],
        ['', '(1)', '(2)', '(3)', '(4)', '(5)'],
        ['1', 'Phổ biến Chỉ thị đến từng bến.', 'Các Sở, ban, ngành; UBND các xã, phường', 'Các cơ quan, đơn vị liên quan', 'Xong trong Quý II/2026', ''],
        ['2', 'Rà soát quy hoạch bến.', 'Sở Bến Nước và Môi trường', 'Sở Đồng Ruộng, các Sở, ban, ngành', 'Trong năm 2026', 'Làm trước mùa lũ'],
        ['3', 'Kiểm tra thuyền chở khách.', 'Sở Đường Thủy; Công an tỉnh', 'UBND các xã, phường', 'Thường xuyên', ''],
        ['4', 'Đăng ký bến mới.', 'Sở Bến Nước và Môi trường', '', 'Xong trước ngày 01/01/2030', ''],
    ], 6),
])

# Tables in the text, whose headings give the year; heads of agencies lead, times have hours; a letter is skipped.
write('ke-hoach-doi-thoai', [
    head(day='Lam Giang, ngày        tháng 01 năm 2026'), p(), p('KẾ HOẠCH', True, True), p('Đối thoại với người dân năm 2026', True, True), p(),
    p('Tiếp tục thực hiện chương trình cải cách, UBND tỉnh Lam Giang ban hành Kế hoạch như sau:'),
    p('I. HOẠT ĐỘNG'), p('1. Chương trình trên sóng'), p('a) Đối với các sở, gồm các buổi sau:'),
    table([
        ['TT', 'Nội dung', cell(['Trách nhiệm', 'thực hiện']), cell(['Thời gian', '(Năm 2026)'])],
        ['1', 'Trả lời về bến đò', 'Lãnh đạo Sở Bến Nước', 'Từ 20 giờ 15 phút - 20 giờ 45 phút ngày 23 tháng 1'],
        ['2', 'Trả lời về sách', cell(['Lãnh đạo', 'Sở Văn hóa, Thể thao và Du lịch']), 'Từ 20 giờ 15 phút - 20 giờ 45 phút ngày 13 tháng 3'],
    ], 4),
    p('b) Đối với các xã:'),
    table([
        ['TT', 'Nội dung', cell(['Trách nhiệm', 'thực hiện']), cell(['Thời gian', '(Năm 2026)'])],
        ['1', 'Trả lời về chợ nổi', 'Lãnh đạo UBND xã Bãi Nổi', 'Từ 20 giờ 15 phút - 20 giờ 45 phút ngày 27 tháng 3'],
        ['2', 'Trả lời về cầu', 'Lãnh đạo UBND phường 3 Bến Đò', 'như trên'],
    ], 4),
    p('2. Cuộc thi tìm hiểu'), p('Sở Nội vụ chủ trì tổ chức.'),
    p('II. TỔ CHỨC THỰC HIỆN'), p('1. Văn phòng UBND tỉnh:'), p('a) Mở phòng đối thoại.'), p('b) Ghi lại câu hỏi.'), p('c) Trả lời.'), p('d) Đăng lên cổng.'), p('e) Tổng hợp, báo cáo.'),
    p('Trên đây là Kế hoạch của UBND tỉnh Lam Giang./.'),
    signed(['Thường trực Tỉnh ủy', 'Lưu: VT, NC'], ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', '', 'Nguyễn Văn Thí Dụ']),
])

# A resolution of the Party: no national head, I-, no tasks.
write('nghi-quyet-dang', [
    table([[cell(['TỈNH UỶ LAM GIANG', '*', 'Số      -NQ/TU']), cell(['ĐẢNG CỘNG SẢN VIỆT NAM', '', 'Lam Giang, ngày    tháng 3 năm 2026'])]], 2, ruled=False),
    p(), p('NGHỊ QUYẾT', True, True), p('về đọc sách trong chi bộ', True, True), p('giai đoạn 2026 - 2030', True, True), p('-----', False, True),
    p('- Căn cứ Điều lệ Đảng;'), p('- Căn cứ Nghị quyết Đại hội Đảng bộ tỉnh,'),
    p('I- TÌNH HÌNH'), p('Việc đọc sách đã thành nếp ở nhiều chi bộ.'), p('II- MỤC TIÊU'), p('1. Đến năm 2028, mỗi chi bộ có tủ sách.'), p('2. Đến năm 2030, mỗi đảng viên đọc một cuốn một tháng.'),
    p('III- TỔ CHỨC THỰC HIỆN'), p('1. Ban Tuyên giáo Tỉnh uỷ hướng dẫn.'), p('2. Nghị quyết này được phổ biến đến chi bộ.'), p(),
    signed(['Các đảng uỷ trực thuộc', 'Lưu Văn phòng Tỉnh uỷ'], ['T/M BAN THƯỜNG VỤ', 'BÍ THƯ', '', 'Nguyễn Văn Thí Dụ']),
])

# Groups whose numbers begin anew, merged cells: two results of a task, a lead for two tasks, one cell for lead and partners.
write('chuong-trinh-o-gop', [
    head('Số: 18/CTr-UBND', 'Lam Giang, ngày 10 tháng 01 năm 2026'), p(), p('CHƯƠNG TRÌNH', True, True), p('Thuyền sách đến bến', True, True), p(),
    p('Ủy ban nhân dân tỉnh Lam Giang ban hành Chương trình gồm các nhiệm vụ ở Phụ lục.'),
    signed(['Như Phụ lục'], ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', '', 'Lê Thị Thí Dụ']),
    p('PHỤ LỤC I', True, True), p('NHIỆM VỤ', True, True),
    table([
        ['STT', 'Nhiệm vụ', 'Sản phẩm', 'Thời hạn hoàn thành', 'Cơ quan chủ trì', 'Cơ quan phối hợp'],
        ['I', cell('Bến và thuyền', 5)],
        [cell('1', merge='restart'), cell('Đóng thuyền sách', merge='restart'), 'Bản vẽ', 'Tháng 3/2026', cell('Sở Đường Thủy', merge='restart'), cell('Sở Sách Báo', merge='restart')],
        [cell('', merge='on'), cell('', merge='on'), 'Ba thuyền', 'Tháng 9/2026', cell('', merge='on'), cell('', merge='on')],
        ['2', 'Dựng bến sách', 'Mười bến', 'Quý IV/2026', cell('Theo phân công tại Phương án số 5/PA-UBND', 2)],
        ['II', cell('Người đọc', 5)],
        ['1', 'Phát thẻ đọc', 'Thẻ', 'Trước ngày 30/6/2026', cell('Sở Sách Báo', merge='restart'), 'Các trường học trên địa bàn'],
        ['2', 'Thi kể chuyện', 'Cuộc thi', '31/12/2026', cell('', merge='on'), 'Tỉnh đoàn Lam Giang'],
    ], 6),
])

# Numbers as people slip with them: parts twice, points without a section, rows twice, out of order and without a number, a
# row of sums, a table that a page parts, an appendix before the signature.
tasks = ['TT', 'Nội dung', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời hạn']
write('danh-so-lon-xon', [
    head('Số: 31/KH-UBND', 'Lam Giang, ngày 02 tháng 3 năm 2026'), p('KẾ HOẠCH', True, True), p('Giữ đường bờ sông năm 2026', True, True),
    p('Căn cứ Nghị quyết số 8-NQ/TU của Tỉnh ủy Lam Giang, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:'),
    p('a) Điểm đứng trước mọi mục.'), p('I. MỤC ĐÍCH'), p('a) Đường sạch.'), p('c) Bờ vững.'), p('I. YÊU CẦU'), p('2. Làm đều.'), p('2. Làm kỹ.'),
    p('4.1. Làm xong.'), p('III. TỔ CHỨC THỰC HIỆN'), p('1. Sở Bến Nước (sau đây gọi là SBN) theo dõi.'),
    p('PHỤ LỤC', True, True), p('NHIỆM VỤ', True, True),
    table([
        tasks,
        [cell('A. Nhóm bờ', 5)],
        ['1', 'Đắp bờ', 'Sở Bến Nước', 'Sở TT&TT', '30/6/2026'],
        ['1', 'Trồng cỏ', 'SBN', 'Sở Thông tin và Truyền thông', 'nt'],
        ['', 'Tưới cỏ', 'UBND các xã, phường', '', 'Thường xuyên'],
        ['3', '', 'Sở Đường Thủy', '', '2026'],
    ], 5),
    table([
        tasks,
        ['4', 'Đếm cọc', 'Sở Đường Thủy', '', 'Quý III/2026'],
        ['2', 'Sơn cọc', 'Sở Đường Thủy', '', 'Quý IV/2026'],
        [cell('Tổng cộng', 2), '5 việc', '', ''],
    ], 5),
    signed(['Như trên', 'Lưu: VT'], ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', '', 'Lê Thị Thí Dụ']),
])
