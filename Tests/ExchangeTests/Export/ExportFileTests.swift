import Exchange
import Foundation
import Testing

/// Files appear whole under their name or not at all.
@Suite final class ExportFileTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("export-\(UUID().uuidString)")
        .path

    init() throws {
        try FileManager.default.createDirectory(atPath: folder + "/log", withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func write(
        _ text: String, _ name: String, isExercise: Bool = false, replacing: Bool = false
    ) throws(ExportFile.Fault) -> String {
        try ExportFile.write(
            Array(text.utf8), to: "\(folder)/\(name)", isExercise: isExercise, replacing: replacing,
            logFolder: folder + "/log")
    }

    private func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }

    @Test func aFileIsWrittenOnceAndReplacedOnlyWhenSaid() throws {
        #expect(try write("one", "a.csv") == folder + "/a.csv")
        #expect(throws: ExportFile.Fault.exists(folder + "/a.csv")) { try write("two", "a.csv") }
        #expect(try String(contentsOfFile: folder + "/a.csv", encoding: .utf8) == "one")
        _ = try write("two", "a.csv", replacing: true)
        #expect(try String(contentsOfFile: folder + "/a.csv", encoding: .utf8) == "two")
        #expect(try names() == ["a.csv", "log"])
    }

    @Test func anExerciseSaysSoInTheName() throws {
        #expect(try write("x", "a.csv", isExercise: true) == folder + "/EXERCISE-a.csv")
        #expect(try write("x", "EXERCISE-b.csv", isExercise: true) == folder + "/EXERCISE-b.csv")
    }

    @Test func nothingIsPutWhereTheLogLies() throws {
        try FileManager.default.createDirectory(atPath: folder + "/log/deep", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: folder + "/door", withDestinationPath: folder + "/log/deep")
        for place in ["log", "log/deep", "door", "log/../log"] {
            #expect(throws: ExportFile.Fault.insideTheLog("\(folder)/\(place)/a.csv")) {
                try write("x", "\(place)/a.csv", replacing: true)
            }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/log") == ["deep"])
    }

    @Test func linksFoldersAndMissingPlacesAreRefused() throws {
        try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: folder + "/target")
        #expect(throws: ExportFile.Fault.notAFile(folder + "/link")) { try write("x", "link", replacing: true) }
        #expect(throws: ExportFile.Fault.notAFile(folder + "/log")) { try write("x", "log", replacing: true) }
        #expect(throws: ExportFile.Fault.exists(folder + "/link")) { try write("x", "link") }
        #expect(throws: ExportFile.Fault.folder(folder + "/none", .notThere)) { try write("x", "none/a.csv") }
        #expect(throws: ExportFile.Fault.name(folder + "/")) { try write("x", "") }
        #expect(try names() == ["link", "log"])
    }

    /// Where the bytes cannot all be written, nothing is left: neither the name nor a part.
    @Test func aFullDiskLeavesNothing() throws {
        guard FileManager.default.isWritableFile(atPath: "/dev/full") else { return }
        try #require(chmod(folder, 0o500) == 0)
        defer { chmod(folder, 0o700) }
        guard geteuid() != 0 else { return }
        #expect(throws: ExportFile.Fault.self) { try write("x", "a.csv") }
        #expect(try names() == ["log"])
    }
}
