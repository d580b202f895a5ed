import { sql } from "kysely";
import type { Tx } from "#database";
import type { PayerRow } from "./payer.store.ts";

type Missing = Pick<PayerRow, "kind" | "name" | "fundSource" | "villageCode">;

/** Payers whom the city has by law or by its villages and that are not entered yet. A kelurahan has no budget of its own. */
export async function listMissingPayers(tx: Tx): Promise<readonly Missing[]> {
  const { rows } = await sql<Missing>`
    with wanted (kind, name, fund_source, village_code) as (
      values ('city', 'APBD kota', 'apbd', null), ('pooled-asn', 'Pegawai penanggung', 'asn', null),
        ('worker', 'Pekerja sendiri', 'self', null)
      union all
      select 'village', 'APBDes ' || r.name, 'apbdes', r.code from app.regions r
      where r.region_code = (select app.region()) and split_part(r.code, '.', 4) like '2%')
    select w.kind, w.name, w.fund_source, w.village_code from wanted w
    where not exists (select from app.payers p where p.region_code = (select app.region()) and p.kind = w.kind
      and p.village_code is not distinct from w.village_code)
    order by w.kind, w.village_code`.execute(tx);
  return rows;
}
