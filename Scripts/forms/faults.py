"""What chance made contradictory in a generated plan, so that its truth does not call it faultless."""
import datetime

# Areas of goals that a related service may serve. Wider than usual: what is outside is plainly served by no goal.
SERVED = {"occupational-therapy": {"fine-motor", "gross-motor", "self-care", "sensory-regulation", "writing", "executive-function", "independent-living", "behavior", "social-emotional", "vocational"},
          "physical-therapy": {"gross-motor", "mobility"},
          "speech-language": {"communication", "social-emotional", "reading", "writing", "hearing", "self-care"},
          "counseling": {"social-emotional", "behavior", "executive-function", "sensory-regulation", "communication"},
          "orientation-mobility": {"mobility", "vision", "independent-living"}, "vision": {"vision", "mobility", "reading", "independent-living"}}
SERVED["social-work"] = SERVED["psychological"] = SERVED["counseling"]

# Who may serve goals of an area that no teacher serves alone.
SPECIALISTS = {"communication": {"speech-language", "assistive-technology", "deaf-hard-of-hearing", "audiology", "interpreting"}, "fine-motor": {"occupational-therapy", "assistive-technology"},
               "self-care": {"occupational-therapy", "nursing"}, "gross-motor": {"physical-therapy", "adapted-pe"},
               "social-emotional": {"counseling", "social-work", "psychological", "behavior", "speech-language", "transition"}}


def fault(kind, subject, note):
    return {"kind": kind, "subjects": [subject], "note": note}


def links(truth, case):
    """Lines against goals: by their numbers where the form prints them, else by the goals' areas."""
    services, found = truth["services"], []
    if any(s.get("goalNumbers") for s in services):
        named = {n for s in services for n in s.get("goalNumbers", [])}
        return [fault("goal-without-service", f"goal-{i}", "no line names this goal") for i, g in enumerate(truth["goals"], 1) if g.get("number") and g["number"] not in named]
    areas = {g["areaCode"] for g in case["goals"]}
    for i, s in enumerate(services, 1):
        code = s["service"].get("code")
        if code in SERVED and not SERVED[code] & areas:
            found.append(fault("service-without-goal", f"svc-{i}", "no goal addresses this service"))
    codes = {s["service"].get("code") for s in services}
    for i, g in enumerate(case["goals"], 1):
        servers = SPECIALISTS.get(g["areaCode"], codes)
        # "Motor" over strength of the arms is an occupational therapist's too.
        if g["area"] == "Motor":
            servers = servers | {"occupational-therapy"}
        if not servers & codes:
            found.append(fault("goal-without-service", f"goal-{i}", "no listed service is for goals of this area"))
    return found


def mentions(truth):
    found = []
    for i, m in enumerate(truth["serviceMentions"], 1):
        lines = [s["dose"]["minutesPerWeek"]["min"] for s in truth["services"] if s["service"].get("code") == m["service"]["code"]]
        if lines and all(abs(x - m["dose"]["minutesPerWeek"]["min"]) > 1 for x in lines):
            found.append(fault("narrative-minutes-differ", f"mention-{i}", "the text states another amount than the grid"))
    return found


def transition(truth):
    born, end = truth["student"].get("dateOfBirth"), truth["iep"].get("endDate")
    if not end and truth["iep"].get("startDate"):
        start = datetime.date.fromisoformat(truth["iep"]["startDate"])
        end = f"{start.year + 1}-{start.month:02}-{start.day:02}"
    if born and end and f"{int(born[:4]) + 16}{born[4:]}" <= end:
        return [fault("transition-missing-at-16", "student", "16 within the plan, and no page speaks of transition")]
    return []


def of(truth, case):
    return links(truth, case) + mentions(truth) + transition(truth)
