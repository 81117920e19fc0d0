/// What is in the directory before anybody writes: the States, and for each member an empty register of law and practice.
///
/// Nothing of it is verified. There is no number in it, no name of a person or a unit, and no law.
package enum ShippedDirectory {
    package static let entries: [DirectoryKey: DirectoryEntry] = {
        var entries: [DirectoryKey: DirectoryEntry] = [:]
        func add(_ key: DirectoryKey?, _ values: [DirectoryField: String]) {
            if let key { entries[key] = DirectoryEntry(key, values) }
        }
        for (code, name, zone, membership) in states {
            add(
                DirectoryKey(.state, code),
                [.name: name, .zone: zone, .membership: membership.rawValue])
            guard membership == .member else { continue }
            for sort in DirectorySort.law { add(DirectoryKey(sort, code, tail: "1"), [:]) }
        }
        return entries
    }()

    /// The zone is that of the capital.
    private static let states: [(String, String, String, DirectoryMembership)] = [
        ("AZE", "Azerbaijan", "Asia/Baku", .member), ("KAZ", "Kazakhstan", "Asia/Almaty", .member),
        ("KGZ", "Kyrgyzstan", "Asia/Bishkek", .member), ("RUS", "Russian Federation", "Europe/Moscow", .member),
        ("TJK", "Tajikistan", "Asia/Dushanbe", .member), ("TKM", "Turkmenistan", "Asia/Ashgabat", .member),
        ("UZB", "Uzbekistan", "Asia/Tashkent", .member),
        ("AFG", "Afghanistan", "Asia/Kabul", .neighbour), ("ARM", "Armenia", "Asia/Yerevan", .neighbour),
        ("BLR", "Belarus", "Europe/Minsk", .neighbour), ("CHN", "China", "Asia/Shanghai", .neighbour),
        ("GEO", "Georgia", "Asia/Tbilisi", .neighbour), ("IRN", "Iran", "Asia/Tehran", .neighbour),
        ("MNG", "Mongolia", "Asia/Ulaanbaatar", .neighbour), ("TUR", "Türkiye", "Europe/Istanbul", .neighbour),
        ("DEU", "Germany", "Europe/Berlin", .partner), ("FIN", "Finland", "Europe/Helsinki", .partner),
        ("FRA", "France", "Europe/Paris", .partner), ("ITA", "Italy", "Europe/Rome", .partner),
        ("PAK", "Pakistan", "Asia/Karachi", .partner), ("USA", "United States", "America/New_York", .partner),
    ]
}
