/// On which line of a scenario file each step and key stands; the TOML parser keeps no places for what it accepts.
struct ScenarioPlaces {
    private var lines: [String: Int] = [:]

    init(in text: String) {
        var step = 0
        var table = ""
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let content = line.drop { $0 == " " || $0 == "\t" }
            if content.hasPrefix("[[step]]") {
                step += 1
                table = ScenarioPlaces.path(step, "")
                note(table, index + 1)
            } else if content.hasPrefix("["), !content.hasPrefix("[[") {
                let name = content.dropFirst().prefix { $0 != "]" }
                let isOfStep = step > 0 && name.hasPrefix("step.")
                table = isOfStep ? ScenarioPlaces.path(step, String(name.dropFirst(5))) : String(name)
                note(table, index + 1)
            } else if !content.hasPrefix("#"), let equals = content.firstIndex(of: "=") {
                let key = content[..<equals].filter { $0 != " " && $0 != "\t" && $0 != "\"" }
                note(table.isEmpty ? key : table + "." + key, index + 1)
            }
        }
    }

    /// Counted from 1: the line of the key, or of the nearest table around it; 0 where neither is found.
    func line(step: Int?, key: String) -> Int {
        var path = Substring(step.map { ScenarioPlaces.path($0, key) } ?? key)
        while !path.isEmpty {
            if let line = lines[String(path)] { return line }
            guard let dot = path.lastIndex(of: ".") else { return 0 }
            path = path[..<dot]
        }
        return 0
    }

    private static func path(_ step: Int, _ key: String) -> String { key.isEmpty ? "#\(step)" : "#\(step).\(key)" }

    private mutating func note(_ key: String, _ line: Int) {
        if lines[key] == nil { lines[key] = line }
    }
}
