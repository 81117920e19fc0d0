import Foundation
import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

/// A session in plain lines over a log in memory: carries out effects as the program does, and keeps the transcript.
struct LineTalk {
    var session: LineSession
    var log: SampleLog
    var transcript: [String] = []
    var effects: [Effect] = []
    /// The log itself, while visitors are shown one behind a veil.
    private var unveiled: SampleLog?

    init(_ log: SampleLog = .busyNight, catalogue: Catalogue = .english, columns: Int = 80) {
        self.log = log
        session = LineSession(state: Sample.state(log, catalogue: catalogue), columns: columns)
        _ = session.take(.tick(now: SampleLog.night, real: SampleLog.night))
        let reply = session.start()
        take(reply)
        _ = conclude()
    }

    /// Types a line and gives what was said in answer.
    @discardableResult
    mutating func say(_ line: String) -> [String] {
        let start = transcript.count + 1
        transcript.append(session.prompt + SafeText(line).plain)
        take(session.take(line: line))
        _ = conclude()
        return Array(transcript[start...])
    }

    /// Others write.
    mutating func hear(_ body: (inout SampleLog) -> Void) -> [String] {
        let (start, size) = (transcript.count, log.entries.count)
        body(&log)
        take(session.take(.moved(log.board, new: Array(log.entries[size...]))))
        return Array(transcript[start...])
    }

    /// The outside world answers what a line asked for.
    mutating func answer(_ input: Input) -> [String] {
        let start = transcript.count
        take(session.take(input))
        _ = conclude()
        return Array(transcript[start...])
    }

    mutating func interrupt() {
        take(session.interrupt())
        _ = conclude()
    }

    private mutating func conclude() -> [String] {
        let reply = session.conclude()
        take(reply)
        return reply.lines
    }

    private mutating func take(_ reply: LineSession.Reply) {
        transcript += reply.lines
        for effect in reply.effects {
            switch effect {
            case .append(let drafts): for draft in drafts { append(draft) }
            case .loadHistory(let name): take(session.take(.history(name, log.history(of: name))))
            case .loadPersons(let name): take(session.take(.persons(name, SealedNames())))
            case .loadLog(let from, let limit):
                take(session.take(.logPage(from: from, entries: Array(log.entries.dropFirst(Int(from)).prefix(limit)))))
            case .searchLog(let filter, _, let generation):
                let found = Array(log.entries.filter { filter.matches($0) }.reversed())
                take(session.take(.found(found, searchedTo: 0, generation: generation, isLast: true)))
            case .loadRaw(let index):
                let line = String(decoding: log.entries[Int(index)].line, as: UTF8.self)
                take(session.take(.raw(index, text: line, isSound: true)))
            case .review(let instant):
                let known = log.entries.prefix { $0.recorded <= instant }
                take(session.take(.reviewing(Board(folding: Array(known), isExercise: false), at: instant)))
            case .endReview: take(session.take(.reviewEnded))
            case .veil(let words):
                let whole = unveiled ?? log
                unveiled = words == nil ? nil : whole
                log = words.map { words in whole.mapping { VisitorDesk.veil(words)($0) } } ?? whole
                take(session.take(.veiled(log.board, recent: log.entries.suffix(80), isOn: words != nil)))
            default: effects.append(effect)
            }
        }
    }

    private mutating func append(_ draft: Draft) {
        let size = log.entries.count
        switch draft.target {
        case .new(let area): log.begin(area, draft.event, minutesAgo: 0)
        case .existing(let name): log.add(draft.event, to: name, minutesAgo: 0)
        case .sameAs: return
        }
        take(session.take(.saved(index: Int64(size), subject: log.entries[size].subject)))
        take(session.take(.moved(log.board, new: [log.entries[size]])))
    }
}

