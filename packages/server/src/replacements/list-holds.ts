import { endReasons, type EndReason, type HoldRules } from "@tuwai/domain/endings";
import type { CivilDate } from "@tuwai/domain/time";
import { shownFields, showPerson, type ShownPerson } from "#people";
import { read } from "#use-case";
import { listHeldPersons } from "./held-person.view.ts";
import { type Hold, listHolds } from "./hold.view.ts";
import { readHoldRules } from "./hold-settings.ts";

export type ShownHold = Pick<
  Hold,
  "id" | "side" | "now" | "safeRescueDay" | "pledgeCode" | "sponsorName" | "opd"
> & {
  readonly person: ShownPerson | null;
  readonly reason: EndReason | null;
  /** A person did something about it that can be taken back. */
  readonly mayUndo: boolean;
};

export type Holds = {
  readonly rows: readonly ShownHold[];
  readonly today: CivilDate;
  readonly rules: HoldRules;
};

/** Whoever is held, and whose hold is over while nobody has taken the place; the one that ends first first. */
export const getHolds = read(
  { purpose: "replacement-holds", permission: "replacement.hold" },
  async ({ tx, area, actor, today, seen }): Promise<Holds> => {
    const holds = (await listHolds(tx, area, today)).filter(({ now }) => now.state !== "filled");
    const persons = await listHeldPersons(
      tx,
      area,
      holds.map(({ personId }) => personId),
    );
    await seen({
      personIds: [...persons.keys()],
      fields: shownFields(actor.role),
    });
    const rows = holds.map((hold): ShownHold => {
      const { id, side, now, safeRescueDay, pledgeCode, sponsorName, opd } = hold;
      const person = persons.get(hold.personId);
      return {
        id,
        side,
        now,
        safeRescueDay,
        pledgeCode,
        sponsorName,
        opd,
        person: person === undefined ? null : showPerson(actor.role, person),
        reason: endReasons.find((reason) => reason === hold.reason) ?? null,
        mayUndo: hold.acts.length > 0,
      };
    });
    return { rows, today, rules: await readHoldRules(tx, actor.regionCode) };
  },
);
