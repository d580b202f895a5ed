import { createReadStream } from "node:fs";
import { mkdir, mkdtemp, open, readdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type App, AppError, isUuid } from "#app";

const frameBytes = 1024 * 1024;

/**
 * Keeps the original sealed under `<dataDir>/uploads/<batch>`, in frames of 1 MiB (length, then AES-GCM), so that a file of
 * 200 MB never stands in memory. Written beside and renamed: a half-written upload does not exist.
 */
export async function saveUpload(app: App, batchId: string, sourcePath: string): Promise<void> {
  const folder = join(app.config.dataDir, "uploads");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, batchId);
  const target = await open(`${path}.new`, "w", 0o600);
  try {
    let frame = 0;
    for await (const chunk of createReadStream(sourcePath, { highWaterMark: frameBytes })) {
      const sealed = app.keys.sealBytes(chunk as Buffer, placeOf(batchId, frame));
      const length = Buffer.alloc(4);
      length.writeUInt32BE(sealed.length);
      await target.write(Buffer.concat([length, sealed]));
      frame += 1;
    }
    await target.sync();
  } finally {
    await target.close();
  }
  await rename(`${path}.new`, path);
}

/** Takes away the original of a batch that did not come to be. */
export function deleteUpload(app: App, batchId: string): Promise<void> {
  return rm(join(app.config.dataDir, "uploads", batchId), { force: true });
}

/** Batches whose original lies here. */
export async function listUploads(app: App): Promise<readonly string[]> {
  const names = await readdir(join(app.config.dataDir, "uploads")).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return names.filter(isUuid);
}

/** Opens the original into a private temporary file for as long as `work` needs it. */
export async function withUpload<T>(
  app: App,
  batchId: string,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "tuwai-"));
  try {
    const path = join(folder, "upload");
    await openUpload(app, batchId, path);
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function openUpload(app: App, batchId: string, targetPath: string): Promise<void> {
  const source = await open(join(app.config.dataDir, "uploads", batchId), "r").catch((error: unknown) => {
    throw new AppError(
      "unavailable",
      { message: "The sealed original of this batch is not on this machine." },
      error,
    );
  });
  const target = await open(targetPath, "w", 0o600);
  try {
    for (let frame = 0, position = 0; ; frame += 1) {
      const length = Buffer.alloc(4);
      const { bytesRead } = await source.read(length, 0, 4, position);
      if (bytesRead === 0) return;
      const sealed = Buffer.alloc(length.readUInt32BE());
      await source.read(sealed, 0, sealed.length, position + 4);
      await target.write(app.keys.openBytes(sealed, placeOf(batchId, frame)));
      position += 4 + sealed.length;
    }
  } finally {
    await target.close();
    await source.close();
  }
}

function placeOf(batchId: string, frame: number) {
  return { table: "uploads", column: "file", rowId: `${batchId}:${frame}` };
}
