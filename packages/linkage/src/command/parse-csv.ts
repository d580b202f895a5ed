export type CsvTable = { columns: string[]; rows: Record<string, string>[] };

/** A small CSV reader for result files: commas, double quotes, trimmed headers and values. */
export function parseCsv(text: string): CsvTable {
  const [header = [], ...body] = splitRecords(text);
  const columns = header.map((name) => name.trim());
  const rows = body.map((values) =>
    Object.fromEntries(columns.map((column, i) => [column, (values[i] ?? "").trim()])),
  );
  return { columns, rows };
}

function splitRecords(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) throw new SyntaxError("not well-formed CSV");
    record.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    if (found[3] === ",") continue;
    records.push(record);
    record = [];
  }
  if (record.length > 0) records.push([...record, ""]);
  return records;
}
