import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { AppError } from "#app";

/** As large a slip as may come with a transfer, in bytes. */
export const mostSlipBytes = 5 * 1024 * 1024;

export type Slip = {
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

/** The slip as it came; null for what is neither PDF nor picture by its own first bytes. Throws `too-large`. */
export async function readSlipFile(file: {
  readonly path: string;
  readonly fileName: string;
}): Promise<Slip | null> {
  const { size } = await stat(file.path);
  if (size > mostSlipBytes) throw new AppError("too-large", { bytes: size, limit: mostSlipBytes });
  const bytes = await readFile(file.path);
  const type = kinds.find(([, fits]) => fits(bytes))?.[0];
  if (type === undefined) return null;
  const hash = createHash("sha256").update(bytes).digest();
  return { name: basename(file.fileName).slice(0, 200), type, hash, bytes };
}
