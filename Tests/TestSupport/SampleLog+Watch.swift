import Model

extension SampleLog {
    /// The busy night with everything that goes with a watch: turns, people on call, orders, arrangements, a decision.
    package static var watchNight: SampleLog {
        var log = busyNight
        guard let watch = log.board.watch?.name, let truck = log.board.deliveries.keys.min() else { return log }
        let begin = night - .minutes(1_212)
        let turns = log.begin(
            .roster,
            .roster(.set(RosterSet(turn: 1_440, begins: begin, zone: "Almaty", offset: 300, rest: 2_880))),
            minutesAgo: 3, actor: "ermekov")
        let names = ["Sagynbaeva A.K.", "Orazov D.M.", "Ли А.В.", "Orazov D.M.", "Orazov D.M."]
        let planned = names.enumerated().map { place, name in
            PlannedTurn(
                from: begin + .days(Int64(place)), until: begin + .days(Int64(place) + 1), officer: name,
                standby: place == 1 ? "Ermekov N.T." : nil)
        }
        log.add(.roster(.planned(TurnsPlanned(turns: planned))), to: turns, minutesAgo: 3, actor: "ermekov")
        let people: [(String, OnCallDuty, String?, Int, [String], String?)] = [
            ("Ermekov N.T.", .leader, nil, 1, ["kk", "ru"], nil),
            ("Rahimov S.", .liaison, "TJK", 2, ["tg", "ru"], "Dushanbe"),
            ("Petrova I.", .liaison, "RUS", 2, ["ru"], "Moscow"), ("Li A.V.", .analyst, nil, 0, ["zh"], nil),
        ]
        for (place, person) in people.enumerated() {
            let hash = String(repeating: String(place), count: 64)
            log.begin(
                .onCall,
                .onCall(
                    .set(
                        OnCallSet(
                            person: person.0, duty: person.1, state: person.2, from: begin,
                            until: night + .days(2), wakeFor: person.3, languages: person.4, zone: person.5,
                            payloads: [hash]))), minutesAgo: 3, actor: "ermekov")
        }
        let order = log.begin(
            .orders,
            .order(
                .issued(
                    StandingOrderIssued(
                        title: "Call back before you act",
                        text:
                            "Whoever reports by phone is called back on the filed number before anything is passed on.",
                        from: begin))), minutesAgo: 3, actor: "ermekov")
        log.add(.order(.read(StandingOrderRead())), to: order, minutesAgo: 2, actor: "orazov")
        let mail = ArrangementMade(
            type: .channelDown, text: "ContainerComm: read the mail of Khorgos by hand", orderedBy: "Ermekov N.T.",
            until: night - .minutes(12))
        log.begin(.arrangements, .arrangement(.made(mail)), minutesAgo: 102)
        let wake = ArrangementMade(
            type: .verbalOrder, text: "если 014 замолчит, будить сразу", orderedBy: "Ermekov N.T.")
        log.begin(.arrangements, .arrangement(.made(wake)), minutesAgo: 101)
        let decision = DecisionRecorded(
            text: "keep the interval of 30 min", reason: "the queue stands, team 2 sees the truck",
            options: ["15 min"], decidedBy: "Sagynbaeva A.K.", about: truck, knownTo: 12)
        log.add(.shift(.decided(decision)), to: watch, minutesAgo: 42)
        let note = log.entries.count
        log.add(.shift(.noted(ShiftNoted(text: "weight 83.4 kg"))), to: watch, minutesAgo: 20)
        log.add(
            .logKeeping(.withdrawn(EntryWithdrawn(index: Int64(note), reason: "slip"))), to: watch, minutesAgo: 19)
        log.add(
            .shift(.noted(ShiftNoted(text: "weight 38.4 kg", corrects: Int64(note)))), to: watch, minutesAgo: 19,
            happened: 25)
        return log
    }
}
