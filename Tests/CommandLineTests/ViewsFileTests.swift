import Foundation
import TestSupport
import Testing

@testable import caricc

@Suite struct ViewsFileTests {
    @Test func viewsAreWrittenWholeAndForTheirOwnerAlone() throws {
        let folder = try TemporaryFolder()
        let file = ViewsFile(path: folder.path + "/caricc/views.toml")
        #expect(file.write("[view.a]\n") == nil)
        #expect(file.write("[view.b]\n") == nil)
        #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "[view.b]\n")
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/caricc") == ["views.toml"])
        #expect(ViewsFile(path: "/proc/no/views.toml").write("x") != nil)
    }
}
