/** What a file really is, told by its first bytes. `text` may be csv; `zip` needs a look inside. */
export type RealType =
  | "zip" | "xlsx" | "xlsm" | "xlsb" | "ods" | "docx" | "pptx" | "ole" | "xls" | "pdf" | "html" | "xml" | "rtf"
  | "jpeg" | "png" | "gif" | "webp" | "heic" | "bmp" | "tiff" | "rar" | "7z" | "gzip" | "mp4" | "binary" | "text"; // oxfmt-ignore

const signatures: readonly (readonly [RealType, number, string])[] = [
  ["zip", 0, "504b0304"],
  ["zip", 0, "504b0506"],
  ["ole", 0, "d0cf11e0a1b11ae1"],
  ["pdf", 0, "255044462d"],
  ["jpeg", 0, "ffd8ff"],
  ["png", 0, "89504e470d0a1a0a"],
  ["gif", 0, "47494638"],
  ["webp", 8, "57454250"],
  ["heic", 4, "6674797068656963"],
  ["heic", 4, "667479706d696631"],
  ["mp4", 4, "66747970"],
  ["bmp", 0, "424d"],
  ["tiff", 0, "49492a00"],
  ["tiff", 0, "4d4d002a"],
  ["rar", 0, "526172211a07"],
  ["7z", 0, "377abcaf271c"],
  ["gzip", 0, "1f8b08"],
  ["rtf", 0, "7b5c727466"],
];

const hasUtf16Mark = (head: Buffer) => ["fffe", "feff"].includes(head.subarray(0, 2).toString("hex"));

/** `head` are the first kilobytes of the file. */
export function typeOfBytes(head: Buffer): RealType {
  const hit = signatures.find(
    ([, offset, hex]) => head.subarray(offset, offset + hex.length / 2).toString("hex") === hex,
  );
  if (hit !== undefined && !(hit[0] === "bmp" && !head.includes(0))) return hit[0];
  if (!hasUtf16Mark(head) && head.includes(0)) return "binary";
  const start = head
    .toString("latin1")
    .replace(/^\u00EF\u00BB\u00BF/, "")
    .trimStart()
    .toLowerCase();
  if (/^(<!doctype html|<html|<table|<meta|<head|<body|<style)/.test(start)) return "html";
  if (start.startsWith("<?xml")) return start.includes("<html") ? "html" : "xml";
  return "text";
}

/** The type a name claims; null for one we do not take. */
export function claimedFormat(originalName: string): "xlsx" | "ods" | "csv" | "tsv" | null {
  const extension = /\.([a-z0-9]+)$/i.exec(originalName.trim())?.[1]?.toLowerCase();
  if (extension === "xlsx" || extension === "ods" || extension === "csv" || extension === "tsv")
    return extension;
  return extension === "txt" ? "csv" : null;
}
