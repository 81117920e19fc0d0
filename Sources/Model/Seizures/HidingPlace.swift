/// Where something was hidden, as a running text says it: "spare wheel", «бензобаке», “备胎”.
package enum HidingPlace {
    /// The first such words of a text, as they stand there; nil where there are none.
    package static func words(in text: String) -> String? {
        let scan = AmountScan(String(text.prefix(AmountReader.longest)))
        for start in scan.tokens.indices {
            guard let initial = scan.tokens[start].initial else { continue }
            for phrase in phrases[initial] ?? [] where fits(phrase, at: start, in: scan) {
                let last = scan.tokens[start + phrase.count - 1].range.upperBound
                return scan.text(scan.tokens[start].range.lowerBound..<last)
            }
        }
        return nil
    }

    private static func fits(_ phrase: [String], at start: Int, in scan: AmountScan) -> Bool {
        guard start + phrase.count <= scan.tokens.count else { return false }
        return zip(scan.tokens[start...], phrase).allSatisfy { token, stem in
            guard let word = token.word else { return token.mark.map { String($0) } == stem }
            guard word.utf8.starts(with: stem.utf8) else { return false }
            return word.unicodeScalars.count - stem.unicodeScalars.count <= (token.isHan ? 0 : 4)
        }
    }

    /// By the first letter, then by the beginnings of their words, the longest first.
    private static let phrases = Dictionary(grouping: listed) { $0.first?.unicodeScalars.first ?? " " }

    private static let listed: [[String]] =
        """
        spare wheel|spare tyre|spare tire|fuel tank|gas tank|petrol tank|gas cylinder|false bottom|false floor|false wall|\
        false ceiling|double bottom|double floor|double wall|hidden compartment|secret compartment|engine compartment|\
        door panel|dashboard|bumper|chassis|under the seat|under seats|boot of|suitcase|luggage|swallowed|strapped to|\
        refrigeration unit|rip - off|rip - on|запасном колес|запасного колес|запасное колес|запаске|бензобак|топливном бак|топливный бак|\
        топливного бак|тайник|двойном дн|двойным дн|двойное дн|под сиден|багажник|бампер|обшивк|чемодан|проглот|\
        газовом баллон|моторном отсек|备 胎|油 箱|夹 层|暗 格|行 李|车 门|座 椅|体 内|底 盘|后 备 箱|后 备 厢|轮 胎|备 用 轮 胎|\
        体 内 藏 毒|人 体 藏 毒|行 李 箱|行 李 架|旅 行 箱|拉 杆 箱|双 层 底|假 底|暗 舱|保 险 杠|仪 表 盘|发 动 机 舱|引 擎 舱|车 轴|大 梁|货 厢|\
        鞋 底|鞋 内|内 衣|腰 间|茶 叶 盒|吞 服|吞 下
        """
        .split(separator: "|").map { $0.split(separator: " ").map(String.init) }.sorted { $0.count > $1.count }
}

extension AmountToken {
    /// The first letter of a word, or a mark.
    fileprivate var initial: Unicode.Scalar? { word?.unicodeScalars.first ?? mark?.unicodeScalars.first }
}
