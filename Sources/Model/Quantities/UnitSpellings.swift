/// How units are written: English, Russian with its cases, Chinese, the abbreviations and words of the seven States, and
/// every spelling of the returns of UNODC that the product reads.
enum UnitSpellings {
    /// The spellings of the returns as they stand there, for speed.
    static let exact: [String: QuantityUnit.Reading] = {
        let returns: [(String, QuantityUnit, Int)] = [
            ("Kilogram", .kilogram, 0), ("Gram", .gram, 0), ("Ton", .tonne, 0), ("Milligram", .milligram, 0),
            ("Litre", .litre, 0), ("Millilitre", .millilitre, 0), ("Tablet", .tablet, 0), ("Pill", .tablet, 0),
            ("Thousand of tablets", .tablet, 3), ("Capsule", .capsule, 0), ("Ampoule", .ampoule, 0),
            ("Injection", .injection, 0), ("Acres", .acre, 0), ("Unit", .unit, 0), ("Piece", .unit, 0),
            ("Packages", .package, 0), ("kg", .kilogram, 0), ("g", .gram, 0), ("l", .litre, 0),
        ]
        return Dictionary(uniqueKeysWithValues: returns.map { ($0.0, QuantityUnit.Reading(unit: $0.1, power: $0.2)) })
    }()

    static func reading(folded key: String) -> QuantityUnit.Reading? {
        if let unit = units[key] { return QuantityUnit.Reading(unit: unit, power: 0) }
        // "thousand of tablets", "тыс таблеток", "万片"
        for (word, power) in multiples where key.hasPrefix(word) {
            var rest = key.dropFirst(word.count).drop { $0 == " " }
            if rest.hasPrefix("of ") { rest = rest.dropFirst(3) }
            if let unit = units[String(rest)] { return QuantityUnit.Reading(unit: unit, power: power) }
        }
        return nil
    }

    /// Folded, without dots, with single blanks: "кв. м" and "Кв.м" are the same.
    static func key(_ text: String) -> String {
        var key = String.UnicodeScalarView()
        var blankIsDue = false
        for scalar in SearchFolding.fold(text) {
            if scalar == " " || scalar == "." || scalar == "\t" || scalar == "\n" || scalar == "-" {
                blankIsDue = !key.isEmpty
            } else {
                if blankIsDue { key.append(" ") }
                blankIsDue = false
                key.append(scalar)
            }
        }
        return String(key)
    }

    static let units: [String: QuantityUnit] = {
        var table: [String: QuantityUnit] = [:]
        for (unit, spellings) in spelled {
            for spelling in spellings.split(separator: ",") { table[key(String(spelling))] = unit }
            table[unit.rawValue] = unit
        }
        return table
    }()

    /// Spellings that stand with two units; there must be none.
    static var doubled: [String] {
        let all = spelled.flatMap { unit, list in
            Set(list.split(separator: ",").map { key(String($0)) } + [unit.rawValue]).map { $0 }
        }
        return Dictionary(grouping: all) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    }

    /// Spellings that say nothing about anybody, as they are typed in small letters and as they stand in returns.
    static let open: Set<String> = {
        let typed = spelled.flatMap { $0.1.split(separator: ",").map(String.init) }
        return Set(typed + exact.keys + ["thousand of tablets"] + QuantityUnit.allCases.map(\.rawValue))
    }()

    /// The longest spelling, in words.
    static let mostWords = 4

    private static let multiples: [(String, Int)] = [
        ("thousands", 3), ("thousand", 3), ("million", 6), ("тысяч", 3), ("тысячи", 3), ("тысяча", 3), ("тыс", 3),
        ("млн", 6), ("千", 3), ("万", 4),
    ]

