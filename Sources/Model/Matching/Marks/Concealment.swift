/// Ways of hiding and carrying, as sources name them in many words: what tells two shipments of one group.
package enum Concealment: String, CaseIterable, Sendable {
    case swallowed, onBody, clothing, baggage, food, tea, building, furniture, textiles, electronics, liquid, livestock
    case fuelTank, tyres, falseFloor, chassis, engine, axle, spareWheel, vehiclePart, container, refrigeration, ripOff
    case wagon, vessel, aircraft, post, drone, cache, residence, freight, package, boat

    /// What a text speaks of; in the order of the cases.
    package static func found(in texts: [String?]) -> [Concealment] {
        var view = String.UnicodeScalarView()
        for text in texts {
            guard let text, !text.isEmpty else { continue }
            view.append(" ")
            view.append(contentsOf: SearchFolding.fold(text))
        }
        guard !view.isEmpty else { return [] }
        let text = String(view)
        return allCases.filter { way in words[way, default: []].contains { text.contains($0) } }
    }

    /// Ways so common that they say nothing by themselves.
    package var isCommon: Bool { [.package, .baggage, .residence, .post, .onBody, .freight].contains(self) }

    /// Each begins with a blank where it must begin a word.
    private static let words: [Concealment: [String]] = [
        .swallowed: [
            " swallow", " ingest", " inside the body", " в желудке", " проглот", " глотал", " капсул", " 吞", "吞",
            "体内藏毒", "体内", "人体藏毒",
        ],
        .onBody: [
            " on body", " on the body", " strapped", " body", " на теле", " underwear", " cosmetics", "绑在", "捆绑", "贴身",
            "随身", "腰间", "内衣",
        ],
        .clothing: [" cloth", " shoe", " outerwear", " одежд", " обув", "衣服", "衣物", "鞋"],
        .baggage: [
            " baggage", " luggage", " suitcase", " handbag", " сумк", " багаж", " чемодан", "行李", "手提包", "背包", "旅行箱",
            "拉杆箱",
        ],
        .food: [
            " food", " fruit", " vegetable", " flour", " grain", " rice", " onion", " mulberr", " муке", " фрукт",
            " овощ", " лук", "水果", "蔬菜", "面粉", "大米", "洋葱", "食品", "坚果",
        ],
        .tea: [" tea ", " spice", " чай", " специ", "茶叶", "香料"],
        .building: [
            " cement", " coal", " stone", " brick", " construction", " цемент", " угол", " строител", "水泥", "煤", "石材",
            "砖", "建材",
        ],
        .furniture: [" furniture", " carpet", " мебел", " ковр", "家具", "地毯"],
        .textiles: [" textile", " fabric", " ткан", "布匹", "纺织", "布料"],
        .electronics: [" electronic", " appliance", " electrical", " электрон", "电器", "电子"],
        .liquid: [" impregnat", " dissolved", " пропит", " раствор", "浸泡", "浸渍", "溶解"],
        .livestock: [" cattle", " livestock", " скот", "牲畜"],
        .fuelTank: ["fuel tank", "gas tank", "бензобак", "топливн", "油箱"],
        .tyres: [" tyre", " tire", " шин", " покрыш", "轮胎"],
        .falseFloor: [
            "false floor", "false wall", "double floor", "double wall", "false bottom", " hidden compartment", "двойн",
            "тайник", "夹层", "暗格", "暗舱", "双层底", "双层", "假底",
        ],
        .chassis: [" chassis", " шасси", " frame of", "底盘", "大梁"],
        .engine: [" engine", " двигател", "发动机", "引擎"],
        .axle: [" axle", " beam", " ось", " оси ", " балк", "车轴", "车桥"],
        .spareWheel: ["spare wheel", "запасн", "备胎", "备用轮胎"],
        .vehiclePart: [
            " car part", " door panel", " bumper", " seat", " бампер", " салон", " двер", "车门", "座椅", "保险杠", "仪表盘",
            "后备箱", "后备厢", "车厢",
        ],
        .container: [" container", " контейнер", "集装箱"],
        .refrigeration: [" refrigerat", " reefer", " рефриж", " холодильн", "冷藏", "冷冻"],
        .ripOff: ["rip-on", "rip on", "rip-off", "rip off", "ripon", "ripoff"],
        .wagon: [" wagon", " вагон", "车皮", "铁路货车", "列车"],
        .vessel: [" vessel", " ship ", " судн", " корабл", "船舶", "货船", "轮船"],
        .aircraft: [" aircraft", " самолет", "飞机", "航班"],
        .post: [
            " postal", " parcel", " letter", " mail", " посылк", " почт", " бандерол", "邮件", "邮包", "邮寄", "快递", "包裹",
        ],
        .drone: [" drone", " uav", " дрон", " беспилот", "无人机"],
        .cache: [
            " cache", " dead drop", " bushes", " buried", " схрон", " закладк", " open air", "埋藏", "掩埋", "藏匿点", "埋在",
        ],
        .residence: [" residence", " house", " flat", " apartment", " дом", " квартир", "住所", "住宅", "民宅", "公寓", "家中"],
        .freight: [" freight", " cargo", " груз", "货物", "货柜"],
        .package: [" package", " bag ", " bags", " sack", " сверт", " пакет", " мешк", "包装", "塑料袋", "麻袋"],
        .boat: [" boat", " лодк", "小船", "快艇", "橡皮艇"],
    ]
}
