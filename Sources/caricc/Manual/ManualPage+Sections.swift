import Places
import Settings
import Wording

/// What no declaration says: files, variables, statuses, and a first evening.
extension ManualPage {
    static func files(_ page: inout Roff) {
        page.section("FILES")
        page.line(
            """
            All of them may be absent. They lie in $XDG_CONFIG_HOME/caricc, or in ~/.config/caricc where that variable \
            is not set or not an absolute path. “caricc config path” prints the places, “caricc config check” reads \
            them and says what is wrong, with file, line and key, and “caricc config show” says where each value comes \
            from. A running console takes changes over at once; where a file has a fault, what held before stays.
            """)
        page.item("config.toml", "The settings below.")
        page.item("keys.toml", "Keys of your own.")
        page.item("views.toml", "Saved views.")
        page.item("themes/NAME.toml", "Themes of your own.")
        page.item(
            "keys/CENTRE+live+ID.key",
            "Officers' keys, in $CARICC_HOME or, without it, in caricc in the XDG data folder; for exercises +exercise+."
        )
        page.paragraph("The keys of config.toml, with the values that hold where nothing is said:")
        for key in SettingKey.allCases {
            let standard = key.builtIn.map { " = " + $0.toml } ?? ""
            page.item(key.rawValue + standard, Catalogue.english.text(key.explanation))
        }
    }

    static func environment(_ page: inout Roff) {
        page.section("ENVIRONMENT")
        page.line(
            """
            An option stands in front of a variable, a variable in front of config.toml, and that in front of what is \
            built in. Only LC_MESSAGES, LANG and XDG_DATA_HOME stand behind the file.
            """)
        for (name, meaning) in variables { page.item(name, meaning) }
    }

    private static let variables = [
        ("CARICC_HOME", "The folder of the log."),
        (
            "CARICC_OFFICER",
            "Who sits here, as it is written into the log; where officers have keys, whose key to use if several are here."
        ),
        ("CARICC_LANGUAGE, LC_ALL, LC_MESSAGES, LANG", "The language of sentences."),
        ("TZ", "The clock, where it names a zone that is known here."),
        ("TERM", "The kind of terminal."),
        ("NO_COLOR", "If it is set and not empty, no colours are shown."),
        ("ESCDELAY", "How long Esc waits for the rest of a key, in milliseconds."),
        ("XDG_CONFIG_HOME, XDG_DATA_HOME", "Where configuration and logs are looked for; relative paths are ignored."),
    ]

    static func places(_ page: inout Roff) {
        page.section("PLACES")
        page.line(
            """
            Place fields of forms are completed with Tab, in the script that is typed, and “caricc places” finds towns, \
            airports, ports and crossings by name, code or position. Of a crossing, hours and standing are not known \
            unless they are shown, and a position may be marked as approximate or as disputed between sources. The \
            tables, with their licences in full, lie in the folder Tables beside the program's words.
            """)
        for line in Gazetteer.attribution { page.paragraph(Catalogue.english.text(line)) }
    }

    static func statuses(_ page: inout Roff) {
        page.section("EXIT STATUS")
        for status in ExitStatus.allCases { page.item(String(status.rawValue), status.meaning) }
    }

    static let examples: [(sentence: String, lines: [String])] = [
        (
            "A log, the watch, an alert, and the board:",
            [
                "export CARICC_HOME=$HOME/night",
                "caricc log create \"$CARICC_HOME\" --centre CARICC --desk ALMATY-1 --single --officer a.orazov",
                "caricc shift start --until 24h",
                "caricc alert raise \"UZB seized heroin 6.3 kg at Malik\" --source UZB --priority 1", "caricc",
            ]
        ),
        (
            "Two custodians found a log, and enrol an officer:",
            [
                "caricc officer key new e.ermekov --name \"E. Ermekov\" --person KZ-001 --centre CARICC > e.card",
                "caricc officer key new s.karimova --name \"S. Karimova\" --person KZ-002 --centre CARICC > s.card",
                "caricc log create /srv/caricc/log --centre CARICC --desk ALMATY-1 --custodian e.card --custodian s.card",
                "caricc officer enrol a.card --roles duty-officer --officer e.ermekov",
                "caricc officer approve 3 --officer s.karimova",
            ]
        ),
        ("A running exercise on a log that is thrown away:", ["caricc demo"]),
        ("A file of settings to begin with:", ["caricc config sample > ~/.config/caricc/config.toml"]),
        ("The ten last records for another program:", ["caricc log show --json --last 10"]),
        ("Rows from another program:", ["zcat seizures.csv.gz | caricc import -"]),
    ]
}

extension ExitStatus {
    /// What it means, for the manual.
    var meaning: String {
        switch self {
        case .done: "Done."
        case .findings: "Done, and something was found: bad rows, a fault in a file."
        case .usage: "The command line cannot be understood."
        case .notAllowed: "The rules do not allow it, or somebody wrote first."
        case .notSure: "Nothing can be promised: a fault of the disk, of a file, of the log."
        case .short: "The log is shorter than its head says."
        case .damaged: "A record of the log is damaged."
        case .altered: "The log was altered, or there are two of it."
        case .notALog: "There is no log."
        }
    }
}
