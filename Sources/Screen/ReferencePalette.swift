/// What colours 0 to 15 look like on a terminal that people have.
///
/// These colours are the owner's, so that legibility on them is only known by examples. A look counts as legible when it
/// is so on all of them.
package struct ReferencePalette: Sendable {
    package let name: String
    /// Whether bold text of the colours 0 to 7 is drawn in 8 to 15.
    package let boldIsBright: Bool
    private let colours: [UInt32]

    /// XTerm-col.ad as it ships, with bold that is only bold.
    package static let xterm = ReferencePalette(name: "xterm", boldIsBright: false, colours: xtermColours)
    /// The same where bold is bright, which is xterm's own default.
    package static let xtermBright = ReferencePalette(
        name: "xterm, bold is bright", boldIsBright: true, colours: xtermColours)
    /// The Linux console, `default_red` and its sisters in drivers/tty/vt/vt.c: the colours of VGA.
    package static let linuxConsole = ReferencePalette(
        name: "Linux console", boldIsBright: true,
        colours: [
            0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA,
            0x555555, 0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
        ])
    /// The scheme Campbell of Windows Terminal, with `intenseTextStyle` as it ships.
    package static let campbell = ReferencePalette(
        name: "Windows Terminal", boldIsBright: true,
        colours: [
            0x0C0C0C, 0xC50F1F, 0x13A10E, 0xC19C00, 0x0037DA, 0x881798, 0x3A96DD, 0xCCCCCC,
            0x767676, 0xE74856, 0x16C60C, 0xF9F1A5, 0x3B78FF, 0xB4009E, 0x61D6D6, 0xF2F2F2,
        ])

    package static let all = [xterm, xtermBright, linuxConsole, campbell]

    private static let xtermColours: [UInt32] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ]

    /// Red, green and blue of a colour below 16.
    func components(of index: UInt8, bold: Bool = false) -> (red: UInt8, green: UInt8, blue: UInt8) {
        let value = colours[Int(bold && boldIsBright && index < 8 ? index + 8 : index) & 15]
        return (UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
    }
}
