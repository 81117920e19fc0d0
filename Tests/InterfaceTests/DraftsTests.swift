import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

/// What was typed and not saved, over the end of a console.
@Suite struct DraftsTests {
    private static let truck = SubjectName("CD-2026-001")!

    /// A console that keeps drafts, and what its disk has of them.
    private struct Kept {
        var desk = DeliveryDesk()
        var disk: [String: KeptDraft] = [:]

        init(_ text: String? = nil) { _ = desk.state.handle(.drafts(text)) }

        mutating func press(_ keys: [Key]) {
            for key in keys { note(desk.state.handle(.key(key))) }
        }

        mutating func note(_ effects: [Effect]) {
            for case .keepDraft(let key, let draft) in effects { disk[key] = draft }
        }

        mutating func report() { press(":report".map { .character($0) } + [.enter]) }

        mutating func type(_ text: String) { press(text.map { .character($0) }) }

        var text: String { KeptDraft.text(Array(disk.values)) }
    }

    @Test func eachKeyIsOnTheDiskAndComesBackAfterTheConsoleIsGone() throws {
        var console = Kept()
        console.report()
        #expect(console.disk.isEmpty, "nothing was typed yet")
        let form = try #require(console.desk.form)
        console.press(Array(repeating: .down, count: 1 - form.focus))
        console.type("unsaved words here")
        #expect(console.disk.count == 1 && console.text.contains("unsaved words here"))
        // The terminal is gone here, without a word. Another console of the same officer says so, and has it.
        var other = Kept(console.text)
        #expect(other.desk.text.contains("unsaved words here"), "\(other.desk.text)")
        other.press([.function(7)])
        #expect(other.desk.form?.fields[1].text == "unsaved words here")
        // Once it is saved it is gone from the disk, too.
        other.disk = console.disk
        other.press([.control("s")])
        other.note(other.desk.state.handle(.saved(index: other.desk.log.board.size, subject: Self.truck)))
        #expect(other.disk.isEmpty && KeptDraft.read(other.text).isEmpty)
    }

    @Test func nothingIsWrittenWhereNobodyKeepsIt() {
        var desk = DeliveryDesk()
        desk.run("report")
        let effects = desk.state.handle(.key(.character("x")))
        #expect(!effects.contains { if case .keepDraft = $0 { true } else { false } })
    }

    @Test func aPhoneLineStaysWithTheDeliveryThatItWasTypedFor() throws {
        var console = Kept()
        console.press([.character("i")])
        console.type("queue of trucks")
        var other = Kept(console.text)
        other.press([.down, .character("i")])
        let form = try #require(other.desk.form)
        #expect(form.delivery == Self.truck && form.field(.line)?.text == "queue of trucks")
    }

    @Test func plainLinesKeepEachAnswerAndHalfOfOneWhenTheLineBreaks() throws {
        var talk = LineTalk()
        var disk: [String: KeptDraft] = [:]
        func note(_ effects: [Effect]) { for case .keepDraft(let key, let draft) in effects { disk[key] = draft } }
        _ = talk.session.take(.drafts(nil))
        talk.say("open 001")
        talk.say("heard")
        talk.say("UZB desk")
        note(talk.effects)
        #expect(KeptDraft.text(Array(disk.values)).contains("UZB desk"))
        // The line breaks in the middle of the next answer.
        note(talk.session.keep(half: "queue of 40 tr").effects)
        #expect(talk.session.end().lines.joined().contains("there again"))
        let text = KeptDraft.text(Array(disk.values))
        #expect(text.contains("queue of 40 tr"))
        var other = LineTalk()
        let offer = other.answer(.drafts(text)).joined()
        #expect(offer.contains("UZB desk"), "\(offer)")
        other.say("open 001")
        other.say("heard")
        #expect(other.session.prompt.contains("UZB desk"))
        other.say("")
        #expect(other.session.prompt.contains("queue of 40 tr"))
    }

    @Test func whatWasClearedOrDroppedIsNotOffered() {
        var console = Kept()
        console.press([.character("i")])
        console.type("queue")
        console.press([.control("u")])
        #expect(console.disk.isEmpty)
    }

    @Test func anythingThatCanBeTypedIsReadBack() throws {
        var form = Form.phone(nil, size: 4)
        form.fields[0].input = TextField("a\\t\"quoted\" ё 中 ; % | draft 1")
        form.fields[1].kind = .choice(["n", "y"], selected: 1)
        let draft = KeptDraft(form, title: "a\ttitle\n", at: SampleLog.night)
        let read = try #require(KeptDraft.read(KeptDraft.text([draft])).first)
        var fresh = Form.phone(nil, size: 9)
        fresh.take(read)
        #expect(fresh.fields[0].text == form.fields[0].text && fresh.fields[1].choice == 1 && fresh.expecting == 8)
        for text in ["", "caricc drafts 2\n", "caricc drafts 1\ntext\ta\tb\n", "caricc drafts 1\ndraft\tx\ty\n", "\0"] {
            #expect(KeptDraft.read(text).isEmpty)
        }
    }
}
