import {
  groupsOfPerson,
  keepPromise,
  monthsDue,
  type PromiseKept,
  yearToPromise,
} from "@tuwai/domain/commitments";
import type { Month } from "@tuwai/domain/time";
import { asSystem } from "#database";
import { read, type Step } from "#use-case";
import { type CommitmentRow, listCommitmentRows } from "./commitment.store.ts";
import { listPaidPersons } from "./need.view.ts";
import { listVillages } from "./village.view.ts";
import { findYear } from "./year.store.ts";

export type VillageRecord = PromiseKept & {
  readonly villageCode: string;
  readonly name: string;
  readonly heads: number;
};

export type PromiseRecord = {
  /** The year that runs: what was promised for it, and what BPJS confirms. */
  readonly year: number;
  readonly months: readonly Month[];
  /** Villages that promised, who is short of most first. */
  readonly villages: readonly VillageRecord[];
  /** The year that is promised for now; null where the city has not asked. */
  readonly asked: {
    readonly year: number;
    readonly isLocked: boolean;
    readonly declared: number;
    readonly villages: number;
    readonly missing: readonly string[];
  } | null;
};

/** Who kept what was promised within the reader's area, and who has promised for the next year. It names nobody. */
export const getPromiseRecord = read(
  { purpose: "promise-record", permission: "village_commitment.read" },
  async (step): Promise<PromiseRecord> => {
    const year = Number(step.today.slice(0, 4));
    return {
      year,
      months: monthsDue(year, step.today),
      villages: await recordsOf(step, year),
      asked: await askedOf(step),
    };
  },
);

const unsaid = ["belum", "rancangan", "ditarik"];
const isPromise = ({ state }: CommitmentRow) => !unsaid.includes(state);

/** Every village that promised for a year, with the months that it kept. */
export async function recordsOf(step: Step, year: number): Promise<readonly VillageRecord[]> {
  const { app, tx, area, today } = step;
  const rows = (await listCommitmentRows(tx, { area, year })).filter(isPromise);
  if (rows.length === 0) return [];
  const months = monthsDue(year, today);
  const asked = { villageCode: null, year };
  const paid = Map.groupBy(
    await asSystem(app, (city) => listPaidPersons(city, area, asked)),
    ({ villageCode }) => villageCode,
  );
  const promises = Map.groupBy(rows, ({ villageCode }) => villageCode);
  const villages = await listVillages(tx, area, null);
  return villages
    .flatMap(({ code, name }) => {
      const own = promises.get(code);
      if (own === undefined) return [];
      const received = (paid.get(code) ?? []).map((one) => ({
        ...one,
        groups: groupsOfPerson(one.targetGroup, one.position),
      }));
      const heads = own.reduce((sum, promise) => sum + promise.heads, 0);
      return [{ villageCode: code, name, heads, ...keepPromise(own, received, months) }];
    })
    .toSorted((a, b) => b.short - a.short);
}

async function askedOf(step: Step): Promise<PromiseRecord["asked"]> {
  const { tx, area, actor } = step;
  const year = yearToPromise(step.today);
  const known = await findYear(tx, actor.regionCode, year);
  if (known === undefined) return null;
  const missing = await silentVillages(step, year);
  const villages = await listVillages(tx, area, null);
  return {
    year,
    isLocked: known.lockedAt !== null,
    declared: villages.length - missing.length,
    villages: villages.length,
    missing,
  };
}

/** Villages of the area that have declared nothing for a year. */
export async function silentVillages(
  { tx, area }: Pick<Step, "tx" | "area">,
  year: number,
): Promise<readonly string[]> {
  const said = new Set(
    (await listCommitmentRows(tx, { area, year })).filter(isPromise).map((row) => row.villageCode),
  );
  const villages = await listVillages(tx, area, null);
  return villages.map(({ code }) => code).filter((code) => !said.has(code));
}
