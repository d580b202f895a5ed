import type { CivilDate } from "@tuwai/domain/time";

/**
 * Work that follows a commit or a schedule: what each topic carries. The words between features stand beneath all of them, so
 * that a sender needs not know the receiver; the receiver says in its `feature.ts` how it does the work (`workHandlers`).
 */
export type WorkPayloads = {
  readonly "import.advance": { readonly batchId: string };
  /** The same of a file that takes long while others wait: whoever sends one goes behind those who send ordinary lists. */
  readonly "import.advance-slow": { readonly batchId: string };
  /** The same of a registry, which takes many minutes and stands in no village's way. */
  readonly "import.advance-large": { readonly batchId: string };
  readonly "people.link":
    | { readonly batchId: string }
    | { readonly personIds: readonly string[]; readonly relink?: boolean; readonly compare?: boolean };
  readonly "people.resolve": { readonly personIds: readonly string[] };
  readonly "people.move": { readonly moveId: string };
  readonly "people.reread-work": Nothing;
  readonly "people.forget-particulars":
    | { readonly enrolmentIds: readonly string[] }
    | { readonly personIds: readonly string[] };
  readonly "eligibility.judge":
    | { readonly personIds: readonly string[] }
    | { readonly villageCode: string }
    | { readonly all: true };
  readonly "eligibility.judge-all": { readonly after: string | null };
  readonly "cover.refresh": { readonly personIds: readonly string[] };
  readonly "cover.refresh-all": { readonly after: string | null };
  readonly "arrears.refresh": { readonly personIds: readonly string[] };
  readonly "refunds.refresh": { readonly personIds: readonly string[] };
  readonly "arrears.digest": Nothing;
  readonly "arrears.mail-digest": { readonly digestId: string };
  readonly "certificates.review": { readonly personIds: readonly string[] };
  readonly "coverage.publish": Nothing;
  readonly "claims.forget": Nothing;
  readonly "families.forget": Nothing;
  readonly "figures.refresh": Nothing;
  readonly "planning.forecast": Nothing;
  readonly "dashboards.refresh": Nothing;
  readonly "follow-ups.remind": Nothing;
  readonly "aftercare.read-deciles": Nothing;
  readonly "aftercare.forget": Nothing;
  readonly "handovers.forget": Nothing;
  readonly "targeting.refresh": Nothing;
  readonly "link-samples.fill": { readonly sampleId: string };
  readonly "imports.forget": Nothing;
  readonly "incident-reports.forget": Nothing;
  readonly "incident-reports.from-bpjs": {
    readonly batchId: string;
    readonly answers: readonly { readonly enrolmentId: string; readonly on: CivilDate }[];
  };
  readonly "accounts.forget": Nothing;
  readonly "accounts.mail": { readonly mailId: string };
  readonly "audit.forget": Nothing;
  readonly "contributions.run-nightly": Nothing;
  readonly "contributions.run-month": { readonly runId: string; readonly after: string | null };
  readonly "ledger.post-obligations": Nothing;
  readonly "ledger.verify": Nothing;
  readonly "alms.verify": Nothing;
  readonly "matching.choose-pairs": { readonly runId: string };
  readonly "mandates.forget-account": { readonly pledgeId: string };
  readonly "payroll.post": Nothing;
  readonly "work.forget": Nothing;
  readonly "backups.check": Nothing;
};

/** The topic says it all. */
type Nothing = Readonly<Record<string, never>>;

export type Topic = keyof WorkPayloads;

/**
 * Work on whole lists takes long, so each kind has lanes of its own, beside the quick work and never before it. Of one key (a
 * village, a registry) one piece is in hand at a time: who sends much waits for themselves and delays nobody else.
 */
export const longLanes: Readonly<Partial<Record<Topic, number>>> = {
  "import.advance": 3,
  "import.advance-slow": 1,
  "import.advance-large": 1,
  "people.link": 1,
};

export const longTopics = Object.keys(longLanes) as Topic[];

/** Topics that follow a batch of an import. */
export type BatchTopic = {
  [T in Topic]: { readonly batchId: string } extends WorkPayloads[T] ? T : never;
}[Topic];
