// swift-tools-version: 6.1
import PackageDescription

/// The modules in the order in which imports may point: each may import only what stands below it.
/// `Scripts/check-module-order` holds the sources against this list.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "iep",
  products: [.executable(name: "iep", targets: ["iep"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .executableTarget(
      name: "iep",
      dependencies: [
        "Batch", "Reporting", "Audit", "Classification", "Parsing", "Extraction", "Seeds", "IEPModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(
      name: "Batch",
      dependencies: ["Reporting", "Audit", "Classification", "Parsing", "Extraction", "Seeds", "IEPModel", "CGLib"],
      swiftSettings: strict),
    .target(name: "Reporting", dependencies: ["Seeds", "IEPModel"], swiftSettings: strict),
    .target(name: "Audit", dependencies: ["Seeds", "IEPModel"], swiftSettings: strict),
    .target(
      name: "Classification",
      dependencies: ["Seeds", "IEPModel", "CStemmer", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(name: "Parsing", dependencies: ["Extraction", "Seeds", "IEPModel"], swiftSettings: strict),
    .target(
      name: "Extraction", dependencies: ["Seeds", "IEPModel", "CPoppler", "CLibXML2", "CQPDF"],
      swiftSettings: strict),
    .target(
      name: "Seeds",
      dependencies: ["IEPModel", "CSeeds", "CGLib", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(name: "IEPModel", swiftSettings: strict),

    .target(name: "CSeeds"),
    .systemLibrary(name: "CGLib", pkgConfig: "glib-2.0", providers: [.apt(["libglib2.0-dev"])]),
    .systemLibrary(name: "CPoppler", pkgConfig: "poppler-glib", providers: [.apt(["libpoppler-glib-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CQPDF", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),

    .testTarget(name: "IEPModelTests", dependencies: ["IEPModel"], swiftSettings: strict),
    .testTarget(name: "SeedsTests", dependencies: ["Seeds"], swiftSettings: strict),
    .testTarget(name: "ExtractionTests", dependencies: ["Extraction", "Seeds"], swiftSettings: strict),
    .testTarget(name: "ParsingTests", dependencies: ["Parsing", "Extraction", "Seeds"], swiftSettings: strict),
    .testTarget(name: "ClassificationTests", dependencies: ["Classification", "Seeds"], swiftSettings: strict),
    .testTarget(name: "AuditTests", dependencies: ["Audit", "Seeds"], swiftSettings: strict),
    .testTarget(name: "ReportingTests", dependencies: ["Reporting", "Seeds"], swiftSettings: strict),
    .testTarget(name: "BatchTests", dependencies: ["Batch", "Reporting", "Seeds", "iep"], swiftSettings: strict),
  ]
)
