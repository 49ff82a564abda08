import Foundation
import Tauri
import UIKit
import WebKit
import os

private struct SwitchWords: Decodable {
  let on: Bool
}

private struct DialWords: Decodable {
  let number: String
}

private struct Memory: Encodable {
  let total: UInt64
  let low: Bool
}

private struct FreeSpace: Encodable {
  let bytes: Int64
}

private struct Swept: Encodable {
  let files: Int
}

private struct State: Encodable {
  let state: String
}

private struct Key: Encodable {
  let key: String
}

/// The Swift half of the crate `houvast-phone`: each command is one call of its `Phone`, and the words that go over are
/// written down there. What other apps share needs no Swift: the system puts a copy into the app's own folder.
///
/// A command comes in on a queue of its own, one at a time. What waits for a person goes on elsewhere. A refusal carries a
/// `Refusal`'s code and nothing that somebody wrote.
class PhonePlugin: Plugin {
  /// Below this the system may be about to end the app.
  private static let littleMemory = 256 * 1024 * 1024

  /// What can be in a telephone number, so that nothing else gets into the dialler.
  private static let number = CharacterSet(charactersIn: "0123456789+*#(). -")

  private let cover = Cover()
  private let letters = Letters()

  override init() {
    super.init()
    NoBackup.exclude()
    Leftovers.sweep()
    DispatchQueue.main.async { self.cover.watch() }
  }

  /// The page is there.
  @objc public override func load(webview: WKWebView) {
    DispatchQueue.main.async { self.letters.lead(webview) }
  }

  /// iOS lets no app go to another; the person touches its name in the corner.
  @objc public func backToOtherApp(_ invoke: Invoke) {
    refuse(invoke, .notHere)
  }

  /// Nor may an app leave by itself.
  @objc public func leave(_ invoke: Invoke) {
    refuse(invoke, .notHere)
  }

  @objc public func protect(_ invoke: Invoke) throws {
    let words = try invoke.parseArgs(SwitchWords.self)
    DispatchQueue.main.async {
      self.cover.isOn = words.on
      invoke.resolve()
    }
  }

  @objc public func keepAwake(_ invoke: Invoke) throws {
    let words = try invoke.parseArgs(SwitchWords.self)
    DispatchQueue.main.async {
      UIApplication.shared.isIdleTimerDisabled = words.on
      invoke.resolve()
    }
  }

  /// The system shows the number once more, and the person makes the call.
  @objc public func dial(_ invoke: Invoke) throws {
    let words = try invoke.parseArgs(DialWords.self)
    let isNumber = words.number.unicodeScalars.allSatisfy(PhonePlugin.number.contains)
    guard isNumber, (1...40).contains(words.number.count) else {
      return refuse(invoke, .failed)
    }
    var address = URLComponents()
    address.scheme = "tel"
    address.path = words.number.filter { !" ().-".contains($0) }
    guard let url = address.url else {
      return refuse(invoke, .failed)
    }
    DispatchQueue.main.async {
      UIApplication.shared.open(url, options: [:]) { opened in
        if opened { invoke.resolve() } else { self.refuse(invoke, .notHere) }
      }
    }
  }

  @objc public func memory(_ invoke: Invoke) {
    // Nought says that the system does not tell.
    let left = os_proc_available_memory()
    let low = left > 0 && left < PhonePlugin.littleMemory
    invoke.resolve(Memory(total: ProcessInfo.processInfo.physicalMemory, low: low))
  }

  @objc public func freeSpace(_ invoke: Invoke) throws {
    let home = URL(fileURLWithPath: NSHomeDirectory())
    let values = try home.resourceValues(forKeys: [.volumeAvailableCapacityForImportantUsageKey])
    guard let bytes = values.volumeAvailableCapacityForImportantUsage else {
      return refuse(invoke, .failed)
    }
    invoke.resolve(FreeSpace(bytes: bytes))
  }

  @objc public func sweep(_ invoke: Invoke) {
    invoke.resolve(Swept(files: Leftovers.sweep()))
  }

  @objc public func keyState(_ invoke: Invoke) {
    invoke.resolve(State(state: DeviceKey.state()))
  }

  @objc public func sealKey(_ invoke: Invoke) throws {
    let words = try invoke.parseArgs(PromptWords.self)
    answer(invoke) { try DeviceKey.seal(words) }
  }

  @objc public func openKey(_ invoke: Invoke) throws {
    let words = try invoke.parseArgs(PromptWords.self)
    answer(invoke) { try DeviceKey.open(words) }
  }

  @objc public func forgetKey(_ invoke: Invoke) {
    DeviceKey.forget()
    invoke.resolve()
  }

  /// Answers with the key that the work gives, or with why it gave none. It waits for a person, so not on the queue that
  /// every other command comes in on.
  private func answer(_ invoke: Invoke, _ work: @escaping () throws -> Data) {
    DispatchQueue.global(qos: .userInitiated).async {
      do {
        invoke.resolve(Key(key: try work().base64EncodedString()))
      } catch let refusal as Refusal {
        self.refuse(invoke, refusal)
      } catch {
        self.refuse(invoke, .failed)
      }
    }
  }

  private func refuse(_ invoke: Invoke, _ refusal: Refusal) {
    invoke.reject(refusal.rawValue, code: refusal.rawValue)
  }
}

@_cdecl("init_plugin_phone")
func initPlugin() -> Plugin {
  return PhonePlugin()
}
