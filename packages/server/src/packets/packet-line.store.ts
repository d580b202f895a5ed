import { sql } from "kysely";
import { type Area, packetsWithin } from "#access";
import type { FundSource } from "#contributions";
import type { Tx } from "#database";
import type { Wadah } from "#enrolment";
import type { LineState } from "./packet-line.view.ts";

export type NewPacketLine = {
  readonly lineNo: number;
  readonly enrolmentId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly personId: string;
  readonly wadah: Wadah;
  readonly fundSource: FundSource;
  readonly amountRupiah: number;
  readonly price: object;
};

export async function insertPacketLines(
  tx: Tx,
  of: { readonly regionCode: string; readonly packetId: string },
  lines: readonly NewPacketLine[],
): Promise<void> {
  await sql`
    insert into app.packet_lines (region_code, packet_id, line_no, enrolment_id, village_code, kecamatan_code, person_id, wadah,
      fund_source, amount_rupiah, price, state)
    select ${of.regionCode}, ${of.packetId}, l."lineNo", l."enrolmentId", l."villageCode", l."kecamatanCode", l."personId",
      l."wadah", l."fundSource", l."amountRupiah", l."price", 'waiting'
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l("lineNo" int, "enrolmentId" uuid, "villageCode" text,
      "kecamatanCode" text, "personId" uuid, "wadah" text, "fundSource" text, "amountRupiah" bigint, "price" jsonb)`.execute(
    tx,
  );
}

export async function deletePacketLines(tx: Tx, packetId: string, lineNos: readonly number[]): Promise<void> {
  await sql`delete from app.packet_lines where packet_id = ${packetId} and line_no = any(${lineNos}::int[])`.execute(
    tx,
  );
}

export type LockedLine = {
  readonly packetId: string;
  readonly lineNo: number;
  readonly enrolmentId: string;
  readonly state: LineState;
};

/** The lines of these enrolments in packets a branch has, each with its state as nobody can change it any more. */
export async function lockLinesOf(
  tx: Tx,
  area: Area,
  enrolmentIds: readonly string[],
): Promise<readonly LockedLine[]> {
  const { rows } = await sql<LockedLine>`
    select l.packet_id, l.line_no, l.enrolment_id, l.state
    from app.packet_lines l join app.packets k on k.id = l.packet_id and k.state in ('sent', 'answered')
    where ${packetsWithin(area, "k")} and l.enrolment_id = any(${enrolmentIds}::uuid[])
    order by l.packet_id, l.line_no for update of l`.execute(tx);
  return rows;
}

export type LineAnswer = {
  readonly packetId: string;
  readonly lineNo: number;
  readonly state: "accepted" | "rejected";
  readonly reason: string | null;
};

export async function updateAnswered(tx: Tx, answers: readonly LineAnswer[]): Promise<void> {
  await sql`
    update app.packet_lines l set state = a."state", reason = a."reason"
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as a("packetId" uuid, "lineNo" int, "state" text, "reason" text)
    where l.packet_id = a."packetId" and l.line_no = a."lineNo" and l.state = 'waiting'`.execute(tx);
}

/** Lines wait again. */
export async function resetLines(tx: Tx, enrolmentIds: readonly string[]): Promise<void> {
  await sql`
    update app.packet_lines set state = 'waiting', reason = null where enrolment_id = any(${enrolmentIds}::uuid[])`.execute(
    tx,
  );
}
