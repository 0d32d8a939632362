"""The other pages of a form: header facts, present levels with mentions of services, noise tables, notice."""
import doses
from facts import KINDS
from words import FACTS, HEADINGS, LOCATIONS, SERVICES

FILLER = ["The team reviewed records, classroom work and the family's concerns before the meeting.", "{n} enjoys drawing and helping in the school garden.",
          "Teachers report steady attendance and good relations with peers.", "Assessment results were shared with the family in their own language.",
          "{n} follows the general education curriculum and takes part in all activities of the grade.", "The family would like {n} to be more independent during the school day."]


def header(case, form, random):
    keep = ["name"] + [f for f in FACTS if f != "name" and random.random() < 0.75]
    tail = keep[1:]
    random.shuffle(tail)
    keep = ["name"] + tail
    date, pairs, student, iep = form["date"], [], {}, {}
    for f in keep:
        label = random.choice(FACTS[f])
        value = case[f] if f != "kind" else random.choice(KINDS[case["kind"]])
        if f == "name":
            value = random.choice([case["name"], ", ".join(reversed(case["name"].split()))]) if form["lastFirst"] else case["name"]
        if hasattr(value, "year"):
            pairs.append((label, date(value)))
            (student if f == "dateOfBirth" else iep)[f] = value.isoformat()
        else:
            pairs.append((label, value))
            if f == "kind":
                iep[f] = case["kind"]
            elif f != "disability":
                student[f] = value
    style = random.choice(["grid2", "grid2", "inline", "lines", "above"])
    return [{"k": "h", "t": random.choice(HEADINGS["cover"]), "level": 1}, {"k": "kv", "pairs": pairs, "style": style, "rules": random.choice(["all", "none"]), "title": None}], student, iep


def prose(case, random, count):
    return " ".join(random.sample(FILLER, count)).format(n=case["given"])


def present(case, form, random):
    blocks, mentions = [{"k": "h", "t": random.choice(HEADINGS["present"])}, {"k": "p", "t": prose(case, random, 3)}], []
    if random.random() < 0.6:
        s = random.choice(case["services"])
        name = max(SERVICES[s["code"]][2], key=len).lower()
        dose = f"{s['minutes'] * s['sessions']} minutes per {s['unit']}"
        if ":" not in name and "(" not in name:
            blocks.append({"k": "p", "t": random.choice([f"{case['given']} receives {name} for {dose}.", f"{case['given']} currently gets {dose} of {name}."])})
            mentions.append({"service": {"code": s["code"], "text": name}, "dose": doses.truth(s, dose, "total"), "historical": False})
    blocks.append({"k": "p", "t": prose(case, random, 2)})
    return blocks, mentions


def noise(case, form, random):
    """Tables that look like services and are none."""
    date = form["date"]
    aids = [["Extended time on tests", "Daily", "All classes"], ["Preferential seating", "Daily", "General Education Classroom"], ["Visual schedule", "Throughout the day", "All settings"], ["Slant board", "As needed", "Classroom"]]
    rows = [["Accommodation", "Frequency", "Location", "Start Date", "End Date"]] + [r + [date(case["startDate"]), date(case["endDate"])] for r in random.sample(aids, 3)]
    tests = [["Assessment", "Participation", "Accommodations"], ["State Reading Test", "Regular with accommodations", "Extended time, 1.5x"], ["State Math Test", "Regular with accommodations", "Small group, breaks of 10 minutes"]]
    factors = ["Does the student have limited English proficiency? No", "Does the student need assistive technology? Considered, not needed", "Is the student blind or visually impaired? No"]
    parts = [[{"k": "h", "t": random.choice(HEADINGS["accommodations"])}, {"k": "table", "rows": rows, "head": 1, "rules": "all", "repeat": False}],
             [{"k": "h", "t": random.choice(HEADINGS["assessment"])}, {"k": "table", "rows": tests, "head": 1, "rules": "all", "repeat": False}],
             [{"k": "h", "t": random.choice(HEADINGS["considerations"])}, {"k": "paragraphs", "items": factors}]]
    random.shuffle(parts)
    return parts


def lre(case, form, random):
    return [{"k": "h", "t": random.choice(HEADINGS["lre"])}, {"k": "p", "t": f"{case['given']} takes part with nondisabled peers in lunch, recess and all classes but those listed in the services of this plan."}]
