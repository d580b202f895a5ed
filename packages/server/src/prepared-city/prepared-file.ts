import { createHash } from "node:crypto";
import { open, type FileHandle } from "node:fs/promises";
import { promisify } from "node:util";
import { constants, zstdCompress, zstdDecompress } from "node:zlib";
import { AppError, writeWhole } from "#app";
import type { Shredded } from "./shred-json.ts";

/**
 * A prepared city in one file: a line that says what it is, then pieces of a length, a JSON head and the bytes it speaks of, each
 * compressed. A table's piece holds its columns one after the other, as what stands in one column is alike.
 */
export type Piece =
  | {
      readonly type: "rows";
      readonly table: string;
      readonly columns: readonly string[];
      readonly rows: number;
      readonly parts: readonly Part[];
    }
  | { readonly type: "original"; readonly id: string }
  | { readonly type: "file"; readonly path: string };

/** A column: the bytes of its values, or of the streams of its JSON with the shapes of these. */
export type Part = {
  readonly sizes: readonly number[];
  readonly shapes?: Shredded["shapes"];
};

export type Manifest = {
  readonly format: 1;
  readonly regionCode: string;
  /** The moment at which the city stands when it is restored. */
  readonly endsAt: string;
  /** How it was made: seed, scale, months. */
  readonly made: Readonly<Record<string, number>>;
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[];
  readonly rows: Readonly<Record<string, number>>;
  /** SHA-256 of all that follows the manifest. */
  readonly sha256: string;
};

const magic = Buffer.from("TUWAI-PREPARED-1\n");
const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);
/** The size said beforehand keeps its tables small for small pieces. */
const best = (bytes: Buffer) => ({
  pledgedSrcSize: bytes.length,
  params: {
    [constants.ZSTD_c_compressionLevel]: 19,
    ...(bytes.length > 2 ** 23 ? { [constants.ZSTD_c_windowLog]: 27 } : {}),
  },
});
const widest = { params: { [constants.ZSTD_d_windowLogMax]: 27 } };

export async function packPiece(piece: Piece, body: Buffer): Promise<Buffer> {
  const head = Buffer.from(JSON.stringify(piece));
  const bytes = Buffer.concat([lengthOf(head), head, body]);
  return framed(await compress(bytes, best(bytes)));
}

/** Written beside and renamed by the caller, so that a file of this name is whole. */
export async function writePreparedFile(
  file: FileHandle,
  manifest: Omit<Manifest, "sha256">,
  pieces: readonly Buffer[],
): Promise<void> {
  const hash = createHash("sha256");
  for (const piece of pieces) hash.update(piece);
  const whole: Manifest = { ...manifest, sha256: hash.digest("hex") };
  await writeWhole(file, Buffer.concat([magic, framed(await compress(Buffer.from(JSON.stringify(whole))))]));
  for (const piece of pieces) await writeWhole(file, piece);
}

export async function readManifest(path: string): Promise<Manifest> {
  const file = await open(path, "r");
  try {
    return (await openManifest(file)).manifest;
  } finally {
    await file.close();
  }
}

/** The pieces in order; the next is opened while the one before is used. Throws `invalid-input` at the end of an altered file. */
export async function* readPieces(
  path: string,
): AsyncGenerator<{ readonly piece: Piece; readonly body: Buffer }, void> {
  // prettier-ignore
  const file = await open(path, "r");
  try {
    const { manifest, end } = await openManifest(file);
    const hash = createHash("sha256");
    let position = end;
    const next = async () => {
      const frame = await readFrame(file, position);
      if (frame === null) return null;
      position += 4 + frame.length;
      hash.update(lengthOf(frame)).update(frame);
      return openPiece(await decompress(frame, widest));
    };
    for (let one = await next(); one !== null;) {
      const following = next();
      // Who stops reading leaves it unheard.
      following.catch(() => undefined);
      yield one;
      one = await following;
    }
    if (hash.digest("hex") !== manifest.sha256) throw unusable("it was altered");
  } finally {
    await file.close();
  }
}

function openPiece(bytes: Buffer): { readonly piece: Piece; readonly body: Buffer } {
  const length = bytes.readUInt32BE();
  return {
    piece: JSON.parse(bytes.toString("utf8", 4, 4 + length)) as Piece,
    body: bytes.subarray(4 + length),
  };
}

async function openManifest(
  file: FileHandle,
): Promise<{ readonly manifest: Manifest; readonly end: number }> {
  // prettier-ignore
  const start = Buffer.alloc(magic.length);
  await file.read(start, 0, magic.length, 0);
  const frame = start.equals(magic) ? await readFrame(file, magic.length) : null;
  if (frame === null) throw unusable("it is no prepared city of this program");
  const manifest = JSON.parse((await decompress(frame)).toString("utf8")) as Manifest;
  return { manifest, end: magic.length + 4 + frame.length };
}

async function readFrame(file: FileHandle, position: number): Promise<Buffer | null> {
  const length = Buffer.alloc(4);
  if ((await file.read(length, 0, 4, position)).bytesRead < 4) return null;
  const frame = Buffer.alloc(length.readUInt32BE());
  const { bytesRead } = await file.read(frame, 0, frame.length, position + 4);
  if (bytesRead < frame.length) throw unusable("it breaks off");
  return frame;
}

function framed(bytes: Buffer): Buffer {
  return Buffer.concat([lengthOf(bytes), bytes]);
}

function lengthOf(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return length;
}

export function unusable(why: string): AppError {
  return new AppError("invalid-input", { message: `This prepared city cannot be used: ${why}. Nothing was changed.` }); // prettier-ignore
}
