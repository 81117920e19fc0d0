import Foundation
import Interface
import TestSupport
import Testing

@testable import caricc

@Suite struct SeenFileTests {
    @Test func eachOfficerAndEachLogHasAFileOfItsOwn() throws {
        let folder = try TemporaryFolder()
        let live = "CARICC/ALMATY-1/live/2026"
        let files = [
            SeenFile(officer: "a.orazov", origin: live, folder: folder.path),
            SeenFile(officer: "b.ermekov", origin: live, folder: folder.path),
            SeenFile(officer: "a.orazov", origin: "CARICC/ALMATY-1/exercise/2026", folder: folder.path),
        ]
        for (number, file) in files.enumerated() { file.keep(Seen(size: Int64(number + 1))) }
        #expect(files.compactMap { $0.text.flatMap { Seen($0, size: 100) }?.oldest } == [1, 2, 3])
        let path = folder.path + "/seen/a.orazov/CARICC%2FALMATY-1%2Flive%2F2026"
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(OfficerFile.escaped("../..") == "%2E.%2F..")
    }

    @Test func twoConsolesOfOneOfficerJoinWhatTheySaw() throws {
        let folder = try TemporaryFolder()
        let file = SeenFile(officer: "a", origin: "o", folder: folder.path)
        file.keep(Seen(size: 20))
        file.keep(Seen(size: 10))
        #expect(file.text.flatMap { Seen($0, size: 100) }?.oldest == 20)
        SeenFile(officer: "a", origin: "o", folder: "/proc/nowhere").keep(Seen(size: 1))
    }
}
