import type { ReportedWage, Segment } from "@tuwai/domain/contributions";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { FundSource } from "#contributions";
import type { Tx } from "#database";
import type { Wadah } from "#enrolment";
import type { PageSize } from "#use-case";

export type LineState = "waiting" | "accepted" | "rejected";

export type PacketLine = {
  readonly lineNo: number;
  readonly enrolmentId: string;
  readonly enrolmentState: string;
  readonly enrolmentVersion: number;
  readonly personId: string;
  readonly personCode: string;
  readonly fullName: string;
  readonly birthDate: CivilDate | null;
  readonly nikStatus: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly occupationGroup: string | null;
  readonly isGone: "died" | "moved" | "withdrawn" | null;
  readonly segment: Segment;
  readonly wages: readonly ReportedWage[];
  readonly wadah: Wadah;
  readonly fundSource: FundSource;
  readonly amountRupiah: number;
  readonly price: { readonly parts: readonly { readonly programme: string; readonly amount: number }[] };
  readonly state: LineState;
  readonly reason: string | null;
};

type Part = PageSize & { readonly state: LineState | null };

/** The lines of a packet in their order, all or a page of them, with how worker and enrolment stand now. */
export async function listPacketLines(tx: Tx, packetId: string, part?: Part): Promise<readonly PacketLine[]> {
  const { rows } = await sql<PacketLine>`
    select l.line_no, l.enrolment_id, e.state as enrolment_state, e.version as enrolment_version, p.id as person_id,
      p.code as person_code, p.full_name, p.birth_date, p.nik_status,
      l.village_code, l.kecamatan_code, p.occupation_group,
      case when p.withdrawn_at is not null then 'withdrawn' when p.died_on is not null then 'died'
        when p.moved_on is not null then 'moved' end as is_gone,
      e.segment, e.wages, l.wadah, l.fund_source, l.amount_rupiah, l.price, l.state, l.reason
    from app.packet_lines l join app.enrolments e on e.id = l.enrolment_id join app.persons p on p.id = l.person_id
    where l.packet_id = ${packetId} and (${part?.state ?? null}::text is null or l.state = ${part?.state ?? null})
    order by l.line_no limit ${part?.limit ?? null} offset ${part?.offset ?? 0}`.execute(tx);
  return rows;
}
