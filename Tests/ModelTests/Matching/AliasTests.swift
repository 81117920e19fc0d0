import Testing

@testable import Model

@Suite struct AliasTests {
    @Test(arguments: [
        ("Kanal", "Channel"), ("операция «Канал»", "Channel"), ("КАНАЛ", "Channel"), ("通道行动", "Channel"),
        ("Рефлекс", "Reflex"),
        ("Substitute", "Substitution"), ("Подмена", "Substitution"), ("CENCOMM-2", "CENcomm"), ("ЦАРИКЦ", "CARICC"),
        ("中亚区域信息与协调中心", "CARICC"), ("集装箱控制方案", "CCP"), ("АКН", "DCA"), ("Operation Elena", "Elena"),
    ])
    func everyNameFindsItsOwner(name: String, owner: String) {
        #expect(Alias.find(name)?.name == owner)
        #expect(NameLikeness(name, owner).isSame)
    }

    @Test func noNameHasTwoOwners() {
        var owners: [String: String] = [:]
        for alias in Alias.all {
            for name in alias.names {
                let words = Alias.folded(name)
                #expect(!words.isEmpty)
                #expect(owners[words] == nil || owners[words] == alias.name, "\(name)")
                owners[words] = alias.name
            }
        }
    }

    @Test func aTextGivesTheNamesInIt() {
        let text = "В ходе операции Канал – Красный бархан ЦАРИКЦ и INTERPOL закрыли канал поставки"
        let found = Alias.find(in: text)
        #expect(found.map(\.alias.name) == ["Channel – Red Barkhan", "CARICC", "INTERPOL"])
        #expect(found.first.map { String(text[$0.range]) } == "Канал – Красный бархан")
        #expect(Alias.find(in: "the channel was broken by reflex").isEmpty)
    }
}
