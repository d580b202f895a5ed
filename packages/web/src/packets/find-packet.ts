import { AppError, type Actor, type App } from "@tuwai/server/app";
import { getPacket, listPackets, type ShownPacket } from "@tuwai/server/packets";

/** The packet of a code such as "PKT-2026-12-01", with a page of its lines. Throws `not-found` like any missing page. */
export async function getPacketByCode(
  app: App,
  actor: Actor,
  of: { readonly code: string; readonly page?: number },
): Promise<ShownPacket> {
  for (let page = 1; ; page += 1) {
    const { rows, hasNext } = await listPackets(app, actor, { page });
    const found = rows.find(({ code }) => code === of.code);
    if (found !== undefined) return getPacket(app, actor, { packetId: found.id, page: of.page ?? 1 });
    if (!hasNext) throw new AppError("not-found", { object: "packet" });
  }
}
