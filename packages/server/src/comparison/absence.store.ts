import type { AbsenceAnswer } from "@tuwai/domain/comparison";
import { sql } from "kysely";
import type { Tx } from "#database";

export type AbsentPerson = {
  readonly id: string;
  readonly personId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly answer: AbsenceAnswer;
};

export async function insertAbsences(
  tx: Tx,
  of: {
    readonly regionCode: string;
    readonly batchId: string;
    readonly by: string;
    readonly at: Date;
    readonly persons: readonly AbsentPerson[];
  },
): Promise<void> {
  if (of.persons.length === 0) return;
  const column = <K extends keyof AbsentPerson>(key: K) => of.persons.map((person) => person[key]);
  await sql`
    insert into app.list_absences (region_code, batch_id, told_by, told_at, id, person_id, village_code, kecamatan_code, answer)
    select ${of.regionCode}, ${of.batchId}::uuid, ${of.by}::uuid, ${of.at}::timestamptz, a.*
    from unnest(${column("id")}::uuid[], ${column("personId")}::uuid[], ${column("villageCode")}::text[],
      ${column("kecamatanCode")}::text[], ${column("answer")}::text[]) as a`.execute(tx);
}
