//! A finger on the touchscreen of an X server, through its `inputtest` driver.
//!
//! The driver listens on a socket for events as bytes in this machine's order, each behind its length and its kind
//! (`xf86-input-inputtest-protocol.h` of the X server 21.1, version 1.1 of the protocol; inputtest(4)).

use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::thread;
use std::time::Duration;

use super::until;

/// The size of the screen, in pixels.
const SCREEN: (u32, u32) = (1280, 1000);
/// The driver's numbers for what is sent to it.
const VERSION: u32 = 0;
const SYNC: u32 = 1;
const TOUCH: u32 = 6;
/// `XInput`'s numbers for what a finger does.
const DOWN: u32 = 18;
const MOVE: u32 = 19;
const UP: u32 = 20;
/// Room for so many values in an event, of which a touch has two.
const VALUES: usize = 64;
/// The values' whole range, over the width and the height.
const RANGE: f64 = 65535.0;
/// Between two places of a finger that moves.
const MOMENT: Duration = Duration::from_millis(12);

/// A finger.
pub struct Finger {
    driver: UnixStream,
    touches: u32,
}

impl Finger {
    /// A finger on the screen whose driver listens here.
    pub fn on(socket: &Path) -> Self {
        let driver = until("the touchscreen", || UnixStream::connect(socket).ok());
        let mut finger = Self { driver, touches: 0 };
        finger.send(VERSION, &[1u16.to_ne_bytes(), 1u16.to_ne_bytes()].concat());
        finger.answer();
        finger
    }

    /// Touches the screen and lets go.
    pub fn tap(&mut self, at: (f64, f64)) {
        self.touches += 1;
        self.touch(DOWN, at);
        thread::sleep(MOMENT);
        self.touch(UP, at);
    }

    /// Draws over the screen from one place to another, as one does to scroll.
    pub fn swipe(&mut self, from: (f64, f64), to: (f64, f64)) {
        self.touches += 1;
        self.touch(DOWN, from);
        for step in 1..=20 {
            let part = f64::from(step) / 20.0;
            self.touch(MOVE, (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part));
            thread::sleep(MOMENT);
        }
        self.touch(UP, to);
    }

    fn touch(&mut self, what: u32, (x, y): (f64, f64)) {
        let scaled = |value: f64, size: u32| value / f64::from(size) * RANGE;
        let mut values = [0f64; VALUES];
        (values[0], values[1]) = (scaled(x, SCREEN.0), scaled(y, SCREEN.1));
        let mut mask = [0u8; VALUES / 8];
        mask[0] = 0b11;
        let mut event = Vec::new();
        for number in [self.touches, what, 0] {
            event.extend(number.to_ne_bytes());
        }
        event.extend(mask);
        // A number of eight bytes begins at a multiple of them.
        event.extend([0; 4]);
        // Twice: as they come out, and as they were before they were made faster.
        for value in values.iter().chain(&[0.0; VALUES]) {
            event.extend(value.to_ne_bytes());
        }
        self.send(TOUCH, &event);
        self.send(SYNC, &[]);
        self.answer();
    }

    fn send(&mut self, kind: u32, event: &[u8]) {
        let length = u32::try_from(8 + event.len()).expect("an event is small");
        let all = [&length.to_ne_bytes(), &kind.to_ne_bytes(), event].concat();
        self.driver.write_all(&all).expect("the driver listens");
    }

    fn answer(&mut self) {
        let mut head = [0; 8];
        self.driver.read_exact(&mut head).expect("the driver answers");
        let length = u32::from_ne_bytes([head[0], head[1], head[2], head[3]]) as usize;
        self.driver.read_exact(&mut vec![0; length - head.len()]).expect("the driver answers");
    }
}

/// Writes the X server's settings: a screen that is not there, and a touchscreen that listens here.
pub fn settings(file: &Path, socket: &Path) {
    let (width, height) = SCREEN;
    let socket = socket.display();
    let text = format!(
        r#"
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 16384
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
  Modeline "screen" 80.0 {width} {} {} {} {height} {} {} {}
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "screen"
    Virtual {width} {height}
  EndSubSection
EndSection
Section "InputDevice"
  Identifier "finger"
  Driver "inputtest"
  Option "SocketPath" "{socket}"
  Option "DeviceType" "Touch"
EndSection
Section "ServerLayout"
  Identifier "all"
  Screen "screen"
  InputDevice "finger" "SendCoreEvents"
EndSection
"#,
        width + 16,
        width + 32,
        width + 48,
        height + 8,
        height + 16,
        height + 24,
    );
    let mut made = std::fs::File::create(file).expect("a file can be made");
    made.write_all(text.as_bytes()).expect("a file can be written");
}
