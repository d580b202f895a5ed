import { importFields, type FileRefusalCode, type ImportKind, type IssueDetails } from "@tuwai/domain/intake";

/** What one file may cost. Sizes in bytes, times in seconds. The same numbers are shown to people and to programs. */
export type FileLimits = {
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  readonly sheets: number;
  /** Of a workbook, once unpacked. */
  readonly unpackedBytes: number;
  readonly entries: number;
  /** Unpacked to packed size of one part larger than a megabyte. */
  readonly ratio: number;
  /** Characters of one line of text, and of one row of a workbook. */
  readonly lineLength: number;
  /** Characters of one cell that are read; a longer one is cut behind the next and its row is to be repaired (E-LEN). */
  readonly cellLength: number;
  /** Characters of one cell beyond which the whole file is refused: no spreadsheet program can write them. */
  readonly longestCell: number;
  /** Characters of all rows together: a short text that many cells refer to counts each time. */
  readonly textLength: number;
  readonly memoryBytes: number;
  readonly heapMegabytes: number;
  readonly cpuSeconds: number;
  /** Without a sign of life from the reader. */
  readonly silenceSeconds: number;
  /** For the whole file, the time in which its reader waits for us left out. */
  readonly wallSeconds: number;
};

const MB = 1024 * 1024;

const village: FileLimits = {
  bytes: 10 * MB,
  rows: 20_000,
  columns: 64,
  sheets: 40,
  unpackedBytes: 50 * MB,
  entries: 200,
  ratio: 100,
  lineLength: 65_536,
  cellLength: 1_000,
  // Excel, "Total number of characters that a cell can contain".
  longestCell: 32_767,
  textLength: 50 * MB,
  memoryBytes: 512 * MB,
  heapMegabytes: 192,
  cpuSeconds: 30,
  silenceSeconds: 60,
  wallSeconds: 60,
};

const registry: FileLimits = {
  ...village,
  bytes: 200 * MB,
  rows: 1_000_000,
  columns: 256,
  sheets: 40,
  unpackedBytes: 2_000 * MB,
  heapMegabytes: 320,
  textLength: 2_000 * MB,
  cpuSeconds: 300,
  wallSeconds: 1_800,
};

export function limitsFor(kind: ImportKind): FileLimits {
  return importFields[kind].size === "registry" ? registry : village;
}

/** A whole file turned down, with what the sentence for people needs. */
export type FileRefusal = {
  readonly outcome: "refused";
  readonly code: FileRefusalCode;
  readonly details: IssueDetails;
};

export function refuseFile(code: FileRefusalCode, details: IssueDetails = {}): FileRefusal {
  return { outcome: "refused", code, details };
}
