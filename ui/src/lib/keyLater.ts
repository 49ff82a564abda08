/** A recovery key that was shown and is not on paper yet. It is kept sealed, as a draft is, until the person says that it is. */
import { backend } from "./backend";

const NAME = "recovery-key";

/** One was made just now. */
export const keyShown = (): Promise<unknown> => backend.saveDraft(NAME, true).catch(() => undefined);
/** It is on paper. */
export const keyWritten = (): Promise<unknown> => backend.saveDraft(NAME, null).catch(() => undefined);
/** Does one still have to be made that gets onto paper? */
export const keyIsDue = async (): Promise<boolean> => (await backend.loadDraft(NAME)) === true;
