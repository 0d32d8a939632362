"""Service lines laid out in one of seven families; each layout returns blocks and the truth of its lines.

A layout states only what it prints: the truth of a line holds the fields whose column, label or band the form has."""
import doses
from words import BANDS, COLUMNS, HEADINGS, LOCATIONS, PROVIDERS, SERVICES


def layouts(random):
    return random.choice([table, table, table, cards, sentences, bands, minutes_by_setting])


class Line:
    """A service line while it is printed: every method prints one fact and notes it in the truth."""

    def __init__(self, service, form, random, category):
        self.service, self.form, self.random = service, form, random
        self.truth = {"category": category or service["category"], "extendedSchoolYear": False}
        if not category and not form.get("categorised"):
            self.truth["category"] = service["category"]

    def name(self):
        text = self.random.choice(SERVICES[self.service["code"]][2])
        self.truth["service"] = {"code": self.service["code"], "text": text}
        return text

    def dose(self, text, kind="sessions"):
        self.truth["dose"] = doses.truth(self.service, text, kind)
        return text

    def cell(self, column):
        s, pick, date = self.service, self.random.choice, self.form["date"]
        way = lambda ways: ways[self.form["dose"] % len(ways)]
        if column == "service":
            return self.name()
        if column == "provider":
            text = pick(PROVIDERS[s["provider"]])
            self.truth["provider"] = {"code": s["provider"], "text": text}
            return text
        if column == "location":
            text = pick(LOCATIONS[s["location"]])
            self.truth["location"] = {"code": s["location"], "text": text}
            return text
        if column == "ticks":
            self.truth["location"] = {"code": s["location"], "text": LOCATIONS[s["location"]][0]}
            on, off = self.form["tick"]
            return "  ".join(f"{on if c == s['location'] else off} {LOCATIONS[c][0]}" for c in list(LOCATIONS)[:4])
        if column == "amount":
            return self.dose(way(doses.amounts(s)))
        if column == "total":
            return self.dose(way(doses.totals(s)), "total")
        if column == "frequency":
            return self.dose(way(doses.frequencies(s)))
        if column == "session":
            return way(doses.sessions(s))
        if column == "sessions":
            return str(s["sessions"])
        if column == "period":
            return self.dose(way([s["unit"].capitalize(), s["unit"], doses.ADVERB[s["unit"]].capitalize()]))
        if column == "weekly":
            return self.dose(str(doses.number(doses.per_week(s))), "total")
        if column in ("start", "end"):
            self.truth[column + "Date"] = s[column].isoformat()
            return date(s[column])
        if column == "dates":
            self.truth |= {"startDate": s["start"].isoformat(), "endDate": s["end"].isoformat()}
            return way([f"{date(s['start'])} - {date(s['end'])}", f"{date(s['start'])} to {date(s['end'])}", f"From {date(s['start'])} To {date(s['end'])}"])
        if column == "goals":
            self.truth["goalNumbers"] = [str(g) for g in s["goals"]]
            return ", ".join(self.truth["goalNumbers"])
        if column == "grouping":
            self.truth["grouping"] = s["grouping"]
            return s["grouping"].capitalize() if self.form["dose"] % 2 else s["grouping"][0].upper()
        if column == "delivery":
            self.truth["delivery"] = s["delivery"]
            return {"direct": ["Direct", "Direct Service"], "consultation": ["Consultation", "Consult"]}[s["delivery"]][self.form["dose"] % 2]
        raise ValueError(column)


def columns(random):
    """Which facts a table states and in which order; the service need not come first."""
    dose = random.choice([["amount"], ["frequency", "session"], ["session", "frequency"], ["session", "sessions", "period"], ["sessions", "period", "session"], ["total"]])
    rest = [dose, random.choice([["start", "end"], ["start", "end"], ["dates"]]), [random.choice(["location"] * 4 + ["ticks"])]]
    for column, chance in (("provider", 0.7), ("goals", 0.3), ("grouping", 0.3), ("delivery", 0.3)):
        if random.random() < chance:
            rest.append([column])
    random.shuffle(rest)
    names = ["service"] + [c for part in rest for c in part]
    if random.random() < 0.15:
        names.insert(1, names.pop(0))
    return names


def headed(random, column):
    return random.choice(COLUMNS[{"ticks": "location", "total": "amount"}.get(column, column)])


def table(case, form, random):
    names = columns(random)
    heads = [headed(random, n) for n in names]
    rows = []
    two_rows = random.random() < 0.25 and "start" in names and names[-1] == "end"
    if two_rows:
        i = names.index("start")
        rows = [[{"t": h, "rs": 2} for h in heads[:i]] + [{"t": random.choice(["Dates", "Projected Dates", "Service Dates"]), "cs": 2}], heads[i:]]
    else:
        rows = [heads]
    head, truth = len(rows), []
    grouped = random.choice(["tables", "rows", "none"])
    blocks, place = [], random.choice(HEADINGS["services"])
    by_category = {}
    for s in case["services"]:
        by_category.setdefault(s["category"], []).append(s)
    if grouped == "none":
        by_category = {None: case["services"]}
    body = []
    for category, services in by_category.items():
        lines = [Line(s, form, random, category) for s in services]
        cells = [[line.cell(n) for n in names] for line in lines]
        truth += [line.truth for line in lines]
        if random.random() < 0.2:
            cells.append([random.choice(["", "", "N/A"]) if n == "service" else "" for n in names])
        if grouped == "tables":
            blocks += [{"k": "h", "t": random.choice(HEADINGS[category])}, {"k": "table", "rows": rows + cells, "head": head, "rules": form["rules"], "repeat": form["repeat"]}]
        else:
            if grouped == "rows":
                body.append([{"t": random.choice(HEADINGS[category]), "cs": len(names), "b": True}])
            body += cells
    if grouped != "tables":
        blocks = [{"k": "h", "t": place}, {"k": "table", "rows": rows + body, "head": head, "rules": form["rules"], "repeat": form["repeat"]}]
    return blocks, truth


