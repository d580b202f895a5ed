import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { CommandError } from "./command-error.ts";

/** The JSON in a file, or on stdin for "-". Says which of the two failed: reading it, or understanding it. */
export async function readJsonFile(path: string): Promise<unknown> {
  const content = await readContent(path);
  try {
    return JSON.parse(content.replace(/^\uFEFF/, "")) as unknown;
  } catch (cause) {
    // The parser quotes what it read, which may be about a person: its message stays out of ours.
    throw new CommandError("invalid-json", "Isi berkas bukan JSON.", { file: path }, cause);
  }
}

/** The text in a file, or on stdin for "-". Throws `file-not-readable`. */
export async function readContent(path: string): Promise<string> {
  try {
    return path === "-" ? await text(process.stdin) : await readFile(path, "utf8");
  } catch (cause) {
    throw new CommandError("file-not-readable", `Berkas ${path} tidak dapat dibaca.`, { file: path }, cause);
  }
}
