// swift-tools-version:5.3

import PackageDescription

let package = Package(
  name: "houvast-phone",
  platforms: [
    .macOS(.v10_13),
    .iOS(.v15),
  ],
  products: [
    .library(
      name: "houvast-phone",
      type: .static,
      targets: ["houvast-phone"])
  ],
  dependencies: [
    .package(name: "Tauri", path: "../.tauri/tauri-api")
  ],
  targets: [
    .target(
      name: "houvast-phone",
      dependencies: [
        .byName(name: "Tauri")
      ],
      path: "Sources")
  ]
)
