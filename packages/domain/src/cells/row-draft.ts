import type { NikParts } from "#identity";
import { importFields, type FieldName, type ImportKind } from "#intake";
import { rowIssue, type IssueCode, type IssueDetails, type RowIssue } from "#intake";
import type { CheckContext, ImportedRow } from "#intake";
import type { TableCell } from "#intake";

/** What the readers of single fields write into: the values found so far and the remarks. */
export type RowDraft = {
  readonly kind: ImportKind;
  readonly context: CheckContext;
  readonly values: ImportedRow;
  readonly issues: RowIssue[];
  /** Fields whose cell was refused: they are not asked for a second time as missing. */
  readonly refused: Set<FieldName>;
  nikParts: NikParts | undefined;
  grouping?: "dot" | "comma";
  /** How many months one payment is for, where a column says so. */
  monthCount?: number;
  /** The reason a refusal gave in its own words. */
  saidReason?: string;
};

/** A cell under the field its column was mapped to. */
export type FieldCell = { readonly field: FieldName; readonly cell: TableCell };

/** Adds a remark about a cell, or about the row as a whole; an error also marks the field as refused. */
export function remark(
  draft: RowDraft,
  code: IssueCode,
  at: FieldCell | null,
  details: IssueDetails = {},
): void {
  const issue = rowIssue(code, at?.cell.column ?? null, details);
  if (issue.severity === "error" && at !== null) draft.refused.add(at.field);
  const isKnown = draft.issues.some(
    (other) =>
      other.code === code && other.column === issue.column && other.details["field"] === details["field"],
  );
  if (!isKnown) draft.issues.push(issue);
}

export function keep<F extends keyof ImportedRow>(draft: RowDraft, field: F, value: ImportedRow[F]): void {
  draft.values[field] ??= value;
}

/** Fields are named like the values they fill; the few that fill others have readers of their own. */
export function keepAs(draft: RowDraft, field: FieldName, value: unknown): void {
  Object.assign(draft.values, { [field]: value });
}

/** Every row must say it, alone or as one of several. */
export function isRequired(draft: RowDraft, field: FieldName): boolean {
  return importFields[draft.kind].rowNeeds.some((group) => group.includes(field));
}

/** Nothing else can stand for it: without this field there is no row, or no column to the list. */
export function isNeeded(draft: RowDraft, field: FieldName): boolean {
  const { rowNeeds, required } = importFields[draft.kind];
  return [...rowNeeds, ...required].some((group) => group.length === 1 && group[0] === field);
}

export function isDash(text: string): boolean {
  return /^[-–—_.?]+$/.test(text);
}

/** A whole phrase by which a meaning can be remembered; empty when it holds a number of somebody. */
export function shownPhrase(key: string): string {
  return key.length > 120 || /\d{5}/.test(key) ? "" : key;
}

/** A written word as a remark may show it: short, and never with the digits of an identity number that got into it. */
export function shownWord(text: string): string {
  return text.slice(0, 20).replace(/\d[\d .-]{3,}/g, "…");
}
