import { authorise, requireWithin } from "#access";
import { type Actor, type App, AppError, systemActor } from "#app";
import { recordChange } from "#audit";
import { readPricing } from "#contributions";
import { asSystem, inTransaction, runOnce } from "#database";
import { defaultColumns, type PacketColumn, packetFields, requiredFields } from "./packet-columns.ts";
import { findLatestMapping, insertMapping, type PacketMapping } from "./packet-mapping.store.ts";

export type MappingRefusal = {
  readonly reason: "field-missing" | "field-unknown" | "header-twice" | "header-unusable";
  readonly names: readonly string[];
};

export type MappingOutcome =
  | { readonly outcome: "changed"; readonly number: number }
  | { readonly outcome: "refused"; readonly reasons: readonly MappingRefusal[] };

type Input = {
  readonly operationId: string;
  readonly branch: string;
  /** The number of the mapping that was edited; throws `stale` when there is a newer one. */
  readonly fromNumber: number;
  readonly columns: readonly PacketColumn[];
};

/** Enters the columns of the branch's template. Packets already composed keep theirs. */
export async function setPacketMapping(app: App, actor: Actor, input: Input): Promise<MappingOutcome> {
  authorise(actor, "packet_mapping.write");
  const { operationId, ...request } = input;
  return inTransaction(app, actor, (tx) =>
    runOnce(tx, actor, { id: operationId, name: "packet-mapping.set", request }, async () => {
      const reasons = reasonsAgainst(input.columns);
      if (reasons.length > 0) return { outcome: "refused", reasons };
      const latest = await findLatestMapping(tx, { regionCode: actor.regionCode, branch: input.branch });
      const number = input.fromNumber + 1;
      if ((latest?.number ?? 0) !== input.fromNumber)
        throw new AppError("stale", { number: latest?.number ?? 0 });
      const columns = input.columns.map(({ field, header }) => ({ field, header: header.trim() }));
      const mapping = { branch: input.branch, number, columns };
      const made = { regionCode: actor.regionCode, changedBy: actor.userId, at: app.clock.now() };
      if (!(await insertMapping(tx, { ...mapping, ...made }))) throw new AppError("stale", { number });
      await recordChange(app, tx, actor, {
        action: "packet-mapping.set",
        objectType: "packet-mapping",
        objectId: input.branch,
        operationId,
        details: { number, columns: columns.length },
      });
      return { outcome: "changed", number };
    }),
  );
}

/** The columns in force for the city's branch. */
export async function getPacketMapping(app: App, actor: Actor): Promise<PacketMapping> {
  const grant = authorise(actor, "packet_mapping.read");
  const { regionCode } = actor;
  return inTransaction(app, actor, async (tx) => {
    const { enrolment } = await readPricing(tx, actor.regionCode);
    const place = { regionCode, branch: enrolment["bpjs-branch"].value };
    requireWithin(actor, grant, place);
    const mapping = await findLatestMapping(tx, place);
    if (mapping === undefined) throw new AppError("not-found", { object: "packet-mapping" });
    return mapping;
  });
}

/** Gives the city's branch a first mapping with every field BPJS forms name. Run at each start; changes nothing later. */
export function ensureDefaultPacketMapping(app: App): Promise<void> {
  const actor = systemActor(app.config.regionCode);
  return asSystem(app, async (tx) => {
    const { enrolment } = await readPricing(tx, actor.regionCode);
    const branch = enrolment["bpjs-branch"].value;
    if ((await findLatestMapping(tx, { regionCode: actor.regionCode, branch })) !== undefined) return;
    const made = { regionCode: actor.regionCode, changedBy: actor.userId, at: app.clock.now() };
    if (!(await insertMapping(tx, { branch, number: 1, columns: defaultColumns, ...made }))) return;
    await recordChange(app, tx, actor, {
      action: "packet-mapping.default",
      objectType: "packet-mapping",
      objectId: branch,
      details: { number: 1, columns: defaultColumns.length },
    });
  });
}

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
