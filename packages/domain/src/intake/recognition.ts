import type { ColumnFacts } from "./column-facts.ts";
import type { FieldName, ImportKind } from "./import-fields.ts";
import type { IssueCode, IssueDetails } from "./issue-codes.ts";

/** `sure` may be used at once, `maybe` needs a click, `unused` is shown and left out. */
export type Confidence = "sure" | "maybe" | "unused";

export type ColumnMapping = {
  /** Counted from 1. */
  readonly column: number;
  /** The header as written, its lines joined by a space; "" for a column without one. */
  readonly header: string;
  readonly field: FieldName | null;
  readonly confidence: Confidence;
  /** Whether a person chose this earlier for the same header. */
  readonly remembered: boolean;
  /** Rows of the sample in which the column has text, and in which that text can be read as the field. */
  readonly filled: number;
  readonly fitting: number;
  /** The column holds one part of a date that is written over three of them. */
  readonly piece?: DatePiece;
};

export type DatePiece = "day" | "month" | "year";

/** A further table of the same list: on another sheet, or beside the first one of its sheet. */
export type OtherTable = {
  readonly sheet: number;
  readonly headerRows: readonly number[];
  readonly columns: readonly ColumnMapping[];
};

/** Which sheets a person wants read: by their names, or every one that holds a list. */
export type SheetChoice = "all" | readonly string[];

/** A choice a person made earlier: this header means this field, or nothing. */
export type RememberedMapping = readonly { readonly header: string; readonly field: FieldName | null }[];

export type FileRemark = { readonly code: IssueCode; readonly details: IssueDetails };

/** How the list lies in the file. Plain data: it can be stored as JSON and corrected by a person. */
export type TableRecognition = {
  readonly kind: ImportKind;
  /** The sheet that holds the list, and how well each sheet looked. */
  readonly sheet: number;
  readonly sheetScores: readonly {
    readonly sheet: number;
    readonly score: number;
    readonly name?: string;
    /** Rows of the sample below the header, where the sheet holds a list. */
    readonly rows?: number;
    readonly hidden?: boolean;
  }[];
  /** Tables read together with the first one, their columns by the same fields. */
  readonly others?: readonly OtherTable[];
  /** Physical rows of the header; empty when none was found. Everything above is letterhead. */
  readonly headerRows: readonly number[];
  readonly columns: readonly ColumnMapping[];
  /** Fields that several columns claim: a person chooses. */
  readonly conflicts: readonly { readonly field: FieldName; readonly columns: readonly number[] }[];
  /** Groups of fields of which at least one is required and none is mapped. */
  readonly missing: readonly (readonly FieldName[])[];
  /** Headers, or rows that could be headers, for a person to look at. */
  readonly unknownColumns: readonly number[];
  readonly remarks: readonly FileRemark[];
  /** The file has the column of marks that our exports carry: the apostrophe they put before formulas is taken off. */
  readonly isOwnExport: boolean;
  /** What the columns say as a whole; there once the file was checked. */
  readonly facts?: ColumnFacts;
  /** Nothing stands in the way: no conflict, nothing missing, no column that needs a click. */
  readonly isReady: boolean;
};
