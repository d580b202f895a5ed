import { createReadStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";

/** Copies the header and the first rows of a CSV file without line breaks in its cells. */
export async function firstRows(from: string, to: string, rows: number): Promise<void> {
  const lines: string[] = [];
  const input = createReadStream(from);
  for await (const line of createInterface({ input })) {
    lines.push(line);
    if (lines.length > rows) break;
  }
  input.destroy();
  await writeFile(to, `${lines.join("\n")}\n`);
}
