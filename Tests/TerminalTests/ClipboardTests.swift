import Foundation
import Testing

@testable import Terminal

@Suite struct ClipboardTests {
    @Test(arguments: ["", "a", "ab", "abc", "AL-2026-0001 УЗБ 阿拉木图", "\u{1B}]52;c;x\u{07}\u{9C}\u{1B}\\"])
    func theTextTravelsInBase64(_ text: String) throws {
        #expect(ClipboardSequence.base64(Array(text.utf8)) == Data(text.utf8).base64EncodedString())
        let sequence = try #require(ClipboardSequence.text(text, insideTmux: false))
        #expect(sequence.hasPrefix("\u{1B}]52;c;") && sequence.hasSuffix("\u{07}"))
        #expect(sequence.dropFirst().dropLast().unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) })
        let wrapped = try #require(ClipboardSequence.text(text, insideTmux: true))
        #expect(wrapped.hasPrefix("\u{1B}Ptmux;\u{1B}\u{1B}]52;c;") && wrapped.hasSuffix("\u{07}\u{1B}\\"))
    }

    @Test func aLongTextIsNotOffered() {
        #expect(ClipboardSequence.text(String(repeating: "x", count: ClipboardSequence.limit), insideTmux: true) != nil)
        #expect(
            ClipboardSequence.text(String(repeating: "x", count: ClipboardSequence.limit + 1), insideTmux: true) == nil)
    }
}
