import { areaOf, authorise } from "#access";
import type { Actor, App } from "#app";
import { inTransaction } from "#database";
import { type RegistryKind, registryKinds } from "#linking";
import { type LinkingCounts, listQualityRows } from "./linking-quality.store.ts";

export type LinkingQuality = {
  readonly villages: readonly {
    readonly code: string;
    readonly name: string;
    readonly persons: number;
    readonly registries: Readonly<Record<RegistryKind, LinkingCounts>>;
    /** Open questions whether a person of this village is also somebody else. */
    readonly openDuplicates: number;
  }[];
};

/** How far linking has come, by village and registry. Counts only. */
export async function linkingQuality(app: App, actor: Actor): Promise<LinkingQuality> {
  const area = areaOf(actor, authorise(actor, "link_review.read"));
  const rows = await inTransaction(app, actor, (tx) => listQualityRows(tx, area));
  return {
    villages: rows.map((row) => ({
      code: row.code,
      name: row.name,
      persons: row.persons,
      registries: Object.fromEntries(
        registryKinds.map((kind) => [kind, row.registries[kind]]),
      ) as LinkingQuality["villages"][number]["registries"],
      openDuplicates: row.openDuplicates,
    })),
  };
}
