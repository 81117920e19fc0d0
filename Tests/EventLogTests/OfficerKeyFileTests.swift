import Foundation
import Glibc
import TestSupport
import Testing

@testable import EventLog

/// What an officer's key file does, and each reason why one is not opened, with real files.
@Suite struct OfficerKeyFileTests {
    @Test func aNewKeySignsAndOpensAgain() throws {
        let fixture = try KeyFixture()
        let text = Array("one\n".utf8)
        let first = try #require(SignedNote(try fixture.key.note(signing: text)))
        #expect(first.isSigned(by: fixture.key.verifier))
        #expect(first.signatures.map(\.name) == ["CARICC/live/a.orazov"])
        let again = try fixture.open()
        #expect(again.verifier == fixture.key.verifier)
        #expect(try again.note(signing: text) == fixture.key.note(signing: text), "Ed25519 is deterministic")
        #expect(try fixture.open("синии\u{306} трактор едет медленно\u{A0}7").verifier == again.verifier)
    }

    @Test func aDroppedKeySignsNoMore() throws {
        let fixture = try KeyFixture()
        fixture.key.drop()
        fixture.key.drop()
        #expect(fixture.key.isDropped)
        #expect(throws: OfficerKey.Dropped()) { try fixture.key.note(signing: Array("one\n".utf8)) }
    }

    @Test func theFileIsItsOwnersAlone() throws {
        let old = umask(0)
        defer { umask(old) }
        let fixture = try KeyFixture()
        var facts = stat()
        #expect(lstat(fixture.path, &facts) == 0 && facts.st_mode == S_IFREG | 0o600)
        #expect(lstat(fixture.places.folder, &facts) == 0 && facts.st_mode == S_IFDIR | 0o700)
        #expect(fixture.path.hasSuffix("/CARICC+live+a.orazov.key"))
        let names = try FileManager.default.contentsOfDirectory(atPath: fixture.places.folder)
        #expect(names == ["CARICC+live+a.orazov.key"], "no other name is left")
        let text = String(decoding: try fixture.bytes(), as: UTF8.self)
        #expect(
            text.split(separator: "\n").count == 7 && text.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
    }

    @Test func whatIsNotThereOrNoFile() throws {
        let fixture = try KeyFixture()
        let folder = fixture.places.folder
        #expect(fixture.fault(at: folder + "/none") == .missing)
        #expect(fixture.fault(at: fixture.path + "/none") == .missing)
        #expect(fixture.fault(at: folder) == .notAFile)
        #expect(fixture.fault(at: "/dev/null") == .notAFile)
        #expect(mkfifo(folder + "/pipe", 0o600) == 0)
        #expect(fixture.fault(at: folder + "/pipe") == .notAFile, "and nothing waits for a writer")
        #expect(symlink(fixture.path, folder + "/link") == 0)
        #expect(fixture.fault(at: folder + "/link") == .symbolicLink)
        #expect(symlink(folder + "/loop", folder + "/loop") == 0)
        #expect(fixture.fault(at: folder + "/loop") == .symbolicLink)
        #expect(link(fixture.path, folder + "/second") == 0)
        #expect(fixture.fault() == .otherNames(count: 2))
    }

    @Test(arguments: [0o640, 0o604, 0o620, 0o602, 0o610, 0o601, 0o666, 0o777] as [mode_t])
    func othersMayNotReachIt(_ mode: mode_t) throws {
        let fixture = try KeyFixture()
        #expect(chmod(fixture.path, mode) == 0)
        #expect(fixture.fault() == .openToOthers(mode: mode))
    }

    @Test(.enabled(if: geteuid() == 0, "only the superuser gives files away"))
    func anotherOwner() throws {
        let fixture = try KeyFixture()
        #expect(chown(fixture.path, 12_345, gid_t.max) == 0)
        #expect(fixture.fault() == .wrongOwner(uid: 12_345))
    }

