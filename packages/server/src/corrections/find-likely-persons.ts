import { namesAlike, readNik } from "@tuwai/domain/identity";
import { type CivilDate, parseCivilDate } from "@tuwai/domain/time";
import { maskBirthDate, maskName, shownFields } from "#people";
import { placeOf } from "#regions";
import { read, type Step } from "#use-case";
import { type LikelyRow, listLikelyRows } from "./likely-person.view.ts";

export type Looked = {
  readonly villageCode: string;
  readonly name: string;
  /** "YYYY-MM-DD"; left out where nobody knows. */
  readonly birthDate?: string;
  readonly nik?: string;
};

export type LikelyPerson = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly birthDate: string | null;
  /** What is the same, the strongest first. */
  readonly because: "nik" | "name-and-birth-date" | "name" | "birth-date";
};

/**
 * Who of the village may already be the person that somebody is about to add. Of other villages nothing is told, not even
 * that a NIK exists: linking asks a data officer about those. Throws `not-found` for a village out of reach.
 */
export const findLikelyPersons = read(
  { purpose: "worker-duplicate-check", permission: "worker.dup_check" },
  async (step, looked: Looked): Promise<readonly LikelyPerson[]> => {
    const found = await likelyPersons(step, looked);
    await step.seen({
      personIds: found.map(({ id }) => id),
      fields: shownFields(step.actor.role, "birth_date"),
    });
    return found;
  },
);

const most = 10;
const alikeFrom = 0.66;

export async function likelyPersons(step: Step, looked: Looked): Promise<readonly LikelyPerson[]> {
  const { app, tx, area, actor, today } = step;
  step.within((await placeOf(tx, looked.villageCode)) ?? undefined);
  const nik = readNik(looked.nik ?? "", today);
  const birthDate = parseCivilDate(looked.birthDate ?? "") ?? null;
  const rows = await listLikelyRows(tx, area, {
    villageCode: looked.villageCode,
    nikIndex: "nik" in nik ? app.keys.blindIndex("nik", nik.nik) : null,
    birthDate,
    beginnings: beginningsOf(looked.name),
  });
  return rows
    .flatMap((row) => {
      const because = reasonOf(row, looked.name, birthDate);
      return because === null ? [] : [{ row, because }];
    })
    .toSorted((a, b) => order.indexOf(a.because) - order.indexOf(b.because))
    .slice(0, most)
    .map(({ row, because }) => ({
      id: row.id,
      code: row.code,
      name: maskName(actor.role, row.fullName),
      birthDate: maskBirthDate(actor.role, row.birthDate),
      because,
    }));
}

const order: readonly LikelyPerson["because"][] = ["nik", "name-and-birth-date", "name", "birth-date"];

function reasonOf(row: LikelyRow, name: string, birthDate: CivilDate | null): LikelyPerson["because"] | null {
  if (row.hasNik) return "nik";
  const isNamed = namesAlike(row.fullName, name) >= alikeFrom;
  const isBorn = birthDate !== null && row.birthDate === birthDate;
  if (isNamed) return isBorn ? "name-and-birth-date" : "name";
  return isBorn ? "birth-date" : null;
}

/** Two letters suffice to find whoever is written by ear; letters only, as they become a pattern. */
function beginningsOf(name: string): readonly string[] {
  const words = name.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  return [...new Set(words.map((word) => word.slice(0, 2)))];
}
