import { AppError } from "#app";
import { readPricing } from "#contributions";
import { read } from "#use-case";
import { findLatestMapping, type PacketMapping } from "./packet-mapping.store.ts";

/** The columns in force for the city's branch. */
export const getPacketMapping = read(
  { purpose: "packet-mapping-read", permission: "packet_mapping.read" },
  async ({ tx, actor: { regionCode }, within }): Promise<PacketMapping> => {
    const { enrolment } = await readPricing(tx, regionCode);
    const place = within({ regionCode, branch: enrolment["bpjs-branch"].value });
    const mapping = await findLatestMapping(tx, place);
    if (mapping === undefined) throw new AppError("not-found", { object: "packet-mapping" });
    return mapping;
  },
);
