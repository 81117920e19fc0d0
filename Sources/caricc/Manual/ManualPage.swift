import Settings
import Wording

/// caricc(1): the commands from their declaration, the rest by hand.
struct ManualPage {
    let text: String

    init(of tool: CommandInfo, version: String, date: String) {
        var page = Roff()
        page.title("CARICC", section: 1, date: date, source: "caricc " + version)
        page.section("NAME")
        page.line("caricc - the watch of a regional information centre, on one sealed log")
        ManualPage.synopsis(&page)
        ManualPage.commands(of: tool, &page)
        ManualPage.officers(&page)
        ManualPage.files(&page)
        ManualPage.environment(&page)
        ManualPage.places(&page)
        ManualPage.statuses(&page)
        page.section("EXAMPLES")
        for (sentence, lines) in ManualPage.examples {
            page.paragraph(sentence)
            page.example(lines)
        }
        page.section("SEE ALSO")
        page.line("bash(1), tmux(1), terminfo(5), inotify(7)")
        text = page.text
    }

    private static func synopsis(_ page: inout Roff) {
        page.section("SYNOPSIS")
        page.request("B", "caricc")
        page.line("[options] [command]")
        page.section("DESCRIPTION")
        page.line(
            """
            Without a command, caricc opens the live board of a log: controlled deliveries, alerts, the watch, and what is \
            due next. ? on the board lists what can be done there, : takes a command by its name, Esc goes back, and \
            :quit leaves. Everything that a key does, a command of the shell does with the same word.
            """)
    }

    // MARK: Commands

    private static func commands(of tool: CommandInfo, _ page: inout Roff) {
        let standing = tool.commands.first { $0.commandName == tool.defaultSubcommand }
        page.section("OPTIONS")
        page.line("Without a command, these of the board can be given.")
        items(standing?.shownArguments ?? tool.shownArguments, &page)
        page.section("COMMANDS")
        let common = Set((standing?.shownArguments ?? []).compactMap { name(of: $0, withValue: false) })
        for command in tool.commands { describe(command, path: [], common: common, &page) }
    }

    private static func describe(
        _ command: CommandInfo, path: [String], common: Set<String>, _ page: inout Roff
    ) {
        let words = path + [command.commandName]
        let positional = command.shownArguments.filter(\.isPositional).compactMap { name(of: $0, withValue: true) }
        page.request("SS", (words + positional).joined(separator: " "))
        let aliases = command.aliases.map { " Also: " + $0.joined(separator: ", ") + "." } ?? ""
        page.line((command.abstract ?? "") + aliases)
        let (prose, examples) = parts(of: command.discussion ?? "")
        if !prose.isEmpty { page.paragraph(prose) }
        let own = command.shownArguments.filter {
            !common.contains(name(of: $0, withValue: false) ?? "") && !isStandard($0)
        }
        items(own, &page)
        if !examples.isEmpty { page.example(examples) }
        for below in command.commands { describe(below, path: words, common: common, &page) }
    }

    private static func isStandard(_ argument: CommandInfo.Argument) -> Bool {
        argument.names?.contains { $0.name == "help" || $0.name == "version" } ?? false
    }

    /// A flag and its opposite have one sentence, and become one item.
    private static func items(_ arguments: [CommandInfo.Argument], _ page: inout Roff) {
        var rest = arguments[...]
        while let first = rest.popFirst() {
            var names = [name(of: first, withValue: true)]
            while let next = rest.first, !next.takesValue, !next.isPositional, next.abstract == first.abstract {
                names.append(name(of: next, withValue: false))
                rest.removeFirst()
            }
            let standard = first.defaultValue.map { " (default: \($0))" } ?? ""
            page.item(names.compactMap { $0 }.joined(separator: ", "), (first.abstract ?? "") + standard)
        }
    }

    /// `--theme <name>`, `<file> ...`.
    private static func name(of argument: CommandInfo.Argument, withValue: Bool) -> String? {
        let value = "<" + (argument.valueName ?? "value") + ">" + (argument.isRepeating ? " ..." : "")
        if argument.isPositional { return argument.isOptional && withValue ? "[\(value)]" : value }
        let names = (argument.names ?? []).map(\.typed).joined(separator: ", ")
        guard !names.isEmpty else { return nil }
        return withValue && argument.takesValue ? names + " " + value : names
    }

    /// The sentences of a discussion, and the lines of its examples, which begin with two spaces.
    private static func parts(of discussion: String) -> (prose: String, examples: [String]) {
        let lines = discussion.split(separator: "\n").map(String.init)
        let examples = lines.filter { $0.hasPrefix("  ") }.map { String($0.dropFirst(2)) }
        var prose = lines.filter { !$0.hasPrefix("  ") }.joined(separator: "\n")
        for word in ["Examples:", "Example:"] where prose.hasSuffix(word) { prose.removeLast(word.count) }
        while prose.last?.isWhitespace == true { prose.removeLast() }
        return (prose, examples)
    }
}
