import type { Step } from "./step.ts";

/** What an asker is told instead, all of it at once. */
export type Refused<Reason> = { readonly outcome: "refused"; readonly reasons: readonly Reason[] };

/** A refusal that wrote nothing. */
export const refuse = <Reason>(step: Step, ...reasons: readonly Reason[]): Refused<Reason> =>
  step.unchanged({ outcome: "refused", reasons });
