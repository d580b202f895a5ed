/**
 * How far a number of law is known: `text-read` by somebody who read it in the instrument itself, `reported` by an office or
 * the press, `from-memory` otherwise. Nothing is `text-read` today.
 */
export type Mark = "text-read" | "reported" | "from-memory";

/** Where a rate stands in law, and how far we know it. */
export type RateSource = { instrument: string; article: string; mark: Mark };
