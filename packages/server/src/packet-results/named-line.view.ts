import { sql } from "kysely";
import { type Area, packetsWithin } from "#access";
import type { Tx } from "#database";
import type { AnswerableLine } from "./decide-result.ts";

export type NamedLine = Omit<AnswerableLine, "state"> & {
  readonly packetCode: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
};

/** Lines of the packets sent to a branch whose person or member number is named, newest packet first. */
export async function listNamedLines(
  tx: Tx,
  area: Area,
  by: {
    readonly codes: readonly string[];
    readonly niks: readonly Buffer[];
    readonly kpjs: readonly Buffer[];
  },
): Promise<readonly NamedLine[]> {
  const { rows } = await sql<NamedLine>`
    select l.packet_id, l.line_no, l.enrolment_id, l.person_id,
      p.code as person_code, encode(p.nik_index, 'hex') as nik, encode(e.kpj_index, 'hex') as kpj,
      (k.sent_at at time zone 'Asia/Jakarta')::date as sent_on, k.code as packet_code, l.village_code,
      l.kecamatan_code
    from app.packet_lines l join app.packets k on k.id = l.packet_id and k.state in ('sent', 'answered')
      join app.enrolments e on e.id = l.enrolment_id join app.persons p on p.id = l.person_id
    where ${packetsWithin(area, "k")} and (p.code = any(${by.codes}::text[]) or p.nik_index = any(${by.niks}::bytea[])
      or e.kpj_index = any(${by.kpjs}::bytea[]))
    order by k.sent_at desc, k.id desc`.execute(tx);
  return rows;
}
