import { rename, rm, writeFile } from "node:fs/promises";

/** Writes beside the target and renames, so that a kill never leaves half a file. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    await writeFile(unfinished, text);
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}
