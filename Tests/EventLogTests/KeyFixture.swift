import Foundation
import Glibc
import TestSupport
import Testing

@testable import EventLog

/// Key files to test on, sealed so lightly that thousands of tries take no time.
struct KeyFixture {
    static let cost = 4
    static let words = "синий трактор едет медленно 7"

    let folder: TemporaryFolder
    let places: OfficerKeyPlaces
    let name: OfficerKeyName
    let path: String
    let key: OfficerKey

    init(centre: String = "CARICC", isExercise: Bool = false, officer: String = "a.orazov") throws {
        folder = try TemporaryFolder()
        places = OfficerKeyPlaces(folder: folder.path + "/data/keys")
        name = try #require(OfficerKeyName(centre: centre, isExercise: isExercise, officer: officer))
        path = places.path(of: name)
        key = try OfficerKeyFile.create(
            name: name, in: places, passphrase: Self.secret(Self.words), costLog2: Self.cost)
    }

    static func secret(_ text: String) -> Secret {
        let secret = Secret()
        for scalar in text.unicodeScalars { secret.append(Character(scalar)) }
        return secret
    }

    func open(_ words: String = KeyFixture.words, at path: String? = nil, acceptingCopy: Bool = false)
        throws(KeyFileFault) -> OfficerKey
    {
        try OfficerKeyFile.open(
            path ?? self.path, expecting: name, passphrase: Self.secret(words), acceptingCopy: acceptingCopy,
            least: Self.cost)
    }

    /// Why it does not open; nil where it does.
    func fault(_ words: String = KeyFixture.words, at path: String? = nil, acceptingCopy: Bool = false)
        -> KeyFileFault?
    {
        do throws(KeyFileFault) {
            _ = try open(words, at: path, acceptingCopy: acceptingCopy)
            return nil
        } catch { return error }
    }

    func bytes() throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }

    /// Writes into the file as it is, so that it stays the same file.
    func overwrite(_ bytes: [UInt8]) throws {
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        defer { try? file.close() }
        try file.truncate(atOffset: 0)
        try file.write(contentsOf: Data(bytes))
    }

    func replace(_ old: String, with new: String) throws {
        let text = String(decoding: try bytes(), as: UTF8.self)
        #expect(text.contains(old))
        try overwrite(Array(text.replacing(old, with: new, maxReplacements: 1).utf8))
    }
}
