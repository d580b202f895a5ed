import { compileEvaluator, type RecordValues, type Value } from "#expression";
import type { LinkageModel } from "#model";

/** A record as its owner writes it: source column → text. */
export type PlainRecord = Readonly<Record<string, string | number | null | undefined>>;
export type PrepareRecord = (record: PlainRecord) => RecordValues;

/** Derives a record's columns in JavaScript, exactly as the SQL stages do. Make it once per model. */
export function recordPreparer(model: LinkageModel): PrepareRecord {
  const features = model.features.flatMap((group) =>
    group.columns.map((column) => ({ name: column.name, evaluate: compileEvaluator(column.is) })),
  );
  return (record) => {
    const values: Record<string, Value> = {};
    for (const input of model.inputs) values[input.column] = inputText(record, input.from);
    for (const feature of features) values[feature.name] = feature.evaluate({ row: values });
    return values;
  };
}

function inputText(record: PlainRecord, from: readonly string[]): string | null {
  const texts = from.map((name) => String(record[name] ?? "").replace(/^ +| +$/g, ""));
  return texts.filter(Boolean).join(" ") || null;
}
