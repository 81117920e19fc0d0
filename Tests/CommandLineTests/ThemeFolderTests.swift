import Exchange
import Foundation
import TestSupport
import Testing
import Themes

@testable import caricc

@Suite struct ThemeFolderTests {
    private let home: TemporaryFolder
    private var folder: ThemeFolder

    init() throws {
        home = try TemporaryFolder()
        folder = ThemeFolder(path: home.path)
    }

    private func write(_ text: String, _ name: String = "mine.toml") throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: home.path + "/" + name))
    }

    @Test mutating func themesAreReadAndAFolderThatIsMissingIsNoFault() throws {
        try write("inherits = \"dark\"")
        try write("not a theme", "notes.txt")
        try write("inherits = \"dark\"", ".hidden.toml")
        let (shelf, faults) = folder.reload()
        #expect(faults == [])
        #expect(shelf.names == ThemeShelf.shippedNames + ["mine"])
        #expect(shelf.isUsers("mine") && !shelf.isUsers("dark"))
        var missing = ThemeFolder(path: home.path + "/none")
        #expect(missing.reload().faults == [])
    }

    @Test mutating func aMistakeIsToldAndTheLastGoodThemeStays() throws {
        try write("inherits = \"dark\"\n[palette]\nink = \"#ffffff\"\n")
        let good = try folder.reload().shelf.theme(named: "mine").palette
        try write("inherits = \"dark\"\n[palette]\nink = \n")
        let (shelf, faults) = folder.reload()
        #expect(try shelf.theme(named: "mine").palette == good)
        guard case .theme(let fault)? = faults.first else {
            Issue.record("no fault: \(faults)")
            return
        }
        #expect(fault.file == "mine" && fault.line == 3)
        try write("inherits = \"dark\"\n[palette]\nink = \"#eeeeee\"\n")
        let mended = folder.reload()
        #expect(mended.faults == [])
        #expect(try mended.shelf.theme(named: "mine").palette != good)
        try FileManager.default.removeItem(atPath: home.path + "/mine.toml")
        #expect(folder.reload().shelf.names == ThemeShelf.shippedNames)
    }

    @Test mutating func onlyRegularFilesOfAModestSizeAreRead() throws {
        #expect(mkfifo(home.path + "/pipe.toml", 0o600) == 0)
        try FileManager.default.createDirectory(atPath: home.path + "/dir.toml", withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(
            atPath: home.path + "/link.toml", withDestinationPath: "/etc/passwd")
        try write(String(repeating: "# padding\n", count: 120_000), "large.toml")
        try Data([0x23, 0xFF, 0xFE]).write(to: URL(fileURLWithPath: home.path + "/bytes.toml"))
        try write("inherits = \"dark\"", "a\u{1B}[31m.toml")
        let (shelf, faults) = folder.reload()
        #expect(shelf.names == ThemeShelf.shippedNames)
        #expect(faults.count == 6)
        #expect(faults.contains(.file(.namedPipe, path: home.path + "/pipe.toml")))
        #expect(faults.contains(.file(.symbolicLink, path: home.path + "/link.toml")))
        #expect(faults.contains(.file(.tooLarge(limitBytes: ThemeFolder.limitBytes), path: home.path + "/large.toml")))
        #expect(faults.contains(.notText(path: home.path + "/bytes.toml")))
        #expect(faults.contains { if case .badName(let path) = $0 { !path.contains("\u{1B}") } else { false } })
    }

    @Test mutating func moreThanTwoHundredAreNotRead() throws {
        for number in 0...ThemeFolder.limitFiles { try write("inherits = \"dark\"", "t\(1_000 + number).toml") }
        let (shelf, faults) = folder.reload()
        #expect(shelf.names.count == ThemeShelf.shippedNames.count + ThemeFolder.limitFiles)
        #expect(faults == [.tooManyThemes(folder: home.path, limit: ThemeFolder.limitFiles)])
    }
}
