import type { Sector } from "@tuwai/domain/contributions";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, personsWithin } from "#access";
import type { Tx } from "#database";
import type { ArrearsCause } from "./judge-arrears.ts";

/** A worker on the board, as a rescue looks at him. */
export type RescuableRow = {
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly sector: Sector;
  readonly cause: ArrearsCause;
  readonly owedMonths: number;
  readonly arrearsRupiah: number | null;
  readonly naturalRupiah: number;
  readonly accidentRupiah: number;
  readonly safeRescueDay: CivilDate | null;
  readonly endsOn: CivilDate | null;
  readonly isBeingRescued: boolean;
};

/** Of these persons those who stand on the board and lie in the area; who loses cover first stands first. */
export async function listRescuable(
  tx: Tx,
  of: { readonly area: Area; readonly on: CivilDate; readonly codes: readonly string[] },
): Promise<readonly RescuableRow[]> {
  const { rows } = await sql<RescuableRow>`
    select r.person_id, p.code, p.full_name, p.village_code, p.kecamatan_code, p.sector, r.cause, r.owed_months, r.arrears_rupiah,
      r.natural_rupiah, r.accident_rupiah, r.safe_rescue_day, r.ends_on,
      exists (select from app.rescues w where w.person_id = r.person_id and w.undone_at is null and w.answer_by >= ${of.on}::date) as is_being_rescued
    from app.persons p join app.arrears r on r.person_id = p.id
    where p.code = any(${of.codes}::text[]) and p.withdrawn_at is null and ${personsWithin(of.area, "p")}
    order by r.safe_rescue_day, r.due_on, r.person_id`.execute(tx);
  return rows;
}
