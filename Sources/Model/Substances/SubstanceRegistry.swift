/// The substances that the product knows by code and by name.
package enum SubstanceRegistry {
    /// Until when decisions of the Commission on Narcotic Drugs were put down, as far as they were sure.
    package static let edition = "2024-12"

    package static let all: [Substance] = SubstanceTable.parts.flatMap { (try? SubstanceTable.read($0)) ?? [] }

    package static func substance(code: String) -> Substance? { byCode[code] }

    package static let codes = Set(all.map(\.code))

    private static let byCode = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }
}
