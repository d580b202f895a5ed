import type { FileRemark, ImportKind, RowIssue, TableRecognition } from "@tuwai/domain/imports";
import { type Grant, type Jurisdiction, jurisdictionOf, requireWithin as requireRowWithin } from "#access";
import type { Actor, App, Role } from "#app";
import { importKindOf, kindsReadBy } from "#intake";

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

const rowsWithoutApproval = 200;
/** Undo stays possible for 30 days; the sealed original is kept for 90 (contracts.md 1). */
export const undoDays = 30;

/** More than 200 rows, or any money, wait for a second person. */
export function needsApproval(app: App, batch: Pick<ImportBatch, "kind" | "counts">): boolean {
  return importKindOf(app, batch.kind).isMoney || (batch.counts?.accepted ?? 0) > rowsWithoutApproval;
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

export type Seen = { readonly app: App; readonly actor: Actor; readonly grant: Grant };

/** The batch when it lies in the actor's own area and is of a kind they read; all else is the same `not-found`. */
export function requireWithin({ app, actor, grant }: Seen, batch: ImportBatch | undefined): ImportBatch {
  const sentFrom = (jurisdiction: Jurisdiction) =>
    batch && jurisdictionOf(batch.uploadedRole) === jurisdiction ? batch.uploadedScope : null;
  const isRead = batch === undefined || (kindsReadBy(app, actor)?.includes(batch.kind) ?? true);
  const row = batch && isRead && { ...batch, branch: sentFrom("branch"), opd: sentFrom("office") };
  return requireRowWithin(actor, grant, row || undefined);
}
