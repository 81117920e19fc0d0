import Testing

@testable import Wording

/// Every sentence of the sources is there in Russian and Chinese.
@Suite struct SourceMessagesTests {
    static let translated: [Language] = [.ru, .zh]
    static let folders = ["Interface", "Wording", "caricc"]

    @Test func dump() throws {
        let found = try SourceMessages(of: Self.folders)
        for (key, place) in found.keys.sorted(by: { ($0.value.file, $0.value.line) < ($1.value.file, $1.value.line) }) {
            print("KEY\t\(place.file):\(place.line)\t\(key.context ?? "")\t\(key.id)\t\(key.plural ?? "")")
        }
        for place in found.unclear { print("UNCLEAR\t\(place)") }
    }
}
