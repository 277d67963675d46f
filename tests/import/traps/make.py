#!/usr/bin/env python3
"""Makes the documents in which readers of `congkhai import` are known to stumble.

    make.py [FOLDER]        the folder of this file, where none is given

Each document is written as raw XML by a function of its own, whose docstring says what the trap is. Nothing but Python's
own library is used, and the archives are stored without packing and without times, so that every machine makes the same
bytes. What a reader must find in each stands beside it: NAME.blocks. All names of places and bodies are made up.
"""

import sys
import unicodedata
import zipfile
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


# Archives

def archive(path, parts):
    """An archive of parts, in their order, the same bytes on every machine."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as file:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            file.writestr(info, text if isinstance(text, bytes) else text.encode())


def write(path, text):
    """A file of text, the same bytes on every machine."""
    Path(path).write_bytes(text.encode())


def relations(*rows):
    """Rows of (kind, target) or (kind, target, True) for what lies outside."""
    made = "".join(
        f'<Relationship Id="rId{at}" Type="{R}/{row[0]}" Target="{row[1]}"'
        + (' TargetMode="External"/>' if len(row) > 2 else "/>")
        for at, row in enumerate(rows, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}">{made}</Relationships>'


def docx(path, body, *, names=NAMES, own=(), **parts):
    """A document of Word with a body, and other parts by their names without .xml."""
    rows = [(kind.rstrip("0123456789"), f"{kind}.xml") for kind in parts] + list(own)
    overrides = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="application/vnd.openxmlformats-officedocument'
        f'.wordprocessingml.{kind.rstrip("0123456789")}+xml"/>'
        for kind in parts
    )
    archive(path, {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
        f'.wordprocessingml.document.main+xml"/>{overrides}</Types>',
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relations(*rows),
        "word/document.xml": f"{HEAD}<w:document {names}><w:body>{body}<w:sectPr/></w:body></w:document>",
        **{f"word/{kind}.xml": HEAD + text for kind, text in parts.items()},
    })


# Pieces of Word's XML

def t(text):
    """A run's text."""
    return f'<w:t xml:space="preserve">{text}</w:t>'


def r(text, look=""):
    """A run."""
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{t(text)}</w:r>"


def b(text):
    """A bold run."""
    return r(text, "<w:b/>")


def p(*runs, style="", look=""):
    """A paragraph of runs; plain text is a run."""
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    look = f"<w:pPr>{style}{look}</w:pPr>" if style or look else ""
    return f"<w:p>{look}{''.join(run if run.startswith('<') else r(run) for run in runs)}</w:p>"


def item(number, level, *runs):
    """A paragraph of a list."""
    return p(*runs, look=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def tc(*blocks, look=""):
    """A cell of paragraphs; plain text is a paragraph."""
    look = f"<w:tcPr>{look}</w:tcPr>" if look else ""
    return f"<w:tc>{look}{''.join(block if block.startswith('<') else p(block) for block in blocks) or p()}</w:tc>"


def tr(*cells, look=""):
    """A row; plain text is a cell."""
    look = f"<w:trPr>{look}</w:trPr>" if look else ""
    return f"<w:tr>{look}{''.join(cell if cell.startswith('<') else tc(cell) for cell in cells)}</w:tr>"


RULED = "<w:tblBorders>" + "".join(
    f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
) + "</w:tblBorders>"


def tbl(*rows, grid=0, look=RULED):
    """A table; a grid of so many columns, or none."""
    grid = "<w:tblGrid>" + '<w:gridCol w:w="1500"/>' * grid + "</w:tblGrid>" if grid else ""
    return f"<w:tbl><w:tblPr>{look}</w:tblPr>{grid}{''.join(rows)}</w:tbl>"


def lvl(at, form, text, more="", start=1):
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(lists, nums):
    """Lists by their levels, and (number, list, override) of what refers to them."""
    made = "".join(f'<w:abstractNum w:abstractNumId="{at}">{levels}</w:abstractNum>' for at, levels in lists.items())
    made += "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="{of}"/>{override}</w:num>' for at, of, override in nums
    )
    return f"<w:numbering {NAMES}>{made}</w:numbering>"


def styles(made):
    return f"<w:styles {NAMES}>{made}</w:styles>"


def restart(level, start=1):
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


TRAPS = {}


def trap(name):
    """Marks a function as the maker of a document."""
    def keep(make):
        TRAPS[name] = make
        return make
    return keep


# Tables

@trap("content-control.docx")
def content_control(path):
    """Content controls around runs, paragraphs, cells and rows: what looks for cells in rows only loses theirs."""
    control = lambda inner: f'<w:sdt><w:sdtPr><w:alias w:val="Ô nhập"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'
    docx(path, (
        control(p("Đoạn trong khung nhập"))
        + p("Số: ", control(r("12")), "/KH-UBND")
        + tbl(
            tr("TT", "Nhiệm vụ", "Chủ trì"),
            tr("1", control(tc("Lập sổ ruộng")), "Sở Đồng Ruộng"),
            control(tr("2", "Đắp đê", control(tc(control(p("Sở Sông Nước")))))),
            grid=3,
        )
    ))


@trap("short-first-row.docx")
def short_first_row(path):
    """A first row with fewer cells than the others, which does not say that it spans."""
    docx(path, tbl(tr("Danh mục nhiệm vụ"), tr("TT", "Nhiệm vụ", "Chủ trì"), tr("1", "Lập sổ ruộng", "Sở Đồng Ruộng"), grid=3))


@trap("no-grid.docx")
def no_grid(path):
    """A table without tblGrid and with rows of different spans: columns are where the cells say."""
    span = lambda count: f'<w:gridSpan w:val="{count}"/>'
    docx(path, tbl(
        tr(tc("Nhóm một", look=span(4))),
        tr("1", tc("Lập sổ ruộng", look=span(2)), "Quý I"),
        tr(tc("Cộng", look=span(3)), "2"),
    ))


@trap("merge-down.docx")
def merge_down(path):
    """vMerge without a value goes on; so does the value continue. Words below a merge are shown nowhere, and a cell that
    goes on below nothing is a cell of its own."""
    starts, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    docx(path, tbl(
        tr("TT", "Nhiệm vụ", "Kết quả", "Chủ trì"),
        tr(tc("1", look=starts), tc("Lập sổ ruộng", look=starts), "Sổ giấy", "Sở Đồng Ruộng"),
        tr(tc(look=goes_on), tc(look='<w:vMerge w:val="continue"/>'), "Sổ điện tử", "Sở Sông Nước"),
        tr(tc("1a", look=goes_on), tc("Đắp đê"), "Đê mới", "Sở Sông Nước"),
        grid=4,
    ) + p("Bảng thứ hai") + tbl(tr(tc("Mồ côi", look=goes_on), "a"), tr(tc(look=goes_on), "b"), grid=2))


