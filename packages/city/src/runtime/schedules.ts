import { schedule, type Schedule } from "@tuwai/server/work";

/** What every night brings, in time of Asia/Jakarta. The day has changed: the cover clock looks at everybody again. */
export const schedules: readonly Schedule[] = [
  schedule({ name: "cover", at: "00.10", topic: "cover.refresh-all", payload: { after: null } }),
  schedule({ name: "imports-retention", at: "00.10", topic: "imports.forget", payload: {} }),
  schedule({ name: "accounts-retention", at: "00.10", topic: "accounts.forget", payload: {} }),
  schedule({ name: "work-retention", at: "00.10", topic: "work.forget", payload: {} }),
];
