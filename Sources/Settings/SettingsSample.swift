import Wording

/// A file of settings to begin with: every key with its sentence and its built-in value, all of it commented out.
package enum SettingsSample {
    package static func text(in catalogue: Catalogue) -> String {
        var rows = [
            "# " + catalogue.text("Settings of caricc. Take the # away from a line to change what it says."),
            "# "
                + catalogue.text(
                    "A running console takes over what is saved here; “caricc config check” reads it first."),
        ]
        for key in SettingKey.allCases {
            rows += ["", "# " + catalogue.text(key.explanation)]
            if let known = values(of: key, catalogue) { rows.append("# " + known) }
            rows.append("#\(key.rawValue) = \(example(of: key).toml)")
        }
        return rows.joined(separator: "\n") + "\n"
    }

    /// What may stand there, where it is a short list.
    private static func values(of key: SettingKey, _ catalogue: Catalogue) -> String? {
        switch key.kind {
        case .choice(let known), .ranking(let known):
            catalogue.text("Values: \(known.joined(separator: ", "))")
        case .steps(_, let known): catalogue.text("Steps of minutes and one of: \(known.joined(separator: ", "))")
        case .flag: catalogue.text("Values: \("true, false")")
        case .number(let range): catalogue.text("From \(range.lowerBound) to \(range.upperBound).")
        default: nil
        }
    }

    private static func example(of key: SettingKey) -> SettingValue {
        switch key {
        case .officer: .word("sagynbaeva")
        case .log: .word("~/night")
        case .layouts: .list(["ru", "us", "kz"])
        default: key.builtIn ?? .word("")
        }
    }
}
