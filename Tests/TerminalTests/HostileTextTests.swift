import Glibc
import Model
import TestSupport
import Testing
import Wording

@testable import Interface
@testable import Screen
@testable import Terminal

/// Foreign text through every field and screen into a strict terminal: nothing acts, no neighbouring cell changes.
extension TerminalTests {
    /// Shows canvases on a terminal and gives back what the strict reader at its other end made of the last one.
    private final class Wire {
        let pty: PseudoTerminal
        let terminal: Terminal
        var reader: StrictTerminal

        init(type: String, rows: Int = 24, columns: Int = 80) throws {
            pty = try PseudoTerminal(rows: rows, columns: columns)
            var options = pty.options(type: type)
            options.asksTerminal = false
            terminal = try Terminal.claim(options: options)
            reader = StrictTerminal(rows: rows, columns: columns)
        }

        func show(_ canvas: Canvas) {
            terminal.show(canvas, palette: Palette([.text: Appearance(), .selected: Appearance(reverse: true)]))
            repeat {
                terminal.flush()
                reader.feed(pty.output(milliseconds: terminal.hasPendingOutput ? 5 : 0))
            } while terminal.hasPendingOutput
            var more = pty.output(milliseconds: 1)
            while !more.isEmpty {
                reader.feed(more)
                more = pty.output(milliseconds: 1)
            }
        }

        /// Cells of the reader that are not what the canvas holds.
        func differences(_ canvas: Canvas, isASCII: Bool) -> [String] {
            var found: [String] = []
            for row in 0..<canvas.height {
                for column in 0..<canvas.width {
                    guard let cell = canvas[row, column] else { continue }
                    let got = reader.grid[row][column].text
                    let wanted =
                        isASCII ? cell.glyph.asciiLikeness ?? "?" : cell.isContinuation ? "" : cell.glyph.scalars
                    // What the C library does not know is a question mark, padded to the width of the original.
                    if got != wanted, got != "?", !(got == " " && cell.glyph.width == 2) {
                        found.append("\(row),\(column): “\(wanted)” is “\(got)”")
                    }
                }
            }
            return found
        }
    }

    @Test(
        "A hostile text changes no cell outside its own",
        arguments: ["xterm-256color", "tmux-256color", "screen-256color", "linux", "vt100"])
    func neighbours(type: String) throws {
        var random = SeededGenerator()
        let wire = try Wire(type: type)
        let (left, width) = (20, 24)
        for text in HostileText.corpus(&random, mixtures: 30) {
            func canvas(_ middle: SafeText) -> Canvas {
                var canvas = Canvas(width: 80, height: 24)
                for row in 0..<24 {
                    canvas.put(SafeText("left side of row \(row)"), row: row, column: 0, width: left)
                    canvas.put(middle, row: row, column: left, width: width)
                    canvas.put(SafeText("│ right side of row \(row)"), row: row, column: left + width)
                }
                return canvas
            }
            let hostile = canvas(SafeText(text).fitted(to: width))
            wire.show(hostile)
            let shown = wire.reader
            wire.show(canvas(SafeText(String(repeating: "x", count: width))))
            for row in 0..<24 {
                for column in 0..<80 where column < left || column >= left + width {
                    #expect(
                        shown.grid[row][column] == wire.reader.grid[row][column],
                        "\(row),\(column) beside \(text.debugDescription), seed \(random.seed)")
                }
            }
            #expect(wire.reader.faults == [], "\(text.debugDescription), seed \(random.seed)")
            if !wire.reader.faults.isEmpty { return }
        }
        #expect(wire.reader.bells == 0 && wire.reader.title == "")
    }

    @Test("A hostile text in every field of every event, on every screen, is shown and does nothing")
    func everyField() throws {
        var random = SeededGenerator()
        let wire = try Wire(type: "xterm-256color")
        var corpus = HostileText.corpus(&random, mixtures: 40)
        corpus.shuffle(using: &random)
        var fields: Set<String> = []
        // Several texts at a time, each field another one.
        for start in stride(from: 0, to: corpus.count, by: 30) {
            let texts = Array(corpus[start..<min(start + 30, corpus.count)])
            var count = 0
            let hostile = HostileLog { path in
                fields.insert(path)
                count += 1
                return texts[count % texts.count]
            }
            for tricky in hostile.pictures() {
                wire.show(tricky)
                #expect(wire.reader.faults == [], "seed \(random.seed)")
                #expect(wire.differences(tricky, isASCII: false) == [], "seed \(random.seed)")
                if !wire.reader.faults.isEmpty { return }
            }
        }
        #expect(wire.reader.bells == 0 && wire.reader.title == "")
        #expect(fields.count >= 40, "\(fields.sorted())")
    }
}

/// A night with every kind of event, whose free texts are somebody else's.
private struct HostileLog {
    private(set) var entries: [Entry] = []

    init(text: (String) -> String) {
        for entry in HostileLog.everyKind() {
            var changed = entry
            for member in entry.body.members {
                guard case .string = member.value else { continue }
                var body = changed.body
                body[member.key] = .string(text("\(entry.kind).\(member.key)"))
                // A code or a name of a State that is refused stays as it was.
                if (try? Event(kind: entry.kind, version: 1, body: body)) != nil { changed.body = body }
            }
            changed.actor = text("actor")
            entries.append(changed)
        }
    }

