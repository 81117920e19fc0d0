import Wording

extension Message {
    /// What is wrong in a file of the configuration: `file:line:column: key: sentence`, without the parts that are not
    /// known. Editors find the place by it.
    package static func fault(
        in file: String, folder: String? = nil, line: Int = 0, column: Int? = nil, key: String = "",
        _ sentence: Message
    ) -> Message {
        var place = (folder.map { $0 + "/" } ?? "") + file
        if line > 0 { place += ":\(line)" }
        if let column { place += ":\(column)" }
        return key.isEmpty ? "\(place): \(sentence)" : "\(place): \(key): \(sentence)"
    }
}
