import { initialsOf } from "@tuwai/domain/identity";
import { type HandoverStanding, standingOn } from "@tuwai/domain/handovers";
import { may } from "#access";
import { requireChild } from "#families";
import { read } from "#use-case";
import { countLooks, type HandoverRow, listHandoverRows, type Looks } from "./handover.store.ts";
import { openTold } from "./told.ts";

/** A hand-over for whoever answers for it; the code only for those who may make one. */
export type ListedHandover = Pick<
  HandoverRow,
  | "id"
  | "receiverKind"
  | "purpose"
  | "fields"
  | "endsOn"
  | "consent"
  | "consentOn"
  | "override"
  | "madeAt"
  | "stateAt"
> & {
  readonly standing: HandoverStanding;
  readonly code: string | null;
  /** Null once it was forgotten. */
  readonly receiver: string | null;
  readonly looks: Looks | null;
};
export type HandoverList = {
  readonly childCode: string;
  readonly initials: string;
  readonly handovers: readonly ListedHandover[];
  readonly can: { readonly make: boolean };
};

/** To whom a child was handed over, until when, and how often it was looked at. Throws `not-found`. */
export const listHandovers = read(
  { purpose: "handovers", permission: "handover.read" },
  async (step, { childCode }: { readonly childCode: string }): Promise<HandoverList> => {
    const { family, child } = await requireChild(step, childCode, "look");
    const rows = await listHandoverRows(step.tx, child.id);
    const looks = await countLooks(
      step.tx,
      rows.map(({ id }) => id),
    );
    const make = may(step.actor, "handover.make");
    await step.seen({ personIds: [family.row.personId], fields: ["initials"] });
    return {
      childCode: child.child.row.code,
      initials: initialsOf(child.name ?? ""),
      can: { make },
      handovers: rows.map((row) => {
        const { id, code, toldSealed, childId: _child, villageCode: _village, ...known } = row;
        return {
          id,
          ...known,
          standing: standingOn(row, step.today),
          code: make ? code : null,
          receiver: toldSealed === null ? null : openTold(step.app.keys, id, toldSealed).receiver,
          looks: looks.get(id) ?? null,
        };
      }),
    };
  },
);
