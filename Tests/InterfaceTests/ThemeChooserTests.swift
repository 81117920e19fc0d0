import Model
import Screen
import TestSupport
import Testing
import Themes
import Wording

@testable import Interface

@Suite struct ThemeChooserTests {
    private static func state(width: Int = 80, height: Int = 24) throws -> AppState {
        var state = Sample.state(width: width, height: height)
        let shelf = ThemeShelf()
        var cards = try shelf.names.map { ThemeCard(try shelf.theme(named: $0), isUsers: false) }
        cards.append(ThemeCard(name: "broken", fault: "theme broken, line 3: this is not TOML"))
        _ = state.handle(.themes(cards))
        return state
    }

    /// Gives keys and lets every change of theme succeed; returns the themes that were shown.
    private static func type(_ keys: [Key], into state: inout AppState) -> [String] {
        var shown: [String] = []
        for key in keys {
            for case .setTheme(let name) in state.handle(.key(key)) {
                shown.append(name)
                _ = state.handle(.theme(name))
            }
        }
        return shown
    }

    private static let open = Sample.text(":theme") + [.enter]

    @Test func everyShippedThemeSaysWhatItIsFor() throws {
        let shelf = ThemeShelf(user: [("mine", "about = \"For the van\""), ("plain", "inherits = \"dark\"")])
        let own = ThemeCard(try shelf.theme(named: "plain"), isUsers: true).purpose
        for name in ThemeShelf.shippedNames {
            #expect(ThemeCard(try shelf.theme(named: name), isUsers: false).purpose != own, "\(name)")
        }
        #expect(ThemeCard(try shelf.theme(named: "mine"), isUsers: true).purpose == .verbatim("For the van"))
    }

    @Test func theCursorShowsEachThemeAndEscapeGoesBack() throws {
        var state = try Self.state()
        let shown = Self.type(Self.open + [.down, .down, .up], into: &state)
        #expect(shown == ["dark", "light", "dark"])
        #expect(Self.type([.escape], into: &state) == ["default"])
        #expect(state.overlay == nil && state.themeName == "default")
    }

    @Test func enterKeepsTheThemeAndSaysHowToBeginWithIt() throws {
        var state = try Self.state()
        #expect(Self.type(Self.open + [.down, .enter], into: &state) == ["dark"])
        #expect(state.overlay == nil && state.themeName == "dark")
        #expect(state.text(try #require(state.notice).message).plain.contains("--theme dark"))
    }

    @Test func typingFiltersByNameAndPurpose() throws {
        var state = try Self.state()
        #expect(Self.type(Self.open + Sample.text("blue light"), into: &state).last == "nightwatch")
        #expect(Self.type([.escape], into: &state) == ["default"])
        #expect(Self.type(Self.open + Sample.text("zzz") + [.enter], into: &state) == [])
        guard case .themes = state.overlay else {
            Issue.record("Enter on nothing closed the list")
            return
        }
    }

    @Test func aBrokenThemeIsShownWithItsFaultAndNeverTaken() throws {
        var state = try Self.state()
        #expect(Self.type(Self.open + Sample.text("broken") + [.enter], into: &state).last != "broken")
        #expect(state.themeName == "default")
        #expect(state.render().plainLines().contains { $0.contains("this is not TOML") })
        _ = Self.type([.escape], into: &state)
        #expect(state.run("theme", "broken").isEmpty && state.notice?.isError == true)
    }

    @Test func aNameIsTakenAtOnceAndAWrongOneNamesTheNearest() throws {
        var state = try Self.state()
        #expect(state.run("theme", "amber") == [.setTheme("amber")])
        #expect(state.run("theme", "ambr").isEmpty)
        let told = state.text(try #require(state.notice).message).plain
        #expect(told.contains("“amber”?") && told.contains("nightwatch"))
    }

    @Test(arguments: ScreenSnapshots.sizes) func everyRowIsReachedAndSeen(_ size: (Int, Int)) throws {
        var state = try Self.state(width: size.0, height: size.1)
        _ = Self.type(Self.open, into: &state)
        for (place, card) in state.themes.enumerated() {
            if place > 0 { _ = Self.type([.down], into: &state) }
            let row = try #require(state.render().cursor?.row)
            #expect(state.render().plainLines()[row].contains("> \(card.name)"), "\(card.name)")
        }
        // The sentence of line 3 stays in sight as a sample.
        #expect(state.render().plainLines()[2].hasPrefix("NOW"))
    }

    @Test(arguments: ScreenSnapshots.sizes.prefix(2)) func pictures(_ size: (Int, Int)) throws {
        var state = try Self.state(width: size.0, height: size.1)
        _ = Self.type(Self.open + [.down, .down, .down], into: &state)
        let name = "themes-\(size.0)x\(size.1)"
        #expect(Snapshot.difference(ScreenSnapshots.lines(state), name: name, folder: ScreenSnapshots.folder) == nil)
    }
}
