import type { Finding } from "@tuwai/domain/occupations";
import { sql } from "kysely";
import type { Tx } from "#database";

export type NewSecondLook = {
  readonly regionCode: string;
  readonly id: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly personId: string;
  readonly finding: Finding;
  readonly by: string;
  readonly role: string;
  readonly at: Date;
};

export async function insertSecondLook(tx: Tx, look: NewSecondLook): Promise<void> {
  await sql`
    insert into app.second_looks (region_code, id, village_code, kecamatan_code, person_id, finding, decided_by, decided_role, decided_at)
    values (${look.regionCode}, ${look.id}, ${look.villageCode}, ${look.kecamatanCode}, ${look.personId}, ${look.finding},
      ${look.by}, ${look.role}, ${look.at})`.execute(tx);
}
