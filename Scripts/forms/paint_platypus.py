"""Blocks as a PDF by ReportLab: another producer, other fonts, cells drawn in another order."""
from reportlab.lib import colors
from reportlab.lib.pagesizes import landscape, letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle
from xml.sax.saxutils import escape

FONTS = ["Helvetica", "Times-Roman", "Courier"]
BOLD = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold", "Courier": "Courier-Bold"}


# The printer's fonts lack these boxes and would set one black square for all of them; ZapfDingbats has others.
BOXES = str.maketrans({"\u2611": "\u2714", "\u2612": "\u2718", "\u2610": "\u274f"})


def text(value):
    """Escaped for a paragraph, with boxes that the printer can set."""
    return escape(str(value)).translate(BOXES)


class Painter:
    def __init__(self, form):
        font = FONTS[form["font"] % 3]
        size = form["size"]
        self.form, self.width = form, (792 if form["landscape"] else 612) - 144 * form["margin"]
        self.body = ParagraphStyle("body", fontName=font, fontSize=size, leading=size * 1.2)
        self.bold = ParagraphStyle("bold", self.body, fontName=BOLD[font])
        self.small = ParagraphStyle("small", self.body, fontSize=size - 2, leading=size)
        self.heading = ParagraphStyle("heading", self.bold, fontSize=size + 2, leading=size + 6, spaceBefore=8)

    def p(self, value, style=None):
        return Paragraph(text(value), style or self.body)

    def grid(self, rows, rules, widths=None, spans=(), shaded=0, repeat=0):
        style = [("VALIGN", (0, 0), (-1, -1), self.form["align"].upper()), ("SPAN", (0, 0), (0, 0))] + [("SPAN", a, b) for a, b in spans]
        style += {"all": [("GRID", (0, 0), (-1, -1), 0.6, colors.black)], "lines": [("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.grey)],
                  "outer": [("BOX", (0, 0), (-1, -1), 0.6, colors.black)], "none": []}[rules]
        if shaded:
            style.append(("BACKGROUND", (0, 0), (-1, shaded - 1), colors.HexColor(self.form["shade"])))
        return Table(rows, colWidths=widths, style=TableStyle(style), repeatRows=repeat)

    def table(self, block):
        columns = sum((c.get("cs", 1) if isinstance(c, dict) else 1) for c in block["rows"][0])
        grid, spans, taken = [], [], set()
        for r, row in enumerate(block["rows"]):
            line, c = [""] * columns, 0
            for cell in row:
                cell = cell if isinstance(cell, dict) else {"t": cell}
                while (r, c) in taken:
                    c += 1
                head = r < block["head"] or cell.get("b")
                line[c] = self.p(cell["t"], self.bold if head else self.body)
                cs, rs = cell.get("cs", 1), cell.get("rs", 1)
                if cs > 1 or rs > 1:
                    spans.append(((c, r), (c + cs - 1, r + rs - 1)))
                    taken |= {(i, j) for i in range(r, r + rs) for j in range(c, c + cs)}
                c += cs
            grid.append(line)
        weights = [max(5, max((len(str(row[i] if not isinstance(row[i], dict) else row[i]["t"])) if i < len(row) and len(row) == columns else 0) for row in block["rows"]) ** 0.7) for i in range(columns)]
        widths = [self.width * w / sum(weights) for w in weights]
        return [self.grid(grid, block["rules"], widths, spans, block["head"], block["head"] if block["repeat"] else 0), Spacer(1, 8)]

    def pairs(self, block, width=None):
        width, style, items = width or self.width, block["style"], block["pairs"]
        out = [self.p(block["title"], self.bold)] if block.get("title") else []
        if style == "inline":
            return out + [Paragraph("&nbsp;&nbsp; ".join(f"<b>{escape(l)}:</b> {text(v)}" for l, v in items), self.body), Spacer(1, 6)]
        if style == "lines":
            return out + [Paragraph(f"<b>{escape(l)}:</b> {text(v)}", self.body) for l, v in items] + [Spacer(1, 8)]
        if style == "above":
            short = [p for p in items if len(p[1]) < 60]
            for i in range(0, len(short), 4):
                row = short[i:i + 4]
                out.append(self.grid([[[self.p(l, self.small), self.p(v)] for l, v in row]], block["rules"], [width / len(row)] * len(row)))
            out += [self.grid([[[self.p(l, self.small), self.p(v)]]], block["rules"], [width]) for l, v in items if (l, v) not in short]
            return out + [Spacer(1, 8)]
        if style == "grid2":
            rows = [items[i:i + 2] for i in range(0, len(items), 2)]
            cells = [[x for l, v in row for x in (self.p(l + ":", self.bold), self.p(v))] + [""] * (4 - 2 * len(row)) for row in rows]
            return out + [self.grid(cells, block["rules"], [width * w for w in (0.2, 0.3, 0.2, 0.3)]), Spacer(1, 8)]
        return out + [self.grid([[self.p(l, self.bold), self.p(v)] for l, v in items], block["rules"], [width * 0.3, width * 0.7]), Spacer(1, 8)]

    def flow(self, block):
        k = block["k"]
        if k in ("h", "h3"):
            return [self.p(block["t"], self.heading if k == "h" else self.bold)]
        if k == "p":
            return [self.p(block["t"], self.bold if block.get("b") else self.body), Spacer(1, 3)]
        if k == "paragraphs":
            return [x for i in block["items"] for x in (self.p(i), Spacer(1, 4))]
        if k == "list":
            return [Paragraph(text(i), ParagraphStyle("item", self.body, leftIndent=18, bulletIndent=6), bulletText=f"{n}." if block["ordered"] else "\u2022") for n, i in enumerate(block["items"], 1)]
        if k == "sides":
            half = self.width / 2 - 8
            cells = [self.pairs(b, half) for b in block["boxes"]] + [""] * (2 - len(block["boxes"]))
            return [self.grid([cells], "none", [self.width / 2] * 2), Spacer(1, 6)]
        return self.table(block) if k == "table" else self.pairs(block)


def paint(blocks, form, target, folder):
    painter = Painter(form)

    def footer(canvas, document):
        if form["footer"]:
            canvas.setFont("Helvetica", 7)
            canvas.drawString(40, 24, form["footer"] + f"  Page {document.page}")

    margin = form["margin"] * 72
    SimpleDocTemplate(str(target), pagesize=landscape(letter) if form["landscape"] else letter, leftMargin=margin, rightMargin=margin, topMargin=margin, bottomMargin=margin, invariant=1).build(
        [x for b in blocks for x in painter.flow(b)], onFirstPage=footer, onLaterPages=footer)
