import type { CivilDate } from "#time";
import type { FollowUpState } from "./take-follow-up-step.ts";

/** How a list is read out: what is late first, what cannot be, what waits for the city, what runs, what was kept. */
export const followUpGroups = ["late", "cannot", "waiting", "running", "kept", "withdrawn"] as const;
export type FollowUpGroup = (typeof followUpGroups)[number];

const groups: Readonly<Record<Exclude<FollowUpState, "open">, FollowUpGroup>> = {
  asked: "waiting",
  done: "waiting",
  cannot: "cannot",
  accepted: "kept",
  released: "cannot",
  withdrawn: "withdrawn",
};

/** Late is what is past its day and not answered for: an office that said "done" or asked for time waits for the city. */
export function groupOfFollowUp(
  { state, dueOn }: { readonly state: FollowUpState; readonly dueOn: CivilDate },
  today: CivilDate,
): FollowUpGroup {
  if (state === "open") return dueOn < today ? "late" : "running";
  return groups[state];
}
