/// One form of registration plate of one State.
///
/// In `form`, `9` is a digit, `A` any Latin letter, `R` one of the twelve letters that Latin and Cyrillic share (all that the
/// Russian Federation uses), `X` any letter, anything else itself. The seven States: forms of cars, lorries and trailers, old
/// and new; neighbours loosely, because their plates are met as somebody wrote them down.
struct PlatePattern: Sendable {
    let state: String
    let form: [Unicode.Scalar]
    /// Where the region's number or letters stand, and which there are; nil where the form has none.
    let region: Range<Int>?
    let regions: Set<String>
    /// Distinct enough to be taken for a plate wherever it stands, written without separators.
    let isDistinct: Bool

    private init(
        _ state: String, _ form: String, region: Range<Int>? = nil, _ regions: Set<String> = [], sure: Bool = false
    ) {
        self.state = state
        self.form = Array(form.unicodeScalars)
        self.region = region
        self.regions = regions
        isDistinct = sure
    }

    func fits(_ signs: [Unicode.Scalar]) -> Bool {
        guard signs.count == form.count else { return false }
        for (sign, place) in zip(signs, form) where !PlatePattern.fits(sign, place) { return false }
        guard let region else { return true }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: signs[region])
        return regions.contains(String(text))
    }

    private static func fits(_ sign: Unicode.Scalar, _ place: Unicode.Scalar) -> Bool {
        switch place {
        case "9": ("0"..."9").contains(sign)
        case "A": ("A"..."Z").contains(sign)
        case "R": twelve.contains(sign)
        case "X": ("A"..."Z").contains(sign) || Script(sign) == .arabic
        case "C": Script(sign) == .han
        case "*": ("A"..."Z").contains(sign) || ("0"..."9").contains(sign)
        default: sign == place
        }
    }

    private static let twelve = Set("ABEKMHOPCTYX".unicodeScalars)

    private static func numbers(_ range: ClosedRange<Int>) -> Set<String> {
        Set(range.map { $0 < 10 ? "0\($0)" : "\($0)" })
    }

    static let all: [PlatePattern] = {
        let kazakh = numbers(1...20)
        let kyrgyz = numbers(1...9)
        let tajik = numbers(1...8)
        let uzbek: Set = ["01", "10", "20", "25", "30", "40", "50", "60", "70", "75", "80", "85", "90", "95"]
        let turkmen: Set = ["AG", "AH", "BN", "DZ", "LB", "MR"]
        return [
            // Kazakhstan since 2012: persons, organisations, trailers, motorcycles; before: with a letter for the region.
            PlatePattern("KAZ", "999AAA99", region: 6..<8, kazakh, sure: true),
            PlatePattern("KAZ", "999AA99", region: 5..<7, kazakh),
            PlatePattern("KAZ", "99AAA99", region: 5..<7, kazakh),
            PlatePattern("KAZ", "A999AAA"), PlatePattern("KAZ", "A999AA"), PlatePattern("KAZ", "A9999AA"),
            // Kyrgyzstan since 2016, with and without the country sign; trailers; before: with a letter for the region.
            PlatePattern("KGZ", "99KG999AAA", region: 0..<2, kyrgyz, sure: true),
            PlatePattern("KGZ", "99KG999AA", region: 0..<2, kyrgyz, sure: true),
            PlatePattern("KGZ", "99KG9999AA", region: 0..<2, kyrgyz, sure: true),
            PlatePattern("KGZ", "99999AAA", region: 0..<2, kyrgyz),
            PlatePattern("KGZ", "99999AA", region: 0..<2, kyrgyz),
            PlatePattern("KGZ", "A9999AA"), PlatePattern("KGZ", "A9999A"), PlatePattern("KGZ", "AA9999A"),
            // Russian Federation: cars; trailers; hired vehicles; police; transit.
            PlatePattern("RUS", "R999RR99", sure: true), PlatePattern("RUS", "R999RR999", sure: true),
            PlatePattern("RUS", "RR999999"), PlatePattern("RUS", "RR9999999"), PlatePattern("RUS", "RR99999"),
            PlatePattern("RUS", "R999999"), PlatePattern("RUS", "RR999R99"), PlatePattern("RUS", "9999RR99"),
            PlatePattern("RUS", "9999RR999"),
            PlatePattern("TJK", "9999AA99", region: 6..<8, tajik, sure: true),
            PlatePattern("TJK", "999AA99", region: 5..<7, tajik),
            PlatePattern("TKM", "AA9999AA", region: 6..<8, turkmen, sure: true),
            PlatePattern("TKM", "A9999AA", region: 5..<7, turkmen),
            PlatePattern("UZB", "99A999AA", region: 0..<2, uzbek, sure: true),
            PlatePattern("UZB", "99999AAA", region: 0..<2, uzbek, sure: true),
            PlatePattern("UZB", "999999AA", region: 0..<2, uzbek), PlatePattern("UZB", "99A9999", region: 0..<2, uzbek),
            PlatePattern("UZB", "99AA9999", region: 0..<2, uzbek),
            PlatePattern("UZB", "99H999999", region: 0..<2, uzbek),
            PlatePattern("AZE", "99AA999"),
            PlatePattern("AFG", "AAA99999"), PlatePattern("AFG", "AAA9999"),
            PlatePattern("IRN", "99X99999"),
            PlatePattern("CHN", "CA*****"), PlatePattern("CHN", "CA******"),
            PlatePattern("TUR", "99A9999"), PlatePattern("TUR", "99A99999"), PlatePattern("TUR", "99AA999"),
            PlatePattern("TUR", "99AA9999"), PlatePattern("TUR", "99AAA99"), PlatePattern("TUR", "99AAA999"),
        ]
    }()

    private static let byLength: [Int: [PlatePattern]] = Dictionary(grouping: all) { $0.form.count }

    static func fitting(_ signs: [Unicode.Scalar]) -> [PlatePattern] {
        (byLength[signs.count] ?? []).filter { $0.fits(signs) }
    }

    static func states(_ patterns: [PlatePattern]) -> [String] {
        var states: [String] = []
        for pattern in patterns where !states.contains(pattern.state) { states.append(pattern.state) }
        // A neighbour's loose form says nothing where a State of the region has one that fits.
        let members = states.filter { !["AFG", "IRN", "CHN", "TUR"].contains($0) }
        return members.isEmpty ? states : members
    }

    static func read(_ typed: String, _ state: String?) -> Identifier.Reading {
        let form = TypedForm(typed)
        let patterns = fitting(form.signs)
        var reading = Identifier.Reading(normal: form.text, states: states(patterns))
        if let state, !patterns.contains(where: { $0.state == state }) {
            let isKnown = all.contains { $0.state == state }
            reading.remarks.append(isKnown ? .notOfState(state) : .unusualForm)
        } else if let state {
            reading.states = [state]
        } else if patterns.isEmpty {
            reading.remarks.append(.unusualForm)
        }
        // In the Russian Federation a plate is as often written in Cyrillic throughout.
        let letters = form.signs.count { Script($0) != nil }
        let isCyrillicPlate =
            form.folded.count == letters && form.folded.allSatisfy { $0.script == .cyrillic }
            && (state ?? "RUS") == "RUS" && patterns.contains { $0.state == "RUS" }
        if !isCyrillicPlate { reading.remarks += form.folded.map { .readAs($0) } }
        return reading
    }

    /// A Kyrgyz plate without `KG` in its middle; any other plate as it is.
    static func withoutCountrySign(_ normal: String) -> String {
        let bytes = Array(normal.utf8)
        guard (9...10).contains(bytes.count), bytes[2] == UInt8(ascii: "K"), bytes[3] == UInt8(ascii: "G"),
            bytes[..<2].allSatisfy({ CheckDigits.digit($0) != nil }),
            bytes[4...6].allSatisfy({ CheckDigits.digit($0) != nil })
        else { return normal }
        return String(decoding: bytes[..<2] + bytes[4...], as: UTF8.self)
    }
}
