import Foundation

/// Keeps what the app stores out of every backup, in iCloud and on a computer: the logbook moves by its own.
enum NoBackup {
  /// At every start, because a file that is written anew may have lost its mark.
  static func exclude() {
    let places: [FileManager.SearchPathDirectory] = [
      .applicationSupportDirectory, .documentDirectory, .libraryDirectory,
    ]
    for place in places {
      guard let folder = FileManager.default.urls(for: place, in: .userDomainMask).first else { continue }
      try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      mark(folder)
      // The logbook's own folder, before there is a logbook in it: what is made later in a marked folder stays out too.
      if place == .applicationSupportDirectory, let name = Bundle.main.bundleIdentifier {
        let own = folder.appendingPathComponent(name, isDirectory: true)
        try? FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
      }
      let inside = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      inside?.forEach(mark)
    }
  }

  private static func mark(_ url: URL) {
    var url = url
    var values = URLResourceValues()
    values.isExcludedFromBackup = true
    // A folder that belongs to the system cannot be marked; what is in it can.
    try? url.setResourceValues(values)
  }
}
