import type { CivilDate } from "@tuwai/domain/time";
import { may } from "#access";
import { read, type Step } from "#use-case";
import { requireChild } from "./change-family.ts";
import { noteSeen, requirePurpose } from "./get-family.ts";
import { rightsFor } from "./scholarship-right.ts";
import { calendarsOf, showChild, type ShownChild } from "./show-child.ts";

export type ChildThread = {
  readonly child: ShownChild;
  readonly lostOn: CivilDate | null;
  readonly isOpen: boolean;
  /** Of the breadwinner, for those who may know it. */
  readonly personCode: string | null;
  readonly can: { readonly follow: boolean; readonly open: boolean };
};

async function threadOf(step: Step, childCode: string, purpose?: string): Promise<ChildThread> {
  const { family, child } = await requireChild(step, childCode, "look");
  const isOpen = purpose !== undefined;
  const fields = isOpen ? ["full_name", "birth_date", "phone"] : ["initials", "age", "village"];
  await noteSeen(step, { ...family, members: [child] }, fields, purpose);
  const rights = await rightsFor(step.app, [family]);
  const calendar = calendarsOf(family, step.today, rights).get(child.id) ?? null;
  return {
    child: showChild(family, child, { today: step.today, isOpen, calendar }),
    lostOn: family.row.lostOn,
    isOpen,
    personCode: may(step.actor, "claim.read") ? family.row.personCode : null,
    can: { follow: may(step.actor, "orphan.write"), open: may(step.actor, "family.open") },
  };
}

/** One child with initials and age; whose data are shown is noted. It outlives every claim. Throws `not-found`. */
export const getChild = read(
  { purpose: "orphan", permission: "orphan.read" },
  (step, { childCode }: { readonly childCode: string }): Promise<ChildThread> => threadOf(step, childCode),
);

/** The same with names, for a reason that is noted before anything is opened. Throws `not-found`, `invalid-input`. */
export const openChild = read(
  { purpose: "orphan-open", permission: "family.open" },
  (step, input: { readonly childCode: string; readonly purpose: string }): Promise<ChildThread> =>
    threadOf(step, input.childCode, `orphan-open:${requirePurpose(input.purpose)}`),
);
