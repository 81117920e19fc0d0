extension Zone {
    /// The clock of a State's desk, by its ISO 3166-1 alpha-3 code; nil for a State with several clocks, whose places have
    /// theirs, and for one that is not in the table.
    package static func desk(of state: String) -> Zone? { desks[state].flatMap { named($0) } }

    private static let desks = [
        "AZE": "Baku", "KAZ": "Almaty", "KGZ": "Bishkek", "TJK": "Dushanbe", "TKM": "Ashgabat", "UZB": "Tashkent",
        "AFG": "Kabul", "IRN": "Tehran", "CHN": "Beijing",
    ]
}
