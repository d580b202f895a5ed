import { type GroupWarning, groupWarnings, wadahAgrees, type WadahCode } from "@tuwai/domain/contributions";
import type { CivilDate } from "@tuwai/domain/time";
import { payerOf, type Pricing, readPricing } from "#contributions";
import { read, type Step } from "#use-case";
import { type GroupRow, listGroupRows } from "./group.view.ts";

export type Group = GroupRow & {
  readonly warnings: readonly (GroupWarning | "code-contradicts-price")[];
};

/** The groups under which BPJS keeps the city's workers, each with what somebody has to see to. */
export const listGroups = read(
  { purpose: "groups", permission: "group.read" },
  (step): Promise<readonly Group[]> => judgedGroups(step),
);

/** How many groups somebody has to see to. */
export async function countGroupsToMend(step: Pick<Step, "tx" | "actor" | "today">): Promise<number> {
  const groups = await judgedGroups(step);
  return groups.filter(({ warnings, workers }) => workers > 0 && warnings.length > 0).length;
}

async function judgedGroups({ tx, actor, today }: Pick<Step, "tx" | "actor" | "today">) {
  const rows = await listGroupRows(tx, actor.regionCode);
  const pricing = await readPricing(tx, actor.regionCode);
  return rows.map((row) => ({ ...row, warnings: warningsOf(row, pricing, today) }));
}

function warningsOf(row: GroupRow, { price }: Pricing, today: CivilDate): Group["warnings"] {
  const isEmployer = row.segment === "pu-village";
  const agrees = isEmployer || wadahAgrees(row.wadah as WadahCode, payerOf(row.fundSource), price);
  return [
    ...(agrees ? [] : (["code-contradicts-price"] as const)),
    ...groupWarnings(row, { today, isEmployer }),
  ];
}
