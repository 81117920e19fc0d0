import Settings
import Testing

/// What a partner may is read from its file, or not at all.
@Suite struct PartnerSettingsTests {
    private let choices = PartnerSettings.Choices(
        channels: ["spool", "cencomm"], kinds: ["warning", "bulletin"],
        formats: ["cap", "labelled_text", "unodc_csv", "record_lines"])

    private func read(_ text: String) throws(PartnerFault) -> PartnerSettings {
        try PartnerSettings(reading: Array(text.utf8), name: "partner.toml", choices: choices)
    }

    @Test func theSampleIsWhatAFileWithItsPartyAloneMeans() throws {
        let sample = PartnerSettings.sample(party: "UZB", realm: .live, choices: choices)
        #expect(try read(sample) == PartnerSettings(party: "UZB"))
        #expect(try read("party = \"UZB\"") == PartnerSettings(party: "UZB"))
        for key in PartnerSettings.Key.allCases { #expect(sample.contains("\n\(key.rawValue) = ") || key == .party) }
    }

    @Test func everyKeyIsRead() throws {
        let settings = try read(
            """
            party = "ContainerComm"
            channel = "cencomm"
            formats = ["cap"]
            priority = 1
            kind = "bulletin"
            realm = "exercise"
            senders = ["a@b"]
            raise = true
            per_minute = 6
            per_day = 7
            """)
        var wanted = PartnerSettings(party: "ContainerComm")
        (wanted.channel, wanted.formats, wanted.priority, wanted.kind) = ("cencomm", ["cap"], 1, "bulletin")
        (wanted.realm, wanted.senders, wanted.raisesAlerts) = (.exercise, ["a@b"], true)
        (wanted.perMinute, wanted.perDay) = (6, 7)
        #expect(settings == wanted)
    }

    @Test func aFaultIsTheFirstByLineWithItsKey() {
        func fault(_ text: String) -> PartnerFault? {
            do throws(PartnerFault) {
                _ = try read(text)
                return nil
            } catch {
                return error
            }
        }
        #expect(fault("")?.problem == .missing)
        #expect(fault("") == PartnerFault(file: "partner.toml", line: 0, key: "party", problem: .missing))
        let cases: [(String, String, PartnerFault.Problem)] = [
            ("priority = 5", "priority", .outOfRange(1...4)), ("priority = \"2\"", "priority", .outOfRange(1...4)),
            (
                "chanel = \"spool\"", "chanel",
                .unknownKey(nearest: "channel", known: PartnerSettings.Key.allCases.map(\.rawValue))
            ),
            ("kind = \"warnin\"", "kind", .unknownValue("warnin", nearest: "warning", known: choices.kinds)),
            ("formats = [\"xls\"]", "formats", .unknownValue("xls", nearest: nil, known: choices.formats)),
            ("senders = \"a\"", "senders", .notAList), ("raise = 1", "raise", .notAFlag),
            ("per_day = 0", "per_day", .outOfRange(PartnerSettings.dayRange)),
        ]
        for (line, key, problem) in cases {
            let found = fault("party = \"UZB\"\n\(line)\n")
            #expect(found == PartnerFault(file: "partner.toml", line: 2, key: key, problem: problem), "\(line)")
        }
        #expect(fault("party = \"\"")?.problem == .notAName)
        #expect(fault("party = \"UZB\"\nparty = \"KAZ\"")?.line == 2)
        #expect(fault("party = ")?.line == 1)
    }
}
