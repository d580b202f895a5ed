import { showPerson, shownFields, type ShownPerson } from "#people";
import { type PageOf, pageOf, read, type Step } from "#use-case";
import { readKeptOut } from "./kept-out.ts";
import { countPlaces } from "./open-pledge.view.ts";
import { type Candidate, countWaiting, listWaitingRows } from "./waiting.view.ts";

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
  async (step, { page }: { readonly page?: number } | undefined = {}): Promise<PageOf<WaitingPerson>> => {
    const { tx, area, actor, seen } = step;
    const { personIds: held } = await readKeptOut(step);
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

/** Everybody who waits and is held for nobody, who comes first first. */
export async function listAllWaiting(step: Step): Promise<readonly Candidate[]> {
  const { personIds: held } = await readKeptOut(step);
  return listWaitingRows(step.tx, step.area, { held, limit: null, offset: 0 });
}

/** Who waits, and the places that pledges still have: fewer places than people, invite offices; more, villages are not ready. */
export const countBothSides = read(
  { purpose: "waiting-count", permission: "pledge.match", isKept: true },
  async (step): Promise<{ readonly waiting: number; readonly freePlaces: number }> => {
    const { tx, area } = step;
    const { held, personIds } = await readKeptOut(step);
    return {
      waiting: await countWaiting(tx, area, personIds),
      freePlaces: await countPlaces(tx, area, held.places),
    };
  },
);
