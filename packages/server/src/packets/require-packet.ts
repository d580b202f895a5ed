import { type Actor, AppError, type Role } from "#app";
import type { Area } from "#access";
import type { Tx } from "#database";
import { lockPacket, type Packet } from "./packet.store.ts";

const readers: readonly Role[] = ["MGR", "BPJ", "AUD"];

/** Packets carry identities for BPJS: programme manager, the branch they are addressed to, and the auditor. */
export function requirePacketReader(actor: Actor): void {
  if (!readers.includes(actor.role)) throw new AppError("forbidden", { object: "packet", role: actor.role });
}

/** The draft under edit, locked. Throws `not-found`, `conflict` when it is no draft, `stale` when somebody was faster. */
export async function requireDraft(
  tx: Tx,
  area: Area,
  input: { readonly packetId: string; readonly version: number },
): Promise<Packet> {
  const packet = await lockPacket(tx, area, input.packetId);
  if (packet === undefined) throw new AppError("not-found", { object: "packet" });
  if (packet.state !== "draft")
    throw new AppError("conflict", { reason: "packet-not-draft", state: packet.state });
  if (packet.version !== input.version) throw new AppError("stale", { version: packet.version });
  return packet;
}
