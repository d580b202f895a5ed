import type { CivilDate } from "@tuwai/domain/time";
import { areaOf, authorise, maskOf } from "#access";
import { type Actor, type App, AppError } from "#app";
import { recordAccess } from "#audit";
import { inTransaction } from "#database";
import { shownFields, type ShownPerson, showPerson } from "#people";
import {
  countPacketLines,
  findPacket,
  listPacketLines,
  listPacketRows,
  type ListedPacket,
  type PacketLine,
} from "./packet.store.ts";
import { requirePacketReader } from "./require-packet.ts";

export type ShownLine = {
  readonly lineNo: number;
  readonly person: ShownPerson & { readonly nikStatus?: string; readonly birthDate?: CivilDate | null };
  /** False when the payer ended since: the line has to leave the draft before it can be sent. */
  readonly isCurrent: boolean;
  readonly wadah: string;
  readonly fundSource: string;
  readonly amountRupiah: number;
  readonly state: "waiting" | "accepted" | "rejected";
  readonly reason: string | null;
};

export type ShownPacket = ListedPacket & {
  readonly rows: readonly ShownLine[];
  readonly page: number;
  readonly hasNext: boolean;
};

const rowsPerPage = 100;

/** One packet with a page of its lines, never a NIK. A branch sees it from state `sent` on; to others it does not exist. */
export async function getPacket(
  app: App,
  actor: Actor,
  input: { readonly packetId: string; readonly page?: number },
): Promise<ShownPacket> {
  const area = areaOf(actor, authorise(actor, "enrolment.list"));
  requirePacketReader(actor);
  const page = Math.max(1, Math.trunc(input.page ?? 1));
  return inTransaction(app, actor, async (tx) => {
    const packet = await findPacket(tx, area, input.packetId);
    if (packet === undefined) throw new AppError("not-found", { object: "packet" });
    const offset = (page - 1) * rowsPerPage;
    const found = await listPacketLines(tx, packet.id, { limit: rowsPerPage + 1, offset });
    const lines = found.slice(0, rowsPerPage);
    const counts = await countPacketLines(tx, packet.id);
    await recordAccess(app, tx, actor, {
      personIds: lines.map(({ personId }) => personId),
      purpose: "packet-read",
      fields: shownFields(actor.role, "nik_status", "birth_date"),
    });
    const rows = lines.map((line) => showLine(actor, line));
    return { ...packet, ...counts, rows, page, hasNext: found.length > rowsPerPage };
  });
}

/** Packets newest first, with how many lines stand in which state; no persons. */
export async function listPackets(
  app: App,
  actor: Actor,
  input: { readonly page?: number } = {},
): Promise<{ readonly rows: readonly ListedPacket[]; readonly page: number; readonly hasNext: boolean }> {
  const area = areaOf(actor, authorise(actor, "enrolment.list"));
  requirePacketReader(actor);
  const page = Math.max(1, Math.trunc(input.page ?? 1));
  return inTransaction(app, actor, async (tx) => {
    const found = await listPacketRows(tx, area, {
      limit: rowsPerPage + 1,
      offset: (page - 1) * rowsPerPage,
    });
    return { rows: found.slice(0, rowsPerPage), page, hasNext: found.length > rowsPerPage };
  });
}

function showLine(actor: Actor, line: PacketLine): ShownLine {
  const { lineNo, wadah, fundSource, amountRupiah, state, reason } = line;
  const birthDate = maskOf(actor.role, "birth_date") === "full" ? { birthDate: line.birthDate } : {};
  const nikStatus = maskOf(actor.role, "nik_status") === null ? {} : { nikStatus: line.nikStatus };
  const isCurrent = line.enrolmentState !== "ended" && line.isGone === null;
  const person = {
    ...showPerson(actor.role, { ...line, code: line.personCode }),
    ...nikStatus,
    ...birthDate,
  };
  return { lineNo, person, isCurrent, wadah, fundSource, amountRupiah, state, reason };
}
