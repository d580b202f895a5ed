import { createHash } from "node:crypto";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type App, AppError, isUuid, sayDiskFull, syncFolder, withOpenedFolder, writeWhole } from "#app";
import { damaged, openFrames, sealFrames } from "./sealed-frames.ts";

/** Of the application: where the originals lie, and what opens them. */
type Place = Pick<App, "config" | "keys">;

/** What was sent, by which an original is known to be whole. */
export type SentFile = { readonly path: string; readonly bytes: number; readonly hash: Buffer };

/**
 * Keeps the original sealed under `<dataDir>/uploads/<batch>`. Written beside, opened again from end to end and compared with
 * what was sent, then renamed: an original that bears its name is whole and can be opened. Throws `disk-full` where there is
 * no room for it.
 */
export async function saveUpload(app: Place, batchId: string, sent: SentFile): Promise<void> {
  const folder = folderOf(app);
  const path = join(folder, batchId);
  const unfinished = `${path}.new`;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeSealed(app, batchId, { from: sent.path, to: unfinished });
    await requireSame(app, batchId, { path: unfinished, sent });
    await rename(unfinished, path);
    await syncFolder(folder);
  } catch (error) {
    await rm(unfinished, { force: true });
    return sayDiskFull(error);
  }
}

async function writeSealed(
  app: Place,
  batchId: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const target = await open(to, "w", 0o600);
  try {
    await sealFrames(app, batchId, { from, to: target });
    await target.sync();
  } finally {
    await target.close();
  }
}

async function requireSame(
  app: Place,
  batchId: string,
  { path, sent }: { readonly path: string; readonly sent: SentFile },
): Promise<void> {
  const source = await open(path, "r");
  try {
    const hash = createHash("sha256");
    for await (const piece of openFrames(app, batchId, source)) hash.update(piece);
    if (!hash.digest().equals(sent.hash)) throw damaged();
  } finally {
    await source.close();
  }
}

/** Takes away the original of a batch that did not come to be. */
export function deleteUpload(app: Place, batchId: string): Promise<void> {
  return rm(join(folderOf(app), batchId), { force: true });
}

/** Batches whose original lies here. */
export async function listUploads(app: Place): Promise<readonly string[]> {
  const names = await readdir(folderOf(app)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return names.filter(isUuid);
}

type Kept = { readonly id: string; readonly fileBytes: number };

/**
 * Opens the original into a private file for as long as `work` needs it. Throws `unavailable`: with `original-damaged` when it
 * is not what was sent, with `original-missing` when it is not here.
 */
export function withUpload<T>(app: Place, batch: Kept, work: (path: string) => Promise<T>): Promise<T> {
  return withOpenedFolder(app.config.dataDir, async (folder) => {
    const path = join(folder, "upload");
    await openUpload(app, batch, path).catch(sayDiskFull);
    return work(path);
  });
}

async function openUpload(app: Place, { id, fileBytes }: Kept, targetPath: string): Promise<void> {
  const source = await open(join(folderOf(app), id), "r").catch((error: unknown) => {
    const message = "The sealed original of this batch is not on this machine.";
    throw new AppError("unavailable", { message, reason: "original-missing" }, error);
  });
  const target = await open(targetPath, "w", 0o600);
  try {
    let bytes = 0;
    for await (const piece of openFrames(app, id, source)) {
      await writeWhole(target, piece);
      bytes += piece.length;
    }
    if (bytes !== fileBytes) throw damaged();
  } finally {
    await target.close();
    await source.close();
  }
}

function folderOf(app: Place): string {
  return join(app.config.dataDir, "uploads");
}
