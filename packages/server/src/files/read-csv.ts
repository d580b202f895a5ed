import type { TableCell, TableRow } from "@tuwai/domain/intake";
import { parse } from "csv-parse/sync";
import { splitRecords, type CsvRecord } from "./csv-records.ts";
import { findCsvShape, type Separator } from "./csv-separator.ts";
import { readText, surveyText } from "./csv-text.ts";
import type { ReadOptions } from "./read-options.ts";
import { passRows } from "./pass-rows.ts";
import { RefusedFile } from "./refused-file.ts";
import type { TableEvent } from "./table-events.ts";

const BATCH = 500;

/** Reads a csv or tsv that `inspectFile` has passed. Runs in the child process. */
export async function* readCsv(path: string, options: ReadOptions): AsyncGenerator<TableEvent, void> {
  const { encoding, head, sample } = await surveyText(path);
  const found = findCsvShape(head);
  const shape = options.format === "tsv" && found.fields < 2 ? { ...found, separator: "\t" as const } : found;
  yield { type: "sheet", sheet: 1, name: "", hidden: false };
  if (encoding === "windows-1252") yield { type: "remark", code: "W-ENC", details: { encoding, sample } };
  const counted = { records: 0 };
  const records = splitRecords(readText(path, encoding), shape, options.limits.lineLength);
  const read = yield* passRows(parseRecords(records, shape.separator, counted), 1, options);
  if (read === 0) throw new RefusedFile("E-EMPTY", { what: "file" });
  const isWhole = options.sampleRows === undefined;
  if (isWhole && counted.records !== read)
    throw new RefusedFile("E-COUNT", { sheet: 1, read, counted: counted.records });
  yield { type: "end", sheets: [{ sheet: 1, name: "", read, counted: isWhole ? counted.records : read }] };
}

async function* parseRecords(
  records: AsyncIterable<CsvRecord>,
  separator: Separator,
  counted: { records: number },
): AsyncGenerator<TableRow, void> {
  let batch: CsvRecord[] = [];
  let row = 1;
  for await (const record of records) {
    counted.records += 1;
    batch.push(record);
    if (batch.length < BATCH) continue;
    for (const parsed of parseBatch(batch, separator)) yield { ...parsed, row: row++ };
    batch = [];
  }
  for (const parsed of parseBatch(batch, separator)) yield { ...parsed, row: row++ };
}

/** csv-parse reads the sound records; broken ones keep their whole text in one cell. */
function parseBatch(batch: readonly CsvRecord[], separator: Separator): Omit<TableRow, "row">[] {
  const sound = batch.filter(({ isBroken }) => !isBroken).map(({ text }) => `${text}\n`);
  const parsed = parse(sound.join(""), {
    delimiter: separator,
    record_delimiter: "\n",
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  });
  if (parsed.length !== sound.length)
    throw new RefusedFile("E-COUNT", { sheet: 1, read: parsed.length, counted: sound.length });
  let next = 0;
  return batch.map(({ text, isBroken }) => {
    const fields = isBroken ? [text] : (parsed[next++] ?? []);
    return { sheet: 1, hidden: false, fault: isBroken ? "E-CSV" : null, cells: fields.flatMap(cellOf) };
  });
}

function cellOf(text: string, index: number): TableCell[] {
  if (text === "") return [];
  // ="1377…" is how programs keep a spreadsheet from taking digits for a number: the value is what stands inside.
  const inside = /^\s*="((?:[^"]|"")*)"\s*$/.exec(text)?.[1];
  return [{ column: index + 1, text: inside?.replaceAll('""', '"') ?? text, kind: "text", raw: text }];
}
