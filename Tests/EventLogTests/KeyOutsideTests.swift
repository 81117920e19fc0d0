import Foundation
import TestSupport
import Testing

@testable import EventLog

/// A key file is opened by a program in another language, from its description alone.
@Suite struct KeyOutsideTests {
    private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Outside/open_key.py").path

    static let hasPython = (try? LogFixture.run(["python3", "-c", "import hashlib; hashlib.scrypt"]))?.status == 0

    private func outside(_ arguments: [String], passphrase: String) throws -> (status: Int32, output: String) {
        let folder = try TemporaryFolder()
        try Data("\(passphrase)\n".utf8).write(to: URL(fileURLWithPath: folder.path + "/in"))
        let line = "exec python3 \"$@\" < \(folder.path)/in"
        return try LogFixture.run(["sh", "-c", line, "sh", Self.script] + arguments)
    }

    @Test(.enabled(if: hasPython, "needs python3 with hashlib.scrypt"))
    func aStrangersProgramOpensTheFileOfTheShippedCost() throws {
        let folder = try TemporaryFolder()
        let places = OfficerKeyPlaces(folder: folder.path + "/keys")
        let name = try #require(OfficerKeyName("CARICC/live/a.orazov"))
        let key = try OfficerKeyFile.create(
            name: name, in: places, passphrase: KeyFixture.secret("жёлтый cafe\u{301}\u{3000}трамвай"))
        let note = folder.path + "/note"
        try Data(try key.note(signing: Array("CARICC\nтекст\n".utf8))).write(to: URL(fileURLWithPath: note))
        let path = places.path(of: name)
        let told = try outside([path, "--check", note], passphrase: "жёлтый café трамвай")
        let publicKey = key.verifier.publicKey.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        #expect(told.output == "CARICC/live/a.orazov \(publicKey)\nsignature same\n")
        #expect(try outside([path], passphrase: "жёлтый café трамвай.").output == "does not open\n")
        // Every line of the header is under the seal.
        let text = try String(contentsOfFile: path, encoding: .utf8).replacing("home: ", with: "home: 1")
        try text.write(toFile: path, atomically: false, encoding: .utf8)
        #expect(try outside([path], passphrase: "жёлтый café трамвай").output == "does not open\n")
    }

    /// A file that Python's package “cryptography” made once: what is read today is read for ever. Its passphrase is
    /// “correct horse battery staple”, its seed the numbers 1 to 32, its cost that of tests.
    @Test func aKeptFileOpens() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/kept.key"
        try Data(Self.kept.utf8).write(to: URL(fileURLWithPath: path))
        chmod(path, 0o600)
        let key = try OfficerKeyFile.open(
            path, expecting: try #require(OfficerKeyName("CARICC/live/a.orazov")),
            passphrase: KeyFixture.secret("correct horse battery staple"), acceptingCopy: true, least: 4)
        #expect(key.withSeed { Array($0) } == Array(1...32))
    }

    static let kept = """
        caricc officer key v1
        name: CARICC/live/a.orazov
        key: CARICC/live/a.orazov+cc9d4cd5+AXm1Vi6P5lT5QHixEuipi6eQH4U65pW+1+DjkQutBJZk
        home: 2049:131092
        kdf: $scrypt$ln=4,r=8,p=1$AAECAwQFBgcICQoLDA0ODw
        aead: ChaCha20-Poly1305 AAECAwQFBgcICQoL
        sealed: IWUj8xzBjwhnox0TxxwCmqzhxhrvWkmNOyWE4xrXe4YSRPYyCBYVWWuyoY7HXful

        """
}