    @Test func sizesAndForms() throws {
        let fixture = try KeyFixture()
        let whole = try fixture.bytes()
        func fault(_ bytes: [UInt8]) throws -> KeyFileFault? {
            try fixture.overwrite(bytes)
            return fixture.fault()
        }
        #expect(try fault(whole) == nil)
        #expect(try fault(whole + [UInt8](repeating: 0x20, count: 4_096)) == .tooLarge(bytes: whole.count + 4_096))
        #expect(try fault([]) == .truncated)
        #expect(try fault(Array("-----BEGIN OPENSSH PRIVATE KEY-----\n".utf8)) == .notAKeyFile)
        #expect(try fault([0, 1, 2, 3]) == .notAKeyFile)
        #expect(try fault(whole + [0x0A]) == .damaged(line: 7))
        #expect(try fault(whole.map { $0 == 0x0A ? 0x0D : $0 }) == .notAKeyFile)
        let text = String(decoding: whole, as: UTF8.self)
        func changed(_ old: String, _ new: String) throws -> KeyFileFault? {
            #expect(text.contains(old))
            return try fault(Array(text.replacing(old, with: new).utf8))
        }
        #expect(try changed("key v1", "key v2") == .newerFormat(version: 2))
        #expect(try changed("key v1", "key v01") == .notAKeyFile)
        #expect(try changed("name: CARICC/live", "name: CARICC/drill") == .damaged(line: 2))
        #expect(try changed("name: CARICC/live", "name: CARICC/exercise") == .damaged(line: 3))
        #expect(try changed("home: ", "home: 0") == .damaged(line: 4))
        #expect(try changed("home: ", "home:  ") == .damaged(line: 4))
        #expect(try changed("ChaCha20", "XChaCha20") == .damaged(line: 6))
        #expect(try changed("r=8,p=1", "r=7,p=1") == .weakStretching)
        #expect(try changed("r=8,p=1", "r=8,p=0") == .weakStretching)
        #expect(try changed("r=8,p=1", "r=8,p=2") == .excessiveStretching)
        #expect(try changed("r=8,p=1", "r=99,p=1") == .excessiveStretching)
        #expect(try changed("ln=4", "ln=21") == .excessiveStretching)
        #expect(try changed("ln=4", "ln=9223372036854775807") == .excessiveStretching)
        #expect(try changed("ln=4", "ln=99999999999999999999") == .damaged(line: 5))
        #expect(try changed("ln=4", "ln=04") == .damaged(line: 5))
        #expect(try changed("$scrypt$", "$argon2id$") == .damaged(line: 5))
        #expect(try changed("ln=4", "ln=3") == .weakStretching)
    }

