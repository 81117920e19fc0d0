import Testing

@testable import Model

@Suite struct IdentifierMentionTests {
    private let digest = Digest.zero

    private func read(_ mention: IdentifierMention) throws(BodyFault) -> IdentifierMention {
        try IdentifierMention(reading: BodyReader(mention.object))
    }

    @Test func whatIsWrittenIsReadBack() throws {
        for kind in IdentifierKind.allCases {
            let sealed = IdentifierMention(kind, sealedIn: digest, row: 3, state: "KGZ")
            #expect(try read(sealed) == sealed)
            guard let open = IdentifierMention(kind, typed: " 05KG 711 АВJ ", state: "KGZ") else {
                #expect(kind.isPersonal)
                continue
            }
            #expect(try read(open) == open && open.typed == "05KG 711 АВJ")
        }
    }

    @Test func noPersonalIdentifierIsReadFromTheOpen() {
        for kind in IdentifierKind.allCases where kind.isPersonal {
            var body = BodyWriter()
            body.text("identifier", kind.rawValue)
            body.text("typed", "+996 700 000 000")
            #expect(throws: BodyFault.outOfRange(key: "typed")) {
                try IdentifierMention(reading: BodyReader(body.object))
            }
        }
    }

    @Test func whatHasNoTextOrTooMuchIsRefused() {
        #expect(IdentifierMention(.plate, typed: " \u{A0} ") == nil)
        #expect(IdentifierMention(.plate, typed: String(repeating: "A", count: 257)) == nil)
        #expect(SealedIdentifiers.Row(.phone, typed: "") == nil)
    }

    @Test func thePayloadGivesBackItsRows() throws {
        let rows = try [
            #require(SealedIdentifiers.Row(.phone, typed: "+996 700 123456")),
            #require(SealedIdentifiers.Row(.person, typed: "Ералиев \"А\"", state: "KAZ")),
        ]
        for rows in [rows, []] {
            let sealed = try #require(SealedIdentifiers(rows))
            #expect(SealedIdentifiers(bytes: sealed.bytes) == sealed)
        }
        let mentions = try #require(SealedIdentifiers(rows)).mentions(in: digest)
        #expect(mentions.map(\.kind) == [.phone, .person] && mentions.map(\.typed) == [nil, nil])
        #expect(mentions.last?.value == .sealed(digest, row: 1))
    }

    @Test func otherPayloadsAreNotTakenForIdentifiers() {
        for other in ["+7 000 000-01-07", "{\"name\":\"x\"}", "{\"identifiers\":7}", "{ \"identifiers\":[]}", ""] {
            #expect(SealedIdentifiers(bytes: Array(other.utf8)) == nil)
        }
    }

    @Test func visitorsSeeTheKindAndNotTheNumber() {
        #expect(IdentifierMention.openness["typed"] == nil)
        if case .code(let kinds)? = IdentifierMention.openness["identifier"] {
            #expect(kinds == Set(IdentifierKind.allCases.map(\.rawValue)))
        } else {
            Issue.record("the kind is not declared as a code")
        }
    }
}
