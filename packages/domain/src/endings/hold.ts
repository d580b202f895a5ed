import { addDays, type CivilDate } from "#time";

/** What a person did about a hold, in the order it was done; what was undone is not among them. */
export type HoldAct =
  | { readonly kind: "released" }
  /** `isPastSafeDay`: whoever extended it was warned that the worker may lose cover meanwhile. */
  | {
      readonly kind: "extended";
      readonly until: CivilDate;
      readonly isPastSafeDay: boolean;
    };

export type HoldFacts = {
  readonly side: "worker" | "sponsor";
  readonly until: CivilDate;
  readonly acts: readonly HoldAct[];
  /** Of a worker: the last day on which he can still be saved by the stricter reading; null where none is near. */
  readonly safeRescueDay: CivilDate | null;
  /** Somebody pays for the worker again, or the sponsor's place is taken or gone. */
  readonly isFilled: boolean;
};

export type HoldNow = {
  readonly state: "held" | "over" | "released" | "filled";
  /** The last day on which it holds. */
  readonly until: CivilDate;
  /** It ends earlier than it was set, as the worker must not lose cover by it. */
  readonly isCutShort: boolean;
  readonly extensions: number;
};

/** A hold as it is today, from the facts alone: nothing has to have run for it to end. */
export function holdNow(facts: HoldFacts, today: CivilDate): HoldNow {
  const { side, acts, safeRescueDay, isFilled } = facts;
  const extended = acts.filter((act) => act.kind === "extended");
  const last = extended.at(-1);
  const set = last?.until ?? facts.until;
  const isCutShort =
    side === "worker" && safeRescueDay !== null && safeRescueDay < set && last?.isPastSafeDay !== true;
  const until = isCutShort ? safeRescueDay : set;
  const isReleased = acts.some(({ kind }) => kind === "released");
  const state = isFilled ? "filled" : isReleased ? "released" : today <= until ? "held" : "over";
  return { state, until, isCutShort, extensions: extended.length };
}

export type HoldRules = {
  readonly days: number;
  readonly extensionsAtMost: number;
};

export type ExtensionRefusal = "not-held" | "too-often" | "not-later" | "too-far" | "past-safe-day";

/** What speaks against an extension; the safe day only until whoever extends has been warned of it. */
export function reasonsAgainstExtension(
  facts: HoldFacts,
  wanted: { readonly until: CivilDate; readonly isWarned: boolean },
  by: { readonly today: CivilDate; readonly rules: HoldRules },
): readonly ExtensionRefusal[] {
  const now = holdNow(facts, by.today);
  if (now.state !== "held" && now.state !== "over") return ["not-held"];
  const reasons: ExtensionRefusal[] = [];
  if (now.extensions >= by.rules.extensionsAtMost) reasons.push("too-often");
  if (wanted.until < by.today || wanted.until <= now.until) reasons.push("not-later");
  if (wanted.until > addDays(by.today, by.rules.days)) reasons.push("too-far");
  if (isPastSafeDay(facts, wanted.until) && !wanted.isWarned) reasons.push("past-safe-day");
  return reasons;
}

/** Whether a worker held until then could lose cover. */
export function isPastSafeDay({ side, safeRescueDay }: HoldFacts, until: CivilDate): boolean {
  return side === "worker" && safeRescueDay !== null && until > safeRescueDay;
}
