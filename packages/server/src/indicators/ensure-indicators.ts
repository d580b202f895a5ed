import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { FigureMark, LadderCode, SeriesCode } from "@tuwai/domain/indicators";
import { parse } from "csv-parse/sync";
import type { App } from "#app";
import { packFolder } from "#regions";
import { asCity } from "#use-case";
import { type EstimateKind, insertSource, listSources } from "./estimate.store.ts";
import { insertValue, listValues } from "./indicator-value.store.ts";
import { makeEstimates } from "./recompute-estimates.ts";
import { insertTarget, listStandingTargets } from "./target.store.ts";
import { shipped } from "./typist.ts";

const national = resolve(import.meta.dirname, "../../../../reference/indicators");

/**
 * Enters what the product and the city's region pack bring of figures, targets and sources of the estimate, each once: what the
 * city enters later stands before it. A city whose pack brings no sources has no estimate until somebody enters them.
 */
export async function ensureIndicators(app: App): Promise<void> {
  const pack = packFolder(app.config);
  await asCity(app, "indicator.load", async (step) => {
    const { tx, newId } = step;
    if ((await listValues(tx)).length === 0)
      for (const row of [...rowsOf(join(national, "values.csv")), ...rowsOf(join(pack, "indicators.csv"))])
        await insertValue(step, { ...valueOf(row), id: newId() }, shipped);
    if ((await listStandingTargets(tx)).length === 0)
      for (const row of rowsOf(join(national, "targets.csv")))
        await insertTarget(step, { ...targetOf(row), id: newId() }, shipped);
    if ((await listSources(tx)).length === 0)
      for (const row of rowsOf(join(pack, "estimate-sources.csv")))
        await insertSource(step, sourceOf(row), shipped);
    await makeEstimates(step, shipped);
  });
}

type Row = Readonly<Record<string, string>>;

const rowsOf = (path: string): readonly Row[] =>
  existsSync(path)
    ? parse<Record<string, string>>(readFileSync(path, "utf8"), { columns: true, skip_empty_lines: true })
    : [];

const text = (row: Row, name: string): string => row[name] ?? "";
const textOrNull = (row: Row, name: string): string | null => (row[name] ? row[name] : null);
const number = (row: Row, name: string): number | null => (row[name] ? Number(row[name]) : null);
const markOf = (row: Row): FigureMark => text(row, "mark") as FigureMark;

const valueOf = (row: Row) => ({
  series: text(row, "series") as SeriesCode,
  place: text(row, "place"),
  asOf: text(row, "as_of"),
  numerator: number(row, "numerator"),
  denominator: number(row, "denominator"),
  barePercent: number(row, "percent"),
  mark: markOf(row),
  source: text(row, "source"),
  denominatorSource: textOrNull(row, "denominator_source"),
  denominatorAsOf: textOrNull(row, "denominator_as_of"),
  note: textOrNull(row, "note"),
  replaces: null,
  isWithdrawal: false,
});

const targetOf = (row: Row) => ({
  ladder: text(row, "ladder") as LadderCode,
  year: Number(row["year"]),
  percent: Number(row["percent"]),
  source: text(row, "source"),
  mark: markOf(row),
});

const sourceOf = (row: Row) => ({
  kind: text(row, "kind") as EstimateKind,
  place: text(row, "place"),
  low: Number(row["low"]),
  middle: Number(row["middle"]),
  high: Number(row["high"]),
  asOf: text(row, "as_of"),
  mark: markOf(row),
  source: text(row, "source"),
});
