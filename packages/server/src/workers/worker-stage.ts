/**
 * Where a worker stands on the way from a list to cover (interface.md C4), and the exits from it. One stage at a time;
 * everything else about a worker is a mark beside it. `linked`: the NIK agrees with a registry. `enrolled`: sent to BPJS,
 * not yet covered.
 */
export const workerStages = [
  "candidate",
  "linked",
  "eligible",
  "sponsored",
  "enrolled",
  "active",
  "arrears",
  "lapsed",
  "ineligible",
  "moved",
  "died",
] as const;
export type WorkerStage = (typeof workerStages)[number];