@trap("merge-across.docx")
def merge_across(path):
    """Lead and partners in one cell, a row that begins a column later, one that ends a column earlier, and the old way
    to merge across."""
    docx(path, tbl(
        tr("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp"),
        tr("1", "Lập sổ ruộng", tc("Theo phân công tại Phương án số 5", look='<w:gridSpan w:val="2"/>')),
        tr("Đắp đê", "Sở Sông Nước", "Các xã", look='<w:gridBefore w:val="1"/>'),
        tr("3", "Trồng tre", "Sở Đồng Ruộng", look='<w:gridAfter w:val="1"/>'),
        tr(tc("4", look='<w:hMerge w:val="restart"/>'), tc("và 5", look="<w:hMerge/>"), "a", "b"),
        grid=4,
    ))


@trap("nested-table.docx")
def nested_table(path):
    """A table in a cell of a table, between paragraphs; headers lie in such tables without lines."""
    inner = tbl(tr("Sổ giấy", "Tháng 3"), tr("Sổ điện tử", "Tháng 6"), grid=2)
    docx(path, tbl(tr(tc("TỈNH LAM GIANG"), tc("Độc lập")), grid=2, look="") + tbl(
        tr("1", tc(p("Lập sổ ruộng:"), inner, p("và báo cáo.")), "Sở Đồng Ruộng"), grid=3,
    ))


@trap("repeated-head.docx")
def repeated_head(path):
    """A head of two rows that every page repeats; the row of column numbers below it is none."""
    head = "<w:tblHeader/>"
    docx(path, tbl(
        tr(tc(p(b("TT"))), tc(p(b("Nhiệm vụ"))), tc(p(b("Thời gian")), look='<w:gridSpan w:val="2"/>'), look=head),
        tr("", "", "Bắt đầu", "Kết thúc", look=head),
        tr("(1)", "(2)", "(3)", "(4)", look='<w:tblHeader w:val="0"/>'),
        tr("1", "Lập sổ ruộng", "Quý I", "Quý II"),
        grid=4,
    ))


@trap("borders.docx")
def borders(path):
    """Lines of a table come from the table, from its style, or from its cells; a line under a head alone is none."""
    cell = "<w:tcBorders>" + "".join(f'<w:{s} w:val="single"/>' for s in ("top", "left", "bottom", "right")) + "</w:tcBorders>"
    bare = "<w:tcBorders>" + "".join(f'<w:{s} w:val="nil"/>' for s in ("top", "left", "bottom", "right")) + "</w:tcBorders>"
    under = '<w:tcBorders><w:bottom w:val="single"/></w:tcBorders>'
    docx(
        path,
        tbl(tr("theo kiểu", "a"), grid=2, look='<w:tblStyle w:val="Luoi"/>')
        + tbl(tr(tc("theo ô", look=cell), tc("b", look=cell)), grid=2, look="")
        + tbl(tr(tc("ô bỏ dòng kẻ", look=bare), tc("c", look=bare)), grid=2)
        + tbl(tr(tc("chỉ gạch chân", look=under), "d"), grid=2, look=""),
        styles=styles(
            '<w:style w:type="table" w:styleId="Goc"><w:tblPr>' + RULED + '</w:tblPr></w:style>'
            '<w:style w:type="table" w:styleId="Luoi"><w:basedOn w:val="Goc"/></w:style>'
        ),
    )


# Numbers

OUTLINE = lvl(0, "upperRoman", "%1.") + lvl(1, "decimal", "%2.") + lvl(2, "decimal", "%2.%3.") + lvl(3, "lowerLetter", "%4)")


