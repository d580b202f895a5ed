import type { OrphanFilter } from "@tuwai/server/families";
import type { GuardianState } from "@tuwai/domain/families";
import type { Status } from "#ui";

export const guardianChoices = [
  "missing",
  "ending",
  "stands",
  "of-age",
] as const satisfies readonly GuardianState[];

export const guardianStatus: Readonly<Record<GuardianState, Status>> = {
  missing: "arrears",
  ending: "waiting",
  stands: "active",
  "of-age": "done",
};

/** What the address asks for; words that are none ask for nothing. */
export function readOrphanFilter(query: URLSearchParams): Required<{ [K in keyof OrphanFilter]: string }> {
  const guardian = guardianChoices.find((known) => known === query.get("wali")) ?? "";
  const letter = query.get("surat") === "due" ? "due" : "";
  const verified = (["yes", "no"] as const).find((known) => known === query.get("periksa")) ?? "";
  return { villageCode: query.get("desa") ?? "", guardian, letter, verified };
}
