import { type PageOf, pageOf, read } from "#use-case";
import { countPacketRows, type ListedPacket, listPacketRows } from "./packet.store.ts";

/** Packets newest first, with how many lines stand in which state; no persons. */
export const listPackets = read(
  { purpose: "packet-list", permission: "packet.read" },
  ({ tx, area }, { page }: { readonly page?: number } | undefined = {}): Promise<PageOf<ListedPacket>> =>
    pageOf(
      { page, size: 100 },
      () => countPacketRows(tx, area),
      (part) => listPacketRows(tx, area, part),
    ),
);
