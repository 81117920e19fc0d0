import Foundation
import Testing

@testable import Exchange

/// Forms that are read by hand because a pattern costs more: each agrees with its pattern on whatever there is.
@Suite struct HandMadeFormTests {
    /// Texts that begin sound and were changed in a few places, so that both answers come.
    private func texts(_ samples: [String], _ signs: String, seed: UInt64) -> [String] {
        var state = seed
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let signs = Array(signs)
        return (0..<3_000).map { n in
            var text = Array(samples[n % samples.count])
            for _ in 0..<next(3) {
                let place = next(text.count + 1)
                switch next(3) {
                case 0: text.insert(signs[next(signs.count)], at: place)
                case 1 where place < text.count: text.remove(at: place)
                default: if place < text.count { text[place] = signs[next(signs.count)] }
                }
            }
            return String(text)
        }
    }

    private func agree(
        _ texts: [String], _ ours: (String) -> Bool, _ pattern: (String) -> Bool, _ name: String
    ) {
        let different = texts.filter { ours($0) != pattern($0) }
        #expect(different.isEmpty, "\(name): \(different.prefix(5))")
        let sound = texts.count(where: ours)
        #expect(sound > 100 && sound < texts.count - 100, "\(name): \(sound) sound")
    }

    @Test func timesDecimalsAndLanguages() {
        let times = texts(
            ["2026-10-17T04:06:00+05:00", "2026-10-17T04:06:00Z", "2026-10-17T04:06:00.25-00:00"], "0-:T.Z+\u{E9}",
            seed: 1)
        agree(
            times, { CAPNodes.isOfForm($0.utf8[...], takesZ: false) },
            { $0.wholeMatch(of: /[0-9\-]{10}T[0-9:]{8}[+\-][0-9]{2}:[0-9]{2}/) != nil }, "1.2")
        agree(
            times, { CAPNodes.isOfForm($0.utf8[...], takesZ: true) },
            { $0.wholeMatch(of: /[0-9\-]{10}T[0-9:]{8}(?:\.[0-9]+)?(?:Z|[+\-][0-9]{2}:[0-9]{2})/) != nil }, "1.1")
        agree(
            texts(["-1.5", "12", ".5", "3.", "+", "."], "1.+-\u{661}", seed: 2), CAPNodes.isDecimal,
            { $0.wholeMatch(of: /[+\-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)/) != nil }, "decimal")
        agree(
            texts(["en", "ru-RU", "zh-Hans-CN", "abcdefgh-12345678"], "a-Z1_\u{439}", seed: 3), CAPNodes.isLanguage,
            { $0.wholeMatch(of: /[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*/) != nil }, "language")
    }

    @Test func declarations() {
        let samples = [
            " version=\"1.0\"", " version='1.0' encoding='UTF-8'",
            " version = \"1.0\"\n encoding=\"a.b_c-1\" standalone=\"yes\" ",
            " version=\"1.0\" standalone='no'",
        ]
        let pattern = { (text: String) in
            text.wholeMatch(
                of:
                    /[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.0"|'1\.0')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][A-Za-z0-9._\-]*"|'[A-Za-z][A-Za-z0-9._\-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*/
            ) != nil
        }
        agree(texts(samples, " =\"'1.nes", seed: 4), { XMLDeclaration($0) != nil }, pattern, "declaration")
        #expect(XMLDeclaration(samples[1])?.encoding == "UTF-8" && XMLDeclaration(samples[3])?.encoding == nil)
    }

    @Test func aForeignEncodingIsSeenWhereverItIsDeclared() {
        let gate = MessageGate()
        func reason(_ text: String) -> IntakeRefusal.Reason? {
            do throws(IntakeRefusal) { _ = try gate.format(of: Array(text.utf8)) } catch { return error.reason }
            return nil
        }
        let alert = "<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'/>"
        #expect(reason("<?xml version='1.0' encoding = 'koi8-r'?>\(alert)") == .encoding)
        #expect(reason("\u{FEFF}<?xml version=\"1.0\" encoding=\"windows-1251\"?>\(alert)") == .encoding)
        // The word without a value, and then with one.
        #expect(reason("<?xml version='1.0' encoding encoding='UTF-16'?>\(alert)") == .encoding)
        #expect(reason("<?xml version='1.0' encoding='Utf-8'?>\(alert)") == nil)
    }
}
