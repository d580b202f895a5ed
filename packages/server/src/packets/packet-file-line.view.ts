import type { ReportedWage, Segment } from "@tuwai/domain/contributions";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { FundSource } from "#contributions";
import type { Tx } from "#database";

export type PacketFileLine = {
  readonly lineNo: number;
  readonly personId: string;
  readonly personCode: string;
  readonly nikSealed: Buffer | null;
  readonly phoneSealed: Buffer | null;
  readonly birthPlaceSealed: Buffer | null;
  readonly motherNameSealed: Buffer | null;
  readonly fullName: string;
  readonly birthDate: CivilDate | null;
  readonly sex: "male" | "female" | null;
  readonly address: string | null;
  readonly villageName: string | null;
  readonly kecamatanName: string | null;
  readonly occupation: string | null;
  readonly segment: Segment;
  readonly wages: readonly ReportedWage[];
  readonly wadah: string;
  readonly fundSource: FundSource;
  readonly amountRupiah: number;
  readonly price: { readonly parts: readonly { readonly programme: string }[] };
};

/** Every line of a packet with what the branch's form asks for, identity numbers still sealed. */
export async function listPacketFileLines(tx: Tx, packetId: string): Promise<readonly PacketFileLine[]> {
  const { rows } = await sql<PacketFileLine>`
    select l.line_no, p.id as person_id, p.code as person_code, p.nik_sealed,
      p.phone_sealed, p.birth_place_sealed, p.mother_name_sealed, p.full_name, p.birth_date, p.sex, p.address,
      v.name as village_name, k.name as kecamatan_name, coalesce(p.occupation_text, p.occupation_group) as occupation,
      e.segment, e.wages, l.wadah, l.fund_source,
      l.amount_rupiah, l.price
    from app.packet_lines l join app.persons p on p.id = l.person_id join app.enrolments e on e.id = l.enrolment_id
      left join app.regions v on v.region_code = l.region_code and v.code = l.village_code
      left join app.regions k on k.region_code = l.region_code and k.code = l.kecamatan_code
    where l.packet_id = ${packetId} order by l.line_no`.execute(tx);
  return rows;
}
