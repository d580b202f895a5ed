import { addDays, type CivilDate } from "@tuwai/domain/time";
import { accountNames } from "#accounts";
import { publicActor, systemActor } from "#app";
import { act, type Call, pageOf, type PageOf, type Step } from "#use-case";
import type { TrailQuery } from "./trail-query.ts";
import { countTrailRows, listTrailRows, type TrailRow } from "./trail.view.ts";

export type TrailEntry = Omit<TrailRow, "actorId"> & {
  /** `city` is the system itself, `nobody` whoever was not signed in. */
  readonly by: "account" | "city" | "nobody";
  /** Of an account, unless it is gone. */
  readonly name: string | null;
};

export type AskedTrail = Omit<TrailQuery, "firstDay" | "lastDay"> & {
  readonly firstDay?: CivilDate | undefined;
  readonly lastDay?: CivilDate | undefined;
};

const size = 50;
const daysShown = 30;

/**
 * What happened in the city, newest first: changes, what was refused at the door, and requests that were denied (ASVS 5.0,
 * 16.3). Without days the last thirty.
 */
export const listTrail = act(
  { name: "trail.list", permission: "audit.read" },
  async (
    call,
    { page, ...asked }: AskedTrail & { readonly page?: number | undefined },
  ): Promise<PageOf<TrailEntry> & { readonly firstDay: CivilDate; readonly lastDay: CivilDate }> => {
    const { query, ...found } = await call.look(async (step) => {
      const wanted = daysOf(step, asked);
      const { regionCode } = step.area;
      const rows = await pageOf(
        { page, size },
        () => countTrailRows(step.tx, regionCode, wanted),
        (part) => listTrailRows(step.tx, regionCode, wanted, part),
      );
      return { ...rows, query: wanted };
    });
    const { firstDay, lastDay } = query;
    return { ...found, rows: await withNames(call, found.rows), firstDay, lastDay };
  },
);

/** The query with its days; turned round where the last one lies before the first. */
export function daysOf({ today }: Pick<Step, "today">, asked: AskedTrail): TrailQuery {
  const lastDay = asked.lastDay ?? today;
  const firstDay = asked.firstDay ?? addDays(lastDay, 1 - daysShown);
  return firstDay <= lastDay
    ? { ...asked, firstDay, lastDay }
    : { ...asked, firstDay: lastDay, lastDay: firstDay };
}

/** Who it was: an auditor who may read the trail must be able to ask them. */
export async function withNames(
  { inAccounts }: Pick<Call, "inAccounts">,
  rows: readonly TrailRow[],
): Promise<readonly TrailEntry[]> {
  const ids = [...new Set(rows.map(({ actorId }) => actorId))];
  const names = await inAccounts(async (step) => step.unchanged(await accountNames(step, ids)));
  return rows.map(({ actorId, ...row }) => ({
    ...row,
    by: byWhom(actorId),
    name: names.get(actorId) ?? null,
  }));
}

function byWhom(actorId: string): TrailEntry["by"] {
  if (actorId === systemActor("").userId) return "city";
  return actorId === publicActor("").userId ? "nobody" : "account";
}
