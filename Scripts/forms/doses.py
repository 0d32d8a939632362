"""Phrases for an amount of service, and what each phrase states."""
WEEKS = {"day": 0.2, "week": 1, "month": 4}
ADVERB = {"day": "daily", "week": "weekly", "month": "monthly"}
TIMES = {1: "once", 2: "twice"}


def per_week(service):
    return service["minutes"] * service["sessions"] / WEEKS[service["unit"]]


def number(value):
    return int(value) if value == int(value) else round(value, 2)


def amounts(service):
    """Ways to say minutes a session, sessions and period in one cell."""
    m, n, u = service["minutes"], service["sessions"], service["unit"]
    ways = [f"{m} minutes, {n} times per {u}", f"{m} min. {n}x/{u}", f"{n}x per {u} for {m} minutes", f"{n} x {m} min/{u}",
            f"{m} minutes per session, {n} session{'s' * (n > 1)} per {u}", f"{n} sessions/{u}, {m} min each", f"{m} min {n}x {ADVERB[u]}",
            f"{n} times a {u} ({m} minutes)", f"{m} minutes {TIMES[n]} a {u}" if n in TIMES else f"{m} minutes {n} times a {u}"]
    return ways


def totals(service):
    t, u = service["minutes"] * service["sessions"], service["unit"]
    ways = [f"{t} minutes per {u}", f"{t} min/{u}", f"{t} minutes {ADVERB[u]}", f"{t} min. a {u}", f"{t} MPW" if u == "week" else f"{t} total minutes per {u}"]
    if t % 30 == 0:
        ways += [f"{t / 60:g} hour{'s' * (t != 60)} per {u}", f"{t // 60}:{t % 60:02d} hrs/{u}"]
    return ways


def frequencies(service):
    n, u = service["sessions"], service["unit"]
    return [f"{n}x/{u}", f"{n} times per {u}", f"{n} x {ADVERB[u]}", f"{n} per {u}", f"{n}x a {u}", f"{TIMES[n].capitalize()} {ADVERB[u]}" if n in TIMES else f"{n} times {ADVERB[u]}"]


def sessions(service):
    m = service["minutes"]
    return [f"{m} minutes", f"{m} min", f"{m} min.", f"{m}", f"{m} minutes/session"]


def truth(service, text, kind):
    m, n, u = service["minutes"], service["sessions"], service["unit"]
    both = {"min": per_week(service), "max": per_week(service)}
    dose = {"text": text, "period": {"unit": u, "count": 1}, "minutesPerWeek": both}
    if kind == "total":
        return dose | {"totalMinutes": {"min": m * n, "max": m * n}}
    return dose | {"sessionMinutes": {"min": m, "max": m}, "sessions": {"min": n, "max": n}}
