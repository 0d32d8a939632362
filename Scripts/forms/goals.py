"""Annual goals in five layouts: a table a goal, a row a goal, labels and values, paragraphs with bullets, a heading a goal."""
from words import FACTS, GOAL, HEADINGS


def layouts(random):
    return random.choice([boxes, rows, cards, paragraphs, headed])


def facts(goal, form):
    return {"number": goal["number"], "area": goal["area"], "goal": goal["text"], "baseline": goal["baseline"],
            "measurementMethod": goal["method"], "targetDate": form["date"](goal["target"])}


def truth(goal, names):
    out = {"text": goal["text"], "label": goal["label"]}
    if "number" in names:
        out["number"] = goal["number"]
    if "area" in names:
        out["area"] = {"code": goal["areaCode"], "text": goal["area"]}
    if "baseline" in names:
        out["baseline"] = goal["baseline"]
    if "measurementMethod" in names:
        out["measurementMethod"] = goal["method"]
    if "targetDate" in names:
        out["targetDate"] = goal["target"].isoformat()
    if goal["objectives"]:
        out["objectives"] = [{"number": str(i), "text": t} for i, t in enumerate(goal["objectives"], 1)]
    return out


def choose(random, first="number"):
    rest = [n for n, chance in (("area", 0.8), ("baseline", 0.7), ("measurementMethod", 0.6), ("targetDate", 0.4)) if random.random() < chance]
    random.shuffle(rest)
    cut = random.randint(0, len(rest))
    return [first] + rest[:cut] + ["goal"] + rest[cut:]


def labels(random, names):
    while True:
        out = {n: random.choice(GOAL[n]) for n in names}
        if len(set(out.values())) == len(out):
            return out


def objectives(random, goal, form):
    if not goal["objectives"]:
        return []
    title = random.choice(GOAL["objectives"])
    return {0: [{"k": "p", "t": title + ":", "b": True}, {"k": "list", "items": goal["objectives"], "ordered": True}],
            1: [{"k": "p", "t": title, "b": True}, {"k": "list", "items": goal["objectives"], "ordered": False}],
            2: [{"k": "table", "rows": [["#", title]] + [[str(i), t] for i, t in enumerate(goal["objectives"], 1)], "head": 1, "rules": "all", "repeat": False}]}[form["objectives"]]


def top(random):
    return [{"k": "h", "t": random.choice(HEADINGS["goals"])}]


def boxes(case, form, random):
    names = choose(random)
    words = labels(random, names)
    style = random.choice(["beside", "above", "inline"])
    out = top(random)
    for goal in case["goals"]:
        f = facts(goal, form)
        out.append({"k": "kv", "pairs": [(words[n], f[n]) for n in names], "style": style, "rules": "all", "title": None})
        out += objectives(random, goal, form)
    return out, [truth(g, names) for g in case["goals"]]


def rows(case, form, random):
    names = choose(random)
    words = labels(random, names)
    cells = [[facts(g, form)[n] for n in names] for g in case["goals"]]
    for goal in case["goals"]:
        goal["objectives"] = []
    return top(random) + [{"k": "table", "rows": [[words[n] for n in names]] + cells, "head": 1, "rules": form["rules"] if form["rules"] != "none" else "lines", "repeat": form["repeat"]}], [truth(g, names) for g in case["goals"]]


def cards(case, form, random):
    names = choose(random)
    words = labels(random, names)
    out = top(random)
    for goal in case["goals"]:
        f = facts(goal, form)
        out.append({"k": "kv", "pairs": [(words[n], f[n]) for n in names], "style": "lines", "rules": "none", "title": None})
        out += objectives(random, goal, form)
    return out, [truth(g, names) for g in case["goals"]]


def paragraphs(case, form, random):
    names = ["number"] + random.choice([["baseline"], ["measurementMethod"], []])
    words = labels(random, names)
    out, way = top(random), random.randint(0, 2)
    for goal in case["goals"]:
        lead = [f"Goal {goal['number']}: ", f"{goal['number']}. ", f"Annual Goal #{goal['number']} - "][way]
        out.append({"k": "p", "t": lead + goal["text"]})
        out += [{"k": "p", "t": f"{words[n]}: {facts(goal, form)[n]}"} for n in names[1:]]
        out += objectives(random, goal, form)
    return out, [truth(g, names) for g in case["goals"]]


def headed(case, form, random):
    names = [n for n in choose(random) if n not in ("area", "goal")] + ["area"]
    words = labels(random, names)
    out, way = top(random), random.randint(0, 3)
    for goal in case["goals"]:
        n, area = goal["number"], goal["area"]
        out.append({"k": "h3", "t": [f"Goal {n}: {area}", f"Goal #{n} ({area})", f"GOAL {n} - {area.upper()}", f"Annual Goal {n} of {len(case['goals'])}: {area}"][way]})
        out.append({"k": "p", "t": goal["text"]})
        out += [{"k": "p", "t": f"{words[m]}: {facts(goal, form)[m]}"} for m in names if m not in ("number", "area")]
        out += objectives(random, goal, form)
    return out, [truth(g, names) for g in case["goals"]]
