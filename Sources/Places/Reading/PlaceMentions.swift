import Model

/// The places that a running text speaks of: where it happened, and from where to where the goods went.
///
/// A name is taken where words around it say that it is one ("at Bor-Dobo", «на посту Хоргос», “village of Bahorak”), or where
/// it is a crossing or a town large enough to be meant. What is taken is the name alone, in its first case.
package struct PlaceMentions: Equatable, Sendable {
    package struct Mention: Equatable, Sendable {
        /// As it is typed, or as the tables have it where the text bends it.
        package let name: String
        /// Nil where only the words around it say that it is a place.
        package let place: Place?
        /// ISO 3166-1 alpha-3 of the State in which it lies; of a crossing the side that is named.
        package var state: String?
        /// In characters of the text.
        package let range: Range<Int>
        fileprivate let score: Int
        fileprivate let way: Way
    }

    fileprivate enum Way { case there, from, to, via }

    package private(set) var scene: Mention?
    package private(set) var departure: Mention?
    package private(set) var transit: [Mention] = []
    package private(set) var destination: Mention?

    /// In characters of a text.
    package static let longest = 4_000

    init(_ text: String, in gazetteer: Gazetteer, state: String?) {
        let reader = MentionReader(text, gazetteer, state)
        var all = reader.mentions()
        if let bank = RiverBank.first(in: reader.characters, gazetteer, state: state) {
            all.removeAll { $0.range.overlaps(bank.range) && ($0.way == .there || bank.hasBase) }
            all.append(
                Mention(
                    name: bank.name, place: nil, state: bank.state, range: bank.range, score: bank.hasBase ? 9 : 3,
                    way: .there))
        }
        for place in all.indices {
            guard let found = all[place].place else { continue }
            all[place].state = found.state(called: all[place].name, hint: state)
        }
        scene = all.filter { $0.way == .there && $0.score > 2 }.max {
            ($0.score, -$0.range.lowerBound) < ($1.score, -$1.range.lowerBound)
        }
        departure = all.first { $0.way == .from }
        destination = all.first { $0.way == .to }
        transit = all.filter { $0.way == .via }
    }
}

extension Gazetteer {
    /// The places of a running text; see ``PlaceMentions``.
    ///
    /// - Parameter state: whose names come first where several States have one.
    package func mentions(in text: String, state: String? = nil) -> PlaceMentions {
        PlaceMentions(text, in: self, state: state)
    }
}

private struct MentionReader {
    private struct Word {
        let text: String
        let key: String
        let range: Range<Int>
        var isCapital: Bool { text.first?.isUppercase ?? false }
        /// A comma, a full stop or the end of a line stands directly before it.
        let startsClause: Bool
        /// A full stop or the end of a line does.
        let startsSentence: Bool
    }

    let characters: [Character]
    private let gazetteer: Gazetteer
    private let state: String?
    private var words: [Word] = []
    private var store: PlaceStore { gazetteer.store }

    init(_ text: String, _ gazetteer: Gazetteer, _ state: String?) {
        characters = Array(text.prefix(PlaceMentions.longest))
        self.gazetteer = gazetteer
        self.state = state
        var place = 0
        var (clause, sentence) = (true, true)
        while place < characters.count {
            guard characters[place].isLetter, !Self.isHan(characters[place]) else {
                let mark = characters[place]
                if mark.isNewline || ".;!?。；".contains(mark) { (clause, sentence) = (true, true) }
                if mark.isNumber || ",:()«»\"“”–—".contains(mark) { clause = true }
                place += 1
                continue
            }
            let start = place
            while place < characters.count, !Self.isHan(characters[place]),
                characters[place].isLetter
                    || "'’ʼ-".contains(characters[place]) && place + 1 < characters.count
                        && characters[place + 1].isLetter
            {
                place += 1
            }
            let word = String(characters[start..<place])
            words.append(
                Word(
                    text: word, key: String(decoding: PlaceKey.fold(word), as: UTF8.self), range: start..<place,
                    startsClause: clause, startsSentence: sentence))
            // The point of "г. Ош" ends no sentence.
            (clause, sentence) = (false, false)
            if place < characters.count, characters[place] == ".", word.count <= 3 { place += 1 }
        }
    }

