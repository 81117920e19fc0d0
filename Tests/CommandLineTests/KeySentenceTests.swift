import EventLog
import Foundation
import Glibc
import TestSupport
import Testing
import Wording

@testable import caricc

/// The sentences about keys, cards and passphrases.
@Suite struct KeySentenceTests {
    static let home = FileHome(device: 1, inode: 2)
    static let ofTheFile: [KeyFileFault] = [
        .missing, .notAllowed, .symbolicLink, .notAFile, .otherNames(count: 2), .wrongOwner(uid: 33),
        .openToOthers(mode: 0o644), .tooLarge(bytes: 5_000), .truncated, .notAKeyFile, .damaged(line: 3),
        .newerFormat(version: 2), .foreign(name: "CARICC/live/b.orazov"), .weakStretching, .excessiveStretching,
        .copied(home: home, found: home), .wrongPassphrase, .otherKeyInside, .existsAlready, .openFolder(mode: 0o755),
        .noMemory, .system(errno: 5),
    ]
    static let ofPassphrases: [PassphraseFault] = [.tooShort(characters: 3), .tooUniform, .notText]
    static let ofSources: [PassphraseSource.Fault] = [
        .nobodyToAsk, .tooFewDescriptors(named: 1), .notOpen(descriptor: 7), .terminal(descriptor: 0), .tooLong, .empty,
        .ended, .notTheSame, .system(errno: 5),
    ]
    static let ofCards: [OfficerCard.Fault] = [
        .notACard, .newerFormat(version: 2), .badOfficer("A"), .badPerson("x y"), .badShownName("|"), .badKey,
        .keyOf(name: "x"), .unsafeKey, .wrongSignature, .noKey,
    ]

    @Test(arguments: [Language.en, .ru, .zh])
    func everyFaultHasItsOwnSentence(_ language: Language) throws {
        let catalogue = try Catalogue.load(language)
        let messages =
            Self.ofTheFile.map { $0.message(path: "/k/x.key") } + Self.ofPassphrases.map(\.message)
            + Self.ofSources.map(\.message) + Self.ofCards.map(\.message)
        let texts = Set(messages.map(catalogue.text))
        #expect(texts.count == messages.count)
        for text in texts { #expect(!text.isEmpty && !text.contains("%1") && !text.contains("%2"), "\(text)") }
        for fault in Self.ofTheFile { #expect(catalogue.text(fault.message(path: "/k/x.key")).contains("/k/x.key")) }
        let other = Self.ofSources.map(\.message) + [KeyFileFault.badPassphrase(.tooUniform).message(path: "x")]
        for message in other { #expect(!catalogue.text(message).hasSuffix("."), "\(message)") }
    }

    @Test func factsAreInTheSentence() {
        let english = Catalogue.english
        #expect(
            english.text(KeyFileFault.openToOthers(mode: 0o644).message(path: "/k"))
                == "Others on this machine can reach /k (644): “chmod 600” it, and tell the custodian")
        #expect(
            english.text(PassphraseFault.tooShort(characters: 1).message)
                == "1 character is too short for a passphrase: take 12, or four words")
    }

    @Test func keysLieBesideTheLog() {
        let cases: [([String: String], String)] = [
            (["CARICC_HOME": "/srv/night", "HOME": "/home/a", "XDG_DATA_HOME": "/d"], "/srv/night/keys"),
            (["CARICC_HOME": "/srv/night/", "HOME": "/home/a"], "/srv/night/keys"),
            (["CARICC_HOME": "", "HOME": "/home/a", "XDG_DATA_HOME": "/d"], "/d/caricc/keys"),
            (["HOME": "/home/a", "XDG_DATA_HOME": "d"], "/home/a/.local/share/caricc/keys"),
            (["HOME": "/home/a"], "/home/a/.local/share/caricc/keys"),
        ]
        for (environment, folder) in cases { #expect(OfficerKeyPlaces(environment: environment).folder == folder) }
    }
}
