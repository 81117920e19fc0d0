// swift-tools-version: 6.1
// The targets, bottom up: a target names only targets above it (see Sources/README.md).
import PackageDescription

let swift6: [SwiftSetting] = [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "caricc",
    products: [
        .executable(name: "caricc", targets: ["caricc"]),
        .library(name: "Recorder", type: .dynamic, targets: ["Recorder"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
    ],
    targets: [
        .systemLibrary(name: "CNcurses"),
        .target(name: "CSystem", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(name: "Model", swiftSettings: swift6),
        .target(
            name: "EventLog", dependencies: [grdb, crypto, cryptoExtras, "CSystem", "Model"], swiftSettings: swift6),
        .target(name: "Wording", dependencies: ["Model"], resources: [.copy("Catalogues")], swiftSettings: swift6),
        .target(
            name: "Places", dependencies: ["Model", "Wording"], exclude: ["Preparation"], resources: [.copy("Tables")],
            swiftSettings: swift6),
        .target(
            name: "Exchange", dependencies: ["CSystem", "Model", "Wording", "Places"], swiftSettings: swift6),
        .target(name: "Settings", dependencies: [toml, "Wording"], swiftSettings: swift6),
        .target(
            name: "Drills", dependencies: [toml, "Model", "Wording", "Settings"],
            resources: [.embedInCode("Scenarios/border-at-four.toml")], swiftSettings: swift6),
        .target(name: "Screen", swiftSettings: swift6),
        .target(
            name: "Themes", dependencies: [toml, "Screen", "Settings"], path: "Themes",
            resources: [
                "default", "dark", "light", "nightwatch", "amber", "paper", "highcontrast", "colourblind", "mono",
            ].map { .embedInCode("\($0).toml") },
            swiftSettings: swift6),
        .target(
            name: "Keyboards", dependencies: [toml, "Screen", "Settings"], resources: [.embedInCode("layouts.tsv")],
            swiftSettings: swift6),
        .target(
            name: "Interface",
            dependencies: ["Model", "Wording", "Places", "Screen", "Settings", "Themes", "Keyboards"],
            swiftSettings: swift6),
        .target(name: "Terminal", dependencies: ["CNcurses", "CSystem", "Screen"], swiftSettings: swift6),
        .executableTarget(
            name: "caricc",
            dependencies: [
                arguments, "Model", "EventLog", "Wording", "Places", "Exchange", "Drills", "Screen", "Settings",
                "Themes",
                "Keyboards",
                "Interface", "Terminal", "CSystem",
            ], swiftSettings: swift6),
        .executableTarget(
            name: "caricc-bench",
            dependencies: [arguments, grdb, "CSystem", "EventLog", "Exchange", "Model", "Wording"],
            path: "Sources/Benchmarks",
            swiftSettings: swift6),
        .executableTarget(
            name: "campaign", dependencies: [grdb, arguments, "EventLog", "Exchange", "Model", "TestSupport"],
            path: "Tests/Campaigns",
            exclude: ["Recorder"], swiftSettings: swift6),
        .executableTarget(
            name: "keyholder", dependencies: ["CSystem", "EventLog"], path: "Tests/KeyHolder", swiftSettings: swift6),
        .executableTarget(
            name: "intakeprobe", dependencies: ["CSystem", "Exchange", "Model"], path: "Tests/IntakeProbe",
            swiftSettings: swift6),
        .target(name: "Recorder", path: "Tests/Campaigns/Recorder", linkerSettings: [.linkedLibrary("dl")]),
        .target(
            name: "TestSupport", dependencies: ["Model", "EventLog", "Screen"], path: "Tests/TestSupport",
            swiftSettings: swift6),
        .testTarget(name: "ModelTests", dependencies: ["Model", "TestSupport"], swiftSettings: swift6),
        .testTarget(
            name: "EventLogTests",
            dependencies: [grdb, crypto, "CSystem", "EventLog", "Model", "TestSupport", "Wording"],
            swiftSettings: swift6),
        .testTarget(name: "WordingTests", dependencies: ["Wording", "Model"], swiftSettings: swift6),
        .testTarget(name: "PlacesTests", dependencies: ["Places", "Model"], swiftSettings: swift6),
        .testTarget(
            name: "ExchangeTests",
            dependencies: ["intakeprobe", "CSystem", "Exchange", "Model", "Places", "TestSupport"],
            exclude: ["Intake/Schema"],
            swiftSettings: swift6),
        .testTarget(name: "DrillsTests", dependencies: ["Drills", "Model"], swiftSettings: swift6),
        .testTarget(name: "SettingsTests", dependencies: ["Settings", "Wording"], swiftSettings: swift6),
        .testTarget(name: "ScreenTests", dependencies: ["Screen", "Themes", "TestSupport"], swiftSettings: swift6),
        .testTarget(
            name: "TerminalTests",
            dependencies: [
                "Terminal", "Interface", "EventLog", "Model", "Wording", "Screen", "Themes", "CSystem", "TestSupport",
            ],
            swiftSettings: swift6),
        .testTarget(
            name: "InterfaceTests",
            dependencies: [
                "Interface", "Keyboards", "Model", "Places", "Screen", "Settings", "Wording", "Themes", "TestSupport",
            ],
            swiftSettings: swift6),
        .testTarget(name: "KeyboardsTests", dependencies: ["Keyboards", "Screen"], swiftSettings: swift6),
        .testTarget(
            name: "ProgramTests",
            dependencies: [
                arguments, "caricc", "EventLog", "Exchange", "Interface", "Keyboards", "Model", "Screen", "Wording",
                "TestSupport",
            ],
            swiftSettings: swift6),
        .testTarget(name: "SourceTests", swiftSettings: swift6),
        .testTarget(
            name: "CommandLineTests",
            dependencies: [
                arguments, "caricc", "EventLog", "Exchange", "Model", "Settings", "Wording", "TestSupport",
            ],
            swiftSettings: swift6),
        .testTarget(name: "CampaignTests", dependencies: ["campaign"], swiftSettings: swift6),
    ]
)
