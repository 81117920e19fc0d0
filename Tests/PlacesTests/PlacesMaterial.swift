import Glibc
import Places

/// The tables as they are shipped, read once, and the data folder that is not part of the repository.
enum PlacesMaterial {
    static let gazetteer: Gazetteer = {
        do throws(PlacesFault) {
            return try Gazetteer.load()
        } catch {
            return .empty
        }
    }()

    /// `CARICC_DATA`, or `../shared/data` beside the package.
    static let folder: String = {
        if let named = getenv("CARICC_DATA") { return String(cString: named) }
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        return (root + ["..", "shared", "data"]).joined(separator: "/")
    }()

    static let package: String = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        .joined(separator: "/")

    static let hasData = access(folder + "/seizures/unodc-ids-2011-2015.csv", R_OK) == 0
    static let absence = "No data folder: set CARICC_DATA to it. Nothing was tested on real rows."

    static func position(_ north: Double, _ east: Double) -> Coordinates {
        Coordinates(degreesNorth: north, east: east) ?? Coordinates.origin
    }

    static func bytes(of path: String) -> [UInt8] {
        guard let file = fopen(path, "rbe") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            bytes += chunk[..<count]
            if count < chunk.count { return bytes }
        }
    }
}

extension Coordinates {
    static let origin: Coordinates = {
        guard let origin = Coordinates(latitude: 0, longitude: 0) else { preconditionFailure("0, 0 is a position") }
        return origin
    }()
}
