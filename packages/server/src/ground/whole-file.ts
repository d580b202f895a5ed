import { open, type FileHandle } from "node:fs/promises";
import { AppError } from "./app-error.ts";

/**
 * Writes all of it: the system may take less than it was given and say so only by a number. Throws `disk-full` where there is
 * no room left.
 */
export async function writeWhole(file: Pick<FileHandle, "write">, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, at, bytes.length - at).catch(sayDiskFull);
    if (bytesWritten === 0) throw new AppError("disk-full", { message: sentence });
    at += bytesWritten;
  }
}

/** Bytes and directory entry are on the disk when this returns, not only on their way. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const sentence = "There is no room left on the disk of the server. Nothing was changed.";
/** Of the system: no space, quota used up; of PostgreSQL: disk full. */
const fullCodes: readonly unknown[] = ["ENOSPC", "EDQUOT", "53100"];

/** Whether something failed because there is no room left, wherever in the chain of causes it says so. */
export function isDiskFull(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1)
    if (fullCodes.includes((at as NodeJS.ErrnoException).code)) return true;
  return false;
}

/** For `catch`: the same failure, as `disk-full` where it is that. */
export function sayDiskFull(error: unknown): never {
  throw isDiskFull(error) ? new AppError("disk-full", { message: sentence }, error) : error;
}
