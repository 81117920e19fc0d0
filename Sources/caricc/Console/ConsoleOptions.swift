import ArgumentParser
import EventLog
import Glibc
import Interface
import Model
import Screen
import Terminal
import Themes
import Wording

/// What every command that shows screens takes.
struct ConsoleOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Who sits here (default: CARICC_OFFICER, else the login name).", valueName: "id"))
    var officer: String?

    @Option(help: ArgumentHelp("Colours: \(ThemeShelf.shippedNames.joined(separator: ", ")).", valueName: "name"))
    var theme = "default"

    @Option(
        help: ArgumentHelp(
            "Print one screen as plain lines and end: board, alerts, deliveries, watch, log, or a subject's name.",
            valueName: "screen"))
    var plain: String?

    @Option(help: ArgumentHelp("Columns and rows of --plain.", valueName: "WxH"))
    var size = "80x24"

    @Option(
        help: ArgumentHelp(
            "Show everything as it was known at this instant, such as 2026-10-17T02:14+05:00 or 02:14.",
            valueName: "time"))
    var at: String?

    @Option(
        help: ArgumentHelp(
            "Symbols of graphs: braille, block, ascii (default: by terminal and caricc selftest).", valueName: "symbols"))
    var glyphs: SymbolLadder?

    @Flag(help: "Frames and graphs in ASCII, as --glyphs ascii.")
    var ascii = false

    @Flag(help: "Let the mouse select rows; it is off so that the terminal's own selection works.")
    var mouse = false
}

extension SymbolLadder: ExpressibleByArgument {}

extension ConsoleOptions {
    /// The terminal as these options and its profile want it, and the symbols for graphs on it.
    func terminal(_ environment: (String) -> String?) -> (options: TerminalOptions, symbols: SymbolLadder) {
        let type = environment("TERM") ?? ""
        let profile = TerminalProfile.folder(environment: environment).flatMap {
            TerminalProfile.known(type: type, in: $0)
        }
        var terminal = TerminalOptions()
        terminal.mouse = mouse
        let wanted = ascii ? .ascii : glyphs
        terminal.asciiFrames = wanted.map { $0 == .ascii } ?? profile?.needsASCIIFrames ?? false
        terminal.synchronisesOutput = profile?.isSynchronised ?? false
        return (terminal, wanted ?? profile?.ladder ?? SymbolLadder.automatic(type: type, isUTF8: true))
    }

    func canvasSize() throws -> (width: Int, height: Int) {
        let parts = size.lowercased().split(separator: "x").compactMap { Int($0) }
        guard parts.count == 2, parts.allSatisfy({ (1...1_000).contains($0) }) else {
            throw ValidationError("--size wants columns and rows such as 80x24, not “\(size)”.")
        }
        return (parts[0], parts[1])
    }

    func theme(from shelf: ThemeShelf) throws -> Theme {
        do throws(ThemeFault) {
            return try shelf.theme(named: theme)
        } catch {
            throw CommandFault.said(error.message)
        }
    }

    /// The screen that --plain names.
    func plainScreen() throws -> ScreenID? {
        guard let plain else { return nil }
        switch plain.lowercased() {
        case "board": return .board
        case "alerts": return .alerts
        case "deliveries": return .deliveries
        case "watch": return .watch
        case "log": return .log
        default:
            guard let name = SubjectName(plain.uppercased()) else {
                throw ValidationError(
                    "There is no screen “\(plain)”; there are board, alerts, deliveries, watch, log, and any subject such as AL-2026-0001."
                )
            }
            return .subject(name)
        }
    }
}
