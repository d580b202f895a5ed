import type { FileLimits } from "./file-limits.ts";
import type { TableFormat } from "./inspect-file.ts";

export type ReadOptions = {
  readonly format: TableFormat;
  readonly limits: FileLimits;
  /** Only these sheets, counted from 1. Left out: all sheets one after the other. */
  readonly sheets?: readonly number[];
  /** Only the first rows of each sheet, to recognise the list. Rows are then not counted a second time. */
  readonly sampleRows?: number;
};
