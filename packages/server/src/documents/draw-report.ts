import { readFileSync } from "node:fs";
import { makePdf } from "./make-pdf.ts";

const template = readFileSync(new URL("report.typ", import.meta.url), "utf8");

/** One chart with its table; texts are finished. */
export type ReportPart = {
  readonly title: string;
  readonly facts: string;
  /** The drawing, or null where the table says all. */
  readonly svg: string | null;
  readonly head: readonly string[];
  /** Columns to set at the right. */
  readonly numeric: readonly number[];
  readonly rows: readonly (readonly string[])[];
};

type Report = {
  readonly title: string;
  readonly author: string;
  readonly language: "id" | "en";
  readonly lead: readonly string[];
  /** What stands at the foot of each page: the day and the number of the counting. */
  readonly mark: string;
  readonly parts: readonly ReportPart[];
};

/** A report as PDF/A-2a on A4, a page for each part. `at` is a fact of the paper: the same facts and moment give the same bytes. */
export function drawReport(facts: Report, at: Date): Promise<Uint8Array<ArrayBuffer>> {
  return makePdf({ template, facts, at });
}
