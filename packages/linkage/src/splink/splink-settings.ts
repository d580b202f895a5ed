import { LinkageError } from "#model";

/** Splink's saved settings or trained model (versions 3 to 5), as far as they matter here. */
export type SplinkSettings = {
  comparisons: SplinkComparison[];
  blockingRules: { sql: string; path: string }[];
  /** Chance that two random records match; Splink's own default when the file does not say. */
  lambda: number;
  sqlDialect?: string;
};
export type SplinkComparison = { name: string; path: string; levels: SplinkLevel[] };
export type SplinkLevel = {
  sql: string;
  label?: string;
  isNull: boolean;
  m?: number;
  u?: number;
  /** Set when Splink says in words that it never saw the level while training. */
  unobserved: boolean;
  frequency?: { column: string; weight: number; floor: number; ownAverage: boolean };
};

const splinkDefaultLambda = 0.0001;

/** Reads Splink's JSON; throws `splink-unsupported` naming the place where it has another shape. */
export function readSplinkSettings(value: unknown): SplinkSettings {
  if (!isObject(value)) throw unsupported("the file does not hold Splink settings");
  if (Array.isArray(value["comparison_columns"]))
    throw unsupported("these are settings of Splink 1 or 2; open and save them with Splink 3 or later first");
  const comparisons = value["comparisons"];
  if (!Array.isArray(comparisons) || comparisons.length === 0)
    throw unsupported('the settings have no list "comparisons"');
  const rules = value["blocking_rules_to_generate_predictions"] ?? [];
  if (!Array.isArray(rules)) throw unsupported('"blocking_rules_to_generate_predictions" is not a list');
  const lambda = value["probability_two_random_records_match"] ?? splinkDefaultLambda;
  if (typeof lambda !== "number" || !(lambda > 0 && lambda < 1))
    throw unsupported('"probability_two_random_records_match" must lie between 0 and 1');
  const dialect = value["sql_dialect"];
  return {
    comparisons: comparisons.map(readComparison),
    blockingRules: rules.map(readRule),
    lambda,
    ...(typeof dialect === "string" ? { sqlDialect: dialect } : {}),
  };
}

export const unsupported = (sentence: string, details: Record<string, unknown> = {}): LinkageError =>
  new LinkageError("splink-unsupported", sentence, details);

type Plain = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function readComparison(value: unknown, index: number): SplinkComparison {
  const path = `comparisons[${index}]`;
  if (!isObject(value)) throw unsupported(`${path} is not an object`, { path });
  const levels = value["comparison_levels"];
  if (!Array.isArray(levels)) throw unsupported(`${path} has no list "comparison_levels"`, { path });
  const name = value["output_column_name"] ?? value["comparison_description"] ?? `comparison_${index + 1}`;
  return {
    name: typeof name === "string" ? name : path,
    path,
    levels: levels.map((level, i) => readLevel(level, `${path}.comparison_levels[${i}]`)),
  };
}

function readLevel(value: unknown, path: string): SplinkLevel {
  const sql = isObject(value) ? value["sql_condition"] : undefined;
  if (!isObject(value) || typeof sql !== "string")
    throw unsupported(`${path} has no "sql_condition"`, { path });
  const label = value["label_for_charts"];
  const [m, u] = [value["m_probability"], value["u_probability"]];
  return {
    sql,
    isNull: value["is_null_level"] === true,
    unobserved: typeof m === "string" || typeof u === "string",
    ...(typeof label === "string" ? { label } : {}),
    ...(typeof m === "number" ? { m } : {}),
    ...(typeof u === "number" ? { u } : {}),
    ...frequencyOf(value),
  };
}

function frequencyOf(level: Plain): Pick<SplinkLevel, "frequency"> {
  const column = level["tf_adjustment_column"];
  const weight = level["tf_adjustment_weight"] ?? 1;
  if (typeof column !== "string" || typeof weight !== "number" || weight === 0) return {};
  const floor = level["tf_minimum_u_value"];
  const ownAverage = level["disable_tf_exact_match_detection"] === true;
  return {
    frequency: {
      column: column.replace(/^["`](.*)["`]$/, "$1"),
      weight,
      floor: typeof floor === "number" ? floor : 0,
      ownAverage,
    },
  };
}

function readRule(value: unknown, index: number): { sql: string; path: string } {
  const path = `blocking_rules_to_generate_predictions[${index}]`;
  if (typeof value === "string") return { sql: value, path };
  if (!isObject(value) || typeof value["blocking_rule"] !== "string")
    throw unsupported(`${path} is neither text nor an object with "blocking_rule"`, { path });
  const explode = value["arrays_to_explode"];
  if (Array.isArray(explode) && explode.length > 0)
    throw unsupported(
      `${path} takes lists of values apart (arrays_to_explode); columns hold one value each here`,
      {
        path,
      },
    );
  return { sql: value["blocking_rule"], path };
}
