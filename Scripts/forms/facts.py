"""An invented student's IEP as facts, before any form: who, which services, which goals."""
import datetime

from words import LOCATIONS, PROVIDERS, SERVICES

GIVEN = "Arlo Bettina Cosima Dario Elowen Farid Greta Hollis Imani Jonah Keiko Lucian Maribel Nasir Odette Petra Quincy Rosalind Soren Tamsin Ulises Vesna Wendell Ximena Yusuf Zelda".split()
FAMILY = "Abernathy Brightwater Castellano Dunmore Eastlake Fairbairn Goldthwaite Hartigan Ibarra Jankowski Kilbride Lindqvist Montrose Nakagawa Okonkwo Pemberton Quintero Ravenscroft Saltmarsh Thackeray Underhill Valderrama Whitcombe Yarrow Zimmerman".split()
PLACES = "Alder Birch Canyon Dogwood Egret Falcon Granite Heron Ironwood Juniper Kestrel Linden Meadow Northgate Osprey Prairie Quarry Redbud Sycamore Tamarack".split()
DISABILITIES = ["Autism", "Speech or Language Impairment", "Other Health Impairment", "Specific Learning Disability", "Orthopedic Impairment", "Developmental Delay"]
KINDS = {"annual": ["Annual", "Annual Review"], "initial": ["Initial", "Initial IEP"]}

# (area name, area code, condition, behaviour, label, method); a goal is put together from its parts
GOALS = [
    ("Written Expression", "writing", "when given a writing prompt in class", "{n} will write three related sentences in the class journal", "educational", "Work samples"),
    ("Fine Motor", "fine-motor", "during table activities with classmates", "{n} will cut, paste and colour the class project alongside peers", "educational", "Teacher observation"),
    ("Self-Help", "self-care", "at arrival and dismissal", "{n} will hang up a coat and unpack a backpack at the cubby", "educational", "Checklist"),
    ("Gross Motor", "gross-motor", "during recess and physical education", "{n} will climb the play structure and join a game with peers", "educational", "Observation log"),
    ("Communication", "communication", "during morning meeting", "{n} will answer a question from a classmate in a full sentence", "educational", "Data collection"),
    ("Social Skills", "social-emotional", "during partner work in science", "{n} will take turns with a peer and add one idea", "educational", "Frequency count"),
    ("Reading", "reading", "given a passage at instructional level", "{n} will read aloud 90 words correct a minute", "educational", "Curriculum-based measurement"),
    ("Math", "mathematics", "given ten two-step word problems", "{n} will solve and label each problem", "educational", "Curriculum-based measurement"),
    ("Behavior", "behavior", "when a class routine changes", "{n} will use a break card and return to the group", "educational", "Behavior chart"),
    ("Motor", "gross-motor", "in the therapy room", "{n} will improve upper extremity strength and hold a prone extension for 20 seconds", "clinical", "Therapist data"),
]
CRITERIA = ["in 4 of 5 trials", "with 80% accuracy", "in 8 out of 10 opportunities", "on 3 consecutive days", "with no more than one prompt", "on four of five school days"]


def year_after(day):
    """The same day of the next year; 1 March after 29 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return datetime.date(day.year + 1, 3, 1)


def iso(date):
    return date.isoformat()


def school_date(random, year):
    date = datetime.date(year, random.choice([9, 10, 11, 1, 2, 3, 4]), random.randint(1, 28))
    return date


def service(random, code, start, end, goal_count):
    minutes, sessions, unit = random.choice([15, 20, 25, 30, 30, 30, 40, 45, 60]), random.choice([1, 1, 2, 2, 3, 4, 5]), random.choice(["week"] * 7 + ["month"] * 3 + ["day"])
    if unit == "day":
        sessions = 1
    category, provider, _ = SERVICES[code]
    delivery = random.choice(["direct"] * 5 + ["consultation"])
    return {"code": code, "category": category, "provider": provider, "minutes": minutes, "sessions": sessions, "unit": unit,
            "location": random.choice(list(LOCATIONS)), "delivery": delivery,
            "grouping": random.choice(["individual", "group"]), "start": start, "end": end,
            "goals": sorted(random.sample(range(1, goal_count + 1), random.randint(1, min(2, goal_count))))}


def goal(random, number, given, end, with_objectives):
    area, code, condition, behaviour, label, method = random.choice(GOALS)
    criterion = random.choice(CRITERIA)
    behaviour = behaviour.format(n=given)
    month = end.strftime("%B %Y")
    text = random.choice([
        f"By {month}, {condition}, {behaviour} {criterion}.",
        f"{condition[0].upper()}{condition[1:]}, {behaviour} {criterion} by {month}.",
        f"{behaviour} {condition} {criterion} as measured by {method.lower()}.",
        f"By the end of the IEP year, {behaviour} {criterion} {condition}."])
    core = behaviour.split(" will ", 1)[1]
    levels = random.sample(["with two adult prompts", "with one verbal prompt", "with a visual model", "in 2 of 5 trials", "in 3 of 5 trials"], 3)
    return {"number": str(number), "area": area, "areaCode": code, "text": text, "label": label, "method": method,
            "baseline": random.choice([f"{given} currently does this in 1 of 5 trials.", f"At present {given} needs full help with this task.", f"Currently at 20% with adult support.", "1 of 10 opportunities with three prompts"]),
            "objectives": [f"{given} will {core} {level}." for level in levels[:random.randint(2, 3)]] if with_objectives else [], "target": end}


def case(random):
    """One student's facts; the order of calls is the order of the facts, so a seed gives the same case on every machine."""
    given, family = random.choice(GIVEN), random.choice(FAMILY)
    meeting = school_date(random, random.choice([2024, 2025, 2026]))
    start = meeting + datetime.timedelta(days=random.randint(0, 12))
    end = year_after(start) - datetime.timedelta(days=1)
    grade = random.randint(1, 11)
    birth = datetime.date(meeting.year - grade - 6, random.randint(1, 12), random.randint(1, 28))
    goal_count = random.randint(2, 5)
    codes = random.sample(list(SERVICES), random.randint(3, 6))
    place = random.choice(PLACES)
    return {"name": f"{given} {family}", "given": given, "studentId": str(random.randint(100000, 9999999)), "dateOfBirth": birth, "grade": str(grade),
            "school": f"{place} {'Elementary' if grade < 6 else 'Middle' if grade < 9 else 'High'} School", "district": f"{random.choice(PLACES)} {random.choice(['County Schools', 'Unified School District', 'Public Schools', 'Independent School District'])}",
            "disability": random.choice(DISABILITIES), "kind": random.choice(list(KINDS)), "meetingDate": meeting, "startDate": start, "endDate": end,
            "annualReviewDate": end, "reevaluationDueDate": year_after(end),
            "services": [service(random, code, start, end, goal_count) for code in sorted(codes, key=lambda c: (SERVICES[c][0] == "related-service", c))],
            "goals": [goal(random, i + 1, given, end, random.random() < 0.5) for i in range(goal_count)]}
