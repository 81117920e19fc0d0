import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

/// Pasting a message in and giving something out, at the console.
@Suite struct OutgoingTests {
    private static func pasted(_ text: String, source: String) -> PastedMessage {
        var message = PastedMessage(raw: text)
        (message.source, message.headline, message.priority) = (source, "Heroin at Yallama", 1)
        message.particulars.items = [
            SeizedItem(kind: .drug, name: "heroin", quantity: Quantity(amount: "6.3", unit: "kg"))
        ]
        if source.isEmpty { message.doubts = [.noSource] }
        return message
    }

    @Test func aPasteIsReadShownAndSavedWithItsText() {
        var state = Sample.state()
        _ = Sample.run("paste", on: &state)
        let effects = Sample.type([.pasted("seized 6.3 kg\n:quit\n")], into: &state)
        #expect(effects == [.readPaste("seized 6.3 kg\n:quit\n", generation: 1)])
        _ = state.handle(.pasteRead(Self.pasted("seized 6.3 kg\n:quit\n", source: ""), generation: 1))
        #expect(state.render().plainLines().joined(separator: "\n").contains("Heroin at Yallama"))
        #expect(Sample.type([.enter], into: &state).isEmpty, "nobody told us yet")
        let saved = Sample.type(Sample.text("UZB") + [.enter], into: &state)
        guard case .append(let drafts)? = saved.first, case .alert(.raised(let raised)) = drafts[0].event else {
            Issue.record("\(saved)")
            return
        }
        #expect(raised.source == "UZB" && raised.priority == 1)
        #expect(drafts[0].parts == [.message("seized 6.3 kg\n:quit\n")])
        _ = state.handle(
            .saved(index: 40, subject: SubjectName(area: .alerts, year: 2026, number: 9, isExercise: false)))
        #expect(state.overlay == nil)
    }

    /// A text that comes in pieces is one text, and an answer about less of it is not shown.
    @Test func piecesOfAPasteAreJoined() {
        var state = Sample.state()
        _ = Sample.run("paste", on: &state)
        _ = Sample.type([.pasted("one ")], into: &state)
        #expect(Sample.type([.pasted("two")], into: &state) == [.readPaste("one two", generation: 2)])
        _ = state.handle(.pasteRead(Self.pasted("one ", source: "UZB"), generation: 1))
        guard case .paste(let sheet)? = state.overlay else {
            Issue.record("no sheet")
            return
        }
        #expect(sheet.message == nil)
    }

    @Test func whatGoesAndWhatStaysIsOnTheScreenBeforeAnythingLeaves() {
        var state = Sample.state(width: 100, height: 40)
        _ = Sample.run("send 0001 KAZ", on: &state)
        let picture = state.render().plainLines().joined(separator: "\n")
        for words in ["goes", "stays", "who told us", "it would tell who told us"] {
            #expect(picture.contains(words), "\(words): \(picture)")
        }
        let effects = Sample.type([.control("s")], into: &state)
        guard case .compose(let order)? = effects.first else {
            Issue.record("\(effects)")
            return
        }
        #expect(order.release.recipient.name == "KAZ" && order.format == .text)
    }

    @Test func aMessageIsGivenLineByLineInPlainLines() {
        var talk = LineTalk()
        #expect(talk.say("paste").joined().contains("a line with nothing but “.” ends it"))
        for line in ["  KIND: warning", ":quit", ""] {
            #expect(talk.say(line).isEmpty, "a line of the message is no command")
        }
        _ = talk.say(".")
        let text = "  KIND: warning\n:quit\n\n"
        #expect(talk.effects.last == .readPaste(text, generation: 1))
        #expect(talk.session.isWaiting)
        let read = talk.answer(.pasteRead(Self.pasted(text, source: ""), generation: 1))
        #expect(
            read.contains { $0.contains("Who told us") || $0.contains("nobody") }
                || talk.session.prompt.contains("Who told us"))
        #expect(talk.session.prompt == "Who told us> ")
        _ = talk.say("UZB")
        #expect(talk.session.prompt == "Save? yes or no> ")
        let size = talk.log.entries.count
        _ = talk.say("yes")
        guard case .alert(.raised(let raised))? = talk.log.entries.last?.event, talk.log.entries.count == size + 1
        else {
            Issue.record("\(talk.transcript.suffix(8))")
            return
        }
        #expect(raised.source == "UZB" && talk.session.prompt == "> ")
        _ = talk.say("paste")
        talk.interrupt()
        #expect(talk.session.prompt == "> " && talk.log.entries.count == size + 1)
    }

    @Test func whatLeavesIsAskedForAndReadOutInPlainLines() {
        var talk = LineTalk()
        _ = talk.say("send 0001 KAZ")
        #expect(talk.session.prompt.hasPrefix("What for"))
        _ = talk.say("")
        _ = talk.say("text")
        for _ in 0..<2 { _ = talk.say("") }
        _ = talk.say("")
        let said = talk.say("")
        #expect(said.contains { $0.hasPrefix("goes") } && said.contains { $0.hasPrefix("stays") }, "\(said)")
        guard case .compose(let order)? = talk.effects.last else {
            Issue.record("\(talk.effects) \(talk.transcript.suffix(12))")
            return
        }
        #expect(order.release.recipient.name == "KAZ" && order.format == .text)
        _ = talk.say(".")
        #expect(talk.session.prompt == "> ")
    }

    @Test func everySizeDrawsBothSheets() {
        for (width, height) in [(60, 16), (80, 24), (132, 50)] {
            for line in ["paste", "send 0001 KAZ"] {
                var state = Sample.state(width: width, height: height)
                _ = Sample.run(line, on: &state)
                let canvas = state.render()
                #expect(canvas.cursor != nil, "\(line) at \(width)x\(height)")
                for row in canvas.plainLines() { #expect(row.count <= width) }
            }
        }
    }
}
