/// Names that databases write in one case, "STUDENTID", "servicename": parted where known words cover them whole.
enum CompoundNames {
  private static let words: [String] = [
    "student", "pupil", "child", "last", "first", "middle", "name", "id", "number", "num", "no", "birth", "born",
    "date", "of", "dob",
    "grade", "level", "school", "district", "disability", "primary", "service", "services", "svc", "type", "code",
    "desc", "description",
    "category", "minutes", "mins", "min", "hours", "frequency", "freq", "duration", "period", "per", "session",
    "sessions", "length",
    "times", "week", "weekly", "month", "location", "setting", "place", "provider", "role", "title", "staff", "start",
    "begin", "end",
    "from", "to", "thru", "delivery", "group", "individual", "direct", "goal", "goals", "area", "text", "statement",
    "baseline",
    "method", "criteria", "target", "objective", "iep", "meeting", "effective", "review", "annual", "plan", "amount",
    "total", "esy", "unit", "count", "interval", "cycle", "legal", "full", "given", "family", "local", "state",
    "record",
    "info", "present", "current", "long", "often", "mode", "model", "responsible", "person", "related", "special",
    "education", "ed", "minute", "hour", "time", "day", "daily", "monthly", "year", "birthdate", "data", "measure",
    "measurement", "progress", "evaluation", "fname", "lname", "expiration", "implementation", "initiation", "site",
    "building", "by", "whom", "where", "what", "pupils", "students", "and", "description", "narrative", "number",
    "therapy",
    "prescribed", "projected", "frequencies", "durations", "quantity", "qty", "need",
    "mtg", "sch", "dist", "pct", "gen", "sped", "esy", "eligible", "needed", "percent", "inside", "outside", "regular",
    "class", "purpose", "reason", "kind", "due", "held", "indirect", "needs", "ended",
  ].sorted { ($1.count, $0) < ($0.count, $1) }

  /// What database people shorten.
  private static let shortened = [
    "nm": "name", "dt": "date", "cd": "code", "nbr": "number", "nb": "number", "num": "number", "txt": "text",
    "svc": "service",
    "srv": "service", "serv": "service", "svcs": "services", "loc": "location", "freq": "frequency", "beg": "begin",
    "sess": "session",
    "cnt": "count", "stu": "student", "stdnt": "student", "gl": "goal", "prov": "provider", "amt": "amount",
    "dur": "duration",
    "lst": "last", "fst": "first", "desc": "description", "bl": "baseline", "obj": "objective", "meth": "method",
    "crit": "criteria",
    "sch": "school", "bldg": "building", "elig": "eligible", "frm": "from", "hdr": "header", "schl": "school",
    "nxt": "next", "dist": "district", "disab": "disability", "len": "length", "mtg": "meeting", "eff": "effective",
    "exp": "expiration",
    "strt": "start", "srvc": "service", "lname": "last name", "fname": "first name", "bdate": "birth date",
    // Spanish, which districts along the border use.
    "estudiante": "student", "alumno": "student", "identificador": "id", "nombre": "first name",
    "apellido": "last name",
    "apellidos": "last name", "fecha": "date", "nacimiento": "birth", "grado": "grade", "servicio": "service",
    "servicios": "services", "tipo": "type", "minutos": "minutes", "sesiones": "sessions", "frecuencia": "frequency",
    "periodo": "period", "lugar": "location", "ubicacion": "location", "proveedor": "provider", "inicio": "start",
    "fin": "end", "meta": "goal", "metas": "goals", "numero": "number", "texto": "text", "escuela": "school",
    "distrito": "district",
    "lvl": "level", "tot": "total", "pct": "percent", "ttl": "title", "grp": "group", "qty": "quantity",
    "mins": "minutes", "hrs": "hours",
    "prd": "period", "pd": "period", "perd": "period", "intvl": "interval", "catg": "category", "stmt": "statement",
    "strtdt": "start date",
    "bsl": "baseline", "basln": "baseline", "gls": "goals", "locn": "location", "provdr": "provider", "fam": "family",
    "bgn": "begin", "crnt": "current", "lrnr": "learner", "ppl": "pupil", "nme": "name", "dte": "date", "grd": "grade",
    "gr": "grade", "brth": "birth", "tgt": "target", "typ": "type", "dlv": "delivery",
  ]

  static func whole(_ word: Substring) -> String { shortened[word.lowercased()] ?? String(word) }

  static func parted(_ name: String) -> String? {
    guard name.utf8.count >= 5, name == name.uppercased() || name == name.lowercased(), name.allSatisfy(\.isLetter)
    else { return nil }
    guard let parts = cover(name.lowercased()[...]), parts.count > 1 else { return nil }
    return parts.joined(separator: " ")
  }

  private static func cover(_ rest: Substring) -> [String]? {
    if rest.isEmpty { return [] }
    for word in words where rest.hasPrefix(word) {
      if let tail = cover(rest.dropFirst(word.count)) { return [word] + tail }
    }
    return nil
  }
}
