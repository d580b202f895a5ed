import { showPerson, shownFields, type ShownPerson } from "#people";
import { readHeld } from "#replacements";
import { type PageOf, pageOf, read } from "#use-case";
import { countPlaces } from "./open-pledge.view.ts";
import { countWaiting, listWaitingRows } from "./waiting.view.ts";

export type WaitingPerson = {
  readonly personId: string;
  readonly person: ShownPerson;
  /** Why this person comes where they come, as codes; poverty is a hidden rule and never among them. */
  readonly reasons: readonly string[];
  readonly programme: string | null;
};

/** Endorsed workers without a payer or a proposal, who comes first first. */
export const listWaiting = read(
  { purpose: "waiting-list", permission: "pledge.match" },
  async (
    { tx, area, actor, today, seen },
    { page }: { readonly page?: number } | undefined = {},
  ): Promise<PageOf<WaitingPerson>> => {
    const held = [...(await readHeld(tx, area, today)).persons.keys()];
    const found = await pageOf(
      { page, size: 100 },
      () => countWaiting(tx, area, held),
      (part) => listWaitingRows(tx, area, { ...part, held }),
    );
    await seen({
      personIds: found.rows.map(({ personId }) => personId),
      fields: shownFields(actor.role),
    });
    const rows = found.rows.map((row) => ({
      personId: row.personId,
      person: showPerson(actor.role, row),
      reasons: [
        ...(row.isFirst ? ["lost-sponsor"] : []),
        ...row.scoreCodes.filter((code) => code !== "lower-welfare"),
      ],
      programme: row.programme,
    }));
    return { ...found, rows };
  },
);

/** Who waits, and the places that pledges still have: fewer places than people, invite offices; more, villages are not ready. */
export const countBothSides = read(
  { purpose: "waiting-count", permission: "pledge.match" },
  async ({ tx, area, today }): Promise<{ readonly waiting: number; readonly freePlaces: number }> => {
    const held = await readHeld(tx, area, today);
    return {
      waiting: await countWaiting(tx, area, [...held.persons.keys()]),
      freePlaces: await countPlaces(tx, area, held.places),
    };
  },
);
