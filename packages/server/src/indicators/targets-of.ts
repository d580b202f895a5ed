import { listStandingTargets, type TargetRow } from "./target.store.ts";
import type { Step } from "#use-case";

/** Confirmed targets of every ladder, by ladder and year; a ladder without any is not known yet. */
export const targetsOf = ({ tx }: Pick<Step, "tx">): Promise<readonly TargetRow[]> => listStandingTargets(tx);
