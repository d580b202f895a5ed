import type { ChartSize } from "./svg.ts";

/** How a column of a chart's table is written on pages and in files. */
export type ChartColumn = {
  readonly header: string;
  readonly kind: "text" | "number" | "rupiah" | "percent";
};

/** Text stands as it is, also in a column of numbers: "fewer than 10". Null: nothing is known. */
export type ChartCell = string | number | null;

export type ChartTable = {
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly (readonly ChartCell[])[];
};

/** One chart with everything that is true of it: page, file, picture and report are made of the same. */
export type ChartSpec = {
  /** Stands in addresses and file names. */
  readonly name: string;
  /** A sentence with the finding, made from the numbers. */
  readonly title: string;
  /** Unit, period, source and day, in this order. */
  readonly facts: string;
  /** Null where the chart is no drawing of its own, or there is too little to draw. */
  readonly draw: ((size: ChartSize) => string) | null;
  readonly table: ChartTable;
  /** Formula, numerator, denominator, source, when read, who answers for it, known problems. */
  readonly origin: readonly { readonly name: string; readonly value: string }[];
};
