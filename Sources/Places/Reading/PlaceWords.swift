/// The words that stand around names of places and say what they are.
enum PlaceWords {
    enum Role: Int, Comparable, Sendable {
        case river, road, district, region, none, town, crossing, port, airport

        static func < (a: Role, b: Role) -> Bool { a.rawValue < b.rawValue }
    }

    /// What a word says about the name beside it; nil where it says nothing. Words are folded.
    static func role(_ word: String) -> Role? { roles[word] }

    /// Words that are never names: prepositions, and what posts and units are called.
    static func isNoise(_ word: String) -> Bool { noise.contains(word) }

    private static let roles: [String: Role] = {
        let lists: [(Role, String)] = [
            (
                .town,
                """
                г гор город города городе с сел село села селе п пос поселок поселка пгт рп д дер деревня деревне аул \
                станица станице хутор х кишлак к мкр city town village settlement g d s p pgt gorod gor selo poselok pos \
                derevnya stanitsa aul qishloq qishlogi shahri shahar sh ш шахри ауыл ауылы қаласы каласы
                """
            ),
            (
                .region,
                """
                область обл области край края крае республика республике республики респ округ автономный автономная \
                region oblast obl krai kray territory republic autonomous area okrug province prov welayaty welayat \
                velayat vilayat viloyat viloyati вилоят вилояти велаят облысы облусу
                """
            ),
            (
                .district,
                """
                район района районе ран рн district rayon raion rayony tuman tumani туман тумани ауданы nohiya нохия \
                ноҳияи dist county uezd counties
                """
            ),
            (
                .river,
                "river riverbank bank banks shore река реки реке берег берега берегу речка daryo дарё дарья stream island"
            ),
            (
                .road,
                "highway road route train flight трасса трассе шоссе дорога дороге автодорога поезд поезде рейс mост улица ул str street"
            ),
            (
                .crossing,
                """
                crossing checkpoint bcp border customs post posts bridge кпп апп пункт пропуска пост таможенный \
                пограничный погранпереход переход мост таможня автопереход
                """
            ),
            (.airport, "airport аэропорт аэропорта аэропорту аэровокзал aeroport"),
            (.port, "port seaport порт порта порту harbour harbor терминал"),
        ]
        var table: [String: Role] = [:]
        for (role, words) in lists {
            for word in words.split(whereSeparator: \.isWhitespace) { table[key(word)] = role }
        }
        return table
    }()

    private static let noise: Set<String> = Set(
        """
        at near in by on of the from to and or around outside off close и й у возле близ около под на в во из от до и или при \
        рядом недалеко не далеко detachment отряд отряда intended railway railroad station ст станция станции жд вокзал \
        вокзале international автомобильный автомобильного железнодорожный железнодорожного международный left right \
        левый правый левом правом левого правого north south east west zone area unit застава заставы кр рк рф рт руз unknown неизвестно автодорожный
        """.split(whereSeparator: \.isWhitespace).map(key))

    private static func key(_ word: Substring) -> String {
        String(decoding: PlaceKey.fold(String(word)), as: UTF8.self)
    }

    /// Between a river and what it is told by.
    static let beside: Set<String> = Set(
        "opposite near against beside у возле близ вблизи около напротив против".split(whereSeparator: \.isWhitespace)
            .map(key))

    /// What short forms with a hyphen or a slash stand for, before they are taken apart.
    static let whole: [String: String] = [
        "р-н": "район", "р-на": "район", "р-не": "район", "ст-ца": "станица", "ж/д": "жд", "пос-к": "поселок",
        "обл-ть": "область", "r-n": "rayon", "г-д": "город", "д-ня": "деревня",
    ]

    /// Divisions that older texts, or texts of neighbours, do not tell apart.
    private static let kin: [Set<String>] = [
        ["RUS-47", "RUS-48"], ["RUS-42", "RUS-66"], ["RUS-78", "RUS-32", "RUS-87"], ["RUS-06", "RUS-50"],
        ["KAZ-01", "KAZ-02", "KAZ-12510144"], ["KAZ-10", "KAZ-1537272"], ["KAZ-12", "KAZ-12510145"],
        ["KAZ-15", "KAZ-12510143"], ["KAZ-03", "KAZ-05"], ["KAZ-14", "KAZ-08"], ["UZB-13", "UZB-14"],
        ["KGZ-01", "KGZ-02"], ["TKM-01", "TKM-S"], ["IRN-42", "IRN-41", "IRN-43"], ["IRN-26", "IRN-44"],
        ["RUS-93", "RUS-11"],
    ]

    static func areKin(_ a: String, _ b: String) -> Bool {
        a == b || kin.contains { $0.contains(a) && $0.contains(b) }
    }
}
