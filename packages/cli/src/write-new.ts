import { rm, writeFile } from "node:fs/promises";
import { CommandError } from "./command-error.ts";

/** Only its owner may read the file, and nothing that is there already is lost. */
export async function writeNew(path: string, content: Uint8Array | string): Promise<void> {
  await writeFile(path, content, { flag: "wx", mode: 0o600, flush: true }).catch(async (error: unknown) => {
    // Half a file would pass for a whole one.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") await rm(path, { force: true });
    throw new CommandError("file-not-writable", `Berkas ${path} tidak dapat dibuat.`, { path }, error);
  });
}
