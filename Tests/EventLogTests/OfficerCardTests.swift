import Crypto
import Foundation
import TestSupport
import Testing

@testable import EventLog

@Suite struct OfficerCardTests {
    private func fault(_ line: String) -> OfficerCard.Fault? {
        do throws(OfficerCard.Fault) {
            _ = try OfficerCard(line)
            return nil
        } catch { return error }
    }

    @Test func aCardIsReadAsItWasMade() throws {
        let fixture = try KeyFixture()
        let card = try OfficerCard(person: "KZ-1047", shownName: "Айбек Оразов", key: fixture.key)
        #expect(card.line.hasPrefix("caricc card v1|a.orazov|KZ-1047|Айбек Оразов|CARICC/live/a.orazov+"))
        #expect(try OfficerCard(" \(card.line)\r\n") == card)
        #expect(card.keyName == fixture.name)
    }

    @Test func everyPartIsSigned() throws {
        let fixture = try KeyFixture()
        let line = try OfficerCard(person: "KZ-1047", shownName: "Aibek Orazov", key: fixture.key).line
        func changed(_ old: String, _ new: String) -> OfficerCard.Fault? {
            #expect(line.contains(old))
            return fault(line.replacing(old, with: new, maxReplacements: 1))
        }
        #expect(changed("KZ-1047", "KZ-1048") == .wrongSignature)
        #expect(changed("Aibek", "Aibec") == .wrongSignature)
        #expect(changed("|a.orazov", "|b.orazov") == .keyOf(name: "CARICC/live/a.orazov"))
        #expect(changed("|a.orazov", "|A.orazov") == .badOfficer("A.orazov"))
        #expect(changed("KZ-1047", "KZ 1047") == .badPerson("KZ 1047"))
        #expect(changed("Aibek", "\u{202E}Aibek") == .badShownName("\u{202E}Aibek Orazov"))
        #expect(changed("Aibek", " Aibek") == .badShownName(" Aibek Orazov"))
        #expect(changed("Aibek", "e\u{301}") == .badShownName("e\u{301} Orazov"), "not composed")
        #expect(changed("Aibek", "x|y") == .notACard)
        #expect(changed("card v1", "card v2") == .newerFormat(version: 2))
        #expect(changed("card v1", "card v0") == .notACard)
        #expect(changed("card v1", "card v01") == .notACard)
        #expect(changed("CARICC/live", "CARICC/exercise") == .badKey)
        #expect(fault("") == .notACard && fault("{}") == .notACard)
        // Another's key on it, with the signature of the first.
        let other = try OfficerKey.generated(name: fixture.name)
        #expect(changed(fixture.key.verifier.text, other.verifier.text) == .wrongSignature)
    }

    @Test func noByteCanBeChanged() throws {
        let fixture = try KeyFixture()
        let whole = Array(try OfficerCard(person: "KZ-1047", shownName: "Aibek Orazov", key: fixture.key).line.utf8)
        for byte in whole.indices {
            for bit in 0..<7 {
                var bytes = whole
                bytes[byte] ^= 1 << UInt8(bit)
                let text = String(decoding: bytes, as: UTF8.self)
                // Space at the end is cut off, as everywhere.
                #expect(fault(text) != nil, "byte \(byte), bit \(bit): \(text)")
            }
        }
    }

    @Test func badFactsMakeNoCard() throws {
        let fixture = try KeyFixture()
        #expect(throws: OfficerCard.Fault.badPerson("")) {
            try OfficerCard(person: "", shownName: "Aibek Orazov", key: fixture.key)
        }
        #expect(throws: OfficerCard.Fault.badShownName("A")) {
            try OfficerCard(person: "1", shownName: "A", key: fixture.key)
        }
        #expect(try OfficerCard(person: "1", shownName: "Андреи\u{306}", key: fixture.key).shownName == "Андрей")
        fixture.key.drop()
        #expect(throws: OfficerCard.Fault.noKey) {
            try OfficerCard(person: "1", shownName: "Aibek Orazov", key: fixture.key)
        }
    }

    /// y of each point of small order, with both signs of x.
    static let smallOrder: [String] = [
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    ]

    /// A signature that nobody made holds under each of these keys for some text: R is the neutral point and S is zero.
    @Test func keysOfSmallOrderAreRefused() throws {
        let forged = [1] + [UInt8](repeating: 0, count: 63)
        var forgeable = 0
        for text in Self.smallOrder {
            var bytes = stride(from: 0, to: 64, by: 2).compactMap { UInt8(text.dropFirst($0).prefix(2), radix: 16) }
            for sign in [UInt8(0), 0x80] {
                bytes[31] = bytes[31] & 0x7F | sign
                let key = VerifierKey(name: "CARICC/live/a.orazov", publicKey: bytes)
                #expect(!key.isSafe, "\(text)")
                if (0..<400).contains(where: { key.verifies(forged, of: Array("\($0)\n".utf8)) }) { forgeable += 1 }
                let line = "caricc card v1|a.orazov|1|Aibek Orazov|\(key.text)|\(Data(forged).base64EncodedString())"
                #expect(fault(line) == .unsafeKey)
            }
        }
        #expect(forgeable >= 8, "the eight points themselves; only \(forgeable) can be forged here")
        #expect(VerifierKey(name: "x", publicKey: []).isSafe == false)
        for _ in 0..<100 { #expect(try SigningKey(name: "x").verifier.isSafe) }
    }
}