    private static func everyKind() -> [Entry] {
        var log = SampleLog.busyNight
        let night = SampleLog.night
        let alert = log.begin(
            .alerts,
            .alert(
                .raised(
                    AlertRaised(
                        priority: 1, message: .warning, headline: "headline", source: "KGZ", place: "Osh",
                        substance: "heroin"))), minutesAgo: 6)
        log.add(.alert(.noted(AlertNoted(text: "note"))), to: alert, minutesAgo: 5)
        let closed = log.begin(
            .alerts, .alert(.raised(AlertRaised(priority: 4, message: .information, headline: "old", source: "KAZ"))),
            minutesAgo: 5)
        log.add(.alert(.closed(AlertClosed(disposition: .handled, note: "note"))), to: closed, minutesAgo: 4)
        let delivery = log.begin(
            .deliveries,
            .delivery(
                .opened(
                    DeliveryOpened(
                        priority: 2, goods: "goods", method: .intact, conveyance: "truck", initiator: "TJK"))),
            minutesAgo: 4)
        log.add(
            .delivery(
                .legPlanned(
                    LegPlanned(
                        number: 1, state: "UZB", entry: "entry", exit: "exit", from: night - .minutes(9),
                        until: night + .minutes(90), reportEvery: 30, lead: "lead"))), to: delivery, minutesAgo: 4)
        log.add(
            .delivery(.reportReceived(ReportReceived(from: "from", text: "text", place: "place", leg: 1))),
            to: delivery,
            minutesAgo: 3)
        log.add(.delivery(.noted(DeliveryNoted(text: "note"))), to: delivery, minutesAgo: 3)
        let over = log.begin(
            .deliveries,
            .delivery(
                .opened(
                    DeliveryOpened(priority: 3, goods: "goods", method: .intact, conveyance: nil, initiator: "KAZ"))),
            minutesAgo: 3)
        log.add(
            .delivery(.ended(DeliveryEnded(outcome: .seizure, place: "place", note: "note"))), to: over, minutesAgo: 2)
        if let watch = log.entries.first?.subject {
            log.add(.shift(.noted(ShiftNoted(text: "note"))), to: watch, minutesAgo: 2)
        }
        log.begin(
            .seizures,
            .seizure(
                .reported(
                    SeizureReported(
                        source: "file", region: "region", subregion: "subregion", country: "country",
                        administrativeDivision: "division", place: "place", drug: "drug",
                        quantity: Quantity(amount: "6.3", unit: "kg"), hidingPlace: "hiding",
                        installation: "installation",
                        transport: "transport", producingCountry: "producing", departureCountry: "departure",
                        destinationCountry: "destination", routing: "routing"))), minutesAgo: 1)
        log.add(
            .logKeeping(.withdrawn(EntryWithdrawn(index: Int64(log.entries.count - 2), reason: "reason"))), to: alert,
            minutesAgo: 1)
        var entries = log.entries
        if var strange = entries.last {
            strange.index += 1
            strange.kind = "kindOfTheFuture"
            strange.body = JSONObject()
            strange.body["text"] = .string("text")
            entries.append(strange)
        }
        return entries
    }

    /// Every screen and overlay that shows foreign text, at 80 by 24.
    func pictures() -> [Canvas] {
        let board = Board(folding: entries, isExercise: false)
        var pictures: [Canvas] = []
        let subjects = Array(Set(entries.map(\.subject))).sorted { $0.text < $1.text }
        let screens: [ScreenID] = [.board, .alerts, .deliveries, .watch, .log] + subjects.map { .subject($0) }
        for screen in screens {
            var state = AppState(
                board: board, recent: entries, now: SampleLog.night, real: SampleLog.night, width: 80, height: 24,
                officer: "sagynbaeva", catalogue: .english, zone: .almaty, themeName: "default", themeNames: [])
            carryOut(state.start(at: screen), in: &state)
            pictures.append(state.render())
            for key: Key in [.tab, .character("n"), .character("G"), .character("r"), .escape, .character("z")] {
                carryOut(state.handle(.key(key)), in: &state)
                pictures.append(state.render())
            }
        }
        return pictures
    }

    private func carryOut(_ effects: [Effect], in state: inout AppState) {
        for effect in effects {
            switch effect {
            case .loadHistory(let name):
                let history = SubjectHistory(entries.filter { $0.subject == name })
                carryOut(state.handle(.history(name, history)), in: &state)
            case .loadLog(let from, let limit):
                let page = Array(entries.dropFirst(Int(from)).prefix(limit))
                carryOut(state.handle(.logPage(from: from, entries: page)), in: &state)
            case .loadRaw(let index):
                let line = String(decoding: entries[min(Int(index), entries.count - 1)].line, as: UTF8.self)
                carryOut(state.handle(.raw(index, text: line, isSound: true)), in: &state)
            default: break
            }
        }
    }
}
