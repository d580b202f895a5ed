import type { CivilDate, Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, packetsWithin } from "#access";
import type { FundSource } from "#contributions";
import type { Tx } from "#database";
import type { Wadah } from "#enrolment";

export type PacketState = "draft" | "sent" | "answered" | "withdrawn";

export type Packet = {
  readonly id: string;
  readonly code: string;
  readonly branch: string;
  readonly month: Month;
  readonly state: PacketState;
  readonly madeAt: Date;
  readonly sentAt: Date | null;
  readonly mappingNumber: number;
  readonly version: number;
};

const packetColumns = sql.raw(
  `id, code, branch, to_char(month, 'YYYY-MM') as month, state, made_at, sent_at,
   mapping_number, version`,
);

export async function findPacket(tx: Tx, area: Area, id: string): Promise<Packet | undefined> {
  const { rows } = await sql<Packet>`
    select ${packetColumns} from app.packets p where id = ${id} and ${packetsWithin(area, "p")}`.execute(tx);
  return rows[0];
}

/** The packet, locked until the transaction ends. */
export async function lockPacket(tx: Tx, area: Area, id: string): Promise<Packet | undefined> {
  const { rows } = await sql<Packet>`
    select ${packetColumns} from app.packets p where id = ${id} and ${packetsWithin(area, "p")} for update`.execute(
    tx,
  );
  return rows[0];
}

export type PacketCounts = {
  readonly lines: number;
  readonly waiting: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly totalRupiah: number;
};

export type ListedPacket = Packet & PacketCounts;

export async function listPacketRows(
  tx: Tx,
  area: Area,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly ListedPacket[]> {
  const { rows } = await sql<ListedPacket>`
    select ${packetColumns}, c.* from app.packets p cross join lateral (
      select count(*)::int as lines, count(*) filter (where l.state = 'waiting')::int as waiting,
        count(*) filter (where l.state = 'accepted')::int as accepted, count(*) filter (where l.state = 'rejected')::int as rejected,
        coalesce(sum(l.amount_rupiah), 0)::bigint as total_rupiah
      from app.packet_lines l where l.packet_id = p.id) c
    where ${packetsWithin(area, "p")}
    order by p.made_at desc, p.id desc limit ${page.limit} offset ${page.offset}`.execute(tx);
  return rows;
}

export async function countPacketLines(tx: Tx, packetId: string): Promise<PacketCounts> {
  const { rows } = await sql<PacketCounts>`
    select count(*)::int as lines, count(*) filter (where state = 'waiting')::int as waiting,
      count(*) filter (where state = 'accepted')::int as accepted, count(*) filter (where state = 'rejected')::int as rejected,
      coalesce(sum(amount_rupiah), 0)::bigint as total_rupiah
    from app.packet_lines where packet_id = ${packetId}`.execute(tx);
  return rows[0]!;
}

export type NewPacket = {
  readonly regionCode: string;
  readonly id: string;
  readonly branch: string;
  readonly month: Month;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly mappingNumber: number;
};

/** Numbered per month, "PKT-2026-12-01"; runs under the lock on payers, so the next number is free. */
export async function insertPacket(tx: Tx, packet: NewPacket): Promise<string> {
  const first = `${packet.month}-01`;
  const { rows } = await sql<{ code: string }>`
    insert into app.packets (region_code, id, code, branch, month, state, made_by, made_at, mapping_number)
    select ${packet.regionCode}, ${packet.id}, 'PKT-' || ${packet.month}::text || '-' || lpad((count(*) + 1)::text, 2, '0'),
      ${packet.branch}, ${first}::date, 'draft', ${packet.madeBy}, ${packet.madeAt}, ${packet.mappingNumber}
    from app.packets where region_code = ${packet.regionCode} and month = ${first}::date
    returning code`.execute(tx);
  return rows[0]!.code;
}

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

export type PacketLine = {
  readonly lineNo: number;
  readonly enrolmentId: string;
  readonly enrolmentState: string;
  readonly personId: string;
  readonly personCode: string;
  readonly fullName: string;
  readonly birthDate: CivilDate | null;
  readonly nikStatus: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly occupationGroup: string | null;
  readonly isGone: "died" | "moved" | "withdrawn" | null;
  readonly wadah: Wadah;
  readonly fundSource: FundSource;
  readonly amountRupiah: number;
  readonly price: { readonly parts: readonly { readonly programme: string; readonly amount: number }[] };
  readonly state: "waiting" | "accepted" | "rejected";
  readonly reason: string | null;
};

export async function listPacketLines(
  tx: Tx,
  packetId: string,
  page: { readonly limit: number | null; readonly offset: number } = { limit: null, offset: 0 },
): Promise<readonly PacketLine[]> {
  const { rows } = await sql<PacketLine>`
    select l.line_no, l.enrolment_id, e.state as enrolment_state, p.id as person_id,
      p.code as person_code, p.full_name, p.birth_date, p.nik_status,
      l.village_code, l.kecamatan_code, p.occupation_group,
      case when p.withdrawn_at is not null then 'withdrawn' when p.died_on is not null then 'died'
        when p.moved_on is not null then 'moved' end as is_gone,
      l.wadah, l.fund_source, l.amount_rupiah, l.price, l.state, l.reason
    from app.packet_lines l join app.enrolments e on e.id = l.enrolment_id join app.persons p on p.id = l.person_id
    where l.packet_id = ${packetId} order by l.line_no limit ${page.limit} offset ${page.offset}`.execute(tx);
  return rows;
}

export async function deletePacketLines(tx: Tx, packetId: string, lineNos: readonly number[]): Promise<void> {
  await sql`delete from app.packet_lines where packet_id = ${packetId} and line_no = any(${lineNos}::int[])`.execute(
    tx,
  );
}

/** One step on, whoever asked for the version before it; answers whether it was still that version. */
export async function updatePacket(
  tx: Tx,
  packet: Pick<Packet, "id" | "version">,
  change: { readonly state: PacketState; readonly sent?: { readonly by: string; readonly at: Date } },
): Promise<boolean> {
  const result = await sql`
    update app.packets set state = ${change.state}, version = version + 1,
      sent_by = coalesce(${change.sent?.by ?? null}, sent_by), sent_at = coalesce(${change.sent?.at ?? null}, sent_at)
    where id = ${packet.id} and version = ${packet.version}`.execute(tx);
  return Number(result.numAffectedRows ?? 0) === 1;
}
