import Testing
import Wording

@testable import Settings

@Suite struct SettingsFileTests {
    private let choices = SettingChoices(themes: ["default", "dark", "light"])

    private func read(_ text: String) -> SettingsFile {
        SettingsFile(reading: Array(text.utf8), name: "config.toml", choices: choices)
    }

    private func problems(_ text: String) -> [SettingsFault.Problem] { read(text).faults.map(\.problem) }

    @Test func whatIsSoundIsTakenWithItsLine() {
        let file = read(
            "# mine\n\ntheme = \"dark\"\r\nmouse = true\nlayouts = [\n  \"kz\",\n  \"us\",\n]\nzone = \"+04:30\"\n")
        #expect(file.faults == [])
        #expect(file.values[.theme] == .word("dark") && file.lines[.theme] == 3)
        #expect(file.values[.layouts] == .list(["kz", "us"]) && file.lines[.layouts] == 5)
        #expect(file.lines[.zone] == 9)
        #expect(file.values[.language] == nil)
    }

    @Test func aMistakeNamesLineKeyAndProblemAndCostsOnlyItsOwnKey() {
        let file = read(
            """
            them = "dark"
            mouse = "yes"
            escape_delay_ms = 0
            layouts = ["us", "kx"]
            language = "rru"
            zone = "Almati"
            title = false
            """)
        let expected: [(Int, String, SettingsFault.Problem)] = [
            (1, "them", .unknownKey(nearest: "theme")), (2, "mouse", .wrongType(.mouse)),
            (3, "escape_delay_ms", .outOfRange(1...5_000)),
            (4, "layouts", .unknownValue("kx", nearest: "kz", known: Preferences.keyboardNames)),
            (5, "language", .unknownValue("rru", nearest: "ru", known: ["en", "ru", "zh"])),
            (6, "zone", .unknownValue("Almati", nearest: "Almaty", known: Zone.all.map(\.name))),
        ]
        #expect(file.faults.count == expected.count)
        for (fault, (line, key, problem)) in zip(file.faults, expected) {
            #expect(fault.line == line && fault.key == key && fault.problem == problem)
        }
        #expect(file.values == [.title: .flag(false)])
    }

