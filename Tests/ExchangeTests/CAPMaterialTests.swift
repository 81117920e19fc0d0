import Testing

@testable import Exchange

@Suite struct CAPMaterialTests {
    @Test func table() throws {
        for (name, bytes) in try TestMaterial.files(in: "cap") {
            do throws(IntakeRefusal) {
                let f = try MessageGate().format(of: bytes)
                let m = try CAPReader.read(bytes)
                print("TAKEN", name.split(separator: "__").last!, f, m.leaves.count, m.version.rawValue, m.isSigned, m.namesStyleSheet)
            } catch { print("HELD", name.split(separator: "__").suffix(2).joined(separator: "/"), error.reason, error.line, error.path, error.found.replacing("\n", with: " ").prefix(40)) }
        }
    }
}