    private static func isHan(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        return (0x3400...0x4DBF).contains(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value)
    }

    func mentions() -> [PlaceMentions.Mention] {
        var found: [PlaceMentions.Mention] = []
        var place = 0
        while place < words.count {
            if let (mention, count) = mention(at: place, after: found.last) {
                found.append(mention)
                place += count
            } else {
                place += 1
            }
        }
        return (found + unspaced()).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    // MARK: Words with blanks

    private func mention(at place: Int, after last: PlaceMentions.Mention?) -> (PlaceMentions.Mention, count: Int)? {
        guard words[place].isCapital, PlaceWords.role(words[place].key) == nil,
            !Self.never.contains(words[place].key), !followsPerson(place)
        else { return nil }
        let cue = cue(before: place)
        for count in stride(from: 3, through: 1, by: -1) where place + count <= words.count {
            let run = Array(words[place..<place + count])
            guard run.dropFirst().allSatisfy({ !$0.startsClause }), count == 1 || run.allSatisfy(\.isCapital) else {
                continue
            }
            let key = run.map(\.key).joined(separator: " ")
            let range = run[0].range.lowerBound..<run[count - 1].range.upperBound
            let typed = String(characters[range])
            if cue.way != .there, let code = gazetteer.borders.state(named: typed) {
                return (
                    PlaceMentions.Mention(name: typed, place: nil, state: code, range: range, score: 5, way: cue.way),
                    count
                )
            }
            if gazetteer.borders.state(named: typed) != nil { return nil }
            let next = place + count < words.count && !words[place + count].startsClause ? words[place + count] : nil
            let behind = next.flatMap { PlaceWords.role($0.key) }
            if behind == .region, let next, let mention = region(key, typed, next, range.lowerBound, cue.way) {
                return (mention, count + 1)
            }
            guard let (row, name) = row(key, typed, cue.role) else { continue }
            var score = 2 * count + cue.score
            if let behind, behind == .crossing || behind == .town || behind == .port || behind == .airport {
                score += 4
            }
            let isOfBody = next.map { Self.bodies.contains($0.key) } ?? false
            if isOfBody { score += 3 }
            if cue.score == 0, behind == nil, !isOfBody {
                // A name alone, where every sentence and person has one.
                let isKnown = store.rows[row].kind == .crossing || store.rows[row].population >= 50_000
                guard isKnown, typed.count >= 4 else { return nil }
                score += 1
            }
            if store.rows[row].kind == .crossing, cue.role == .crossing { score += 2 }
            let way = cue.way == .there && isNextOnTheWay(place, last) ? .to : cue.way
            return (
                PlaceMentions.Mention(name: name, place: store.place(row), range: range, score: score, way: way), count
            )
        }
        // "village of Bahorak": the words say that it is a place, and no table has it.
        guard let role = cue.role, [.town, .crossing, .port, .airport].contains(role), !words[place].startsClause else {
            return nil
        }
        let mention = PlaceMentions.Mention(
            name: words[place].text, place: nil, range: words[place].range, score: 3, way: cue.way)
        return (mention, 1)
    }

    /// "Khatlon region", «в Хатлонской области»: a division, where nothing in it is named.
    private func region(
        _ key: String, _ typed: String, _ word: Word, _ start: Int, _ way: PlaceMentions.Way
    ) -> PlaceMentions.Mention? {
        for form in [key] + RussianEndings.forms(of: [key]) {
            let names = store.names[store.range(of: Array(form.utf8), isPrefix: false)].filter {
                store.rows[Int($0.row)].kind == .region
            }
            guard let name = names.max(by: { isOfState(Int($1.row)) && !isOfState(Int($0.row)) }) else { continue }
            let isRussian = word.key.hasPrefix("обл")
            return PlaceMentions.Mention(
                name: isRussian ? store.form(name) + " область" : typed + " " + word.text,
                place: store.place(Int(name.row)), range: start..<word.range.upperBound, score: 3, way: way)
        }
        return nil
    }

    private func isOfState(_ row: Int) -> Bool { state.map { store.state(row) == $0 } ?? false }

    /// "from Khujand to Osh" and «из Худжанда в Ош»: the second end of a way, and "Khujand – Osh" behind “route”.
    private func isNextOnTheWay(_ place: Int, _ last: PlaceMentions.Mention?) -> Bool {
        guard let last, last.way == .from, place > 0 else { return false }
        let between = characters[last.range.upperBound..<words[place].range.lowerBound]
        let said = String(between).trimmingBlanks
        return ["в", "на", "-", "–", "—", "to", "до"].contains(said)
    }

    private func cue(before place: Int) -> (score: Int, role: PlaceWords.Role?, way: PlaceMentions.Way) {
        var role: PlaceWords.Role?
        var score = 0
        var at = place - 1
        var way = PlaceMentions.Way.there
        guard !words[place].startsClause || isQuoted(place) else { return (0, nil, .there) }
        while at >= 0, place - at <= 4 {
            let key = words[at].key
            if let found = PlaceWords.role(key), found != .region, found != .river {
                role = role ?? found
                score += found == .road ? 0 : 4
                if Self.routes.contains(key) { way = .from }
            } else if Self.bent.contains(key) {
                role = role ?? .crossing
                score += 4
            } else if Self.stations.contains(key) {
                score += 4
            } else if Self.bodies.contains(key) {
                score += 3
                break
            } else if key == "of" || key == "the" || key == "im" || key == "имени" {
            } else if Self.routes.contains(key) {
                way = .from
                score += 4
                break
            } else if let found = Self.ways[key] {
                // "to" and "в" stand for much else; only a name behind them counts.
                way = found
                score += 4
                break
            } else {
                break
            }
            if words[at].startsClause { break }
            at -= 1
        }
        return (score, role, way)
    }

    /// In «КПП "Кордай"» the mark is part of the name.
    private func isQuoted(_ place: Int) -> Bool {
        let start = words[place].range.lowerBound
        return start > 0 && "«\"“".contains(characters[start - 1])
            && (place == 0 || !words[place].startsSentence)
    }

    private func followsPerson(_ place: Int) -> Bool {
        guard place > 0, !words[place].startsSentence else { return false }
        if place > 1, Self.persons.contains(words[place - 2].key), words[place - 1].isCapital { return true }
        return Self.persons.contains(words[place - 1].key)
    }

    private func row(_ key: String, _ typed: String, _ role: PlaceWords.Role?) -> (row: Int, name: String)? {
        guard key.count >= 2 else { return nil }
        if let row = best(key, role) { return (row, typed) }
        for form in RussianEndings.forms(of: [key]) + Self.short(key) {
            guard let row = best(form, role) else { continue }
            let name = store.names[store.range(of: Array(form.utf8), isPrefix: false)].first { Int($0.row) == row }
            return (row, name.map { store.form($0) } ?? typed)
        }
        return nil
    }

    /// «Оше», «Баку»: names too short for the table of endings.
    private static func short(_ key: String) -> [String] {
        guard (3...4).contains(key.count), let last = key.last, "еуаи".contains(last),
            key.unicodeScalars.allSatisfy({ (0x430...0x44F).contains($0.value) })
        else { return [] }
        return [String(key.dropLast())]
    }

    private func best(_ key: String, _ role: PlaceWords.Role?) -> Int? {
        let names = store.names[store.range(of: Array(key.utf8), isPrefix: false)].filter {
            $0.kind != .code && store.rows[Int($0.row)].kind != .region
        }
        return names.max { rank($0, role) < rank($1, role) }.map { Int($0.row) }
    }

    private func rank(_ name: PlaceStore.Name, _ role: PlaceWords.Role?) -> (Int, Int, Int, Int64) {
        let row = Int(name.row)
        let kind = store.rows[row].kind
        let suits: Int =
            switch (kind, role) {
            case (.crossing, .crossing), (.port, .port), (.airport, .airport), (.town, .town): 2
            case (.town, _): 1
            default: 0
            }
        return (
            suits, state.map { store.state(row) == $0 ? 1 : 0 } ?? 0, name.kind == .name ? 1 : 0, store.weight(row)
        )
    }

    // MARK: Words without blanks

    /// Names in Chinese characters, the longest at each place.
    private func unspaced() -> [PlaceMentions.Mention] {
        var found: [PlaceMentions.Mention] = []
        var place = 0
        while place < characters.count {
            guard Self.isHan(characters[place]) else {
                place += 1
                continue
            }
            var taken = 1
            for count in stride(from: 8, through: 2, by: -1) where place + count <= characters.count {
                let range = place..<place + count
                guard characters[range].allSatisfy(Self.isHan) else { continue }
                let name = String(characters[range])
                let tail = String(characters[range.upperBound..<min(range.upperBound + 3, characters.count)])
                let isPost = ["口岸", "边检", "关口", "海关"].contains { tail.hasPrefix($0) }
                let before = String(characters[max(0, place - 2)..<place])
                let way: PlaceMentions.Way =
                    before.hasSuffix("从") || before.hasSuffix("自")
                    ? .from
                    : ["运往", "前往", "至", "到", "开往"].contains { before.hasSuffix($0) }
                        ? .to
                        : before.hasSuffix("经") || before.hasSuffix("途经") ? .via : .there
                if way != .there, gazetteer.borders.state(named: name) != nil {
                    found.append(PlaceMentions.Mention(name: name, place: nil, range: range, score: 5, way: way))
                    taken = count
                    break
                }
                guard let row = best(String(decoding: PlaceKey.fold(name), as: UTF8.self), isPost ? .crossing : nil)
                else {
                    continue
                }
                let score = count + (isPost ? 6 : 2)
                if let division = ["州", "省"].first(where: { tail.hasPrefix($0) }), let region = store.place(row).region
                {
                    found.append(
                        PlaceMentions.Mention(
                            name: name + division, place: gazetteer.place(id: "region:" + region),
                            range: place..<range.upperBound + 1, score: 3, way: way))
                    taken = count + 1
                    break
                }
                found.append(
                    PlaceMentions.Mention(name: name, place: store.place(row), range: range, score: score, way: way))
                taken = count
                break
            }
            place += taken
        }
        return found
    }

    // MARK: Words

    private static func keys(_ list: String) -> [String] {
        list.split(whereSeparator: \.isWhitespace).map { String(decoding: PlaceKey.fold(String($0)), as: UTF8.self) }
    }

    /// Before a place where something happened, and before the ends of a way.
    private static let ways: [String: PlaceMentions.Way] = {
        var table: [String: PlaceMentions.Way] = [:]
        for key in keys("at in near on outside around в на у возле около близ под вблизи недалеко") {
            table[key] = .there
        }
        for key in keys("from из") { table[key] = .from }
        for key in keys("to towards toward bound направлении до") { table[key] = .to }
        for key in keys("via through через") { table[key] = .via }
        return table
    }()

    private static let routes: Set<String> = Set(keys("route маршрут маршруту маршруте направлением"))
    /// Cases of the words for posts that the list of roles does not have.
    private static let bent: Set<String> = Set(
        keys("посту постом постах пункте пункта переходе кишлаке аэропорту вокзале таможне"))
    private static let stations: Set<String> = Set(keys("станция станции станцию разъезде station stop"))
    /// Whose services bear the name of their town: «ГУВД Оша», "Osh police".
    private static let bodies: Set<String> = Set(
        keys("увд гувд умвд овд ровд полиции полицией полиция милиции милицией police customs"))
    private static let persons: Set<String> = Set(
        keys(
            "driver named citizen suspect courier informant mr mrs ms водитель водителя водителем гражданин гр курьер житель источник имени"
        ))
    /// Words that begin sentences and names of months, which villages are called, too.
    private static let never: Set<String> = Set(
        keys(
            """
            the on in at a an of total seized police customs officers border during as from to by more than over about \
            january february march april may june july august september october november december monday tuesday \
            wednesday thursday friday saturday sunday heroin opium hashish marijuana cannabis cocaine methadone driver \
            mr mrs no new old central head man men women two three изъято изъят обнаружено обнаружен задержан всего по \
            при в на из сотрудники таможня пост марихуана героин опий гашиш январь февраль март апрель май июнь июль \
            август сентябрь октябрь ноябрь декабрь мужчина гражданин водитель
            """))
}