@Suite struct LineTranscripts {
    static let folder = Snapshot.folder(of: #filePath)

    /// A whole task by text alone: take the watch, acknowledge, shelve, open a delivery, heard, close, withdraw.
    @Test(arguments: ["en", "ru", "zh"]) func aWatchByTranscriptAlone(_ code: String) throws {
        let language = try #require(Language(rawValue: code))
        var log = SampleLog()
        log.begin(
            .alerts,
            .alert(.raised(AlertRaised(priority: 1, message: .seizureReport, headline: "Malik: 6.3", source: "UZB"))),
            minutesAgo: 7)
        log.begin(
            .alerts,
            .alert(.raised(AlertRaised(priority: 3, message: .request, headline: "2 SIM", source: "KGZ"))),
            minutesAgo: 20)
        var talk = LineTalk(log, catalogue: try Catalogue.load(language))
        let yes = talk.session.state.catalogue.text("yes")
        for line in [
            "take-watch", "Sagynbaeva A.K.", "", "Orazov D.M.", yes, "board", "ack 1", "alerts", "2", "shelve", "?",
            "2h", "AB-17",
            "no", "2", "AB-18", yes,
        ] {
            talk.say(line)
        }
        for line in [
            "new-delivery", "heroin 38.4 kg", "tjk", "-", "2", "1", yes, "deliveries", "heard 001", "TJK", "Oybek", "",
            "", "", "", "", yes,
        ] {
            talk.say(line)
        }
        for line in [
            "open 1", "withdraw", "7", yes, "read", "back", "alerts", "close 1", "1", "", "2 SIM: 0", "", "", yes,
            "next",
            "where", "now",
            "",
        ] {
            talk.say(line)
        }
        let kinds = talk.log.entries.map(\.kind)
        for kind in [
            "shiftStarted", "alertAcknowledged", "alertShelved", "deliveryOpened", "reportReceived", "entryWithdrawn",
            "alertClosed",
        ] {
            #expect(kinds.contains(kind), "\(kind): \(kinds)")
        }
        let difference = Snapshot.difference(talk.transcript, name: "lines-\(code)", folder: Self.folder)
        #expect(difference == nil)
    }

    /// The busy night, read by screen and row; what a person would ask in the first minutes.
    @Test(arguments: ["en", "ru", "zh"]) func aNightIsRead(_ code: String) throws {
        let catalogue = try Catalogue.load(try #require(Language(rawValue: code)))
        var talk = LineTalk(catalogue: catalogue, columns: 60)
        for line in [
            "board", "2", "where", "open 1", "back", "alerts", "read", "deliveries", "next", "watch", "log", "raw",
            "find heroin", "find", "", "at 03:30", "now", "mute", "help", "help shelve",
        ] {
            talk.say(line)
        }
        let difference = Snapshot.difference(talk.transcript, name: "lines-night-\(code)", folder: Self.folder)
        #expect(difference == nil)
    }
}

@Suite struct LineSessionTests {
    @Test func everyLineFitsAndHasNoControlCharacter() {
        for columns in [20, 37, 60, 132] {
            var talk = LineTalk(columns: columns)
            for line in ["board", "alerts", "read", "help", "log", "ack", "note", "x\u{1B}[2J\u{7}", "yes"] {
                talk.say(line)
            }
            for line in talk.transcript {
                #expect(
                    line.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) },
                    "\(line.debugDescription)")
            }
            var fresh = LineTalk(columns: columns)
            for line in fresh.say("board") { #expect(SafeText(line).width <= columns, "\(line)") }
        }
    }

    @Test func wordsAreNotCutWhereTheyFit() {
        var talk = LineTalk(columns: 40)
        let words = Set(talk.say("board").flatMap { $0.split(separator: " ") })
        for word in ["acknowledged", "delivery", "priority", "ContainerComm"] {
            #expect(words.contains { $0.hasPrefix(word) }, "\(word)")
        }
    }

    @Test func urgentNewsIsAnnouncedAtOnceAndTheRestIsCounted() {
        var talk = LineTalk()
        let urgent = AlertRaised(priority: 1, message: .warning, headline: "urgent", source: "UZB")
        let calm = AlertRaised(priority: 4, message: .information, headline: "calm", source: "KGZ")
        let said1 = talk.hear { $0.begin(.alerts, .alert(.raised(calm)), minutesAgo: 0) }
        #expect(said1.isEmpty)
        #expect(talk.session.prompt == "1 new> ")
        let said = talk.hear { $0.begin(.alerts, .alert(.raised(urgent)), minutesAgo: 0) }
        #expect(said.count == 1 && said[0].contains("urgent"))
        #expect(talk.effects.contains(.ring(priority: 1)))
        let said2 = talk.say("")
        #expect(said2.contains { $0.contains("calm") })
        #expect(talk.session.prompt == "> ")
    }

