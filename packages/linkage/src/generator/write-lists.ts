import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { generateRows, type GeneratedRow } from "./generate-lists.ts";
import type { GeneratorPlan } from "./list-plan.ts";

/** Rows written, and pairs of them that are one person. */
export type WrittenLists = { readonly left: number; readonly right: number; readonly pairs: number };

/** Column names as village lists and the frozen sets of the study have them. */
const header = "id,person_id,nik,kk,nama,tgl_lahir,jk,alamat,desa\n";
const files = { left: "left.csv", right: "right.csv", truth: "truth.csv" } as const;

/**
 * Writes `left.csv`, `right.csv` and `truth.csv` (`left_id,right_id`) into a folder, row by row, so that a million rows
 * need no more memory than a thousand. The three appear together at the end; a kill leaves none half written.
 */
export async function writeLists(plan: GeneratorPlan, folder: string): Promise<WrittenLists> {
  const rows = generateRows(plan);
  const first = rows.next();
  await mkdir(folder, { recursive: true });
  const sheets = {
    left: openSheet(folder, files.left),
    right: openSheet(folder, files.right),
    truth: openSheet(folder, files.truth),
  };
  const counts = { left: 0, right: 0, pairs: 0 };
  let onLeft: GeneratedRow | undefined;
  try {
    sheets.left.add(header);
    sheets.right.add(header);
    sheets.truth.add("left_id,right_id\n");
    for (let next = first; !next.done; next = rows.next()) {
      const { list, row } = next.value;
      counts[list] += 1;
      sheets[list].add(lineOf(row));
      if (list === "left") onLeft = row;
      else if (onLeft?.personId === row.personId) {
        counts.pairs += 1;
        sheets.truth.add(`${onLeft.id},${row.id}\n`);
      }
      if (sheets[list].isFull()) await flushAll(sheets);
    }
    for (const sheet of Object.values(sheets)) await sheet.close();
    for (const file of Object.values(files)) await rename(unfinished(folder, file), join(folder, file));
  } finally {
    for (const file of Object.values(files)) await rm(unfinished(folder, file), { force: true });
  }
  return counts;
}

async function flushAll(sheets: Readonly<Record<string, Sheet>>): Promise<void> {
  for (const sheet of Object.values(sheets)) await sheet.flush();
}

const unfinished = (folder: string, file: string): string => join(folder, `${file}.unfinished`);

type Sheet = {
  add: (text: string) => void;
  isFull: () => boolean;
  flush: () => Promise<void>;
  close: () => Promise<void>;
};

function openSheet(folder: string, file: string): Sheet {
  const stream: WriteStream = createWriteStream(unfinished(folder, file));
  let waiting = "";
  const flush = async (): Promise<void> => {
    const text = waiting;
    waiting = "";
    if (!stream.write(text)) await once(stream, "drain");
  };
  return {
    add: (text) => {
      waiting += text;
    },
    isFull: () => waiting.length > 1 << 20,
    flush,
    close: async () => {
      stream.end(waiting);
      await finished(stream);
    },
  };
}

function lineOf(row: GeneratedRow): string {
  return `${row.id},${row.personId},${row.nik},${row.familyCard},"${row.name}",${row.birthDate},${row.sex},"${row.address}",${row.villageCode}\n`;
}