    @Test func everyOtherMistake() {
        #expect(problems("frobnicate = 1") == [.unknownKey(nearest: nil)])
        #expect(problems("[colours]\nx = 1") == [.unknownKey(nearest: nil)])
        #expect(problems("[theme]\nx = 1") == [.wrongType(.theme)])
        #expect(problems("repaint_minutes = 5.5") == [.wrongType(.repaintMinutes)])
        #expect(problems("repaint_minutes = 1441") == [.outOfRange(0...1_440)])
        #expect(problems("repaint_minutes = -9223372036854775808") == [.outOfRange(0...1_440)])
        #expect(problems("layouts = [1, 2]") == [.wrongType(.layouts)])
        #expect(problems("layouts = [\"us\", \"us\"]") == [.repeatedItem("us")])
        #expect(problems("layouts = []").count == 1)
        #expect(problems("log = \"night\"") == [.notAbsolute("night")])
        #expect(problems("officer = \"\"") == [.notAName])
        #expect(problems("officer = \"a\\u001b[2J\"") == [.notAName])
        #expect(
            problems("theme = \"drak\"").first == .unknownValue("drak", nearest: "dark", known: choices.themes ?? []))
    }

    @Test func theStepsOfAnEscalationFollowEachOtherAndNameKnownPeople() {
        func problem(_ list: String) -> SettingsFault.Problem? {
            let file = read("theme = \"dark\"\nescalation_1 = \(list)\n")
            #expect(file.faults.allSatisfy { $0.line == 2 && $0.key == "escalation_1" })
            return file.faults.first?.problem
        }
        #expect(problem("[\"1 watch\", \"4 supervisors\"]") == nil && problem("[]") == nil)
        #expect(
            problem("[\"watch\"]") == .notAStep("watch") && problem("[\"5 the watch\"]") == .notAStep("5 the watch"))
        #expect(problem("[\"0 watch\"]") == .outOfRange(1...1_440))
        #expect(problem("[\"5 watch\", \"5 second\"]") == .notLater("5 second"))
        #expect(problem("[\"5 watch\", \"9 watch\"]") == .repeatedItem("watch"))
        #expect(
            problem("[\"5 leadr\"]")
                == .unknownValue("leadr", nearest: "leader", known: EscalationStep.everybody))
        #expect(problem("\"5 watch\"") == .wrongType(.escalation1))
        #expect(Preferences().escalation.map(\.count) == [4, 3, 2])
    }

    @Test func whatIsNoTOMLHasLineAndColumnAndNoValues() {
        let file = read("theme = \"dark\"\nmouse = \n")
        #expect(file.values.isEmpty)
        #expect(file.faults.count == 1 && file.faults[0].line == 2 && file.faults[0].column != nil)
        let twice = read("theme = \"dark\"\nmouse = true\ntheme = \"light\"\n").faults
        #expect(twice.map(\.problem) == [.duplicate(firstLine: 1)])
        #expect(twice.first?.line == 3 && twice.first?.key == "theme")
        let bytes = SettingsFile(reading: [0x61, 0xFF, 0x00], name: "config.toml", choices: choices)
        #expect(bytes.faults.map(\.problem) == [.notUTF8])
    }

    /// The parser would end the process over these.
    @Test(arguments: [
        ("[[[x]]]", 1, 3), ("a = 1\n[!x]", 2, 2), ("[тема]", 1, 2), ("\n\n  [ [x] ]", 3, 5), ("[.x]", 1, 2),
        ("[#]", 1, 2), ("a = [ # [\n]\n[=]", 3, 2), ("a = \"[\"\n[(]", 2, 2), ("a = '\\'\n[(]", 2, 2),
        ("a = \"\\\"[\"\n[(]", 2, 2), ("a = 1\u{0}", 1, 6), ("[[\nx]]", 1, 3), ("a = [ } ]", 1, 7),
        ("a = [\u{2028}]", 1, 6), ("тема = 1", 1, 1), ("\u{FEFF}[!]", 1, 5), ("a = \"\u{0}\"", 1, 6),
    ])
    func aHeadingThatTheParserCannotBear(_ text: String, _ line: Int, _ column: Int) {
        let fault = read(text).faults.first
        #expect(fault?.line == line && fault?.column == column)
        guard case .syntax? = fault?.problem else {
            Issue.record("\(String(describing: fault))")
            return
        }
    }

    @Test(arguments: [
        "[general]", "[[views]]", "[ \"тема\" ]", "a = [\n  [\"(\"],\n[ ! ]", "a = \"\"\"\n[!note]\n\"\"\"",
        "a = '''\n[!]'''", "# [!]", "a = { b = [\n", "a = \"ж\" # ж\r\n", "\u{FEFF}a = 1", "[a.b]\nc = 1", "[]", "[",
        "[[",
        "a = \"\"\"\\\"\"\"\n[!]\"\"\"",
    ])
    func whatIsNoHeadingIsLeftToTheParser(_ text: String) {
        #expect(TOMLFlaw.first(in: text) == nil)
        _ = read(text)
    }

    /// Short texts of everything that means something in TOML; a fault is an answer, the end of the process is none.
    @Test func noTextEndsTheProcess() {
        var numbers = SystemRandomNumberGenerator()
        let pieces = [
            "[", "]", "[[", "=", "\"", "'", "\"\"\"", "'''", "\n", " ", "#", "a", ".", "1", "{", "}", ",", "\\", "ж",
            "!",
        ]
        for _ in 0..<5_000 {
            let count = Int.random(in: 1...14, using: &numbers)
            _ = read((0..<count).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined())
        }
    }

    /// Every byte of a file may be lost: the reader must answer in all cases, and never invent a value.
    @Test func aFileThatWasCutIsAFaultOrShorter() {
        let bytes = Array(SettingsSample.text(in: .english).replacing("\n#", with: "\n").utf8)
        let sample = Array("theme = \"dark\"\nlayouts = [\"us\", \"kz\"]\nmouse = true\n".utf8)
        let whole = SettingsFile(reading: sample, name: "c", choices: choices).values
        for text in [bytes, sample] {
            for length in stride(from: 0, to: text.count, by: text.count > 200 ? 37 : 1) {
                let file = SettingsFile(reading: Array(text[..<length]), name: "c", choices: choices)
                if text == sample { for (key, value) in file.values { #expect(whole[key] == value) } }
            }
        }
    }

    @Test func theSampleIsSoundWithAndWithoutItsComments() {
        let text = SettingsSample.text(in: .english)
        #expect(read(text).faults == [] && read(text).values.isEmpty)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let open = lines.map { $0.hasPrefix("#") && !$0.hasPrefix("# ") ? $0.dropFirst() : $0 }.joined(separator: "\n")
        let file = read(open)
        #expect(file.faults == [])
        #expect(file.values.count == SettingKey.allCases.count)
        for key in SettingKey.allCases where key.builtIn != nil { #expect(file.values[key] == key.builtIn, "\(key)") }
    }

    @Test func whatIsBuiltInPassesItsOwnRules() {
        for key in SettingKey.allCases {
            if let value = key.builtIn { #expect(choices.problem(with: value, for: key) == nil, "\(key)") }
        }
    }

    @Test func valuesSurviveBeingWritten() {
        let hard = "a \"quoted\" \\ tab\t line\n \u{1} Ж 警"
        let file = SettingsFile(
            reading: Array("theme = \(SettingValue.word(hard).toml)".utf8), name: "c", choices: SettingChoices())
        #expect(file.values[.theme] == .word(hard))
    }
}
