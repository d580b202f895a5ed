import { type FileHandle, open } from "node:fs/promises";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { AppError, writeWhole } from "#app";
import type { Keys } from "#keys";

/**
 * One piece of a backup: a JSON head and bytes. Pieces are deflated, sealed with AES-256-GCM under their running number, and
 * written with their length in front, so that a missing, swapped or altered piece cannot be opened.
 */
export type Frame = { readonly head: FrameHead; readonly body: Buffer };

export type FrameHead =
  | { readonly type: "manifest"; readonly manifest: Manifest }
  | { readonly type: "table"; readonly table: string; readonly columns: readonly string[] }
  | { readonly type: "data" }
  | { readonly type: "file"; readonly name: string; readonly mode: "start" | "more" }
  | { readonly type: "end"; readonly rows: Readonly<Record<string, number>>; readonly files: number };

export type Manifest = {
  readonly format: 1;
  readonly madeAt: string;
  readonly regionCode: string;
  readonly keyFingerprint: string;
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[];
};

const magic = Buffer.from("TUWAI-BACKUP-1\n");
const none = Buffer.alloc(0);

export async function openFrameWriter(path: string, keys: Keys) {
  const file = await open(path, "w", 0o600);
  await writeWhole(file, magic);
  let number = 0;
  return {
    write: async (head: FrameHead, body: Buffer = none) => {
      const text = Buffer.from(JSON.stringify(head), "utf8");
      const length = Buffer.alloc(4);
      length.writeUInt32BE(text.length);
      const sealed = keys.sealBytes(deflateRawSync(Buffer.concat([length, text, body])), placeOf(number));
      const frameLength = Buffer.alloc(4);
      frameLength.writeUInt32BE(sealed.length);
      await writeWhole(file, Buffer.concat([frameLength, sealed]));
      number += 1;
    },
    close: async () => {
      await file.sync();
      await file.close();
    },
  };
}

/** Reads frames in order. Throws `invalid-input` when the file is not a backup, broken off, altered, or of other keys. */
export async function* readFrames(path: string, keys: Keys): AsyncGenerator<Frame, void> {
  const file = await open(path, "r");
  try {
    let position = magic.length;
    if (!(await readExactly(file, magic.length, 0))?.equals(magic))
      throw damaged("it is not a backup of this program");
    for (let number = 0; ; number += 1) {
      const length = await readExactly(file, 4, position);
      if (length === null) return;
      const sealed = await readExactly(file, length.readUInt32BE(), position + 4);
      if (sealed === null) throw damaged("it breaks off");
      position += 4 + sealed.length;
      yield openFrame(sealed, number, keys);
    }
  } finally {
    await file.close();
  }
}

function openFrame(sealed: Buffer, number: number, keys: Keys): Frame {
  try {
    const plain = inflateRawSync(keys.openBytes(sealed, placeOf(number)));
    const headLength = plain.readUInt32BE();
    return {
      head: JSON.parse(plain.subarray(4, 4 + headLength).toString("utf8")) as FrameHead,
      body: plain.subarray(4 + headLength),
    };
  } catch (error) {
    throw damaged(
      number === 0 ? "the keys are not those it was made with" : `piece ${number} was altered`,
      error,
    );
  }
}

async function readExactly(file: FileHandle, length: number, position: number): Promise<Buffer | null> {
  const buffer = Buffer.alloc(length);
  for (let at = 0; at < length;) {
    const { bytesRead } = await file.read(buffer, at, length - at, position + at);
    if (bytesRead === 0) return null;
    at += bytesRead;
  }
  return buffer;
}

function placeOf(number: number) {
  return { table: "backup", column: "frame", rowId: String(number) };
}

function damaged(why: string, cause?: unknown): AppError {
  return new AppError(
    "invalid-input",
    { message: `This backup cannot be used: ${why}. Nothing was changed.`, reason: "backup-unusable" },
    cause,
  );
}
