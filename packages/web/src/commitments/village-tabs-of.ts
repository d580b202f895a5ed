import { may } from "@tuwai/server/access";
import type { Actor } from "@tuwai/server/app";

export type VillageTab = "promise" | "reports" | "people" | "bills" | "drafts";

/** The pages of one village's year that somebody has. */
export const villageTabsOf = (actor: Actor): readonly VillageTab[] => [
  "promise",
  ...(may(actor, "village_commitment.paper") ? (["reports"] as const) : []),
  ...(may(actor, "village_commitment.people") ? (["people"] as const) : []),
  ...(may(actor, "village_commitment.bill") ? (["bills"] as const) : []),
  ...(may(actor, "village_commitment.draft") ? (["drafts"] as const) : []),
];
