import Screen
import Testing

@testable import Keyboards

@Suite struct SecretTypingTests {
    @Test func whatKeysDo() {
        let cases: [(Key, SecretTyping?)] = [
            (.character("ж"), .append("ж")), (.character(" "), .append(" ")), (.backspace, .removeLast),
            (.delete, .removeLast), (.control("h"), .removeLast), (.control("u"), .clear), (.enter, .finish),
            (.escape, .cancel), (.pasted("two words"), .appendAll("two words")),
            (.pasted("word\r\n"), .appendAll("word")),
            (.pasted("e\u{301}\n"), .appendAll("e\u{301}")), (.pasted("a\nb"), .refused),
            (.pasted("a\u{1B}[A"), .refused),
            (.pasted("\n"), nil), (.pasted(""), nil), (.up, nil), (.left, nil), (.home, nil), (.function(1), nil),
            (.control("a"), nil), (.alt("u"), nil), (.tab, nil), (.resized, nil), (.redraw, nil),
        ]
        for (key, change) in cases { #expect(SecretTyping(key) == change, "\(key)") }
    }
}