def cards(case, form, random):
    names = columns(random)
    style = random.choice(["beside", "above", "inline", "grid2", "sides"])
    heads = [headed(random, n) for n in names]
    blocks, truth = [{"k": "h", "t": random.choice(HEADINGS["services"])}], []
    boxes = []
    for number, s in enumerate(case["services"], 1):
        line = Line(s, form, random, None)
        pairs = [(h, line.cell(n)) for h, n in zip(heads, names)]
        truth.append(line.truth)
        title = random.choice([None, f"Service {number}"]) if form["dose"] % 2 else None
        boxes.append({"k": "kv", "pairs": pairs, "style": "beside" if style == "sides" else style, "title": title, "rules": form["rules"]})
    if style == "sides":
        blocks += [{"k": "sides", "boxes": boxes[i:i + 2]} for i in range(0, len(boxes), 2)]
    else:
        blocks += boxes
    return blocks, truth


def sentences(case, form, random):
    blocks, truth, items = [{"k": "h", "t": random.choice(HEADINGS["services"])}], [], []
    way = random.randint(0, 3)
    for s in case["services"]:
        line = Line(s, form, random, None)
        name, dose, place, dates = line.name(), line.cell("amount"), line.cell("location"), line.cell("dates")
        a, b = dates.replace("From ", "").replace(" To ", " to ").replace(" - ", " to ").split(" to ")
        if way == 0:
            items.append(f"{name}, {dose}, {place}, {a} to {b}")
        elif way == 1:
            items.append(f"{case['given']} will receive {name} {dose} in the {place} from {a} to {b}.")
        elif way == 2:
            items.append(f"{name}: {dose}; Location: {place}; Begins {a}, Ends {b}; Provider: {line.cell('provider')}")
        else:
            items.append(f"{name} will be provided by the {line.cell('provider')} {dose} in the {place}, beginning {a} and ending {b}.")
        truth.append(line.truth)
    blocks.append({"k": "list", "items": items, "ordered": False} if random.random() < 0.6 else {"k": "paragraphs", "items": items})
    return blocks, truth


def bands(case, form, random):
    """A matrix whose bands give delivery and setting."""
    names = [n for n in columns(random) if n not in ("location", "ticks", "delivery")]
    heads = [headed(random, n) for n in names]
    rows, truth = [], []
    apart = random.random() < 0.3
    blocks = [{"k": "h", "t": random.choice(HEADINGS["services"])}]
    head_row = [{"t": h, "b": True} for h in heads]
    if not apart:
        rows.append(head_row)
    for band, names_of_band in BANDS.items():
        mine = [s for s in case["services"] if (s["delivery"] == "consultation") == (band == "consultation") and (band == "consultation" or (s["location"] == "general-education") == (band == "general-education"))]
        rows.append([{"t": random.choice(names_of_band), "cs": len(names), "b": True}])
        if apart:
            rows.append(head_row)
        for s in mine:
            line = Line(s, form, random, None)
            rows.append([line.cell(n) for n in names])
            if band == "consultation":
                line.truth["delivery"] = "consultation"
            else:
                line.truth |= {"delivery": "direct", "location": {"code": band, "text": names_of_band[0]}}
            truth.append(line.truth)
        if not mine:
            rows.append(["" for _ in names])
    blocks.append({"k": "table", "rows": rows, "head": 0 if apart else 1, "rules": "all", "repeat": form["repeat"]})
    return blocks, truth


def minutes_by_setting(case, form, random):
    """Minutes per week in two columns, one a setting."""
    names = ["service"] + random.choice([["provider"], []]) + ["ge", "se"] + random.choice([["start", "end"], ["dates"]])
    per = random.choice(["Minutes per Week in Setting", "Weekly Minutes by Setting", "Minutes per Week"])
    i = names.index("ge")
    heads = [headed(random, n) for n in names]
    rows = [[{"t": h, "rs": 2} for h in heads[:i]] + [{"t": per, "cs": 2}] + [{"t": h, "rs": 2} for h in heads[i + 2:]], heads[i:i + 2]]
    truth = []
    for s in case["services"]:
        line = Line(s, form, random, None)
        line.service = s = s | {"location": "general-education" if s["location"] == "general-education" else "special-education"}
        if s["unit"] != "week":
            line.service = s = s | {"unit": "week", "sessions": min(s["sessions"], 2)}
        cells = []
        for n in names:
            if n in ("ge", "se"):
                here = (n == "ge") == (s["location"] == "general-education")
                cells.append(line.cell("weekly") if here else random.choice(["", "0"]) if form["dose"] % 2 else "")
            else:
                cells.append(line.cell(n))
        line.truth["location"] = {"code": s["location"], "text": s["location"]}
        rows.append(cells)
        truth.append(line.truth)
    return [{"k": "h", "t": random.choice(HEADINGS["services"])}, {"k": "table", "rows": rows, "head": 2, "rules": "all", "repeat": form["repeat"]}], truth
