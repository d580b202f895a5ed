import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SqlFile } from "./sql-files-options.ts";

/** Writes the files into a folder, made if it is not there. Gives their paths. */
export async function writeSqlFiles(folder: string, files: readonly SqlFile[]): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  for (const { name, text } of files) await writeFile(join(folder, name), text);
  return files.map(({ name }) => join(folder, name));
}
