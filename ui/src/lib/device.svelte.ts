/** What the app runs on, and whether its webview can record films. A phone hands over files and no folders, has no window to drop them on, and asks before a camera opens. */
export const device = $state({ phone: false, films: false });
