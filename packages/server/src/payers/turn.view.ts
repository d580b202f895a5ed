import type { Sector, Segment } from "@tuwai/domain/contributions";
import { type PayerKind, standardKinds, type Turn } from "@tuwai/domain/payers";
import { sql } from "kysely";
import type { FundSource } from "#contributions";
import type { Tx } from "#database";

/** An open enrolment of a payer, with what decides whether another can take over. */
export type TurnRow = Omit<Turn, "payerId"> & {
  readonly personId: string;
  readonly personCode: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly segment: Segment;
  readonly sector: Sector;
  readonly fundSource: FundSource;
  readonly isSponsored: boolean;
};

type Of = {
  readonly id: string;
  readonly kind: PayerKind;
  readonly fundSource: string;
  readonly villageCode: string | null;
};

/** The open enrolments of a payer, by village and code; a payer of a village has those of its village that name nobody else. */
export async function listTurns(
  tx: Tx,
  { id, kind, fundSource, villageCode }: Of,
): Promise<readonly TurnRow[]> {
  const isStandard = standardKinds.includes(kind);
  const { rows } = await sql<TurnRow>`
    select e.id as enrolment_id, e.state, to_char(e.from_month, 'YYYY-MM') as from_month, to_char(e.until_month, 'YYYY-MM') as until_month,
      e.person_id, p.code as person_code, e.village_code, e.kecamatan_code, e.segment, e.sector, e.fund_source,
      e.sponsorship_id is not null as is_sponsored
    from app.enrolments e join app.persons p on p.id = e.person_id
    where e.region_code = (select app.region()) and e.state not in ('rejected', 'ended')
      and (e.payer_id = ${id} or (${isStandard} and e.payer_id is null and e.fund_source = ${fundSource}
        and (${villageCode}::text is null or e.village_code = ${villageCode})))
    order by e.village_code, p.code`.execute(tx);
  return rows;
}
