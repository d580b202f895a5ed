import { type RegistryKind, registryKinds } from "#linking";
import { read } from "#use-case";
import { type LinkingCounts, listQualityRows } from "./linking-quality.view.ts";

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
export const linkingQuality = read(
  { purpose: "linking-quality", permission: "link_review.read" },
  async (step): Promise<LinkingQuality> => {
    const rows = await listQualityRows(step.tx, step.area);
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
  },
);
