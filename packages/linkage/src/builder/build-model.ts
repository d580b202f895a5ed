import { eitherMissing, or, row, type Expression } from "#expression";
import {
  checkModel,
  otherwise,
  type BlockingRule,
  type ByStratum,
  type Comparison,
  type FeatureGroup,
  type LinkageModel,
  type Meaning,
  type Words,
} from "#model";
import { levelMakers, type BuiltLevel, type Chance, type LevelMakers } from "./level-makers.ts";

type Inputs = Readonly<Record<string, { meaning: Meaning; from: readonly string[] }>>;
type Features = Readonly<Record<string, Expression>>;
/** Columns worked out from one input alone, once per different value; their value shares can be counted. */
type FeaturesByInput<I extends Inputs> = { readonly [K in keyof I]?: Features };

/** Without a list of names the compiler takes any text for one; then there are none. */
type Known<Name> = string extends Name ? never : Name & string;
type SharedColumn<F> = { [K in Known<keyof F>]: Known<keyof NonNullable<F[K & keyof F]>> }[Known<keyof F>];
type ColumnOf<I, F, R> = Known<keyof I> | Known<keyof R> | SharedColumn<F>;

type StratumSpec = { label: Words; when: Expression };
type ComparisonSpec<Column extends string, Shared extends string, Stratum extends string> = {
  label?: Words;
  /** Columns without which nothing can be said: missing on either side, the comparison is silent. */
  of: Column | readonly Column[];
  costly?: boolean;
  tieM?: boolean;
  strata?: Readonly<Record<Stratum, StratumSpec>>;
  /** From the most telling to the rest; the first that holds counts. */
  levels: (level: LevelMakers<Column, Shared, NoInfer<Stratum>>) => readonly BuiltLevel[];
};
/** A comparison whose columns and strata were checked; its name is the key it stands under. */
type Compared<Column extends string> = Omit<Comparison, "name" | "label"> & {
  label?: Words;
  readonly columns?: (column: Column) => void;
};

/** What the callback of comparisons is given: a maker that knows the model's columns. */
export type ModelMakers<Column extends string, Shared extends string> = {
  compare: <const Stratum extends string = never>(
    spec: ComparisonSpec<Column, Shared, Stratum>,
  ) => Compared<Column>;
};
/** Two records are compared when these columns are equal. */
type RuleMaker<Column extends string> = (...columns: readonly [Column, ...Column[]]) => BlockingRule;

/** A model as written in code: inputs, the columns made of them, comparisons, blocking, training. */
export type ModelSpec<
  I extends Inputs,
  F extends FeaturesByInput<I>,
  R extends Features,
  C extends Readonly<Record<string, Compared<ColumnOf<I, F, R>>>>,
> = {
  name: string;
  /** Input column → what it means and which source columns it is read from. */
  inputs: I;
  features?: F;
  /** Columns that read several inputs or other features. */
  rowFeatures?: R;
  comparisons: (make: ModelMakers<ColumnOf<I, F, R>, SharedColumn<F>>) => C;
  blocking: (rule: RuleMaker<ColumnOf<I, F, R>>) => readonly BlockingRule[];
  pairsPerRecord?: number;
  training: (rule: RuleMaker<ColumnOf<I, F, R>>) => {
    /** Rules almost only matches meet, and the share of all matches they find. */
    certain: readonly BlockingRule[];
    recall: number;
    sessions: readonly {
      rule: BlockingRule;
      skips: readonly (keyof C & string)[];
      freeU?: readonly (keyof C & string)[];
    }[];
    uPairs?: number;
    sessionPairs?: number;
  };
  matchRate?: number;
};

/**
 * Builds a linkage-model/1. Column, stratum and comparison names are checked by the compiler; what types cannot say
 * (arities, sums of m and u, order of features) once when called, as `model-invalid`.
 */
export function buildModel<
  const I extends Inputs,
  const F extends FeaturesByInput<I>,
  const R extends Features,
  const C extends Readonly<Record<string, Compared<ColumnOf<I, F, R>>>>,
>(spec: ModelSpec<I, F, R, C>): LinkageModel {
  const callback = spec.comparisons as unknown as UntypedComparisons;
  const comparisons = callback({ compare });
  const training = spec.training(rule);
  return checkModel({
    format: "linkage-model/1",
    name: spec.name,
    inputs: Object.entries(spec.inputs).map(([column, input]) => ({ column, ...input })),
    features: featureGroups(spec.features ?? {}, spec.rowFeatures ?? {}),
    comparisons: Object.entries(comparisons).map(([name, { label, ...comparison }]) => ({
      name,
      label: label ?? { id: name, en: name },
      ...comparison,
    })),
    blocking: spec.blocking(rule),
    budget: { pairsPerRecord: spec.pairsPerRecord ?? 20 },
    training: {
      certain: { rules: training.certain, recall: training.recall },
      sessions: training.sessions,
      uPairs: training.uPairs ?? 500_000,
      sessionPairs: training.sessionPairs ?? 100_000,
    },
    ...(spec.matchRate === undefined ? {} : { matchRate: spec.matchRate }),
  });
}

type UntypedComparisons = (make: ModelMakers<string, string>) => Readonly<Record<string, Compared<string>>>;

const rule: RuleMaker<string> = (...columns) => ({ id: columns.join("-and-"), keys: columns.map(row) });

function featureGroups(
  byInput: Readonly<Record<string, Features | undefined>>,
  byRow: Features,
): FeatureGroup[] {
  const columnsOf = (features: Features) => Object.entries(features).map(([name, is]) => ({ name, is }));
  const groups: FeatureGroup[] = Object.entries(byInput).map(([perDistinct, features]) => ({
    perDistinct,
    columns: columnsOf(features ?? {}),
  }));
  const rowwise = columnsOf(byRow);
  return rowwise.length > 0 ? [...groups, { columns: rowwise }] : groups;
}

function compare(spec: ComparisonSpec<string, string, string>): Compared<string> {
  const columns = typeof spec.of === "string" ? [spec.of] : spec.of;
  const strata = Object.entries(spec.strata ?? {}).map(([name, rest]) => ({ name, ...rest }));
  const names = [...strata.map((stratum) => stratum.name), otherwise];
  return {
    ...(spec.label ? { label: spec.label } : {}),
    ...(spec.costly === undefined ? {} : { costly: spec.costly }),
    ...(spec.tieM === undefined ? {} : { tieM: spec.tieM }),
    missing: columns.length === 1 ? eitherMissing(columns[0] ?? "") : or(...columns.map(eitherMissing)),
    ...(strata.length > 0 ? { strata } : {}),
    levels: spec.levels(levelMakers).map(({ m, u, ...level }) => ({
      ...level,
      ...(m === undefined ? {} : { m: byStratum(m, names) }),
      ...(u === undefined ? {} : { u: byStratum(u, names) }),
    })),
  };
}

const byStratum = (chance: Chance<string>, strata: readonly string[]): ByStratum =>
  typeof chance === "number" ? Object.fromEntries(strata.map((stratum) => [stratum, chance])) : { ...chance };
