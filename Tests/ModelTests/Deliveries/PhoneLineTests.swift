import Testing

@testable import Model

@Suite struct PhoneLineTests {
    struct Case {
        let line: String
        var time: String?
        var state: String?
        var from: String?
        var delivery: String?
        var matter = PhoneLine.Matter.report
        var text = ""
        var eta: String?
        var seal: String?
        var weight: String?
        var place: String?
    }

    static let cases: [Case] = [
        Case(
            line: "0406 uzb 014 queue 40 trucks eta 0620", time: "0406", state: "UZB", from: "UZB", delivery: "014",
            text: "queue 40 trucks", eta: "0620"),
        Case(
            line: "014 UZB desk 04:06 left the post", time: nil, state: "UZB", from: "UZB desk", delivery: "014",
            text: "04:06 left the post"),
        Case(
            line: "узб 0406 014 очередь 40 машин выезд 06:20 место Яллама", time: "0406", state: "UZB", from: "UZB",
            delivery: "014", text: "очередь 40 машин", eta: "06:20", place: "Яллама"),
        Case(
            line: "乌兹别克 014 0406 排队 预计 0620", time: "0406", state: "UZB", from: "UZB", delivery: "014", text: "排队",
            eta: "0620"),
        Case(
            line: "рф 1205 +04 cd-2026-014 стоит", time: "1205 +04", state: "RUS", from: "RUS", delivery: "cd-2026-014",
            text: "стоит"),
        Case(
            line: "kaz customs 014 accepted at B. Konysbayev seal TJ 004417 weight 31440 kg", state: "KAZ",
            from: "KAZ customs", delivery: "014", matter: .accepted, text: "accepted", seal: "TJ 004417",
            weight: "31440 kg", place: "B. Konysbayev"),
        Case(
            line: "014 tjk released seal 004417 still raining", state: "TJK", from: "TJK", delivery: "014",
            matter: .released, text: "released still raining", seal: "004417"),
        Case(
            line: "0930 014 accepted KAZ customs seal KG 2 31,200 kg", time: "0930", delivery: "014", matter: .accepted,
            text: "accepted KAZ customs", seal: "KG 2", weight: "31,200 kg"),
        Case(
            line: "+06 1024 kgz 002 in the queue", time: "1024 +06", state: "KGZ", from: "KGZ", delivery: "002",
            text: "in the queue"),
        Case(line: "uzb 014 stop", state: "UZB", from: "UZB", delivery: "014", matter: .stop, text: "stop"),
        // A count is no number of a delivery, an hour is not made of anything, and words alone are words.
        Case(line: "uzb 40 trucks ahead", state: "UZB", from: "UZB", text: "40 trucks ahead"),
        Case(line: "2560 trucks", text: "2560 trucks"), Case(line: "they lost the eta", text: "they lost the eta"),
        Case(line: "uzb says eta unknown", state: "UZB", from: "UZB", text: "says eta unknown"),
        Case(line: "weight unknown", text: "weight unknown"), Case(line: ""), Case(line: "eta 2h", eta: "2h"),
    ]

    @Test(arguments: cases.indices) func aLineIsTakenApart(_ place: Int) {
        let wanted = Self.cases[place]
        let line = PhoneLine(wanted.line)
        #expect(line.time == wanted.time, "\(wanted.line)")
        #expect(line.state == wanted.state && line.from == wanted.from, "\(wanted.line)")
        #expect(line.delivery == wanted.delivery, "\(wanted.line)")
        #expect(line.matter == wanted.matter && line.text == wanted.text, "\(wanted.line): \(line.text)")
        #expect(line.eta == wanted.eta && line.seal == wanted.seal, "\(wanted.line)")
        #expect(line.weight == wanted.weight && line.place == wanted.place, "\(wanted.line)")
    }

    @Test(
        arguments: [
            (
                "uzb at Malik driver got out and met a white Nexia 01 A 123 BC", "Malik",
                "driver got out and met a white Nexia 01 A 123 BC"
            ),
            ("aze at Alat port, loading on ferry", "Alat port", "loading on ferry"),
            ("uzb queue at Malik eta 0620", "Malik", "queue"), ("uzb queue at the bridge", "the bridge", "queue"),
            ("uzb at km 114 of the M39 with a flat tyre", nil, "at km 114 of the M39 with a flat tyre"),
            ("uzb at a tea house, the driver sleeps", nil, "at a tea house, the driver sleeps"),
        ] as [(String, String?, String)])
    func aPlaceEndsWhereItsNameDoes(_ typed: String, _ place: String?, _ text: String) {
        let line = PhoneLine(typed, places: { ["Malik", "Alat", "Alat port"].contains($0) })
        #expect(line.place == place && line.text == text, "\(line)")
    }

    /// Letters of another layout are read back in a time and a State, never in a weight or in words.
    @Test func anotherLayoutIsReadBackWhereItCannotBeMistaken() {
        let kazakh: [Character: Character] = ["қ": "0", "ң": "4", "ұ": "8", "ү": "7", "і": "3", ",": "6"]
        let line = PhoneLine(
            "қңқ, гяи 014 weight іү,ң eta қ,іқ",
            readings: { word in
                [word, String(word.map { kazakh[$0] ?? $0 })] + (word == "гяи" ? ["uzb"] : [])
            })
        #expect(line.time == "0406" && line.state == "UZB" && line.eta == "0630")
        #expect(line.weight == nil && line.text == "weight іү,ң")
    }
}

@Suite struct DeliveryFactTests {
    /// Every kind of event about a delivery can be asked for, but for opening one, its entities and ticking a procedure, which have
    /// words of their own.
    @Test func everyKindHasAWord() {
        let made = Set(DeliveryFact.allCases.map(\.kind))
        let missing = Set(DeliveryEvent.kinds.map(\.name)).subtracting(made)
        #expect(missing == [DeliveryOpened.kind, ChecklistItemDone.kind, DeliveryDetailed.kind])
    }

    @Test func whatIsLikelyFollowsTheStage() throws {
        var script = DeliveryScript()
        #expect(try script.delivery.likelyFacts.prefix(2) == [.check, .leg])
        #expect(try script.delivery.nextState == .check && script.delivery.nextStep == .checkAndPlan)
        script.tell(.requestSent(RequestSent(state: "UZB", channel: "I-24/7", text: "may it pass?")))
        #expect(try script.delivery.nextState == .confirmed)
        script.tell(.requestAcknowledged(RequestAcknowledged(state: "UZB", by: "desk")))
        #expect(try script.delivery.nextState == .consent)
        script.tell(.accepted(CustodyAccepted(party: "TJK Customs", place: "Khujand")))
        #expect(try script.delivery.likelyFacts.prefix(2) == [.heard, .end])
        script.tell(.released(CustodyReleased(party: "TJK Customs", place: "Fotehobod")))
        #expect(try script.delivery.nextState == .accepted && script.delivery.likelyFacts.first == .accepted)
        script.tell(.stopReported(StopReported(from: "UZB", text: "stop")))
        #expect(try script.delivery.likelyFacts.first == .step)
        script.tell(.ended(DeliveryEnded(outcome: .seizure)))
        let after = try script.delivery.likelyFacts
        #expect(after.allSatisfy(\.isAfterTheEnd) && after.contains(.exhibit))
    }
}
