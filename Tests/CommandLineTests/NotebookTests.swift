import Foundation
import Interface
import TestSupport
import Testing
import Wording

@testable import caricc

@Suite struct NotebookTests {
    @Test func linesComeBackNewestLastAndNoneTwice() throws {
        let folder = try TemporaryFolder()
        let notebook = Notebook(isExercise: false, folder: folder.path + "/state/caricc")
        #expect(notebook.lines().isEmpty)
        for line in [":zone UTC", "/heroin", ":theme dark", ":zone UTC", ":note two\nlines"] { notebook.remember(line) }
        #expect(notebook.lines() == ["/heroin", ":theme dark", ":zone UTC", ":note twolines"])
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/state/caricc/history")[
            .posixPermissions]
        #expect(mode as? Int == 0o600)
    }

    @Test func exercisesAndTheLiveWatchDoNotMix() throws {
        let folder = try TemporaryFolder()
        let live = Notebook(isExercise: false, folder: folder.path)
        let exercise = Notebook(isExercise: true, folder: folder.path)
        exercise.remember(":ack XAL-2026-0001")
        #expect(live.lines().isEmpty && exercise.lines().count == 1)
        #expect(exercise.copy("drill") == nil && live.copy("real") == nil)
        #expect(try String(contentsOfFile: live.copyPath, encoding: .utf8) == "real\n")
        #expect(try String(contentsOfFile: exercise.copyPath, encoding: .utf8) == "drill\n")
    }

    @Test func theFileIsCutToTheNewestLines() throws {
        let folder = try TemporaryFolder()
        let notebook = Notebook(isExercise: false, folder: folder.path)
        for number in 0..<(AppState.historyLimit + 30) { notebook.remember(":at \(number)") }
        let lines = notebook.lines()
        #expect(lines.count == AppState.historyLimit && lines.last == ":at \(AppState.historyLimit + 29)")
        let kept = try String(contentsOfFile: folder.path + "/history", encoding: .utf8)
        #expect(kept.split(separator: "\n").count == AppState.historyLimit)
    }

    @Test func aFolderThatCannotBeWrittenIsSaidWhenItMatters() throws {
        let folder = try TemporaryFolder()
        try "a file".write(toFile: folder.path + "/state", atomically: true, encoding: .utf8)
        let notebook = Notebook(isExercise: false, folder: folder.path + "/state")
        notebook.remember(":quit")
        #expect(notebook.lines().isEmpty)
        let fault = try #require(notebook.copy("text"))
        #expect(Catalogue.english.text(fault).contains(folder.path))
        #expect(Notebook(isExercise: false, folder: nil).copy("text") != nil)
    }

    @Test func aLinkInPlaceOfTheFileIsNotFollowed() throws {
        let folder = try TemporaryFolder()
        let victim = folder.path + "/victim"
        try "untouched".write(toFile: victim, atomically: true, encoding: .utf8)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/history", withDestinationPath: victim)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/copied", withDestinationPath: victim)
        let notebook = Notebook(isExercise: false, folder: folder.path)
        notebook.remember(":quit")
        _ = notebook.copy("text")
        #expect(try String(contentsOfFile: victim, encoding: .utf8) == "untouched")
    }
}
