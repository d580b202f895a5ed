import type { CoverState } from "@tuwai/domain/cover";
import { maskPhone, MASKED_NUMBER, type Phone } from "@tuwai/domain/identity";
import { maskOf, may, type PersonField } from "#access";
import { type App, AppError, type Role } from "#app";
import type { Tx } from "#database";
import { maskName, requireCode } from "#people";
import { read } from "#use-case";
import { type HouseholdRow, listHousehold } from "./household.view.ts";
import { fieldsShown, shownKeys, type ShownWorker, showWorker } from "./shown-worker.ts";
import { findWorkerRow } from "./worker.view.ts";
import {
  findConsent,
  findJudgement,
  findPrivateColumns,
  findRejection,
  findSponsorName,
  findWelfare,
  type Welfare,
  isOnMemberList,
  type JudgementView,
  type Rejection,
  listLinks,
  listSources,
  type SourceView,
} from "./worker-detail.view.ts";
import { type WorkerSight, workerSight } from "./worker-sight.ts";

/** Where a fact comes from: the newest list row that says it. */
export type WorkerSource = {
  /** For whoever may say that the row describes somebody else. */
  readonly recordId?: string;
  readonly importCode: string;
  readonly kind: string;
  readonly at: Date;
  readonly row: number;
  /** Facts of the person this row is the newest word on. */
  readonly facts: readonly SourceFact[];
};
export type SourceFact = "name" | "nik" | "birthDate" | "sex" | "address" | "phone" | "occupation";

/** What `getWorker` adds to `ShownWorker`; the same rule: out of sight is absent. Identity numbers are always masked. */
export type WorkerDetail = ShownWorker & {
  readonly nik?: typeof MASKED_NUMBER | null;
  readonly familyCard?: typeof MASKED_NUMBER | null;
  readonly address?: string | null;
  readonly phone?: string | null;
  readonly consentStatus?: "given" | "withdrawn" | null;
  readonly desil?: Welfare | null;
  readonly sponsorName?: string | null;
  readonly judgement?: JudgementView | null;
  /** Whether a registry holds the person: yes or no, never a number. Only kinds the role may know about. */
  readonly links?: Readonly<Partial<Record<"dtsen" | "bpjs-members" | "civil-servants", boolean>>>;
  /** The link behind each yes, for whoever may end it. */
  readonly linkIds?: Readonly<Record<string, string>>;
  readonly sources?: readonly WorkerSource[];
  /** What BPJS said no to; null where it did not, or the person was put forward again since. */
  readonly rejection?: Rejection | null;
  /** Others on the same family card, within the reader's own area. */
  readonly household?: readonly HouseholdMember[];
  readonly mayUnmaskNik: boolean;
  readonly mayRecordLifeEvent: boolean;
  readonly mayEdit: boolean;
  readonly mayAskMerge: boolean;
  readonly mayWithdrawConsent: boolean;
  readonly mayReadEvidence: boolean;
};

export type HouseholdMember = {
  readonly code: string;
  readonly name: string;
  readonly coverageStatus: CoverState;
  /** Died or moved away. */
  readonly isGone: boolean;
};

const showMember = (role: Role, member: HouseholdRow): HouseholdMember => ({
  code: member.code,
  coverageStatus: member.coverageStatus,
  isGone: member.isGone,
  name: maskName(role, member.fullName),
});

/** Further fields of the table than `shownKeys`, as this system holds them. */
export const detailKeys = {
  nik: "nik",
  familyCard: "kk",
  address: "address_detail",
  phone: "phone",
  consentStatus: "consent_status",
  desil: "desil",
  sponsorName: "sponsor_name",
} as const satisfies Partial<Record<keyof WorkerDetail, PersonField>>;

