import type { CivilDate } from "@tuwai/domain/time";
import type { Permission } from "#access";
import { part } from "#app";
import type { Step } from "#use-case";

/** What every entry of a first page says of itself: the name of its words, and whose it is by the access matrix. */
type Entry = { readonly code: string; readonly permission: Permission };

/** How much somebody else has in hand, and since when the oldest of it; a count of 0 is nothing. */
export type Held = { readonly count: number; readonly since: Date | null };

/** Something that this desk has sent on and waits for. */
export type WaitSource = Entry & { readonly find: (step: Step) => Promise<Held> };

/** A day by which something has to be done, or until which something may be done. */
export type DeadlineSource = Entry & {
  readonly find: (step: Step) => Promise<{ readonly count: number; readonly on: CivilDate | null }>;
};

/** The first thing to do for somebody who is new; lowest urgency first. */
export type FirstStepSource = Entry & {
  readonly urgency: number;
  readonly isDue: (step: Step) => Promise<boolean>;
};

/** The one number of a desk that has no area to count covered people in. */
export type FigureSource = Entry & { readonly count: (step: Step) => Promise<number> };

export const waitSources = part<WaitSource>("waits");
export const deadlineSources = part<DeadlineSource>("deadlines");
export const firstStepSources = part<FirstStepSource>("first-steps");
export const figureSources = part<FigureSource>("figures");
