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
