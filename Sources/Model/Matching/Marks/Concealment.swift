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
        .swallowed: [" swallow", " ingest", " inside the body", " в желудке", " проглот", " глотал", " капсул", " 吞"],
        .onBody: [" on body", " on the body", " strapped", " body", " на теле", " underwear", " cosmetics"],
        .clothing: [" cloth", " shoe", " outerwear", " одежд", " обув"],
        .baggage: [" baggage", " luggage", " suitcase", " handbag", " сумк", " багаж", " чемодан"],
        .food: [
            " food", " fruit", " vegetable", " flour", " grain", " rice", " onion", " mulberr", " муке", " фрукт",
            " овощ", " лук",
        ],
        .tea: [" tea ", " spice", " чай", " специ"],
        .building: [" cement", " coal", " stone", " brick", " construction", " цемент", " угол", " строител"],
        .furniture: [" furniture", " carpet", " мебел", " ковр"],
        .textiles: [" textile", " fabric", " ткан"],
        .electronics: [" electronic", " appliance", " electrical", " электрон"],
        .liquid: [" impregnat", " dissolved", " пропит", " раствор"],
        .livestock: [" cattle", " livestock", " скот"],
        .fuelTank: ["fuel tank", "gas tank", "бензобак", "топливн"],
        .tyres: [" tyre", " tire", " шин", " покрыш"],
        .falseFloor: [
            "false floor", "false wall", "double floor", "double wall", "false bottom", " hidden compartment", "двойн",
            "тайник",
        ],
        .chassis: [" chassis", " шасси", " frame of"],
        .engine: [" engine", " двигател"],
        .axle: [" axle", " beam", " ось", " оси ", " балк"],
        .spareWheel: ["spare wheel", "запасн"],
        .vehiclePart: [" car part", " door panel", " bumper", " seat", " бампер", " салон", " двер"],
        .container: [" container", " контейнер"],
        .refrigeration: [" refrigerat", " reefer", " рефриж", " холодильн"],
        .ripOff: ["rip-on", "rip on", "rip-off", "rip off", "ripon", "ripoff"],
        .wagon: [" wagon", " вагон"],
        .vessel: [" vessel", " ship ", " судн", " корабл"],
        .aircraft: [" aircraft", " самолет"],
        .post: [" postal", " parcel", " letter", " mail", " посылк", " почт", " бандерол"],
        .drone: [" drone", " uav", " дрон", " беспилот"],
        .cache: [" cache", " dead drop", " bushes", " buried", " схрон", " закладк", " open air"],
        .residence: [" residence", " house", " flat", " apartment", " дом", " квартир"],
        .freight: [" freight", " cargo", " груз"],
        .package: [" package", " bag ", " bags", " sack", " сверт", " пакет", " мешк"],
        .boat: [" boat", " лодк"],
    ]
}
