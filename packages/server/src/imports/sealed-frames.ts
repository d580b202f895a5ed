import { createReadStream } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { type App, AppError, writeWhole } from "#app";

const frameBytes = 1024 * 1024;

/** Seals a file into frames of 1 MiB (length, then AES-GCM under batch and number), so that 200 MB never stand in memory. */
export async function sealFrames(
  app: Pick<App, "keys">,
  batchId: string,
  { from, to }: { readonly from: string; readonly to: FileHandle },
): Promise<void> {
  let frame = 0;
  for await (const chunk of createReadStream(from, { highWaterMark: frameBytes })) {
    const sealed = app.keys.sealBytes(chunk as Buffer, placeOf(batchId, frame));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(sealed.length);
    await writeWhole(to, Buffer.concat([length, sealed]));
    frame += 1;
  }
}

/** The frames opened, in order. Throws `unavailable` with `damaged` for the first that is cut short or altered. */
export async function* openFrames(
  app: Pick<App, "keys">,
  batchId: string,
  source: FileHandle,
): AsyncGenerator<Buffer, void> {
  for (let frame = 0, position = 0; ; frame += 1) {
    const head = await readUpTo(source, 4, position);
    if (head.length === 0) return;
    const length = head.length === 4 ? head.readUInt32BE() : 0;
    if (length === 0 || length > 2 * frameBytes) throw damaged();
    const sealed = await readUpTo(source, length, position + 4);
    yield openFrame(app, sealed, placeOf(batchId, frame));
    position += 4 + length;
  }
}

/** An original that is not what was sent: whoever sent it can send it again. */
export function damaged(cause?: unknown): AppError {
  const message = "The sealed original of this batch is damaged.";
  return new AppError("unavailable", { message, reason: "original-damaged" }, cause);
}

function openFrame(app: Pick<App, "keys">, sealed: Buffer, place: ReturnType<typeof placeOf>): Buffer {
  try {
    return app.keys.openBytes(sealed, place);
  } catch (error) {
    throw damaged(error);
  }
}

/** As many of the bytes as there are: less only at the end of the file. */
async function readUpTo(source: FileHandle, length: number, position: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let at = 0;
  while (at < length) {
    const { bytesRead } = await source.read(buffer, at, length - at, position + at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return buffer.subarray(0, at);
}

function placeOf(batchId: string, frame: number) {
  return { table: "uploads", column: "file", rowId: `${batchId}:${frame}` };
}
