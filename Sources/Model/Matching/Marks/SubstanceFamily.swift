/// Substances that one source may name where another names a neighbour: "heroin" and "opiates", "marijuana" and "hashish".
package enum SubstanceFamily: UInt8, CaseIterable, Sendable {
    case unknown, opiate, cannabis, stimulant, cocaine, cathinone, cannabinoid, hallucinogen, sedative, precursor, other
}

/// A substance as matching compares it.
package struct SubstanceKey: Hashable, Sendable {
    /// The same for all names of one substance; empty where none is named.
    package let key: String
    package let family: SubstanceFamily

    /// - Parameters:
    ///   - code: the code of the registry, where somebody chose one.
    ///   - name: as it was typed.
    package init(code: String? = nil, name: String?) {
        let text = SubstanceKey.plain(code ?? name ?? "")
        if let known = SubstanceKey.table[text] {
            self = known
        } else if let part = SubstanceKey.stems.first(where: { text.contains($0.stem) }) {
            self.init(key: text, family: part.family)
        } else {
            self.init(key: text, family: text.isEmpty ? .unknown : .other)
        }
    }

    private init(key: String, family: SubstanceFamily) {
        self.key = key
        self.family = family
    }

    private static func plain(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: SearchFolding.fold(text.trimmingBlanks))
        return String(view)
    }

    private static let table: [String: SubstanceKey] = {
        var table: [String: SubstanceKey] = [:]
        for (family, groups) in names {
            for group in groups.split(separator: ";") {
                let names = group.split(separator: ",").map { plain(String($0).trimmingBlanks) }
                for name in names { table[name] = SubstanceKey(key: names[0], family: family) }
            }
        }
        table["(drug name missing)"] = SubstanceKey(key: "", family: .unknown)
        return table
    }()

    /// The first name of each group is its key.
    private static let names: [(SubstanceFamily, String)] = [
        (
            .opiate, """
                heroin,героин,герыч,海洛因,diacetylmorphine;opium,опий,опиум,鸦片,raw opium;morphine,морфин,吗啡;\
                acetylated opium,ацетилированный опий,khanka,ханка;poppy straw,poppy-straw,маковая солома,кокнар,koknar;opium poppy;\
                codeine,кодеин;methadone,метадон,methadone-40,methadone m-40,methadone m40;opiates,опиаты,opiate,drugs of the opium group;\
                desomorphine,дезоморфин;tramadol,трамадол;buprenorphine,бупренорфин
                """
        ),
        (
            .cannabis, """
                cannabis,cannabis herb,marijuana,marihuana,марихуана,каннабис,анаша,大麻;hashish,гашиш,cannabis resin,смола каннабиса,大麻脂;\
                hashish oil,гашишное масло,cannabis oil;thc
                """
        ),
        (
            .stimulant, """
                methamphetamine,метамфетамин,meth,冰毒,甲基苯丙胺;amphetamine,амфетамин,苯丙胺;ecstasy,mdma,экстази,мдма,摇头丸;ats;captagon;mda
                """
        ),
        (.cocaine, "cocaine,кокаин,可卡因"),
        (
            .cathinone,
            "mephedrone,мефедрон,4-mmc;mdpv;n-methylephedrone,n-метилэфедрон;methcathinone,ephedrone,эфедрон;cathinone;methylone"
        ),
        (.cannabinoid, "synthetic cannabinoid,synthetic cannabinoids,spice,спайс,синтетические каннабиноиды"),
        (.hallucinogen, "lsd,лсд;psilocybin;mescaline;ketamine,кетамин;dimethyltryptamine (dmt),dmt;2c-b;2c-h;dob"),
        (.sedative, "ghb;gbl;diazepam;barbiturates;alprazolam (xanax),alprazolam,alprozolam;pregabalin,прегабалин;taren"),
        (
            .precursor,
            "acetic anhydride,acetic-anhydride,уксусный ангидрид,醋酸酐;non-specified precursors,precursors,прекурсоры;ephedrine,эфедрин;pseudoephedrine"
        ),
        (.unknown, "drugs,narcotics,наркотики,drug,various drugs,other,other drugs"),
    ]

    private static let stems: [(stem: String, family: SubstanceFamily)] = [
        ("jwh-", .cannabinoid), ("cannabinoid", .cannabinoid), ("carboxam", .cannabinoid), ("indol", .cannabinoid),
        ("indazol", .cannabinoid), ("fentan", .opiate), ("morphin", .opiate), ("codein", .opiate), ("poppy", .opiate),
        ("opiate", .opiate), ("opium", .opiate), ("heroin", .opiate), ("methamphet", .stimulant), ("amphetamin", .stimulant),
        ("cathinon", .cathinone), ("hashish", .cannabis), ("marijuana", .cannabis), ("cannabis", .cannabis), ("methadone", .opiate),
        ("ecstasy", .stimulant), ("precursor", .precursor),
    ]
}
