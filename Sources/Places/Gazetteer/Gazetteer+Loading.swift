import Glibc
import Wording

/// Why the places are not there. The program does without them.
package enum PlacesFault: Error, Hashable, Sendable {
    /// No folder holds the file.
    case absent(file: String, folders: [String])
    /// The file is there and cannot be read: the system's error number.
    case unreadable(path: String, code: Int32)
    /// The file is there, and not one line of it is what it should be.
    case unusable(path: String)

    package var message: Message {
        switch self {
        case .absent(let file, let folders):
            """
            The places are not installed (\(file)), so none is found or completed; everything else works. \
            Looked in: \(folders.joined(separator: ", "))
            """
        case .unreadable(let path, let code):
            "\(path) cannot be read: \(String(cString: strerror(code))). Places are neither found nor completed."
        case .unusable(let path): "\(path) is no table of places. Install the program anew."
        }
    }
}

extension Gazetteer {
    /// Where the tables are looked for, best first.
    package static func standardFolders() -> [String] { ShippedFiles.folders(named: "Tables", of: "Places") }

    /// What must be named wherever the places are shown: the licences of their sources.
    package static let attribution: [Message] = [
        "Towns: GeoNames (geonames.org), CC BY 4.0, with changes: Cyrillic names corrected, other names added.",
        "Airports: airportsdata, MIT License.",
        "Codes: UN/LOCODE 2023-1 of UNECE, codes only.",
        "Borders: Natural Earth, 1:50 million, public domain.",
        "Crossings, ports and divisions: tables of this program, from UN documents, public pages and general knowledge.",
    ]

    /// Reads the tables from the first folder that has them: about a tenth of a second at most, so not on the thread
    /// that draws.
    package static func load(folders: [String] = standardFolders()) throws(PlacesFault) -> Gazetteer {
        guard let folder = try folder(among: folders) else { throw .absent(file: "towns.tsv", folders: folders) }
        func bytes(_ name: String) throws(PlacesFault) -> [UInt8] { try contents(of: name, in: folder) }
        let builder = PlaceStoreBuilder(
            towns: try bytes("towns.tsv"), airports: try bytes("airports.tsv"), ports: try bytes("ports.tsv"),
            crossings: try bytes("crossings.tsv"), regions: try bytes("regions.tsv"), codes: try bytes("codes.tsv"))
        guard !builder.rows.isEmpty else { throw .unusable(path: folder + "/towns.tsv") }
        let borders = Borders(PlaceTable(bytes: try bytes("borders.tsv")))
        guard !borders.isEmpty else { throw .unusable(path: folder + "/borders.tsv") }
        return Gazetteer(store: PlaceStore(builder), borders: borders)
    }

    private static func folder(among folders: [String]) throws(PlacesFault) -> String? {
        folders.first { access($0 + "/towns.tsv", F_OK) == 0 }
    }

    private static func contents(of name: String, in folder: String) throws(PlacesFault) -> [UInt8] {
        let path = folder + "/" + name
        do {
            guard let bytes = try ShippedFiles.contents(of: path) else {
                throw PlacesFault.absent(file: name, folders: [folder])
            }
            return bytes
        } catch let fault as PlacesFault {
            throw fault
        } catch let fault as ShippedFiles.Unreadable {
            throw .unreadable(path: path, code: fault.code)
        } catch {
            throw .unusable(path: path)
        }
    }
}
