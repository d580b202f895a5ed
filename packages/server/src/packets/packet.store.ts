import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, packetsWithin } from "#access";
import type { Tx } from "#database";
import type { PageSize } from "#use-case";

export type PacketState = "draft" | "sent" | "answered" | "withdrawn";

export type Packet = {
  readonly id: string;
  readonly code: string;
  readonly branch: string;
  /** The group of all its workers; null for packets from before groups were told apart. */
  readonly groupKey: string | null;
  readonly month: Month;
  readonly state: PacketState;
  readonly madeAt: Date;
  readonly sentAt: Date | null;
  readonly mappingNumber: number;
  readonly version: number;
};

/** A packet by its id, or by the code that stands in its address: "PKT-2026-12-01". */
export type PacketName = { readonly packetId: string } | { readonly packetCode: string };

const packetColumns = sql.raw(
  `id, code, branch, group_key, to_char(month, 'YYYY-MM') as month, state, made_at, sent_at,
   mapping_number, version`,
);

const named = (name: PacketName) =>
  "packetId" in name ? sql<boolean>`p.id = ${name.packetId}` : sql<boolean>`p.code = ${name.packetCode}`;

export async function findPacket(tx: Tx, area: Area, name: PacketName): Promise<Packet | undefined> {
  const { rows } = await sql<Packet>`
    select ${packetColumns} from app.packets p where ${named(name)} and ${packetsWithin(area, "p")}`.execute(
    tx,
  );
  return rows[0];
}

/** The packet, locked until the transaction ends. */
export async function lockPacket(tx: Tx, area: Area, name: PacketName): Promise<Packet | undefined> {
  const { rows } = await sql<Packet>`
    select ${packetColumns} from app.packets p where ${named(name)} and ${packetsWithin(area, "p")} for update`.execute(
    tx,
  );
  return rows[0];
}

/** The drafts in which any of these enrolments stands, locked until the transaction ends. */
export async function listDraftsWith(
  tx: Tx,
  area: Area,
  enrolmentIds: readonly string[],
): Promise<readonly Packet[]> {
  const { rows } = await sql<Packet>`
    select ${packetColumns} from app.packets p where ${packetsWithin(area, "p")} and p.state = 'draft'
      and exists (select from app.packet_lines l where l.packet_id = p.id and l.enrolment_id = any(${enrolmentIds}::uuid[]))
    order by p.id for update`.execute(tx);
  return rows;
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
  { limit, offset }: PageSize,
): Promise<readonly ListedPacket[]> {
  const { rows } = await sql<ListedPacket>`
    select ${packetColumns}, c.* from app.packets p cross join lateral (
      select count(*)::int as lines, count(*) filter (where l.state = 'waiting')::int as waiting,
        count(*) filter (where l.state = 'accepted')::int as accepted, count(*) filter (where l.state = 'rejected')::int as rejected,
        coalesce(sum(l.amount_rupiah), 0)::bigint as total_rupiah
      from app.packet_lines l where l.packet_id = p.id) c
    where ${packetsWithin(area, "p")}
    order by p.made_at desc, p.id desc limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

export async function countPacketRows(tx: Tx, area: Area): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.packets p where ${packetsWithin(area, "p")}`.execute(tx);
  return rows[0]!.n;
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
  readonly groupKey: string;
  readonly month: Month;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly mappingNumber: number;
};

/** Numbered per month, "PKT-2026-12-01"; runs under the lock on payers, so the next number is free. */
export async function insertPacket(tx: Tx, packet: NewPacket): Promise<string> {
  const first = `${packet.month}-01`;
  const { rows } = await sql<{ code: string }>`
    insert into app.packets (region_code, id, code, branch, group_key, month, state, made_by, made_at, mapping_number)
    select ${packet.regionCode}, ${packet.id}, 'PKT-' || ${packet.month}::text || '-' || lpad((count(*) + 1)::text, 2, '0'),
      ${packet.branch}, ${packet.groupKey}, ${first}::date, 'draft', ${packet.madeBy}, ${packet.madeAt}, ${packet.mappingNumber}
    from app.packets where region_code = ${packet.regionCode} and month = ${first}::date
    returning code`.execute(tx);
  return rows[0]!.code;
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

/** Packets of which no line waits any more become `answered`; their codes. */
export async function closeAnsweredPackets(tx: Tx, packetIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    update app.packets p set state = 'answered', version = version + 1
    where p.id = any(${packetIds}::uuid[]) and p.state = 'sent'
      and not exists (select from app.packet_lines l where l.packet_id = p.id and l.state = 'waiting')
    returning p.code`.execute(tx);
  return rows.map(({ code }) => code);
}

/** Answered packets with lines of these enrolments are as sent. */
export async function reopenPackets(tx: Tx, enrolmentIds: readonly string[]): Promise<void> {
  await sql`
    update app.packets set state = 'sent', version = version + 1
    where state = 'answered' and id in (select packet_id from app.packet_lines where enrolment_id = any(${enrolmentIds}::uuid[]))`.execute(
    tx,
  );
}
