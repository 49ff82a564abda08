/** What the app runs on. A phone hands over files and no folders, has no window to drop them on, and asks before a camera opens. */
export const device = $state({ phone: false });