/** One worker. Throws `not-found` for a code that does not exist or lies outside the jurisdiction. */
export const getWorker = read(
  { purpose: "worker-read", permission: "worker.read" },
  async (step, { personCode }: { readonly personCode: string }): Promise<WorkerDetail> => {
    const { app, tx, actor } = step;
    const sight = workerSight(step);
    const row = await findWorkerRow(tx, sight, requireCode(personCode));
    if (!row) throw new AppError("not-found");
    const listed = fieldsShown(sight, Object.keys(shownKeys) as (keyof typeof shownKeys)[]);
    const further = Object.values(detailKeys).filter((field) => isShown(sight, field));
    const family = sight.household ? await listHousehold(tx, sight, row.id) : null;
    const seen = [row.id, ...(family ?? []).map(({ id }) => id)];
    await step.seen({ personIds: seen, fields: [...listed, ...further] });
    return {
      ...showWorker(sight, row, step.today),
      ...(await privateFacts(app, tx, sight, row.id)),
      ...(await workFacts(tx, sight, row.id)),
      ...(family === null ? {} : { household: family.map((member) => showMember(actor.role, member)) }),
      mayUnmaskNik: may(actor, "worker.unmask_nik") && maskOf(actor.role, "nik") !== null,
      mayRecordLifeEvent: may(actor, "worker.life_event.record"),
      mayEdit: may(actor, "worker.update"),
      mayAskMerge: may(actor, "worker.merge.ask"),
      mayReadEvidence: may(actor, "worker.evidence.read"),
      mayWithdrawConsent: may(actor, "consent.withdraw") && maskOf(actor.role, "worker_code") !== null,
    };
  },
);

/** The decile stands behind an unmasking of its own for some: only who may see it in full gets the key. */
function isShown({ role, sponsors }: WorkerSight, field: PersonField): boolean {
  const mask = maskOf(role, field);
  if (field === "desil") return mask === "full";
  return mask !== null && (field !== "sponsor_name" || sponsors);
}

async function privateFacts(app: App, tx: Tx, sight: WorkerSight, personId: string) {
  const found = await findPrivateColumns(tx, sight, personId);
  const known = {
    nik: found.hasNik ? MASKED_NUMBER : null,
    familyCard: found.hasFamilyCard ? MASKED_NUMBER : null,
    address: found.address,
    phone: phoneOf(app, sight.role, personId, found.phoneSealed),
    consentStatus: isShown(sight, "consent_status") ? await findConsent(tx, personId) : null,
    desil: isShown(sight, "desil") ? ((await findWelfare(tx, personId)) ?? null) : null,
    sponsorName: isShown(sight, "sponsor_name") ? await findSponsorName(tx, personId) : null,
  } satisfies Partial<WorkerDetail>;
  const allowed = (Object.keys(detailKeys) as (keyof typeof detailKeys)[]).filter((key) =>
    isShown(sight, detailKeys[key]),
  );
  return Object.fromEntries(allowed.map((key) => [key, known[key]])) as Partial<typeof known>;
}

function phoneOf(app: App, role: Role, personId: string, sealed: Buffer | null): string | null {
  if (sealed === null) return null;
  const phone = app.keys.open(sealed, { table: "persons", column: "phone", rowId: personId });
  return maskOf(role, "phone") === "full" ? phone : maskPhone(phone as Phone);
}

async function workFacts(tx: Tx, sight: WorkerSight, personId: string) {
  return {
    ...(sight.judgements ? { judgement: (await findJudgement(tx, personId)) ?? null } : {}),
    ...(sight.rejections ? { rejection: await findRejection(tx, sight, personId) } : {}),
    ...(sight.memberships ? await linksOf(tx, sight, personId) : {}),
    ...(sight.sources ? { sources: sourcesOf(await listSources(tx, personId), sight.splits) } : {}),
  };
}

async function linksOf(tx: Tx, { registryLinks }: WorkerSight, personId: string) {
  const isMember = await isOnMemberList(tx, personId);
  if (!registryLinks) return { links: { "bpjs-members": isMember } };
  const linkOf = await listLinks(tx, personId);
  return {
    links: {
      dtsen: linkOf.has("dtsen"),
      "civil-servants": linkOf.has("civil-servants"),
      "bpjs-members": isMember || linkOf.has("bpjs-members"),
    },
    linkIds: Object.fromEntries(linkOf),
  };
}

/** The newest row stands for the name; every other fact comes from the newest row that has it. Newest first. */
function sourcesOf(rows: readonly SourceView[], namesRows: boolean): readonly WorkerSource[] {
  const facts = ["nik", "birthDate", "sex", "address", "phone", "occupation"] as const;
  const sourceOf = new Map<SourceFact, SourceView | undefined>([
    ["name", rows.at(-1)],
    ...facts.map((fact): [SourceFact, SourceView | undefined] => [fact, rows.findLast((row) => row[fact])]),
  ]);
  return rows
    .map((row) => ({
      ...(namesRows ? { recordId: row.recordId } : {}),
      importCode: row.importCode,
      kind: row.kind,
      at: row.at,
      row: row.row,
      facts: [...sourceOf].filter(([, source]) => source === row).map(([fact]) => fact),
    }))
    .toReversed();
}
