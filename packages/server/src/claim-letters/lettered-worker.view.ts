import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { asSystem } from "#database";
import type { App } from "#app";

export type LetteredWorker = {
  readonly id: string;
  readonly code: string;
  readonly fullName: string;
  readonly birthDate: CivilDate | null;
  /** As the village's list words it. */
  readonly occupationText: string | null;
};

/** The worker of a case that the caller may see, asked as the city: a worker who died stands on no list any more. */
export function findLetteredWorker(app: App, personId: string): Promise<LetteredWorker | undefined> {
  return asSystem(app, async (tx) => {
    const { rows } = await sql<LetteredWorker>`
      select p.id, p.code, p.full_name, p.birth_date, p.occupation_text from app.persons p
      where p.id = app.kept_person(${personId}::uuid)`.execute(tx);
    return rows[0];
  });
}

/** What the village and the kecamatan of a case are called; their code where they have no name. */
export function readOfficeNames(
  app: App,
  codes: { readonly villageCode: string; readonly kecamatanCode: string },
): Promise<{ readonly village: string; readonly kecamatan: string }> {
  const { villageCode, kecamatanCode } = codes;
  return asSystem(app, async (tx) => {
    const { rows } = await sql<{ code: string; name: string }>`
      select distinct on (r.code) r.code, r.name from app.regions r
      where r.region_code = (select app.region()) and r.code in (${villageCode}, ${kecamatanCode})
      order by r.code, r.valid_until desc nulls first`.execute(tx);
    const nameOf = (code: string) => rows.find((row) => row.code === code)?.name ?? code;
    return { village: nameOf(villageCode), kecamatan: nameOf(kecamatanCode).replace(/^Kecamatan /, "") };
  });
}
