import UIKit
import WebKit

/// Letters as large as the person has them in every app (Dynamic Type). A webview does not follow that by itself.
final class Letters {
  /// Beyond these not everything can still be used.
  private static let least: CGFloat = 0.8
  private static let most: CGFloat = 2

  private var changed: NSObjectProtocol?

  /// From now on this page follows. Call it on the main thread.
  func lead(_ webview: WKWebView) {
    Letters.set(webview)
    changed = NotificationCenter.default.addObserver(
      forName: UIContentSizeCategory.didChangeNotification, object: nil, queue: .main
    ) { [weak webview] _ in
      guard let webview = webview else { return }
      Letters.set(webview)
    }
  }

  private static func set(_ webview: WKWebView) {
    let scale = UIFontMetrics(forTextStyle: .body).scaledValue(for: 100) / 100
    webview.pageZoom = min(max(scale, least), most)
  }
}
