import type { CivilDate, Month } from "@tuwai/domain/time";
import type { Permission } from "#access";
import { part } from "#app";
import type { Step } from "#use-case";

/** A reason to call a village, an office or another payer, as its feature knows it; never a person. */
export type Ask = {
  /** A village by its code; an office or another payer by the name under which it pays. */
  readonly who: { readonly villageCode: string } | { readonly payer: string };
  /** How many it is about; null where they are too few to be told. */
  readonly count: number | null;
  /** Of how many. */
  readonly of?: number;
  readonly rupiah: number | null;
  /** The month that it is about. */
  readonly month?: Month;
  /** Until when it is to be done. */
  readonly on: CivilDate | null;
  readonly since: Date | null;
  readonly isUrgent: boolean;
};

/** Reasons of one kind, whom to call first standing first; lowest urgency first among the kinds. */
export type CallSource = {
  /** Names its words. */
  readonly code: string;
  readonly urgency: number;
  readonly permission: Permission;
  readonly find: (step: Step) => Promise<readonly Ask[]>;
};

export const callSources = part<CallSource>("calls");