    /// Kazakh, Kyrgyz, Tajik, Uzbek, Turkmen and Azerbaijani words stand behind the Russian ones, where they differ.
    private static let spelled: [(QuantityUnit, String)] = [
        (
            .tonne,
            "ton,tons,tonne,tonnes,metric ton,metric tons,mt,т,тонна,тонны,тонну,тонн,тонне,тонной,тонна,tonna,吨,公吨"
        ),
        (
            .kilogram,
            """
            kilogram,kilograms,kilogramme,kilogrammes,kilo,kilos,kgs,kilogramm,кг,кило,килограмм,килограмма,килограммов,\
            килограмму,килограммы,килограммом,килограммами,килограммах,келі,kq,kiloqram,公斤,千克
            """
        ),
        (
            .gram,
            """
            gram,grams,gramme,grammes,gm,gms,gr,grs,gramm,г,гр,грамм,грамма,граммов,грамму,граммы,граммом,граммами,\
            граммах,qr,qram,q,克
            """
        ),
        (
            .milligram,
            """
            milligram,milligrams,milligramme,milligrammes,milligramm,milliqram,mq,мг,миллиграмм,миллиграмма,миллиграммов,\
            миллиграммы,毫克
            """
        ),
        (.microgram, "µg,μg,mcg,microgram,micrograms,мкг,микрограмм,микрограмма,микрограммов,微克"),
        (.litre, "litre,litres,liter,liters,ltr,ltrs,lt,litr,л,литр,литра,литров,литру,литры,литром,литрами,升,公升"),
        (
            .millilitre,
            "millilitre,millilitres,milliliter,milliliters,millilitr,cc,мл,миллилитр,миллилитра,миллилитров,毫升"
        ),
        (
            .tablet,
            """
            tablet,tablets,tab,tabs,pill,pills,tabletka,tabletkalar,heb,həb,табл,таб,таблетка,таблетки,таблетку,таблеток,\
            таблетке,таблеткой,таблеткам,таблетками,таблетках,пилюля,пилюли,пилюль,ҳаб,хаб,片,粒,颗,丸
            """
        ),
        (.capsule, "capsule,capsules,caps,kapsul,kapsula,капс,капсула,капсулы,капсулу,капсул,капсулами,胶囊,粒胶囊"),
        (.dose, "dose,doses,doza,доза,дозы,дозу,доз,дозами,разовая доза,разовых доз,разовые дозы,剂,份"),
        (.blotter, "blotter,blotters,stamp,stamps,марка,марки,марок,марку,марками,邮票"),
        (.ampoule, "ampoule,ampoules,ampule,ampules,amp,ampula,ампула,ампулы,ампулу,ампул,ампулами,амп,安瓿"),
        (.injection, "injection,injections,инъекция,инъекции,инъекций,针"),
        (.syringe, "syringe,syringes,шприц,шприца,шприцов,шприцы,шприцев,注射器"),
        (.bottle, "bottle,bottles,vial,vials,flask,flasks,флакон,флакона,флаконов,флаконы,бутылка,бутылки,бутылок,瓶"),
        (
            .plant,
            """
            plant,plants,bush,bushes,раст,растение,растения,растений,растениями,куст,куста,кустов,кусты,саженец,саженцев,\
            株,棵
            """
        ),
        (
            .squareMetre,
            """
            m²,sq m,sqm,square metre,square metres,square meter,square meters,м²,м2,кв м,кв метр,кв метра,кв метров,\
            квадратный метр,квадратных метра,квадратных метров,平方米
            """
        ),
        (.hectare, "hectare,hectares,га,гектар,гектара,гектаров,гектары,gektar,hektar,公顷"),
        (.acre, "acres,акр,акра,акров,акры,英亩"),
        (
            .unit,
            """
            units,piece,pieces,pc,pcs,item,items,шт,штука,штуки,штук,штуку,единица,единицы,единиц,ед,экземпляр,экз,дана,\
            даана,дона,dona,sany,eded,ədəd,个,件,块,支
            """
        ),
        (
            .matchbox,
            """
            matchboxes,match box,match boxes,box of matches,boxes of matches,спичечный коробок,спичечного коробка,\
            спичечных коробка,спичечных коробков,спичечные коробки,спичечная коробка,спичечных коробок,коробков,火柴盒
            """
        ),
        (.parcel, "parcels,посылка,посылки,посылок,посылку,бандероль,бандеролей,包裹"),
        (
            .package,
            """
            packages,pack,packs,packet,packets,pkg,упаковка,упаковки,упаковок,упаковку,уп,упак,пачка,пачки,пачек,пачку,\
            сверток,свертка,свертков,свертки,paket,包,\
            barrel,barrels,drum,drums,canister,canisters,jerrycan,jerrycans,бочка,бочки,бочек,бочку,канистра,канистры,\
            канистр,канистру,桶
            """
        ),
        (.bag, "bags,пакет,пакета,пакетов,пакеты,пакетик,пакетика,пакетиков,пакетики,袋"),
        (.sack, "sacks,мешок,мешка,мешков,мешки,麻袋"),
        (.briquette, "briquettes,брикет,брикета,брикетов,брикеты,brick,bricks,砖"),
    ]
}
