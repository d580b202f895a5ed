import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { AppError } from "#app";

/** As large a scan as may come with what it proves, in bytes. */
export const mostPaperBytes = 5 * 1024 * 1024;

export type PaperFile = {
  readonly name: string;
  readonly type: string;
  readonly hash: Buffer;
  readonly bytes: Buffer;
};

const kinds: readonly (readonly [string, (bytes: Buffer) => boolean])[] = [
  ["application/pdf", (bytes) => bytes.subarray(0, 5).toString("latin1") === "%PDF-"],
  ["image/jpeg", (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff],
  ["image/png", (bytes) => bytes.subarray(0, 8).equals(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"))],
  [
    "image/webp",
    (bytes) =>
      bytes.subarray(0, 4).toString("latin1") === "RIFF" &&
      bytes.subarray(8, 12).toString("latin1") === "WEBP",
  ],
];

/** The paper as it came; null for what is neither PDF nor picture by its own first bytes. Throws `too-large`. */
export async function readPaperFile(file: {
  readonly path: string;
  readonly fileName: string;
}): Promise<PaperFile | null> {
  const { size } = await stat(file.path);
  if (size > mostPaperBytes) throw new AppError("too-large", { bytes: size, limit: mostPaperBytes });
  const bytes = await readFile(file.path);
  const type = kinds.find(([, fits]) => fits(bytes))?.[0];
  if (type === undefined) return null;
  const hash = createHash("sha256").update(bytes).digest();
  return { name: basename(file.fileName).slice(0, 200), type, hash, bytes };
}
