import { namesAlike } from "@tuwai/domain/identity";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, personsWithin } from "#access";
import type { Tx } from "#database";

/** A worker whom a row of a list may be about. */
export type ListedDead = {
  readonly id: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly birthDate: CivilDate | null;
  readonly diedOn: CivilDate | null;
  /** Keyed index of the NIK as hex. */
  readonly nik: string | null;
};

/** Workers who have one of these numbers, or were born on one of these days. */
export async function listListedDead(
  tx: Tx,
  area: Area,
  by: { readonly niks: readonly Buffer[]; readonly birthDates: readonly CivilDate[] },
): Promise<readonly ListedDead[]> {
  const { rows } = await sql<ListedDead>`
    select p.id, p.full_name, p.village_code, p.kecamatan_code, p.birth_date, p.died_on, encode(p.nik_index, 'hex') as nik
    from app.persons p where p.withdrawn_at is null and ${personsWithin(area, "p")}
      and (p.nik_index = any(${by.niks}::bytea[]) or p.birth_date = any(${by.birthDates}::date[]))
    order by p.id`.execute(tx);
  return rows;
}

type Named = {
  readonly nik: string | null;
  readonly name: string | undefined;
  readonly birthDate: CivilDate | undefined;
};

export type Found =
  | { readonly found: "worker"; readonly worker: ListedDead; readonly by: "nik" | "name-and-birth" }
  | { readonly found: "another-name" | "several" | "nobody" };

const alikeEnough = 0.5;
const saidOfTheDead = /\b(?:almh?|almarhum(?:ah)?|mendiang)\b\.?|[()]/gi;

/**
 * Whom a row is about: whoever has its number, when the names are alike; else the only one of the same name, as people write it by
 * ear, born on the same day.
 */
export function findListedDead(
  { nik, name: written, birthDate }: Named,
  workers: readonly ListedDead[],
): Found {
  const name = written?.replace(saidOfTheDead, " ").trim();
  const numbered = nik === null ? [] : workers.filter((worker) => worker.nik === nik);
  if (numbered.length > 1) return { found: "several" };
  const [worker] = numbered;
  if (worker !== undefined) {
    const isNamed = name === undefined || namesAlike(name, worker.fullName) >= alikeEnough;
    return isNamed ? { found: "worker", worker, by: "nik" } : { found: "another-name" };
  }
  if (name === undefined || birthDate === undefined) return { found: "nobody" };
  const named = workers.filter((one) => one.birthDate === birthDate && namesAlike(name, one.fullName) === 1);
  if (named.length > 1) return { found: "several" };
  return named[0] === undefined
    ? { found: "nobody" }
    : { found: "worker", worker: named[0], by: "name-and-birth" };
}
