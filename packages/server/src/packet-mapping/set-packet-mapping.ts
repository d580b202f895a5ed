import { AppError } from "#app";
import { change, type Operation } from "#use-case";
import { type PacketColumn, packetFields, requiredFields } from "./packet-columns.ts";
import { findLatestMapping, insertMapping } from "./packet-mapping.store.ts";

export type MappingRefusal = {
  readonly reason: "field-missing" | "field-unknown" | "header-twice" | "header-unusable";
  readonly names: readonly string[];
};

export type MappingOutcome =
  | { readonly outcome: "changed"; readonly number: number }
  | { readonly outcome: "refused"; readonly reasons: readonly MappingRefusal[] };

type Input = Operation & {
  readonly branch: string;
  /** The number of the mapping that was edited; throws `stale` when there is a newer one. */
  readonly fromNumber: number;
  readonly columns: readonly PacketColumn[];
};

/** Enters the columns of the branch's template. Packets already composed keep theirs. */
export const setPacketMapping = change(
  { name: "packet-mapping.set", permission: "packet_mapping.write" },
  async (step, { branch, fromNumber, columns: asked }: Input): Promise<MappingOutcome> => {
    const { tx, actor } = step;
    const reasons = reasonsAgainst(asked);
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    const latest = (await findLatestMapping(tx, { regionCode: actor.regionCode, branch }))?.number ?? 0;
    if (latest !== fromNumber) throw new AppError("stale", { number: latest });
    const number = fromNumber + 1;
    const columns = asked.map(({ field, header }) => ({ field, header: header.trim() }));
    const made = { regionCode: actor.regionCode, changedBy: actor.userId, at: step.now };
    if (!(await insertMapping(tx, { branch, number, columns, ...made })))
      throw new AppError("stale", { number });
    const details = { number, columns: columns.length };
    await step.audit({ objectType: "packet-mapping", objectId: branch, details });
    return { outcome: "changed", number };
  },
);

function reasonsAgainst(columns: readonly PacketColumn[]): readonly MappingRefusal[] {
  const fields = columns.map(({ field }) => field);
  const headers = columns.map(({ header }) => header.trim().toLowerCase());
  const found: Record<MappingRefusal["reason"], readonly string[]> = {
    "field-missing": requiredFields.filter((field) => !fields.includes(field)),
    "field-unknown": fields.filter((field) => !Object.hasOwn(packetFields, field)),
    "header-twice": headers.filter((header, index) => headers.indexOf(header) !== index),
    "header-unusable": headers.filter((header) => header === "" || header.length > 60),
  };
  const reasons = Object.keys(found) as MappingRefusal["reason"][];
  return reasons
    .filter((reason) => found[reason].length > 0)
    .map((reason) => ({ reason, names: found[reason] }));
}
