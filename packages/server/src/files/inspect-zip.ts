import yauzl, { type Entry, type ZipFile } from "yauzl";
import type { RealType } from "./file-type.ts";
import { refuseFile, type FileLimits, type FileRefusal } from "./file-limits.ts";

export type ZipInspection = { readonly outcome: "zip"; readonly type: RealType } | FileRefusal;

const SMALL_PART = 1024 * 1024;
const ENCRYPTED = 1;
const SYMLINK = 0o120000;
const archives = /\.(zip|xlsx|xlsm|xlsb|docx|pptx|ods|jar|rar|7z|gz|tar)$/i;

/** Sheets lie in a folder of this name, whatever the main part and its folder are called. */
const sheetPart = /(^|\/)worksheets\/[^/]+\.xml$/i;

/** Parts that make a workbook reach outside itself or run something. */
const activeParts: readonly (readonly [RegExp, string])[] = [
  [/(^|\/)externalLinks\//i, "external-link"],
  [/(^|\/)embeddings\/|oleObject/i, "embedded-object"],
  [/(^|\/)activeX\//i, "active-x"],
  [/^(Basic|Scripts|Object \d+)\//i, "macro"],
  [/(^|\/)macrosheets\//i, "macro-sheet"],
  [/(^|\/)connections\.xml$|(^|\/)queryTables\//i, "connection"],
];

/**
 * Looks at the directory of an archive and nothing else. What the directory declares is held to the limits here; that
 * it tells the truth is enforced again on every byte when a part is unpacked (see `read-zip-part.ts`).
 */
export async function inspectZip(path: string, limits: FileLimits): Promise<ZipInspection> {
  let zip: ZipFile;
  try {
    zip = await yauzl.openPromise(path, { autoClose: false });
  } catch {
    return refuseFile("E-TRUNC");
  }
  try {
    if (zip.entryCount > limits.entries)
      return refuseFile("E-ZIP-ENTRIES", { entries: zip.entryCount, limit: limits.entries });
    return await inspectEntries(zip, limits);
  } catch (error) {
    return refuseEntry(error);
  } finally {
    zip.close();
  }
}

async function inspectEntries(zip: ZipFile, limits: FileLimits): Promise<ZipInspection> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    const refusal = inspectEntry(entry, limits);
    if (refusal !== null) return refusal;
    entries.push(entry);
  }
  const names = new Set(entries.map(({ fileName }) => fileName.toLowerCase()));
  if (names.size < entries.length) return refuseFile("E-CORRUPT", { part: "duplicate-part" });
  if (hasOverlap(entries)) return refuseFile("E-ZIP-LIES", { part: "overlap" });
  const unpacked = heldBytes(entries);
  if (unpacked > limits.unpackedBytes)
    return refuseFile("E-UNPACKED", { bytes: unpacked, limit: limits.unpackedBytes });
  const type = typeOfParts(names);
  const nested = type === "zip" ? entries.find(({ fileName }) => archives.test(fileName)) : undefined;
  if (nested !== undefined) return refuseFile("E-ZIP-NESTED", { part: extension(nested.fileName) });
  const active =
    type === "xlsx" || type === "ods"
      ? activeParts.find(([name]) => entries.some(({ fileName }) => name.test(fileName)))
      : undefined;
  if (active !== undefined) return refuseFile("E-ACTIVE", { part: active[1] });
  return { outcome: "zip", type };
}

function inspectEntry(entry: Entry, limits: FileLimits): FileRefusal | null {
  const { fileName, uncompressedSize, compressedSize } = entry;
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) return refuseFile("E-ENCRYPTED");
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === SYMLINK) return refuseFile("E-ZIP-PATH");
  if (/^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)|\\/i.test(fileName)) return refuseFile("E-ZIP-PATH");
  const ratio = Math.round(uncompressedSize / Math.max(1, compressedSize));
  if (uncompressedSize <= SMALL_PART || ratio <= limits.ratio) return null;
  return refuseFile("E-ZIP-RATIO", { part: fileName.slice(0, 60), ratio, limit: limits.ratio });
}

/**
 * Unpacked size as it weighs on the reader. Sheets stream by and end at their row limit, so they count a tenth: a sheet
 * with a million rows is told about its rows, not about bytes.
 */
function heldBytes(entries: readonly Entry[]): number {
  const bytes = entries.map(({ fileName, uncompressedSize }) =>
    sheetPart.test(fileName) ? uncompressedSize / 10 : uncompressedSize,
  );
  return Math.round(bytes.reduce((sum, size) => sum + size, 0));
}

/** Two entries over the same bytes: the archive unpacks to far more than it holds. */
function hasOverlap(entries: readonly Entry[]): boolean {
  const LOCAL_HEADER = 30;
  const sorted = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  return sorted.some((entry, index) => {
    const next = sorted[index + 1];
    const end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.compressedSize;
    return next !== undefined && next.relativeOffsetOfLocalHeader < end;
  });
}

function typeOfParts(names: ReadonlySet<string>): RealType {
  const all = [...names];
  const isPackage = names.has("[content_types].xml") && names.has("_rels/.rels");
  if (all.some((name) => /(^|\/)workbook\d*\.bin$/.test(name))) return "xlsb";
  if (names.has("xl/workbook.xml") || (isPackage && all.some((name) => sheetPart.test(name))))
    return all.some((name) => name.endsWith("vbaproject.bin")) ? "xlsm" : "xlsx";
  if (all.some((name) => name.startsWith("word/"))) return "docx";
  if (all.some((name) => name.startsWith("ppt/"))) return "pptx";
  return names.has("mimetype") && names.has("content.xml") ? "ods" : "zip";
}

/** What yauzl finds wrong in a directory, by its own words. */
function refuseEntry(error: unknown): FileRefusal {
  const message = error instanceof Error ? error.message : "";
  if (/absolute path|invalid relative path|invalid characters in fileName/i.test(message))
    return refuseFile("E-ZIP-PATH");
  if (/strong encryption/i.test(message)) return refuseFile("E-ENCRYPTED");
  if (/size mismatch|compressed\/uncompressed/i.test(message))
    return refuseFile("E-ZIP-LIES", { part: "size" });
  return /unexpected EOF|central directory/i.test(message)
    ? refuseFile("E-TRUNC")
    : refuseFile("E-CORRUPT", { part: "archive" });
}

function extension(name: string): string {
  return /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
}
