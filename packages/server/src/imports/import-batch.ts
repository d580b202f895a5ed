import {
  type FileRemark,
  importFields,
  type ImportKind,
  type RowIssue,
  type SheetChoice,
  type TableRecognition,
} from "@tuwai/domain/intake";
import { jurisdictionOf, type Whereabouts } from "#access";
import type { Actor, App, Role } from "#app";
import { importKindOf, kindsReadBy } from "#intake";
import type { Step } from "#use-case";

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
    /** Left out by a person, with a reason; absent where nobody did. */
    readonly leftOut?: number;
  };
};

/** Why a whole file could not be taken: a code of the domain's issue table. Nothing of it was stored as data. */
export type Refusal = { readonly code: string; readonly details: Readonly<Record<string, unknown>> };

export type Progress = {
  /** `stopped`: given up until an administrator looks; nothing is lost. */
  readonly stage: "reading" | "checking" | "applying" | "stopped";
  readonly done: number;
  readonly total: number | null;
};

/** What is known of a file from the moment it arrives. */
export type ImportFacts = {
  readonly regionCode: string;
  readonly id: string;
  readonly code: string;
  readonly kind: ImportKind;
  readonly villageCode: string | null;
  readonly kecamatanCode: string | null;
  readonly fileName: string;
  readonly fileBytes: number;
  /** Which sheets were asked for; null when nobody said. */
  readonly sheets: SheetChoice | null;
  readonly warnings: readonly FileRemark[];
  readonly uploadedBy: string;
  readonly uploadedRole: Role;
  readonly uploadedScope: string | null;
  readonly uploadedAt: Date;
  readonly approvedBy: string | null;
  readonly version: number;
};

type Nothing = {
  readonly refusal: null;
  readonly recognition: null;
  readonly counts: null;
  readonly progress: null;
  readonly appliedAt: null;
  readonly undoneAt: null;
};
type Recognised = { readonly recognition: TableRecognition };
type Checked = Recognised & { readonly counts: RowCounts };
type Applied = Checked & { readonly appliedAt: Date };
type Moving = { readonly progress: Progress | null };
type Was<T> = { readonly [Key in keyof T]: T[Key] | null };

type At<State extends string, Known> = ImportFacts &
  Omit<Nothing, keyof Known> &
  Known & { readonly state: State };

/** One file and how far it has come: each state has what it has, and null for the rest. */
export type ImportBatch =
  | At<"received", Moving & Was<Recognised>>
  | At<"refused", { readonly refusal: Refusal }>
  | At<"needs-mapping", Recognised>
  | At<"checked", Checked>
  | At<"awaiting-approval", Checked>
  | At<"applying", Checked & Moving>
  | At<"applied", Applied>
  | At<"undone", Applied & { readonly undoneAt: Date }>
  | At<"discarded", Was<Checked> & { readonly refusal: Refusal | null }>;

export type ImportState = ImportBatch["state"];

/** A batch that is in one of these states. */
export type BatchIn<State extends ImportState> = Extract<ImportBatch, { readonly state: State }>;

export function isIn<State extends ImportState>(
  batch: ImportBatch,
  ...states: readonly State[]
): batch is BatchIn<State> {
  return (states as readonly ImportState[]).includes(batch.state);
}

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
export function needsApproval(
  app: App,
  { kind, counts }: { readonly kind: ImportKind; readonly counts: RowCounts },
): boolean {
  return importKindOf(app, kind).isMoney || counts.accepted > rowsWithoutApproval;
}

/** A mended row is compared with all others of its list: of a longer one that takes too long while somebody waits. */
const mostCompared = 100_000;

/** Why rows of a list are not mended here; null: they are. */
export function whyNotMended({
  kind,
  counts,
}: Pick<ImportBatch, "kind" | "counts">): "at-source" | "too-long" | null {
  if (importFields[kind].mending === "at-source") return "at-source";
  return (counts?.read ?? 0) > mostCompared ? "too-long" : null;
}

/** Good rows that are not saved yet. */
export function waitingRows({ accepted, detail }: RowCounts): number {
  return accepted - detail.applied - detail.unchanged;
}

/** The uploader as an actor: rows are applied under the uploader's own row policies, whoever presses the button. */
export function uploaderOf(app: App, batch: ImportFacts): Actor {
  return {
    userId: batch.uploadedBy,
    role: batch.uploadedRole,
    regionCode: app.config.regionCode,
    ...(batch.uploadedScope === null ? {} : { scope: batch.uploadedScope }),
  };
}

/** Whether the file came from the actor's own office. */
export function isOfSender(actor: Actor, batch: ImportFacts): boolean {
  return actor.role === batch.uploadedRole && (actor.scope ?? null) === batch.uploadedScope;
}

/** The batch when it lies in the actor's own area and is of a kind they read; all else is the same `not-found`. */
export function requireRead(
  { app, actor, within }: Pick<Step, "app" | "actor" | "within">,
  batch: ImportBatch | undefined,
): ImportBatch {
  const kinds = kindsReadBy(app, actor);
  const isRead = batch !== undefined && (kinds === null || kinds.includes(batch.kind));
  return within(isRead ? { ...whereaboutsOf(batch), batch } : undefined).batch;
}

function whereaboutsOf(batch: ImportFacts): Whereabouts {
  const { regionCode, villageCode, kecamatanCode, uploadedScope } = batch;
  const jurisdiction = jurisdictionOf(batch.uploadedRole);
  return {
    regionCode,
    villageCode,
    kecamatanCode,
    branch: jurisdiction === "branch" ? uploadedScope : null,
    opd: jurisdiction === "office" ? uploadedScope : null,
  };
}
