import { type ExtensionRefusal, isPastSafeDay, reasonsAgainstExtension } from "@tuwai/domain/endings";
import { parseCivilDate } from "@tuwai/domain/time";
import { AppError } from "#app";
import { lockPayers } from "#enrolment";
import { change, type Operation, type Step } from "#use-case";
import { insertHoldAct, undoLastAct } from "./hold.store.ts";
import { type Hold, listHolds } from "./hold.view.ts";
import { readHoldRules } from "./hold-settings.ts";

/** Why a hold goes on, or ends before its day. */
export const holdReasons = [
  "office-looks",
  "sponsor-decides",
  "family-is-helped",
  "nobody-to-wait-for",
  "other",
] as const;
export type HoldReason = (typeof holdReasons)[number];

type OfHold = Operation & { readonly holdId: string };

export type HoldOutcome =
  | { readonly outcome: "kept" }
  | {
      readonly outcome: "refused";
      readonly reasons: readonly (ExtensionRefusal | "not-held" | "nothing-to-undo")[];
    };

/** Keeps somebody held until a later day; past the last safe day of the worker only with `isWarned`. Throws `not-found`. */
export const extendHold = change(
  { name: "replacement.extend", permission: "replacement.hold" },
  async (
    step,
    input: OfHold & {
      readonly until: string;
      readonly reason: HoldReason;
      readonly isWarned: boolean;
    },
  ): Promise<HoldOutcome> => {
    const hold = await requireHold(step, input.holdId);
    const reason = readReason(input.reason);
    const until = parseCivilDate(input.until);
    if (until === undefined) throw new AppError("invalid-input", { field: "until" });
    const rules = await readHoldRules(step.tx, step.actor.regionCode);
    const reasons = reasonsAgainstExtension(
      hold,
      { until, isWarned: input.isWarned },
      { today: step.today, rules },
    );
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    return keepAct(step, hold, {
      kind: "extended",
      until,
      isPastSafeDay: isPastSafeDay(hold, until),
      reason,
    });
  },
);

/** Ends a hold before its day: the worker stands first in line, the sponsor's place is free for the next. Throws `not-found`. */
export const releaseHold = change(
  { name: "replacement.release", permission: "replacement.hold" },
  async (step, input: OfHold & { readonly reason: HoldReason }): Promise<HoldOutcome> => {
    const hold = await requireHold(step, input.holdId);
    const reason = readReason(input.reason);
    if (hold.now.state !== "held") return step.unchanged({ outcome: "refused", reasons: ["not-held"] });
    return keepAct(step, hold, {
      kind: "released",
      until: null,
      isPastSafeDay: false,
      reason,
    });
  },
);

/** Takes back what was done last about a hold. Throws `not-found`. */
export const undoHoldAct = change(
  { name: "replacement.undo", permission: "replacement.hold" },
  async (step, input: OfHold): Promise<HoldOutcome> => {
    const hold = await requireHold(step, input.holdId);
    const isUndone =
      hold.now.state !== "filled" &&
      (await undoLastAct(step.tx, hold.id, {
        actorId: step.actor.userId,
        at: step.now,
      }));
    if (!isUndone)
      return step.unchanged({
        outcome: "refused",
        reasons: ["nothing-to-undo"],
      });
    await step.audit({ objectType: "replacement", objectId: hold.id });
    return { outcome: "kept" };
  },
);

function readReason(reason: HoldReason): HoldReason {
  if (!holdReasons.includes(reason))
    throw new AppError("invalid-input", { field: "reason", reason: "unknown" });
  return reason;
}

async function requireHold({ tx, area, today }: Step, holdId: string): Promise<Hold> {
  await lockPayers(tx);
  const hold = (await listHolds(tx, area, today)).find(({ id }) => id === holdId);
  if (hold === undefined) throw new AppError("not-found", { object: "hold" });
  return hold;
}

async function keepAct(
  step: Step,
  hold: Hold,
  act: Omit<Parameters<typeof insertHoldAct>[1], "id" | "holdId">,
): Promise<HoldOutcome> {
  const { regionCode, userId: actorId } = step.actor;
  await insertHoldAct(
    step.tx,
    { ...act, id: step.newId(), holdId: hold.id },
    { regionCode, actorId, at: step.now },
  );
  const { reason, until } = act;
  await step.audit({
    objectType: "replacement",
    objectId: hold.id,
    details: { reason, holdUntil: until },
  });
  return { outcome: "kept" };
}
