import Foundation
import TestSupport
import Testing

@testable import caricc

/// With real folders: nothing here waits for a time, only for the kernel to say that something is to be read.
@Suite struct ConfigWatchTests {
    private func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    private func places(in folder: TemporaryFolder, _ path: String = "/a/b") -> ConfigPlaces {
        ConfigPlaces(environment: ["XDG_CONFIG_HOME": folder.path + path])
    }

    private func write(_ text: String, _ path: String) throws {
        try text.write(toFile: path, atomically: false, encoding: .utf8)
    }

    @Test func theFoldersMayComeLater() throws {
        let folder = try TemporaryFolder()
        let places = places(in: folder)
        let watch = ConfigWatch(places)
        try write("x", folder.path + "/elsewhere")
        #expect(!watch.takeChanges(), "what else happens in the nearest folder is no concern")
        try makeFolder(folder.path + "/a")
        #expect(watch.takeChanges())
        try makeFolder(places.folder)
        #expect(watch.takeChanges())
        try write("theme = \"dark\"", places.config)
        #expect(watch.takeChanges())
        try makeFolder(places.themes)
        #expect(watch.takeChanges())
        try write("", places.themes + "/mine.toml")
        #expect(watch.takeChanges())
        #expect(!watch.takeChanges(), "each change is heard once")
    }

    @Test func editorsThatRenameAreHeardAndStrangersAreNot() throws {
        let folder = try TemporaryFolder()
        let places = places(in: folder)
        try makeFolder(places.themes)
        let watch = ConfigWatch(places)
        try write("title = false", places.folder + "/.config.toml.swp")
        try write("x", places.themes + "/4913")
        #expect(!watch.takeChanges())
        _ = rename(places.folder + "/.config.toml.swp", places.config)
        #expect(watch.takeChanges(), "renamed over")
        _ = rename(places.config, places.folder + "/config.toml~")
        #expect(watch.takeChanges(), "renamed away")
        try write("", places.keys)
        #expect(watch.takeChanges())
        unlink(places.keys)
        #expect(watch.takeChanges())
    }

    @Test func aFolderThatWasReplacedIsWatchedAnew() throws {
        let folder = try TemporaryFolder()
        let places = places(in: folder, "/a")
        try makeFolder(places.folder)
        let watch = ConfigWatch(places)
        _ = rename(places.folder, folder.path + "/old")
        #expect(watch.takeChanges())
        try makeFolder(places.folder)
        #expect(watch.takeChanges())
        try write("title = true", folder.path + "/old/config.toml")
        #expect(!watch.takeChanges(), "the old one is no longer meant")
        try write("title = true", places.config)
        #expect(watch.takeChanges())
    }

    @Test func aFileInPlaceOfTheFolderDoesNotStopIt() throws {
        let folder = try TemporaryFolder()
        let places = places(in: folder, "/a")
        try makeFolder(folder.path + "/a")
        try write("x", places.folder)
        let watch = ConfigWatch(places)
        unlink(places.folder)
        #expect(watch.takeChanges())
        try makeFolder(places.folder)
        try write("", places.config)
        #expect(watch.takeChanges())
    }

    @Test func aRelativePlaceIsIgnored() {
        let home = ConfigPlaces(environment: ["XDG_CONFIG_HOME": "relative", "HOME": "/h"])
        #expect(home.folder == "/h/.config/caricc")
        #expect(ConfigPlaces(environment: ["XDG_CONFIG_HOME": "/x", "HOME": "/h"]).config == "/x/caricc/config.toml")
    }
}
