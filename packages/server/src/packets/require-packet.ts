import { AppError } from "#app";
import type { Step } from "#use-case";
import { findPacket, lockPacket, type Packet, type PacketName } from "./packet.store.ts";

/** Throws `not-found`: a branch sees a packet from state `sent` on, to others it does not exist. */
export async function requirePacket({ tx, area }: Step, name: PacketName): Promise<Packet> {
  const packet = await findPacket(tx, area, name);
  if (packet === undefined) throw new AppError("not-found", { object: "packet" });
  return packet;
}

/** The draft under edit, locked. Throws `not-found`, `conflict` when it is no draft, `stale` when somebody was faster. */
export async function requireDraft(
  { tx, area }: Step,
  asked: PacketName & { readonly version: number },
): Promise<Packet> {
  const packet = await lockPacket(tx, area, asked);
  if (packet === undefined) throw new AppError("not-found", { object: "packet" });
  if (packet.state !== "draft")
    throw new AppError("conflict", { reason: "packet-not-draft", state: packet.state });
  if (packet.version !== asked.version) throw new AppError("stale", { version: packet.version });
  return packet;
}
