extension Evidence {
    mutating func addPlace(_ account: SeizureAccount, _ other: SeizureAccount) {
        guard let a = account.place, let b = other.place, !PlaceWords(a).keys.isEmpty, !PlaceWords(b).keys.isEmpty
        else { return }
        let likeness = NameLikeness(a, b).knowing(account.known, other.known)
        if likeness.score == 1000 { return add(.samePlace(a), 200) }
        if likeness.isSame { return add(.placeAlike(a, b, likeness), 190) }
        if let part = Evidence.shared(a, b) { return add(.placeWithin(a, b), part) }
        if likeness.score >= NameLikeness.likelyFrom { return add(.placeAlike(a, b, likeness), 130) }
        if Evidence.isVague(a) || Evidence.isVague(b) { return }
        add(.otherPlace(a, b), -180)
    }

    /// What a part that both name counts for: "Araz river bank, Goradiz" and "Horadiz".
    private static func shared(_ a: String, _ b: String) -> Int? {
        let (parts, others) = (parts(a), parts(b))
        guard parts.count > 1 || others.count > 1 else { return nil }
        var best = 0
        for part in parts {
            for other in others { best = max(best, NameLikeness(part, other).score) }
        }
        return best >= NameLikeness.sameFrom ? 150 : best >= NameLikeness.likelyFrom ? 100 : nil
    }

    static func parts(_ name: String) -> [String] {
        name.split { ",;/()".contains($0) }.map { String($0).trimmingBlanks }.filter { $0.count > 2 }.prefix(6).map {
            $0
        }
    }

    /// A name of something larger says nothing against a place within it.
    private static func isVague(_ name: String) -> Bool {
        let words = SearchFolding.fold(name).split(separator: " ").map { String(String.UnicodeScalarView($0)) }
        return words.contains { large.contains($0) }
    }

    private static let large: Set<String> = [
        "region", "oblast", "province", "viloyat", "border", "область", "обл", "обл.", "край", "граница", "highway",
        "train", "трасса",
        "поезд", "district", "район", "rayon", "raion",
    ]
}
