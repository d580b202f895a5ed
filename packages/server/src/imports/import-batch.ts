import type { FileRemark, ImportKind, RowIssue, TableRecognition } from "@tuwai/domain/imports";
import { type Grant, requireWithin as requireRowWithin } from "#access";
import { type Actor, type App, AppError, type Role } from "#app";

export type ImportState =
  | "received"
  | "refused"
  | "needs-mapping"
  | "checked"
  | "awaiting-approval"
  | "applying"
  | "applied"
  | "undone"
  | "discarded";

/** `read = accepted + repair + skipped` (contracts.md 1); rows count physical records of the sheet. */
export type RowCounts = {
  readonly read: number;
  readonly accepted: number;
  readonly repair: number;
  readonly skipped: number;
  readonly detail: {
    readonly applied: number;
    readonly unchanged: number;
    readonly quarantined: number;
    readonly duplicate: number;
    readonly blank: number;
    readonly header: number;
  };
};

/** Why a whole file could not be taken: a code of the domain's issue table. Nothing of it was stored as data. */
export type Refusal = { readonly code: string; readonly details: Readonly<Record<string, unknown>> };

export type ImportBatch = {
  readonly regionCode: string;
  readonly id: string;
  readonly code: string;
  readonly kind: ImportKind;
  readonly villageCode: string | null;
  readonly kecamatanCode: string | null;
  readonly state: ImportState;
  readonly fileName: string;
  readonly fileBytes: number;
  readonly refusal: Refusal | null;
  readonly recognition: TableRecognition | null;
  readonly warnings: readonly FileRemark[];
  readonly counts: RowCounts | null;
  readonly progress: {
    readonly stage: "reading" | "checking" | "applying";
    readonly done: number;
    readonly total: number | null;
  } | null;
  readonly uploadedBy: string;
  readonly uploadedRole: Role;
  readonly uploadedScope: string | null;
  readonly uploadedAt: Date;
  readonly approvedBy: string | null;
  readonly appliedAt: Date | null;
  readonly undoneAt: Date | null;
  readonly version: number;
};

export type ImportRowView = {
  readonly sheet: number;
  readonly row: number;
  readonly outcome: string;
  readonly issues: readonly RowIssue[];
};

/** Who sends which kind. The matrix says whether a role may upload at all; this says what it is the source of. */
const senders: Readonly<Record<ImportKind, readonly Role[]>> = {
  "village-list": ["OPR", "DAT"],
  "village-officers": ["OPR", "DAT"],
  dtsen: ["DAT"],
  "bpjs-members": ["DAT"],
  "civil-servants": ["BKP"],
  "enrolment-result": ["BPJ"],
  "bpjs-receipts": ["BPJ"],
};

export function kindsOf(role: Role): readonly ImportKind[] {
  return (Object.keys(senders) as ImportKind[]).filter((kind) => senders[kind].includes(role));
}

export function requireSender(actor: Actor, kind: ImportKind): void {
  if (!senders[kind].includes(actor.role)) throw new AppError("forbidden", { kind, role: actor.role });
}

/** A village list is one village's; officer lists also come per kecamatan, with the village in each row. */
export function needsVillage(kind: ImportKind): boolean {
  return kind === "village-list";
}

const rowsWithoutApproval = 200;
/** Undo stays possible for 30 days; the sealed original is kept for 90 (contracts.md 1). */
export const undoDays = 30;

/** More than 200 rows, or any money, wait for a second person. */
export function needsApproval(batch: Pick<ImportBatch, "kind" | "counts">): boolean {
  return batch.kind === "bpjs-receipts" || (batch.counts?.accepted ?? 0) > rowsWithoutApproval;
}

/** The uploader as an actor: rows are applied under the uploader's own row policies, whoever presses the button. */
export function uploaderOf(app: App, batch: ImportBatch): Actor {
  return {
    userId: batch.uploadedBy,
    role: batch.uploadedRole,
    regionCode: app.config.regionCode,
    ...(batch.uploadedScope === null ? {} : { scope: batch.uploadedScope }),
  };
}

/** Finance is the second pair of eyes on money and reads no list of people; null: every kind. */
export function kindsReadBy(role: Role): readonly ImportKind[] | null {
  return role === "FIN" ? ["bpjs-receipts"] : null;
}

/** The batch when it lies in the actor's own area; unknown and out of scope are the same `not-found`. */
export function requireWithin(actor: Actor, grant: Grant, batch: ImportBatch | undefined): ImportBatch {
  const sentBy = (role: Role) => (batch?.uploadedRole === role ? batch.uploadedScope : null);
  const isRead = batch === undefined || (kindsReadBy(actor.role)?.includes(batch.kind) ?? true);
  const row = batch && isRead && { ...batch, branch: sentBy("BPJ"), opd: sentBy("BND") };
  return requireRowWithin(actor, grant, row || undefined);
}
