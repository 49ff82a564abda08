import Foundation

/// What the system's own camera and file chooser leave behind in the app's folder for passing files. Nothing of ours is put
/// there that has to last.
enum Leftovers {
  /// Throws it away, and says how many files it was.
  @discardableResult
  static func sweep() -> Int {
    let folder = FileManager.default.temporaryDirectory
    let inside = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return (inside ?? []).filter { (try? FileManager.default.removeItem(at: $0)) != nil }.count
  }
}
