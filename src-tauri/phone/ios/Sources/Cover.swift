import UIKit

/// A plain sheet over the window whenever the app is not in front, so that the picture in the list of recent apps shows
/// nothing. iOS lets nobody forbid a screenshot.
///
/// Only ever touched on the main thread.
final class Cover: NSObject {
  /// On until the person chooses otherwise.
  var isOn = true

  private var sheets: [UIView] = []

  /// Begins to look out for the app leaving the front and coming back.
  func watch() {
    let centre = NotificationCenter.default
    centre.addObserver(
      self, selector: #selector(lower), name: UIApplication.willResignActiveNotification, object: nil)
    centre.addObserver(
      self, selector: #selector(raise), name: UIApplication.didBecomeActiveNotification, object: nil)
  }

  @objc private func lower() {
    guard isOn, sheets.isEmpty else { return }
    let scenes = UIApplication.shared.connectedScenes.compactMap { $0 as? UIWindowScene }
    sheets = scenes.flatMap(\.windows).map { window in
      // The keyboard would stay on top of it, with what it suggests.
      window.endEditing(true)
      let sheet = UIView(frame: window.bounds)
      sheet.backgroundColor = .systemBackground
      sheet.autoresizingMask = [.flexibleWidth, .flexibleHeight]
      sheet.accessibilityViewIsModal = true
      window.addSubview(sheet)
      return sheet
    }
  }

  @objc private func raise() {
    sheets.forEach { $0.removeFromSuperview() }
    sheets = []
  }
}