    /// What is shipped takes no file that could be guessed fast, and makes none.
    @Test func theShippedCostIsTheLeast() throws {
        let fixture = try KeyFixture()
        #expect(throws: KeyFileFault.weakStretching) {
            try OfficerKeyFile.open(
                fixture.path, expecting: fixture.name, passphrase: KeyFixture.secret(KeyFixture.words))
        }
        let other = try #require(OfficerKeyName("CARICC/exercise/a.orazov"))
        let key = try OfficerKeyFile.create(
            name: other, in: fixture.places, passphrase: KeyFixture.secret(KeyFixture.words))
        let path = fixture.places.path(of: other)
        #expect(try String(contentsOfFile: path, encoding: .utf8).contains("\nkdf: $scrypt$ln=17,r=8,p=1$"))
        let opened = try OfficerKeyFile.open(path, expecting: other, passphrase: KeyFixture.secret(KeyFixture.words))
        #expect(opened.verifier == key.verifier)
    }

    @Test func keysOfOthersAreForeign() throws {
        let fixture = try KeyFixture()
        for text in ["CARICC/live/b.orazov", "CARICC/exercise/a.orazov", "KAZ/live/a.orazov"] {
            let other = try #require(OfficerKeyName(text))
            #expect(throws: KeyFileFault.foreign(name: "CARICC/live/a.orazov")) {
                try OfficerKeyFile.open(
                    fixture.path, expecting: other, passphrase: KeyFixture.secret(KeyFixture.words),
                    acceptingCopy: true, least: KeyFixture.cost)
            }
        }
    }

    @Test func aCopyIsFoundAndMayBeAccepted() throws {
        let fixture = try KeyFixture()
        let copy = fixture.places.folder + "/copy"
        try FileManager.default.copyItem(atPath: fixture.path, toPath: copy)
        guard case .copied(let home, let found)? = fixture.fault(at: copy) else {
            Issue.record("\(String(describing: fixture.fault(at: copy)))")
            return
        }
        #expect(home.inode != found.inode && home.device == found.device)
        #expect(fixture.fault(at: copy, acceptingCopy: true) == nil)
        #expect(try OfficerKeyFile.read(copy, least: KeyFixture.cost).isCopy)
        // Whoever copies it cannot make it look like the first one.
        let text = try String(contentsOfFile: copy, encoding: .utf8).replacing(home.text, with: found.text)
        try text.write(toFile: copy, atomically: false, encoding: .utf8)
        #expect(fixture.fault(at: copy) == .wrongPassphrase)
        #expect(fixture.fault() == nil)
        // Moved within the disk it stays the same file.
        #expect(rename(fixture.path, fixture.places.folder + "/moved") == 0)
        #expect(fixture.fault(at: fixture.places.folder + "/moved") == nil)
    }

    /// A header with the key of another, sealed as it stands: only the seed tells.
    @Test func anotherKeyInside() throws {
        let fixture = try KeyFixture()
        let other = try OfficerKey.generated(name: fixture.name)
        let file = try OfficerKeyFile.read(fixture.path, least: KeyFixture.cost)
        let bytes = try #require(
            try fixture.key.withSeed { seed throws(KeyFileFault) in
                try OfficerKeyFile.bytes(
                    sealing: seed, name: fixture.name, key: other.verifier, home: file.home,
                    passphrase: KeyFixture.secret(KeyFixture.words), stretching: PassphraseStretching(costLog2: 4))
            })
        try fixture.overwrite(bytes)
        #expect(fixture.fault() == .otherKeyInside)
    }

    @Test func nothingIsMadeTwiceOrBadly() throws {
        let fixture = try KeyFixture()
        func create(_ words: String) -> KeyFileFault? {
            do throws(KeyFileFault) {
                _ = try OfficerKeyFile.create(
                    name: fixture.name, in: fixture.places, passphrase: KeyFixture.secret(words), costLog2: 4)
                return nil
            } catch { return error }
        }
        let before = try fixture.bytes()
        #expect(create("another good passphrase") == .existsAlready)
        #expect(try fixture.bytes() == before)
        #expect(create("short") == .badPassphrase(.tooShort(characters: 5)))
        #expect(unlink(fixture.path) == 0)
        #expect(symlink(fixture.folder.path + "/elsewhere", fixture.path) == 0)
        #expect(create("another good passphrase") == .existsAlready, "nor through a link")
        #expect(chmod(fixture.places.folder, 0o750) == 0)
        #expect(create("another good passphrase") == .openFolder(mode: 0o750))
        #expect(rename(fixture.places.folder, fixture.folder.path + "/real") == 0)
        #expect(symlink(fixture.folder.path + "/real", fixture.places.folder) == 0)
        #expect(create("another good passphrase") == .symbolicLink)
    }

    @Test func changingThePassphrase() throws {
        let fixture = try KeyFixture()
        let before = try OfficerKeyFile.read(fixture.path, least: KeyFixture.cost)
        func change(_ old: String, _ new: String) throws(KeyFileFault) {
            try OfficerKeyFile.changePassphrase(
                fixture.path, expecting: fixture.name, from: KeyFixture.secret(old), to: KeyFixture.secret(new),
                acceptingCopy: false, costLog2: KeyFixture.cost)
        }
        #expect(throws: KeyFileFault.wrongPassphrase) { try change("not the right one", "another good passphrase") }
        #expect(throws: KeyFileFault.badPassphrase(.tooShort(characters: 3))) { try change(KeyFixture.words, "abc") }
        #expect(try OfficerKeyFile.read(fixture.path, least: KeyFixture.cost) == before)
        try change(KeyFixture.words, "another good passphrase")
        let after = try OfficerKeyFile.read(fixture.path, least: KeyFixture.cost)
        #expect(after.stretching.salt != before.stretching.salt && after.nonce != before.nonce && !after.isCopy)
        #expect(fixture.fault() == .wrongPassphrase)
        #expect(try fixture.open("another good passphrase").verifier == fixture.key.verifier)
        let names = try FileManager.default.contentsOfDirectory(atPath: fixture.places.folder)
        #expect(names.count == 1)
    }

    @Test func keysAtHandAreListedWithoutAPassphrase() throws {
        let fixture = try KeyFixture()
        #expect(OfficerKeyPlaces(folder: fixture.folder.path + "/none").keysAtHand() == [])
        let folder = fixture.places.folder
        try Data("rubbish".utf8).write(to: URL(fileURLWithPath: folder + "/B.key"))
        #expect(chmod(folder + "/B.key", 0o600) == 0)
        try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/CARICC+live+x.key.0011.new"))
        try FileManager.default.copyItem(atPath: fixture.path, toPath: folder + "/C.key")
        let list = fixture.places.keysAtHand(least: KeyFixture.cost)
        #expect(list.map(\.path) == ["/B.key", "/C.key", "/CARICC+live+a.orazov.key"].map { folder + $0 })
        #expect(list[0].header == .failure(.notAKeyFile))
        #expect(list[1].header == .failure(.foreign(name: "CARICC/live/a.orazov")))
        #expect(try list[2].header.get().key == fixture.key.verifier)
    }

    /// Custodians have keys before there is a log that names them.
    @Test func aLogIsFoundedBesideKeysAndNothingElse() throws {
        let folder = try TemporaryFolder()
        let home = folder.path + "/home"
        try OfficerKeyPlaces(folder: home + "/" + LogFolder.keys).prepare()
        try LogFixture.make(home, entries: 1)
        #expect(FileManager.default.fileExists(atPath: LogFolder(home).database))
        let other = folder.path + "/other"
        try OfficerKeyPlaces(folder: other + "/" + LogFolder.keys).prepare()
        try Data().write(to: URL(fileURLWithPath: other + "/letter"))
        #expect(throws: LogFault.alreadyExists(other)) { try LogFixture.make(other, entries: 1) }
    }

    @Test func namesOfKeys() {
        for good in ["CARICC/live/ab", "CARICC/exercise/a.orazov-2", "K_1/live/z" + String(repeating: "9", count: 31)] {
            #expect(OfficerKeyName(good)?.text == good)
        }
        for bad in [
            "", "CARICC/live", "CARICC/live/a", "CARICC/live/A.orazov", "CARICC/live/.orazov", "CARICC/live/1a",
            "CARICC/drill/a.orazov", "CARICC/live/a.orazov/x", "/live/a.orazov", "CA RICC/live/a.orazov",
            "CARICC/live/a_b", "CARICC/live/аб", "CARICC/live/z" + String(repeating: "9", count: 32),
        ] { #expect(OfficerKeyName(bad) == nil, "\(bad)") }
    }
}
