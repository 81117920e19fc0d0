import Foundation
import TestSupport
import Testing

@testable import Interface
@testable import caricc

/// The file of what was typed and not saved.
@Suite struct DraftFileTests {
    private static func draft(_ text: String, _ key: String = "phone CD-2026-001") throws -> KeptDraft {
        try #require(
            KeptDraft.read(
                "caricc drafts 1\ndraft\t5\t\(key)\tOn the telephone\t\(text)\ntext\tSaid\t\(text)\n"
            ).first)
    }

    @Test func itIsOfOneOfficerAndOneLogAndGoneWithTheLastDraft() throws {
        let folder = try TemporaryFolder()
        let origin = "CARICC/ALMATY-1/live/2026"
        let (mine, other) = (
            DraftFile(officer: "a.orazov", origin: origin, folder: folder.path),
            DraftFile(officer: "b.ermekov", origin: origin, folder: folder.path)
        )
        mine.keep(try Self.draft("queue"), as: "phone CD-2026-001")
        // A second console of the same officer adds its own.
        DraftFile(officer: "a.orazov", origin: origin, folder: folder.path).keep(
            try Self.draft("other", "note"), as: "note")
        #expect(other.text == nil)
        let text = try #require(mine.text)
        #expect(text.contains("queue") && text.contains("other"))
        let path = "\(folder.path)/drafts/a.orazov"
        for name in try FileManager.default.contentsOfDirectory(atPath: path) {
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(name)")
        }
        mine.keep(nil, as: "phone CD-2026-001")
        #expect(mine.text?.contains("queue") == false)
        mine.keep(nil, as: "note")
        #expect(mine.text == nil)
    }
}
