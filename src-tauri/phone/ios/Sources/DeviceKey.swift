import Foundation
import LocalAuthentication
import Security

struct PromptWords: Decodable {
  let title: String
  let cancel: String
  let key: String
}

/// A key that opens behind a finger or a face: an item in the Keychain that the Secure Enclave hands out after a biometric
/// authentication, on this device alone, and no more once a finger or a face was added or taken away, or the passcode was.
///
/// Sealed: version (1) ‖ name of the item (16). The key itself is in the Keychain.
enum DeviceKey {
  private static let service = "nl.houvast.key"
  private static let version: UInt8 = 1
  private static let nameLength = 16
  private static let keyLength = 32

  static func state() -> String {
    var error: NSError?
    if LAContext().canEvaluatePolicy(.deviceOwnerAuthenticationWithBiometrics, error: &error) {
      return "ready"
    }
    switch error.flatMap({ LAError.Code(rawValue: $0.code) }) {
    case .biometryNotEnrolled?, .passcodeNotSet?:
      return "nothing-enrolled"
    case .biometryLockout?:
      return "ready"
    default:
      return "absent"
    }
  }

  /// Puts the key away under a new name, in the place of the former one. iOS asks for nothing here.
  static func seal(_ words: PromptWords) throws -> Data {
    guard state() == "ready" else { throw Refusal.notHere }
    guard let key = Data(base64Encoded: words.key), key.count == keyLength else { throw Refusal.failed }
    var name = [UInt8](repeating: 0, count: nameLength)
    guard SecRandomCopyBytes(kSecRandomDefault, name.count, &name) == errSecSuccess else { throw Refusal.failed }
    let rule = SecAccessControlCreateWithFlags(
      nil, kSecAttrAccessibleWhenPasscodeSetThisDeviceOnly, .biometryCurrentSet, nil)
    guard let access = rule else { throw Refusal.failed }
    forget()
    var item = query(Data(name))
    item[kSecAttrAccessControl as String] = access
    item[kSecValueData as String] = key
    guard SecItemAdd(item as CFDictionary, nil) == errSecSuccess else { throw Refusal.failed }
    return Data([version]) + Data(name)
  }

  /// Shows the system's prompt and waits for the person.
  static func open(_ words: PromptWords) throws -> Data {
    guard let sealed = Data(base64Encoded: words.key), sealed.count == 1 + nameLength, sealed[0] == version else {
      throw Refusal.keyGone
    }
    let context = LAContext()
    context.localizedReason = words.title
    context.localizedCancelTitle = words.cancel
    // No way round it by the passcode: whoever knows that could add a finger as well.
    context.localizedFallbackTitle = ""
    var item = query(sealed.dropFirst())
    item[kSecMatchLimit as String] = kSecMatchLimitOne
    item[kSecReturnData as String] = true
    item[kSecUseAuthenticationContext as String] = context
    var found: CFTypeRef?
    switch SecItemCopyMatching(item as CFDictionary, &found) {
    case errSecSuccess:
      guard let key = found as? Data, key.count == keyLength else { throw Refusal.keyGone }
      return key
    case errSecItemNotFound:
      throw Refusal.keyGone
    case errSecUserCanceled:
      throw Refusal.cancelled
    case errSecAuthFailed:
      throw whyNot()
    default:
      throw Refusal.failed
    }
  }

  /// Forgets the key. Taking an item away asks for nothing.
  static func forget() {
    SecItemDelete(query(nil) as CFDictionary)
  }

  /// The item of this name, or every one of ours.
  private static func query(_ name: Data?) -> [String: Any] {
    var item: [String: Any] = [
      kSecClass as String: kSecClassGenericPassword,
      kSecAttrService as String: service,
    ]
    if let name = name {
      item[kSecAttrAccount as String] = name.map { String(format: "%02x", $0) }.joined()
    }
    return item
  }

  /// The Keychain only says that it was not opened; the system knows whether it takes no more tries.
  private static func whyNot() -> Refusal {
    var error: NSError?
    guard !LAContext().canEvaluatePolicy(.deviceOwnerAuthenticationWithBiometrics, error: &error) else {
      return .cancelled
    }
    switch error.flatMap({ LAError.Code(rawValue: $0.code) }) {
    case .biometryLockout?:
      return .tooManyTries
    case .biometryNotEnrolled?, .passcodeNotSet?:
      return .keyGone
    default:
      return .notHere
    }
  }
}
