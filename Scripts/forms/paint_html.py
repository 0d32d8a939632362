"""Blocks as HTML, printed by headless Chromium."""
import html
import pathlib
import subprocess

FONTS = ["Arial, sans-serif", "'Times New Roman', serif", "Verdana, sans-serif", "'Courier New', monospace", "Georgia, serif", "'DejaVu Sans', sans-serif"]


def text(value):
    return html.escape(str(value)).replace("  ", "&nbsp; ")


def table(block):
    out = [f"<table class='{block['rules']}'>"]
    for i, row in enumerate(block["rows"]):
        head = i < block["head"]
        out.append("<thead>" if head and i == 0 and block["repeat"] else "")
        cells = []
        for cell in row:
            cell = cell if isinstance(cell, dict) else {"t": cell}
            tag = "th" if head or cell.get("b") else "td"
            cells.append(f"<{tag} colspan={cell.get('cs', 1)} rowspan={cell.get('rs', 1)}>{text(cell['t'])}</{tag}>")
        out.append("<tr>" + "".join(cells) + "</tr>")
        out.append("</thead>" if head and i == block["head"] - 1 and block["repeat"] else "")
    return "".join(out) + "</table>"


def pairs(block):
    style, items = block["style"], block["pairs"]
    title = f"<h4>{text(block['title'])}</h4>" if block.get("title") else ""
    if style == "inline":
        return title + "<p>" + " &nbsp; ".join(f"<b>{text(l)}:</b> {text(v)}" for l, v in items) + "</p>"
    if style == "lines":
        return title + "".join(f"<div><b>{text(l)}:</b> {text(v)}</div>" for l, v in items) + "<br>"
    if style == "above":
        short = [p for p in items if len(p[1]) < 60]
        rows = [short[i:i + 4] for i in range(0, len(short), 4)]
        out = "".join("<tr>" + "".join(f"<td colspan={60 // len(row)}><small>{text(l)}</small><br>{text(v)}</td>" for l, v in row) + "</tr>" for row in rows)
        out += "".join(f"<tr><td colspan=60><small>{text(l)}</small><br>{text(v)}</td></tr>" for l, v in items if (l, v) not in short)
    elif style == "grid2":
        rows = [items[i:i + 2] for i in range(0, len(items), 2)]
        out = "".join("<tr>" + "".join(f"<td class=l>{text(l)}:</td><td>{text(v)}</td>" for l, v in row) + "</tr>" for row in rows)
    else:
        out = "".join(f"<tr><td class=l width=30%>{text(l)}</td><td>{text(v)}</td></tr>" for l, v in items)
    return f"{title}<table class='{block['rules']} card'>{out}</table>"


def block_html(block):
    k = block["k"]
    if k in ("h", "h3"):
        level = block.get("level", 3 if k == "h3" else 2)
        return f"<h{level}>{text(block['t'])}</h{level}>"
    if k == "p":
        return f"<p>{'<b>' if block.get('b') else ''}{text(block['t'])}{'</b>' if block.get('b') else ''}</p>"
    if k == "paragraphs":
        return "".join(f"<p>{text(i)}</p>" for i in block["items"])
    if k == "list":
        tag = "ol" if block["ordered"] else "ul"
        return f"<{tag}>" + "".join(f"<li>{text(i)}</li>" for i in block["items"]) + f"</{tag}>"
    if k == "sides":
        return "<div class=sides>" + "".join(f"<div>{pairs(b)}</div>" for b in block["boxes"]) + "</div>"
    return table(block) if k == "table" else pairs(block)


def page(blocks, form):
    css = (f"@page{{size:{'letter landscape' if form['landscape'] else 'letter'};margin:{form['margin']}in}}"
           f"body{{font:{form['size']}pt {FONTS[form['font'] % len(FONTS)]}}}table{{border-collapse:collapse;width:100%;margin:4px 0 10px}}"
           f"td,th{{padding:{form['padding']}px;text-align:left;vertical-align:{form['align']};font-size:{form['size']}pt}}.all td,.all th{{border:1px solid #444}}"
           f".lines tr{{border-bottom:1px solid #999}}.outer{{border:1px solid #444}}th{{background:{form['shade']}}}small{{font-size:{form['size'] - 2.5}pt;color:#333}}"
           f"h1{{font-size:{form['size'] + 5}pt;text-align:center}}h2{{font-size:{form['size'] + 2}pt;{form['headingStyle']}}}h3,h4{{font-size:{form['size'] + 1}pt;margin:8px 0 2px}}"
           ".l{font-weight:bold}.sides{display:flex;gap:14px}.sides>div{flex:1}tr{page-break-inside:auto}p{margin:4px 0}")
    running = f"<div style='position:fixed;bottom:0;font-size:7pt'>{text(form['footer'])}</div>" if form["footer"] else ""
    return f"<!doctype html><meta charset=utf-8><title>IEP</title><style>{css}</style>{running}" + "".join(map(block_html, blocks))


def paint(blocks, form, target, folder):
    source = pathlib.Path(folder) / "form.html"
    source.write_text(page(blocks, form))
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={target}", source.as_uri()], check=True, capture_output=True)