    @Test func priorityTwoComesAtMostEveryTenSecondsAndNothingIsLost() {
        var talk = LineTalk()
        func raise(_ headline: String) -> (inout SampleLog) -> Void {
            {
                $0.begin(
                    .alerts,
                    .alert(.raised(AlertRaised(priority: 2, message: .warning, headline: headline, source: "UZB"))),
                    minutesAgo: 0)
            }
        }
        let said3 = talk.hear(raise("first"))
        #expect(said3.contains { $0.contains("first") })
        let said4 = talk.hear(raise("second"))
        #expect(said4.isEmpty)
        let said5 = talk.hear(raise("third"))
        #expect(said5.isEmpty)
        let later = SampleLog.night + .seconds(11)
        let said = talk.session.take(.tick(now: later, real: later)).lines
        #expect(said.contains { $0.contains("second") } && said.contains { $0.contains("third") })
    }

    @Test func quietAnnouncesNothing() {
        var talk = LineTalk()
        talk.say("quiet")
        let urgent = AlertRaised(priority: 1, message: .warning, headline: "urgent", source: "UZB")
        let said6 = talk.hear { $0.begin(.alerts, .alert(.raised(urgent)), minutesAgo: 0) }
        #expect(said6.isEmpty)
        #expect(talk.session.prompt == "1 new> ")
        let said7 = talk.say("talk")
        #expect(said7.contains { $0.contains("urgent") })
    }

    @Test func anUnknownWordGivesTheNearestAndABeginningIsEnough() {
        var talk = LineTalk()
        let said8 = talk.say("alrets")
        #expect(said8.joined().contains("alerts"))
        let said9 = talk.say("xyzzy")
        #expect(said9.joined().contains("help"))
        let said10 = talk.say("w")
        #expect(said10.joined().contains("watch"))
        talk.say("deliv")
        #expect(talk.session.state.screen == .deliveries)
    }

    @Test func wordsOfTheScreensLanguageAreTaken() throws {
        var talk = LineTalk(catalogue: try Catalogue.load(.ru))
        talk.say("оповещения")
        #expect(talk.session.state.screen == .alerts)
        talk.say("обстановка")
        #expect(talk.session.state.screen == .board)
    }

    @Test func aRowThatWentIsSaidSoAndNothingIsWritten() {
        var talk = LineTalk()
        talk.say("alerts")
        let size = talk.log.entries.count
        let said11 = talk.say("ack 9")
        #expect(said11.joined().contains("no row 9"))
        let said12 = talk.say("close 1")
        #expect(said12.joined().contains("Outcome"))
        talk.say(".")
        #expect(talk.log.entries.count == size)
    }

    @Test func interruptLeavesTheQuestionAndKeepsWhatWasTyped() {
        var talk = LineTalk()
        talk.say("heard 001")
        talk.say("UZB desk")
        talk.say("queue moves")
        talk.interrupt()
        #expect(talk.session.prompt == "> ")
        talk.say("heard 001")
        #expect(talk.session.prompt.hasPrefix("Who told"))
        talk.say("")
        #expect(talk.session.prompt.contains("queue moves"))
    }

    @Test func nothingWithAnswersIsSavedWithoutAYes() {
        for line in [
            "note 0004 called back", "shelve 0004 2h laboratory", "close 0001 handled done", "heard 001 moving",
            "watch-note quiet",
        ] {
            var talk = LineTalk()
            let size = talk.log.entries.count
            let said = talk.say(line).joined(separator: "\n")
            #expect(talk.log.entries.count == size, "\(line)")
            #expect(said.contains("Read-back"), "\(line): \(said)")
            let said13 = talk.say("yes")
            #expect(said13.contains { $0.hasPrefix("Saved #") }, "\(line)")
            #expect(talk.log.entries.count == size + 1, "\(line)")
        }
    }

    @Test func aRefusalIsSaidAndTheAnswersStay() {
        var talk = LineTalk()
        talk.say("note 0004 called back")
        var session = talk.session
        _ = session.take(line: "yes")
        _ = session.take(.notSaved("Orazov wrote first"))
        let first = session.conclude().lines.first
        #expect(first == "Orazov wrote first")
        #expect(session.prompt.contains("Which answer"))
        let isWritten = session.take(line: "yes").effects.contains { $0.isAppend }
        #expect(isWritten)
    }

    @Test func theEndOfTheInputInAQuestionIsSaid() {
        var talk = LineTalk()
        talk.say("note 0004 called back")
        let said14 = talk.session.end()
        #expect(said14.lines.count == 1)
    }
}
