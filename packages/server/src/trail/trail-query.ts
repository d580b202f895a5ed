import type { CivilDate } from "@tuwai/domain/time";
import type { Role } from "#app";

/** What an entry of the trail is about, by the first word of its action or of the permission that was denied. */
export const trailKinds = {
  "sign-in": ["session"],
  accounts: ["account", "user", "device"],
  files: ["import", "uploads"],
  people: ["person", "people", "worker", "life-event", "link", "link_review", "consent", "export"],
  lists: ["endorsement", "list_decision"],
  membership: [
    "enrolment",
    "packet",
    "packet-mapping",
    "packet_mapping",
    "contribution",
    "cover",
    "month-run",
    "ledger",
    "period",
  ],
  payroll: [
    "payroll",
    "payroll-batch",
    "payroll-match",
    "payroll-columns",
    "remittance",
    "deduction_batch",
    "reconciliation",
  ],
  sponsors: ["pledge", "match", "fund", "village_commitment", "budget_report"],
  system: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type TrailKind = keyof typeof trailKinds;

/** `done` changed something, `refused` is a wrong password or code, `denied` what the matrix or the area did not allow. */
export const trailResults = ["done", "refused", "denied"] as const;
export type TrailResult = (typeof trailResults)[number];

/** Never by a name or an identity number: who is looked for is found by role and day. */
export type TrailQuery = {
  readonly about?: TrailKind | undefined;
  readonly result?: TrailResult | undefined;
  readonly byRole?: Role | undefined;
  /** Both days are part of it, in Jakarta. */
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
};
