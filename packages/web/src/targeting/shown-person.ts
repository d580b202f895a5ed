import type { TargetedPerson } from "@tuwai/server/targeting";

/** Somebody on a work list as the page has it: the day of a decision, and the operation with which one is sent. */
export type ShownPerson = Omit<TargetedPerson, "decision"> & {
  readonly operation: string;
  readonly decision: (Omit<NonNullable<TargetedPerson["decision"]>, "at"> & { readonly on: string }) | null;
};

export function showPerson(
  { decision, ...person }: TargetedPerson,
  of: { readonly operation: string; readonly dayOf: (moment: Date) => string },
): ShownPerson {
  const { operation, dayOf } = of;
  if (decision === null) return { ...person, operation, decision };
  const { at, ...rest } = decision;
  return { ...person, operation, decision: { ...rest, on: dayOf(at) } };
}
