/// The sequence that offers a text to the clipboard of a terminal (OSC 52). Nothing tells whether the terminal takes it.
///
/// The text travels in base64, so that none of it can act.
enum ClipboardSequence {
    /// Bytes of text at most: terminals cut longer ones silently, some of them from 4 KiB of base64 on.
    static let limit = 3_000

    /// Nil for a longer text. Inside tmux the sequence is wrapped, so that tmux hands it on where it is allowed to.
    static func text(_ text: String, insideTmux: Bool) -> String? {
        guard text.utf8.count <= limit else { return nil }
        let plain = "\u{1B}]52;c;\(base64(Array(text.utf8)))\u{07}"
        guard insideTmux else { return plain }
        return "\u{1B}Ptmux;" + plain.replacing("\u{1B}", with: "\u{1B}\u{1B}") + "\u{1B}\\"
    }

    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

    static func base64(_ bytes: [UInt8]) -> String {
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                text.append(place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : "=")
            }
        }
        return text
    }
}
