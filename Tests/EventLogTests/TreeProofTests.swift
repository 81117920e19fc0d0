import Foundation
import Model
import Testing

@testable import EventLog

/// A tree of leaves in memory, computed by the definition of RFC 6962, section 2.1, alone.
private final class PlainTree: TreeNodes {
    let leaves: [Digest]
    private var known: [Int: [Int64: Digest]] = [:]

    init(_ leaves: [Digest]) { self.leaves = leaves }

    func node(level: Int, number: Int64) -> Digest {
        if level == 0 { return leaves[Int(number)] }
        if let hash = known[level]?[number] { return hash }
        let hash = Hashing.node(
            node(level: level - 1, number: 2 * number), node(level: level - 1, number: 2 * number + 1))
        known[level, default: [:]][number] = hash
        return hash
    }
}

@Suite struct TreeProofTests {
    /// The leaves that Certificate Transparency's reference tests use.
    static let leaves = [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    ]
    static let roots = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    @Test func theRootsAreThoseOfTheReferenceTests() throws {
        #expect(
            Hashing.emptyRoot.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        var edge = TreeEdge()
        #expect(edge.root == Hashing.emptyRoot)
        let hashes = try Self.leaves.map { Hashing.leaf(try #require(Hexadecimal.bytes($0))) }
        for (leaf, root) in zip(hashes, Self.roots) {
            edge.append(leaf)
            #expect(edge.root.hex == root)
            #expect(try TreeProof.root(size: edge.size, in: PlainTree(hashes)).hex == root)
        }
    }

    @Test func subtreesAppendedAtOnceGiveTheSameEdge() {
        let leaves = (0..<40).map { Hashing.leaf([UInt8($0)]) }
        let tree = PlainTree(leaves)
        var slow = TreeEdge()
        for leaf in leaves { slow.append(leaf) }
        var fast = TreeEdge()
        for number in 0..<10 { fast.append(subtree: tree.node(level: 2, number: Int64(number)), level: 2) }
        #expect(slow == fast)
    }

    @Test func everyEntryOfEverySmallTreeIsProvedAndNoOther() {
        let leaves = (0..<300).map { Hashing.leaf([UInt8($0 & 0xFF), UInt8($0 >> 8)]) }
        let tree = PlainTree(leaves)
        var edge = TreeEdge()
        var (failures, forgeries) = (0, 0)
        for size in Int64(1)...300 {
            edge.append(leaves[Int(size - 1)])
            let stride = size <= 40 || size >= 255 && size <= 260 ? 1 : 13
            for index in Swift.stride(from: Int64(0), to: size, by: stride) {
                let leaf = leaves[Int(index)]
                let hashes = (try? TreeProof.inclusion(of: index, size: size, in: tree)) ?? []
                func holds(_ leaf: Digest, _ index: Int64, _ size: Int64, _ hashes: [Digest]) -> Bool {
                    TreeProof.isIncluded(leaf, at: index, size: size, hashes: hashes, root: edge.root)
                }
                if !holds(leaf, index, size, hashes) { failures += 1 }
                if holds(.zero, index, size, hashes) || holds(leaf, index, size, hashes + [.zero]) { forgeries += 1 }
                if size > 1, holds(leaf, index, size, Array(hashes.dropLast())) { forgeries += 1 }
                if size > 1, holds(leaf, (index + 1) % size, size, hashes) { forgeries += 1 }
            }
        }
        #expect(failures == 0)
        #expect(forgeries == 0)
    }

    @Test func everySmallTreeExtendsEverySmallerOneAndNoOther() {
        let leaves = (0..<70).map { Hashing.leaf([UInt8($0)]) }
        let tree = PlainTree(leaves)
        var edge = TreeEdge()
        var roots = [edge.root]
        for leaf in leaves {
            edge.append(leaf)
            roots.append(edge.root)
        }
        var (failures, forgeries) = (0, 0)
        for new in 0...70 {
            for old in 0...new {
                let hashes = (try? TreeProof.consistency(from: Int64(old), to: Int64(new), in: tree)) ?? []
                func holds(_ oldRoot: Digest, _ newRoot: Digest, _ hashes: [Digest]) -> Bool {
                    TreeProof.isConsistent(
                        from: Int64(old), root: oldRoot, to: Int64(new), root: newRoot, hashes: hashes)
                }
                if !holds(roots[old], roots[new], hashes) { failures += 1 }
                if holds(.zero, roots[new], hashes) { forgeries += 1 }
                if old > 0, holds(roots[old], .zero, hashes) { forgeries += 1 }
                if old > 0, holds(roots[old], roots[new], hashes + [.zero]) { forgeries += 1 }
            }
        }
        #expect(failures == 0)
        #expect(forgeries == 0)
    }

    @Test func theNoteOfGosDocumentationVerifies() throws {
        let key = try VerifierKey("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
        let text =
            "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
        let line =
            "\u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
        let note = try #require(SignedNote(Array("\(text)\n\(line)".utf8)))
        #expect(note.isSigned(by: key))
        let other = try #require(SignedNote(Array("\(text.uppercased())\n\(line)".utf8)))
        #expect(!other.isSigned(by: key))
    }

    @Test func theFounderOfAnExportCanNameTiles() {
        #expect(ExportFolder.place(1_234_067, width: 256) == "x001/x234/067")
        #expect(ExportFolder.place(0, width: 7) == "000.p/7")
        // The example of C2SP tlog-tiles: 70,000 leaves.
        #expect((0..<274).map { ExportFolder.width(level: 0, number: $0, size: 70_000) }.last == 112)
        #expect(ExportFolder.width(level: 0, number: 272, size: 70_000) == 256)
        #expect(ExportFolder.width(level: 1, number: 1, size: 70_000) == 17)
        #expect(ExportFolder.width(level: 2, number: 0, size: 70_000) == 1)
        #expect(ExportFolder.width(level: 3, number: 0, size: 70_000) == 0)
    }

    @Test func aPhraseStandsForOriginSizeAndRoot() throws {
        let checkpoint = Checkpoint(origin: "C/D/live/2026", size: 7, root: Hashing.emptyRoot)
        let digest = Hashing.plain(
            Array("caricc control phrase v1\nC/D/live/2026\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n".utf8))
        #expect(checkpoint.phrase.numbers == Array(digest.bytes[..<6]))
        #expect(checkpoint.phrase.digits.utf8.count == 4)
        let others = [
            Checkpoint(origin: "C/D/live/2027", size: 7, root: Hashing.emptyRoot),
            Checkpoint(origin: "C/D/live/2026", size: 8, root: Hashing.emptyRoot),
            Checkpoint(origin: "C/D/live/2026", size: 7, root: .zero),
        ]
        for other in others { #expect(other.phrase != checkpoint.phrase) }
    }
}
