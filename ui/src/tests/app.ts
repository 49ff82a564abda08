/** What stands for the app's other half: it answers as the test says, and tells of what is under way. */
import type { AppError } from "$lib/bindings/AppError";

type Values = Record<string, unknown>;

/** Answers by command; a command without one is answered with nothing. */
export const answers: Record<string, (values: Values) => unknown> = {};
/** What was asked, in order. */
export const asked: [string, Values][] = [];
const listening: [string, (event: { payload: unknown }) => void][] = [];

export const core = {
  invoke: async (command: string, values: Values = {}): Promise<unknown> => {
    asked.push([command, values]);
    return answers[command]?.(values);
  },
};
export const event = {
  listen: (name: string, then: (event: { payload: unknown }) => void): Promise<() => void> => {
    listening.push([name, then]);
    return Promise.resolve(() => undefined);
  },
};

/** Tells the page of something. */
export function tell(name: string, payload: unknown): void {
  for (const [of, then] of listening) if (of === name) then({ payload });
}

/** An answer that comes when the test says so. */
export function later<T>(): {
  promise: Promise<T>;
  answer: (value: T) => void;
  refuse: (why: unknown) => void;
} {
  let [answer, refuse]: [(value: T) => void, (why: unknown) => void] = [() => undefined, () => undefined];
  const promise = new Promise<T>((resolve, reject) => ([answer, refuse] = [resolve, reject]));
  return { promise, answer, refuse };
}

export const problem = (code: string): AppError => ({ code, field: null, reason: null, number: null });
export const refused = (code: string) => () => Promise.reject(problem(code));

export function begin(): void {
  for (const name of Object.keys(answers)) delete answers[name];
  asked.length = listening.length = 0;
  window.scrollTo = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
}

/** The page's engine has it; the stand-in for it in these tests does not. */
export class Unmeasured {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
