import { open, stat } from "node:fs/promises";
import { claimedFormat, typeOfBytes, type RealType } from "./file-type.ts";
import { refuseFile, type FileLimits, type FileRefusal } from "./file-limits.ts";
import { inspectZip } from "./inspect-zip.ts";

export type TableFormat = "xlsx" | "ods" | "csv" | "tsv";

export type FileInspection =
  | { readonly outcome: "readable"; readonly format: TableFormat; readonly bytes: number }
  | FileRefusal;

const HEAD_BYTES = 8_192;

/**
 * Decides, without parsing, whether a stored upload may be read at all: size, real type against the name, and for a
 * workbook the directory of its archive. `originalName` is text from a stranger and never used as a path.
 */
export async function inspectFile(
  path: string,
  originalName: string,
  limits: FileLimits,
): Promise<FileInspection> {
  const { size } = await stat(path);
  if (size === 0) return refuseFile("E-EMPTY", { what: "file" });
  if (size > limits.bytes) return refuseFile("E-SIZE", { bytes: size, limit: limits.bytes });
  const real = typeOfBytes(await readHead(path));
  const claimed = claimedFormat(originalName);
  const details = (type: RealType) => ({ real: type, claimed: claimed ?? extensionOf(originalName) });
  if (real === "ole") return inspectOle(path, details);
  if (real === "zip") {
    const found = await inspectZip(path, limits);
    if (found.outcome === "refused") return found;
    const format = found.type === "xlsx" || found.type === "ods" ? found.type : null;
    if (format === null || claimed !== format) return refuseFile("E-TYPE", details(found.type));
    return { outcome: "readable", format, bytes: size };
  }
  if (real === "binary" && (claimed === "csv" || claimed === "tsv")) return refuseFile("E-BINARY");
  if (real !== "text" || claimed === null || claimed === "xlsx" || claimed === "ods")
    return refuseFile("E-TYPE", details(real));
  return { outcome: "readable", format: claimed, bytes: size };
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A workbook with a password is an old Office container around it; without one it is a workbook of before 2007. */
async function inspectOle(
  path: string,
  details: (type: RealType) => { real: string; claimed: string },
): Promise<FileRefusal> {
  if (await contains(path, "EncryptedPackage")) return refuseFile("E-ENCRYPTED");
  const isWorkbook = (await contains(path, "Workbook")) || (await contains(path, "Book"));
  return refuseFile("E-TYPE", details(isWorkbook ? "xls" : "ole"));
}

/** Whether the container has a stream of this name; names stand there in UTF-16. */
async function contains(path: string, name: string): Promise<boolean> {
  const wanted = Buffer.from(name, "utf16le");
  const file = await open(path);
  try {
    let tail = Buffer.alloc(0);
    for await (const chunk of file.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>) {
      const joined = Buffer.concat([tail, chunk]);
      if (joined.includes(wanted)) return true;
      tail = joined.subarray(-wanted.length);
    }
    return false;
  } finally {
    await file.close();
  }
}

function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? "";
}