@trap("lists.docx")
def lists(path):
    """A list that text interrupts and that goes on; a second that looks like the first; one that starts again; one that
    runs through its levels; bullets; letters that go past đ, which Word does not have."""
    docx(
        path,
        item(1, 0, b("MỤC ĐÍCH")) + item(1, 1, "Yêu cầu một") + item(1, 2, "Chi tiết") + item(1, 2, "Chi tiết nữa")
        + p("Đoạn xen giữa không có số.")
        + item(1, 1, "Yêu cầu hai") + item(1, 0, b("NHIỆM VỤ")) + item(1, 1, "Đếm lại từ đầu")
        + "".join(item(1, 3, f"Điểm thứ {at}") for at in range(1, 7))
        + item(2, 0, "Danh sách khác cùng mẫu: đếm tiếp") + item(3, 0, "Danh sách đặt lại số") + item(3, 0, "Số tiếp theo")
        + item(4, 0, "Điều thứ nhất") + item(4, 1, "Khoản chạy suốt") + item(4, 0, "Điều thứ hai") + item(4, 1, "Khoản chạy suốt")
        + item(5, 0, "Dấu đầu dòng") + item(5, 1, "Dấu của phông ký hiệu") + item(0, 0, "Bỏ số")
        + item(6, 0, "Số không") + item(6, 0, "thêm số không") + item(7, 1, "Cấp hai trước cấp một") + item(7, 0, "Cấp một"),
        numbering=numbering(
            {
                0: OUTLINE,
                1: lvl(0, "decimal", "Điều %1.") + lvl(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'),
                2: lvl(0, "bullet", "-") + lvl(1, "bullet", "\uf0b7"),
                3: lvl(0, "decimalZero", "%1"),
                4: lvl(0, "upperRoman", "%1.") + lvl(1, "decimal", "%1.%2.", "<w:isLgl/>"),
            },
            [(1, 0, ""), (2, 0, ""), (3, 0, restart(0)), (4, 1, ""), (5, 2, ""), (6, 3, ""), (7, 4, "")],
        ),
    )


@trap("lists-by-style.docx")
def lists_by_style(path):
    """Numbers that no paragraph asks for: its style does, or one that the style is based on, or a list that stands for
    another one's style; and a style whose number a paragraph takes off."""
    paragraph = lambda name, more: f'<w:style w:type="paragraph" w:styleId="{name}">{more}</w:style>'
    number = lambda at, level="": f'<w:pPr><w:numPr>{level}<w:numId w:val="{at}"/></w:numPr></w:pPr>'
    docx(
        path,
        p("Mục lớn", style="MucLon") + p("Mục nhỏ", style="MucNho") + p("Mục nhỏ nữa", style="MucNhoNua")
        + p("Bỏ số", style="MucNho", look='<w:numPr><w:numId w:val="0"/></w:numPr>')
        + p("Mục lớn tiếp", style="MucLon") + item(2, 0, "Danh sách thay cho kiểu"),
        styles=styles(
            paragraph("MucLon", number(1) + "<w:rPr><w:b/></w:rPr>")
            + paragraph("MucNho", number(1, '<w:ilvl w:val="1"/>'))
            + paragraph("MucNhoNua", '<w:basedOn w:val="MucNho"/>')
            + '<w:style w:type="numbering" w:styleId="DanhSach">' + number(1) + "</w:style>"
        ),
        numbering=numbering(
            {
                0: lvl(0, "upperRoman", "%1.", '<w:pStyle w:val="MucLon"/>') + lvl(1, "decimal", "%1.%2.", '<w:pStyle w:val="MucNho"/>'),
                1: '<w:numStyleLink w:val="DanhSach"/>',
            },
            [(1, 0, ""), (2, 1, "")],
        ),
    )


@trap("numbered-cells.docx")
def numbered_cells(path):
    """The column TT is a list: its cells hold no word, and the page shows a number."""
    row = lambda *cells: tr(tc(item(1, 0)), *cells)
    docx(
        path,
        tbl(tr("TT", "Nhiệm vụ"), row("Lập sổ ruộng"), row("Đắp đê"), row("Trồng tre"), grid=2),
        numbering=numbering({0: lvl(0, "decimal", "%1")}, [(1, 0, "")]),
    )


@trap("typed-and-list.docx")
def typed_and_list(path):
    """The first item's number was typed by hand, the others are a list's: two 1. in a row, as the page shows them."""
    docx(
        path,
        p("1. Số gõ tay") + item(1, 0, "Số của danh sách") + item(1, 0, "Số của danh sách") + p("4. Số gõ tay"),
        numbering=numbering({0: lvl(0, "decimal", "%1.")}, [(1, 0, "")]),
    )


# Runs

@trap("notes.docx")
def notes(path):
    """Footnotes and an endnote, one in a table, one with two paragraphs, one that nobody calls, and the lines that part
    notes from the page."""
    note = lambda kind, at, *blocks: f'<w:{kind} w:id="{at}">{"".join(blocks)}</w:{kind}>'
    mark = lambda kind, at: f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{at}"/></w:r>'
    line = '<w:{0} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{0}>'
    own = "<w:r><w:footnoteRef/></w:r>"
    docx(
        path,
        p("Theo Luật Ruộng", mark("footnote", 1), ", tỉnh lập sổ", mark("endnote", 1), ".")
        + tbl(tr("1", tc(p("Đắp đê", mark("footnote", 2)))), grid=2) + p("Hết."),
        footnotes=f"<w:footnotes {NAMES}>" + line.format("footnote")
        + note("footnote", 1, p(own, " Luật số 1."), p("Đoạn thứ hai của chú thích."))
        + note("footnote", 2, p(own, " Đê sông Lam.")) + note("footnote", 3, p("Chú thích không ai gọi.")) + "</w:footnotes>",
        endnotes=f"<w:endnotes {NAMES}>" + line.format("endnote") + note("endnote", 1, p("Chú thích cuối.")) + "</w:endnotes>",
    )


@trap("fields.docx")
def fields(path):
    """A hyperlink written as a field and one written as an element; other fields. What a field is told to do is no
    text; what it shows is."""
    char = lambda kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
    code = lambda text: f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'
    docx(path, (
        p("Xem ", char("begin"), code(' HYPERLINK "https://lam-giang.example" '), char("separate"), r("trang của tỉnh"), char("end"), ".")
        + p("Xem ", f'<w:hyperlink w:anchor="a">{r("phụ lục")}</w:hyperlink>', ".")
        + p("Trang ", f'<w:fldSimple w:instr=" PAGE ">{r("7")}</w:fldSimple>', " có ",
            char("begin"), code(" REF x "), char("separate"), r("hai "), char("begin"), code(" SEQ y "), char("separate"),
            r("bảng"), char("end"), char("end"))
    ), own=[("hyperlink", "https://lam-giang.example", True)])


@trap("breaks.docx")
def breaks(path):
    """Tabs, line breaks, hyphens that hold and hyphens that come at a line's end only, signs of other fonts, smart tags,
    and words cut into runs anywhere."""
    one = lambda inner: f"<w:r>{inner}</w:r>"
    docx(path, (
        p("ỦY BAN", one("<w:br/>"), "NHÂN DÂN", one("<w:cr/>"), "TỈNH LAM GIANG")
        + p("Nơi nhận:", one("<w:tab/>"), "Chủ tịch")
        + p("Số 12", one("<w:noBreakHyphen/>"), "KH", "/U", "BN", "D")
        + p("khẩn", one("<w:softHyphen/>"), " trương, ki\u00adên quyết")
        + p(one('<w:sym w:font="Wingdings" w:char="F0FE"/>'), " Đạt ", one('<w:sym w:font="Symbol" w:char="F0B7"/>'),
            " lạ ", one('<w:sym w:font="Webdings" w:char="F061"/>'))
        + p('<w:smartTag w:element="place">' + r("Lam ") + '<w:smartTag w:element="x">' + r("Giang") + "</w:smartTag></w:smartTag>")
        + p(b("Cả đoạn "), r(" ", ""), b("đậm")) + p(b("Một phần"), " đậm") + p(r("Không đậm", '<w:b w:val="0"/>'), look='<w:jc w:val="center"/>')
    ))


@trap("letters.docx")
def letters(path):
    """Marks apart from their letters, even in a run of their own; blanks that hold, signs that nobody sees, and the
    Icelandic letter that looks like đ."""
    apart = unicodedata.normalize("NFD", "Triển khai nhiệm vụ được giao")
    docx(path, (
        p(apart) + p("Tie", r("\u0302\u0301"), "n đô", r("\u0323"))
        + p("Ủy\u00a0ban\u00a0nhân\u00a0dân") + p("\u200bÐồng Ruộng, ðắp\ufeff đê") + p("2026 \u2013 2030, 12\u201115")
    ))


@trap("tracked.docx")
def tracked(path):
    """Changes that nobody accepted: words put in, taken out, moved; a paragraph's end taken out, a row taken out; and a
    comment, which is no content."""
    who = 'w:id="1" w:author="Người sửa" w:date="2026-01-01T00:00:00Z"'
    put = lambda text: f"<w:ins {who}>{r(text)}</w:ins>"
    out = lambda text: f'<w:del {who}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'
    docx(
        path,
        p("Hoàn thành trước ngày ", out("30"), put("15"), " tháng 6.")
        + p("Câu này ", f'<w:moveFrom {who}>{r("bị chuyển đi ")}</w:moveFrom>', "còn lại.")
        + p("Ở đây ", f'<w:moveTo {who}>{r("bị chuyển đi ")}</w:moveTo>', "xong.")
        + p("Nửa đầu", look=f"<w:rPr><w:del {who}/></w:rPr>") + p("nửa sau.")
        + p(out("Cả đoạn bị xóa"), look=f"<w:rPr><w:del {who}/></w:rPr>")
        + tbl(tr("1", "Giữ"), tr(tc(p(out("2"))), tc(p(out("Xóa hàng"))), look=f"<w:del {who}/>"), grid=2)
        + p('<w:commentRangeStart w:id="0"/>', "Có ghi chú", '<w:commentRangeEnd w:id="0"/>', '<w:r><w:commentReference w:id="0"/></w:r>'),
        comments=f'<w:comments {NAMES}><w:comment w:id="0" w:author="Người sửa">{p("Không phải nội dung")}</w:comment></w:comments>',
    )


@trap("text-box.docx")
def text_box(path):
    """A text box is written twice, for newer and for older programs, in the midst of a paragraph; one has words for the
    older only; lines are drawn as
    shapes whose places are numbers in the text of the file."""
    new = (
        "<w:drawing><wp:anchor><wp:positionH><wp:posOffset>123456</wp:posOffset></wp:positionH>"
        '<wp:docPr id="1" name="Hộp chữ 1"/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>'
        + p(b("DỰ THẢO")) + p("lần 2") + "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    old = "<w:pict><v:shape><v:textbox><w:txbxContent>" + p(b("DỰ THẢO")) + p("lần 2") + "</w:txbxContent></v:textbox></v:shape></w:pict>"
    both = f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>'
    line = (
        '<w:r><w:drawing><wp:anchor><wp:positionV><wp:posOffset>765</wp:posOffset></wp:positionV><wp:docPr id="2" name="Đường kẻ"/>'
        "</wp:anchor></w:drawing></w:r>"
    )
    only_old = f"<w:r>{old.replace('DỰ THẢO', 'HỎA TỐC')}</w:r>"
    drawn = "<w:drawing><wp:anchor><wp:docPr id=\"3\" name=\"Nét\"/></wp:anchor></w:drawing>"
    only_fallback = f'<w:r><mc:AlternateContent><mc:Choice Requires="wpi">{drawn}</mc:Choice><mc:Fallback>{old.replace("DỰ THẢO", "BẢN CŨ")}</mc:Fallback></mc:AlternateContent></w:r>'
    docx(path, p("KẾ HO", both, "ẠCH") + p("Độc lập", line) + p("Ô của máy cũ", only_fallback) + tbl(tr(tc(p("Ô có hộp", only_old)), "b"), grid=2))


@trap("pictures.docm")
def pictures(path):
    """A picture, a stamp as WordArt in the head of pages, heads and feet, a template outside the file and a macro."""
    picture = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Hình 1" descr="Bản đồ tỉnh"/><a:graphic><a:graphicData><pic:pic/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    docx(
        path,
        p("Trước hình ", picture, " sau hình"),
        own=[("attachedTemplate", "https://lam-giang.example/mau.dotm", True)],
        header1=f"<w:hdr {NAMES}>" + p("BẢN SAO", r(" số 3")) + '<w:p><w:r><w:pict><v:shape><v:textpath string="MẬT"/></v:shape></w:pict></w:r></w:p></w:hdr>',
        footer1=f"<w:ftr {NAMES}>{p('Trang 1')}</w:ftr>",
    )
    with zipfile.ZipFile(path, "a", zipfile.ZIP_STORED) as file:
        info = zipfile.ZipInfo("word/vbaProject.bin", (1980, 1, 1, 0, 0, 0))
        info.create_system = 0
        file.writestr(info, b"macro")


@trap("hidden.docx")
def hidden(path):
    """Words that Word does not show, and an element that no reader knows: words are words."""
    docx(path, p("Hiện", r(" ẩn", "<w:vanish/>"), " hiện") + f'<w:la xmlns:z="urn:z"><z:khac>{p("Trong phần tử lạ")}</z:khac></w:la>' + p("Hết"))


@trap("struck.docx")
def struck(path):
    """A line through words, said by the run, by its style, by the paragraph's style: the page shows the words, so they
    are taken, and told."""
    docx(
        path,
        p("Giữ ", r("gạch một lần", "<w:strike/>"), " và ", r("gạch hai lần", "<w:dstrike/>"), r(" không gạch", '<w:strike w:val="0"/>'))
        + p("Cả đoạn gạch", style="Gach") + p("Chữ ", r("theo kiểu", '<w:rStyle w:val="ChuGach"/>')),
        styles=styles(
            '<w:style w:type="paragraph" w:styleId="Gach"><w:rPr><w:strike/></w:rPr></w:style>'
            '<w:style w:type="character" w:styleId="ChuGach"><w:rPr><w:strike/></w:rPr></w:style>'
        ),
    )


@trap("span-and-merge.docx")
def span_and_merge(path):
    """Cells that reach over columns and rows at once, each with words of its own, and a cell whose merged neighbour still
    has its old words."""
    both = lambda merge: f'<w:gridSpan w:val="2"/>{merge}'
    docx(path, tbl(
        tr("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian"),
        tr("1", "Lập sổ ruộng", tc(p("Sở Đồng Ruộng"), p("Sở Sông Nước"), look=both('<w:vMerge w:val="restart"/>')), "Quý I"),
        tr("2", "Đắp đê", tc("chữ cũ", look=both("<w:vMerge/>")), "Quý II"),
        tr(tc("Nhóm II", look='<w:gridSpan w:val="5"/>')),
        tr("3", "Trồng tre", "Các xã", "Sở Đồng Ruộng", "Quý III"),
        grid=5,
    ))


# Pages and parts of documents

def header(sign):
    """A header as plans have it: two columns without lines."""
    return tbl(
        tr(tc(p(b("ỦY BAN NHÂN DÂN")), p(b("TỈNH LAM GIANG"))), tc(p(b("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")), p(b("Độc lập - Tự do - Hạnh phúc")))),
        tr(sign, "Lam Giang, ngày      tháng      năm 2026"),
        grid=2, look="",
    )


def signature():
    return tbl(
        tr(tc(p(b("Nơi nhận:")), "- Như Điều 3;", "- Lưu: VT."), tc(p(b("TM. ỦY BAN NHÂN DÂN")), p(b("KT. CHỦ TỊCH")), p(b("PHÓ CHỦ TỊCH")))),
        grid=2, look="",
    )


BREAK = '<w:r><w:br w:type="page"/></w:r>'


@trap("pages.docx")
def pages(path):
    """Every way to begin a page: a break before the words, in their midst and after them, a property, a style, a
    section; and a section that begins on the same page."""
    section = lambda kind: f'<w:sectPr><w:type w:val="{kind}"/></w:sectPr>'
    docx(
        path,
        p("Trang một") + p(BREAK, "Trang hai") + p("Cuối trang hai", BREAK) + p("Trang ba", BREAK, "Trang bốn")
        + p(BREAK) + p("Trang năm") + p("Trang sáu", look="<w:pageBreakBefore/>") + p("Trang bảy", style="TrangMoi")
        + p("Hết phần một", look=section("nextPage")) + p("Cùng trang, phần hai", look=section("continuous")) + p("Trang tám")
        + p("<w:r><w:lastRenderedPageBreak/>" + t("Trang chín") + "</w:r>"),
        styles=styles('<w:style w:type="paragraph" w:styleId="TrangMoi"><w:pPr><w:pageBreakBefore/></w:pPr></w:style>'),
    )


@trap("recipients-between.docx")
def recipients_between(path):
    """Text, then recipients and signature, then an appendix on a page of its own: three things, not one."""
    docx(path, (
        header("Số:      /KH-UBND") + p(b("KẾ HOẠCH")) + p(b("Lập sổ ruộng năm 2026")) + p("I. MỤC ĐÍCH") + p("Để biết ruộng ở đâu.")
        + signature() + p(BREAK, b("Phụ lục")) + p(b("DANH MỤC NHIỆM VỤ"))
        + tbl(tr("TT", "Nhiệm vụ", "Chủ trì", "Thời gian"), tr("1", "Lập sổ", "Sở Đồng Ruộng", "Quý II/2026"), grid=4)
    ))


@trap("two-documents.docx")
def two_documents(path):
    """A decision, and the programme that it issues, with a header and a signature each."""
    docx(path, (
        header("Số: 12/QĐ-UBND") + p(b("QUYẾT ĐỊNH")) + p("Ban hành Chương trình lập sổ ruộng") + p("Điều 1. Ban hành kèm theo Quyết định này Chương trình.")
        + p("Điều 2. Quyết định có hiệu lực từ ngày ký.") + signature()
        + p(BREAK) + header("") + p(b("CHƯƠNG TRÌNH")) + p("(Kèm theo Quyết định số 12/QĐ-UBND)") + p("I. NHIỆM VỤ") + p("1. Lập sổ ruộng.")
    ))


@trap("template.dotx")
def template(path):
    """A template, whose main part has another name and another type than a document's."""
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    archive(path, {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document2.xml" ContentType="{main}"/></Types>',
        "_rels/.rels": relations(("officeDocument", "/word/document2.xml")),
        "word/document2.xml": f"{HEAD}<w:document {NAMES}><w:body>{p('Mẫu kế hoạch của tỉnh')}<w:sectPr/></w:body></w:document>",
    })


# As other programs write it

@trap("like-libreoffice.docx")
def like_libreoffice(path):
    """As LibreOffice exports: every property said aloud, empty runs, widths and spans in each cell, lists under names of
    its own, bookmarks for each heading, borders in cells and not in the table."""
    sides = "".join(f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for s in ("top", "left", "bottom", "right"))
    cell = lambda text, more="": tc(
        p('<w:r><w:rPr></w:rPr></w:r>', text, style="TableContents"), look=f'<w:tcW w:w="3000" w:type="dxa"/>{more}<w:tcBorders>{sides}</w:tcBorders>'
    )
    docx(
        path,
        p('<w:bookmarkStart w:id="0" w:name="__RefHeading___Toc1"/>', '<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t>NHIỆM VỤ</w:t></w:r>',
          '<w:bookmarkEnd w:id="0"/>', style="Heading1",
          look='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr><w:bidi w:val="0"/><w:jc w:val="center"/>')
        + p("Đoạn thường", '<w:r><w:rPr></w:rPr></w:r>', style="BodyText", look='<w:bidi w:val="0"/><w:rPr></w:rPr>')
        + tbl(
            tr(cell("TT"), cell("Nhiệm vụ"), cell("Chủ trì"), look='<w:tblHeader w:val="true"/>'),
            tr(cell("1", '<w:vMerge w:val="restart"/>'), cell("Lập sổ"), cell("Sở Đồng Ruộng")),
            tr(cell("", '<w:vMerge w:val="continue"/>'), cell("Theo phân công", '<w:gridSpan w:val="2"/>')),
            grid=3, look='<w:tblW w:w="9000" w:type="dxa"/><w:jc w:val="left"/><w:tblLayout w:type="fixed"/>',
        ),
        styles=styles(
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
            '<w:style w:type="paragraph" w:styleId="Heading1"><w:basedOn w:val="Normal"/></w:style>'
            '<w:style w:type="paragraph" w:styleId="BodyText"><w:basedOn w:val="Normal"/></w:style>'
            '<w:style w:type="paragraph" w:styleId="TableContents"><w:basedOn w:val="Normal"/></w:style>'
        ),
        numbering=numbering({1: lvl(0, "none", "", "<w:suff w:val=\"nothing\"/>"), 2: lvl(0, "upperRoman", "%1.")}, [(1, 1, ""), (2, 2, "")]),
    )


@trap("like-wps.docx")
def like_wps(path):
    """As WPS Office writes: elements of its own namespace, alternatives with a choice that only WPS reads, Chinese
    defaults, texts cut at each change of script."""
    own = 'xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData"'
    box = "<w:pict><v:shape><v:textbox><w:txbxContent>" + p("Khung") + "</w:txbxContent></v:textbox></v:shape></w:pict>"
    docx(
        path,
        p(r("Kế ", '<w:rFonts w:hint="default"/><w:b/><w:lang w:val="vi-VN"/>'), r("hoạch", '<w:rFonts w:hint="eastAsia"/><w:b/>'),
          look='<w:keepNext w:val="0"/><w:pageBreakBefore w:val="0"/><w:jc w:val="center"/>')
        + p("Trước ", f'<w:r><mc:AlternateContent><mc:Choice Requires="wpsCustomData"><wpsCustomData:x {own}/>{box}</mc:Choice></mc:AlternateContent></w:r>', "sau")
        + tbl(tr("1", tc("Lập sổ", look='<w:tcW w:w="0" w:type="auto"/><w:vMerge w:val="restart"/>')), tr("2", tc(look='<w:vMerge w:val="continue"/>')),
              grid=2, look='<w:tblStyle w:val="4"/>' + RULED + '<w:tblLayout w:type="autofit"/>'),
    )


@trap("like-google.docx")
def like_google(path):
    """As Google Docs exports: right-to-left said everywhere as no, fields of its own around suggestions, each list an
    abstract list of its own, a content control around what Google tags."""
    no = '<w:rtl w:val="0"/>'
    docx(
        path,
        p(r("KẾ HOẠCH", f'<w:b w:val="1"/><w:bCs w:val="1"/>{no}'), style="Title", look='<w:jc w:val="center"/>')
        + f'<w:sdt><w:sdtPr><w:tag w:val="goog_rdk_0"/></w:sdtPr><w:sdtContent>{item(1, 0, r("Mục thứ nhất", no))}</w:sdtContent></w:sdt>'
        + item(1, 0, r("Mục thứ hai", no)) + item(2, 0, r("Mục khác", no))
        + p('<w:sdt><w:sdtPr><w:tag w:val="goog_rdk_1"/></w:sdtPr><w:sdtContent><w:ins w:id="0" w:author="x"><w:r><w:rPr>' + no + "</w:rPr>" + t("Gợi ý")
            + "</w:r></w:ins></w:sdtContent></w:sdt>", r(" chưa nhận", no))
        + tbl(tr(tc(p(r("1", no))), tc(p(r("Lập sổ", no)))), grid=2, look='<w:tblStyle w:val="Table1"/>'),
        styles=styles('<w:style w:type="paragraph" w:styleId="Title"><w:rPr><w:b w:val="0"/></w:rPr></w:style>'
                      '<w:style w:type="table" w:styleId="Table1"><w:tblPr>' + RULED + "</w:tblPr></w:style>"),
        numbering=numbering({1: lvl(0, "decimal", "%1."), 2: lvl(0, "decimal", "%1.")}, [(1, 1, ""), (2, 2, "")]),
    )


@trap("strict.docx")
def strict(path):
    """The strict edition of the standard, with a second name for its namespace."""
    body = p(b("Kế hoạch lập sổ"), look='<w:jc w:val="center"/>').replace("<w:", "<x:").replace("</w:", "</x:").replace(" w:val", " x:val")
    docx(path, body, names=f'xmlns:w="{STRICT}" xmlns:x="{STRICT}"')


# OpenDocument

OD = "urn:oasis:names:tc:opendocument:xmlns:"
OD_NAMES = " ".join(
    f'xmlns:{short}="{OD}{name}:1.0"' for short, name in
    (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
     ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"))
) + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'


@trap("text.odt")
def text_odt(path):
    """A text of OpenDocument: lists that go on and lists within lists, a table with both merges and a repeated head,
    notes, a frame, blanks as marks, tracked changes, a comment, a picture, a page's head."""
    named = lambda style: f' text:style-name="{style}"' if style else ""
    para = lambda text, style="": f"<text:p{named(style)}>{text}</text:p>"
    cell = lambda text, more="": f'<table:table-cell table:style-name="O"{more}>{para(text)}</table:table-cell>'
    covered = "<table:covered-table-cell/>"
    li = lambda *inner: f"<text:list-item>{''.join(inner)}</text:list-item>"
    level = lambda at, form, suffix, shown=1: (
        f'<text:list-level-style-number text:level="{at}" style:num-format="{form}" style:num-suffix="{suffix}" text:display-levels="{shown}"/>'
    )
    body = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info/>' + para("đã bỏ") + "</text:deletion></text:changed-region>"
        '<text:changed-region text:id="c2"><text:insertion><office:change-info/></text:insertion></text:changed-region></text:tracked-changes>'
        + para("KẾ HOẠCH", "Giua")
        + '<text:list xml:id="l1" text:style-name="L">'
        + li(para("Mục một"), "<text:list>", li(para("Mục con")), li(para("Mục con nữa")), "</text:list>")
        + li(para("Mục hai")) + "</text:list>"
        + para("Đoạn xen giữa")
        + '<text:list text:continue-list="l1" text:style-name="L">' + li(para("Mục ba")) + "</text:list>"
        + '<text:list text:style-name="G">' + li(para("gạch")) + "</text:list>"
        + para('Sở<text:s text:c="3"/>Đồng<text:tab/>Ruộng<text:line-break/>tỉnh <text:span text:style-name="Dam">Lam</text:span> Giang')
        + para('Theo luật<text:note text:id="ftn1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
               + para("Luật Ruộng.") + "</text:note-body></text:note>, tỉnh làm.")
        + para('Trước <text:change-start text:change-id="c2"/>mới thêm<text:change-end text:change-id="c2"/> sau<office:annotation><dc:creator>A</dc:creator>'
               + para("ghi chú") + "</office:annotation>")
        + '<table:table table:style-name="B"><table:table-column table:number-columns-repeated="3"/><table:table-header-rows><table:table-row>'
        + cell("TT") + cell("Nhiệm vụ") + cell("Chủ trì") + "</table:table-row></table:table-header-rows><table:table-row>"
        + cell("1", ' table:number-rows-spanned="2"') + cell("Lập sổ") + cell("Sở Đồng Ruộng") + "</table:table-row><table:table-row>"
        + covered + cell("Theo phân công", ' table:number-columns-spanned="2"')
        + "<table:covered-table-cell>" + para("bị che") + "</table:covered-table-cell></table:table-row></table:table>"
        + para('Khung: <draw:frame draw:name="Khung"><draw:text-box>' + para("chữ trong khung") + "</draw:text-box></draw:frame>ở đây")
        + para('<draw:frame draw:name="Hình 1"><draw:image xlink:href="Pictures/1.png"/><svg:title>Bản đồ</svg:title></draw:frame>có hình')
        + para("Trang sau", "Trang")
    )
    archive(path, {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f'{HEAD}<office:document-content {OD_NAMES}><office:automatic-styles>'
        '<style:style style:name="Giua" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="Trang" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>'
        '<style:style style:name="Dam" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="O" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>'
        f'<text:list-style style:name="L">{level(1, "I", ".")}{level(2, "1", ".", 2)}</text:list-style>'
        '<text:list-style style:name="G"><text:list-level-style-bullet text:level="1" text:bullet-char="-"/></text:list-style>'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "styles.xml": f'{HEAD}<office:document-styles {OD_NAMES}><office:master-styles><style:master-page style:name="Standard"><style:header>'
        + para("BẢN SAO") + "</style:header></style:master-page></office:master-styles></office:document-styles>",
        "META-INF/manifest.xml": f'{HEAD}<manifest:manifest xmlns:manifest="{OD}manifest:1.0"/>',
    })


@trap("repeated.odt")
def repeated_odt(path):
    """Rows and cells that stand for several, as sheets have them, with words and without; words with a line through; and
    a whole paragraph that was put in while changes were tracked."""
    para = lambda text: f"<text:p>{text}</text:p>"
    cell = lambda text, more="": f"<table:table-cell{more}>{para(text)}</table:table-cell>"
    body = (
        '<text:tracked-changes><text:changed-region xml:id="c1" text:id="c1"><text:insertion/></text:changed-region></text:tracked-changes>'
        + para("Danh mục nhiệm vụ") + '<table:table><table:table-row table:number-rows-repeated="2">' + cell("Lập sổ")
        + cell("x", ' table:number-columns-repeated="3"') + '</table:table-row><table:table-row table:number-rows-repeated="65000">'
        '<table:table-cell table:number-columns-repeated="4"/></table:table-row></table:table>'
        + para('Giữ <text:span text:style-name="Gach">gạch</text:span> này')
        + para('<text:change-start text:change-id="c1"/>Đoạn mới thêm.') + para('<text:change-end text:change-id="c1"/>Đoạn cũ.')
    )
    archive(path, {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f'{HEAD}<office:document-content {OD_NAMES}><office:automatic-styles>'
        '<style:style style:name="Gach" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>",
    })


# Pages

@trap("portal.html")
def portal(path):
    """A page saved from a portal: ends that nobody wrote, tables in tables, spans, lists, entities, menus and scripts."""
    write(path, """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Cổng thông tin</title><style>p { color: red }</style><script>var a = "<p>không phải chữ</p>";</script></head>
<body><div class="menu"><a href="/">Trang chủ</a></div>
<table border=0 width="100%"><tr><td align=center><b>TỈNH LAM GIANG</b><td><p align="center"><strong>CỘNG HÒA</strong></p></table>
<p style="text-align:center"><b>KẾ HOẠCH<br>Lập sổ ruộng</b></p>
<p>Căn cứ Luật&nbsp;Ruộng &amp; Luật Đê;
<p>I. NHIỆM
  VỤ
<ol type="a" start="3"><li>Lập <i>sổ</i><li>Đắp đê<li value=5>Trồng tre</ol>
<ul><li>gạch<ul><li>gạch con</ul></ul>
<table border="1">
<thead><tr><th>TT<th>Nhiệm vụ<th colspan=2>Cơ quan</thead>
<tr><td rowspan=2>1<td>Lập sổ<td>Sở Đồng Ruộng<td>Các xã
<tr><td>Đắp đê<td colspan="2">Theo phân công<table><tr><td>a<td>b</table>
</table>
<p style="page-break-before:always">Phụ lục</p><p>&nbsp;</p>
<p>Hết<del>bỏ</del> <img src="dau.png" alt="Dấu của Ủy ban"><span style="display:none">chữ ẩn</span></p>
<noscript>Hãy bật JavaScript</noscript></body></html>
""")


@trap("word-page.doc")
def word_page(path):
    """Word's own page under a name that says .doc: comments for Word, paragraphs of Office, numbers as text."""
    write(path, """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0} --></style></head><body lang=VI><div class=WordSection1>
<p class=MsoNormal align=center style='text-align:center'><b><span lang=VI>KẾ HOẠCH<o:p></o:p></span></b></p>
<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Lập
sổ ruộng<o:p></o:p></p>
<table class=MsoNormalTable border=0 style='border-collapse:collapse;border:none'><tr>
<td style='border:solid windowtext 1.0pt;padding:0'><p class=MsoNormal>1<o:p></o:p></p></td>
<td style='border:solid windowtext 1.0pt;border-left:none'><p class=MsoNormal>Đắp đê</p></td></tr></table>
<br clear=all style='page-break-before:always'><p class=MsoNormal>Phụ lục</p>
</div></body></html>
""")


def in_code(text, code):
    """Text in a code of Windows: 1258 writes the marks of tones behind their letters, 1252 has references for the rest."""
    made = b""
    for sign in text:
        try:
            made += sign.encode(code)
        except UnicodeEncodeError:
            *base, tone = unicodedata.normalize("NFD", sign)
            try:
                made += unicodedata.normalize("NFC", "".join(base)).encode(code) + tone.encode(code)
            except UnicodeEncodeError:
                made += f"&#{ord(sign)};".encode()
    return made


@trap("word-1258.html")
def word_1258(path):
    """Word's own page in the code of a Vietnamese Windows, with changes that nobody accepted, a line through words, and an
    editor's remark with what calls it."""
    Path(path).write_bytes(in_code("""<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta http-equiv=Content-Type content="text/html; charset=windows-1258"></head><body lang=VI><div class=WordSection1>
<p class=MsoNormal align=center style='text-align:center'><b>KẾ HOẠCH<br>Lập sổ ruộng năm 2026</b></p>
<p class=MsoNormal>Hoàn thành trước ngày <del cite="mailto:x" datetime="2026-01-01T00:00">30</del><ins cite="mailto:x">15</ins> tháng 6,
<s>bỏ qua</s> <span style='text-decoration:line-through'>việc cũ</span> và đợi<span class=MsoCommentReference><![if !supportAnnotations]><a
class=msocomanchor id="_anchor_1" href="#_msocom_1">[A1]</a><![endif]></span> lệnh.</p>
</div><div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Không phải nội dung</p></div></div>
</body></html>
""", "cp1258"))


@trap("word-1252.html")
def word_1252(path):
    """Word's page in the code of a Western Windows: some letters are bytes, the others references."""
    Path(path).write_bytes(in_code("""<html><head><meta charset="windows-1252"></head><body>
<p>Ủy ban nhân dân tỉnh Lam Giang – số: &nbsp;&nbsp;&nbsp;&nbsp;/KH-UBND, “à á â ã è é ê”</p></body></html>
""", "cp1252"))


@trap("wide-page.html")
def wide_page(path):
    """A page in UTF-16 whose head says another code; tables in tables lay the page out, and breaks stand for paragraphs."""
    Path(path).write_bytes(b"\xff\xfe" + """<html><head><meta charset="utf-8"></head><body>
<table width="100%"><tr><td><table><tr><td>TỈNH LAM GIANG<br>--------</td><td>CỘNG HÒA<br>Độc lập</td></tr></table>
<div>KẾ HOẠCH<br><br>I. NHIỆM VỤ<br>1.&nbsp;Lập sổ&nbsp;ruộng<br>2.&nbsp;Đắp đê<o:p></o:p><br></div>
<table border=1><tr><td>1</td><td><table><tr><td>Lập sổ</td></tr><tr><td>Nộp sổ</td></tr></table></td></tr></table>
</td><td>Bản in</td></tr></table></body></html>
""".encode("utf-16-le"))


# Plain forms

@trap("plan.md")
def plan_md(path):
    """Markdown: headings, bold lines one below the other, lists with typed numbers, a table, escaped signs, a footnote,
    line breaks, marks of HTML, a heading that a converter indented."""
    write(path, """      ## ĐẢNG BỘ TỈNH LAM GIANG

**ỦY BAN NHÂN DÂN**
**TỈNH LAM GIANG**

# KẾ HOẠCH

Dòng một\\
dòng hai, đoạn *nghiêng* và **đậm**[^1], dấu \\* và \\| và 5\\_6.

1. Mục một
2. Mục hai
   - gạch con
   + cộng con

*   Sao
9. Mục chín

---

| TT | Nhiệm vụ | Chủ trì |
|----|:--------:|---------|
| 1  | Lập sổ<br>ruộng | Sở **Đồng** Ruộng |
| 2  | | Sở Sông \\| Nước |

> Trích dẫn [trang của tỉnh](https://lam-giang.example) ![Bản đồ](ban-do.png)

<table><tr><td>trong</td><td>HTML</td></tr></table>

[^1]: Chú thích &amp; nguồn.
""")


@trap("cells.txt")
def cells_txt(path):
    """Plain text, a cell a line, with a page's end and Windows line ends."""
    Path(path).write_bytes("\ufeffKẾ HOẠCH\r\n-------\r\n\r\nTT\r\nNhiệm vụ\r\n1\r\nLập sổ ruộng\r\n\fPhụ lục\r\n  2  \r\n".encode())


@trap("bars.txt")
def bars_txt(path):
    """Plain text with bars between cells, rows of unequal length, and an empty cell."""
    write(path, "KẾ HOẠCH\nTT | Nhiệm vụ | Chủ trì\n1 | Lập sổ | Sở Đồng Ruộng\nI | Nhóm\n2 | | Sở Sông Nước\n\n| a | b |\nHết\n")


@trap("wide.txt")
def wide_txt(path):
    """Text in UTF-16, as Notepad once called Unicode."""
    Path(path).write_bytes(b"\xff\xfe" + "KẾ HOẠCH\r\nLập sổ ruộng\r\n".encode("utf-16-le"))


# Sheets

@trap("tasks.xlsx")
def tasks_xlsx(path):
    """Tasks in a sheet: merges, days as numbers, a percentage, a text of runs, text within the cell, formulas
    with a value and without, rows with nothing, a sheet that is hidden."""
    x = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strings = ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Lập sổ ruộng", "Sở Đồng Ruộng", "Đắp đê"]
    shared = "".join(f"<si><t>{text}</t></si>" for text in strings) + "<si><r><t xml:space=\"preserve\">Sở </t></r><r><rPr><b/></rPr><t> Sông Nước</t></r><rPh sb=\"0\" eb=\"1\"><t>đọc</t></rPh></si>"
    s = lambda place, at, style=0: f'<c r="{place}" s="{style}" t="s"><v>{at}</v></c>'
    n = lambda place, value, style=0: f'<c r="{place}" s="{style}"><v>{value}</v></c>'
    sheet = (
        f'{HEAD}<worksheet xmlns="{x}"><sheetData>'
        '<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>DANH MỤC NHIỆM VỤ</t></is></c></row>'
        f'<row r="3">{s("A3", 0, 1)}{s("B3", 1, 1)}{s("C3", 2, 1)}{s("D3", 3, 1)}</row>'
        f'<row r="4">{n("A4", 1)}{s("B4", 4)}{s("C4", 5)}{n("D4", 46203, 2)}</row>'
        f'<row r="5" hidden="1">{s("C5", 7)}{n("D5", 46388, 3)}</row>'
        f'<row r="6">{n("A6", 2)}{s("B6", 6)}<c r="C6" t="str"><f>C4</f><v>Sở Đồng Ruộng</v></c>{n("D6", 0.5, 4)}<c r="E6"><f>A4+A6</f></c></row>'
        '</sheetData><mergeCells count="3"><mergeCell ref="A1:D1"/><mergeCell ref="A4:A5"/><mergeCell ref="B4:B5"/></mergeCells></worksheet>'
    )
    archive(path, {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/sheet1.xml"), ("worksheet", "worksheets/sheet2.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")),
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{x}" xmlns:r="{R}"><sheets><sheet name="Nhiệm vụ" sheetId="1" r:id="rId1"/><sheet name="Nháp" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>',
        "xl/sharedStrings.xml": f'{HEAD}<sst xmlns="{x}">{shared}</sst>',
        "xl/styles.xml": f'{HEAD}<styleSheet xmlns="{x}"><numFmts count="1"><numFmt numFmtId="164" formatCode="&quot;Quý &quot;m/yyyy"/></numFmts>'
        '<fonts><font/><font><b/></font></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="0" fontId="1" applyFont="1" applyAlignment="1"><alignment horizontal="center"/></xf><xf numFmtId="14" applyNumberFormat="1"/>'
        '<xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="9" applyNumberFormat="1"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": sheet,
        "xl/worksheets/sheet2.xml": f'{HEAD}<worksheet xmlns="{x}"><sheetData><row r="2">{n("B2", 12.5)}</row></sheetData></worksheet>',
    })


@trap("two-sheets.xlsx")
def two_sheets(path):
    """Two sheets, one with hidden rows and columns; a day as a text, one as a moment, one in the program's own form; truth,
    an error, a formula with its value, a cell whose blanks count, merges with words below."""
    x = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    text = lambda place, words: f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'
    own = lambda place, value, kind, style=0: f'<c r="{place}" s="{style}" t="{kind}"><v>{value}</v></c>'
    tasks = (
        f'{HEAD}<worksheet xmlns="{x}"><cols><col min="3" max="3" hidden="1"/></cols><sheetData>'
        f'<row r="1">{text("A1", "TT")}{text("B1", "Nhiệm vụ")}{text("C1", "Cột ẩn")}{text("D1", "Thời hạn")}</row>'
        f'<row r="2">{own("A2", 1, "n")}{text("B2", " Lập  sổ ")}{own("C2", 1, "b")}{text("D2", "Trước 30/6/2026")}</row>'
        f'<row r="3" hidden="1">{own("A3", 2, "n")}{text("B3", "Đắp đê")}{own("C3", "#N/A", "e")}{own("D3", "46203.5", "n", 1)}</row>'
        f'<row r="4">{text("A4", "gộp")}{text("B4", "chữ bị che")}<c r="C4"><f>1+1</f><v>2</v></c>{own("D4", 46203, "n", 2)}</row>'
        '</sheetData><mergeCells count="1"><mergeCell ref="A4:B4"/></mergeCells></worksheet>'
    )
    second = f'{HEAD}<worksheet xmlns="{x}"><sheetData><row r="7">{text("C7", "Trang hai")}{own("D7", "2026-06-30T00:00:00", "d")}</row></sheetData></worksheet>'
    archive(path, {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/sheet1.xml"), ("worksheet", "worksheets/sheet2.xml"), ("styles", "styles.xml")),
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{x}" xmlns:r="{R}"><sheets><sheet name="Nhiệm vụ" sheetId="1" r:id="rId1"/><sheet name="Khác" sheetId="2" r:id="rId2"/></sheets></workbook>',
        "xl/styles.xml": f'{HEAD}<styleSheet xmlns="{x}"><numFmts count="1"><numFmt numFmtId="164" formatCode="hh:mm dd/mm/yyyy"/></numFmts>'
        '<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": tasks,
        "xl/worksheets/sheet2.xml": second,
    })


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in TRAPS.items():
        make(folder / name)
