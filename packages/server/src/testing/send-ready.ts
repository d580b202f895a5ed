import type { Month } from "@tuwai/domain/time";
import type { Actor, App } from "#app";
import { composePacket, sendPacket } from "#packets";

/** Sends BPJS everybody who is ready for a month, each group in its packet; the id of the largest. */
export async function sendReady(app: App, manager: Actor, month: Month): Promise<string> {
  const packet = await composePacket(app, manager, { operationId: app.newId(), month });
  if (packet.outcome !== "composed") throw new Error(JSON.stringify(packet));
  for (const { packetId, version, lines } of packet.packets)
    await sendPacket(app, manager, { operationId: app.newId(), packetId, version, confirmCount: lines });
  return packet.packets[0]!.packetId;
}
