import { columnsOf, row, type Expression } from "#expression";
import type { BlockingRule, Comparison, Input, LinkageModel, Meaning, Session } from "#model";
import { derived } from "./column-features.ts";

/** Exact pair count of a rule on the loaded lists. */
export type CountPairs = (rule: BlockingRule) => Promise<number>;
export type BlockingPlan = {
  blocking: BlockingRule[];
  sessions: Session[];
  certain: BlockingRule[];
  reasons: string[];
  /** Where every rule would be too wide: the one that forms the fewest pairs. */
  narrowest?: { rule: BlockingRule; pairs: number };
};

type Key = { id: string; is: Expression; input: string };

/**
 * Chooses blocking rules by what they cost: single keys first, then pairs and triples of keys that no chosen rule
 * already covers, cheapest first, until the budget of pairs is spent. No label and no user choice is needed. Where no two
 * rows agree in anything, one rule stands that joins nobody: such lists have no link, which is an answer and no error.
 */
export async function planBlocking(
  model: LinkageModel,
  count: CountPairs,
  allowed: number,
): Promise<BlockingPlan> {
  const keys = model.inputs.flatMap(keysOf);
  const reasons: string[] = [];
  const chosen: { rule: BlockingRule; keys: Key[] }[] = [];
  const forming: { rule: BlockingRule; pairs: number }[] = [];
  let left = allowed;
  for (const size of [1, 2, 3]) {
    const candidates = combinations(keys, size).filter(
      (set) => !chosen.some((other) => other.keys.every((key) => set.includes(key))),
    );
    const counted = [];
    for (const set of candidates) counted.push({ set, rule: ruleOf(set), pairs: await count(ruleOf(set)) });
    for (const { set, rule, pairs } of counted.toSorted(
      (a, b) => a.pairs - b.pairs || (a.rule.id < b.rule.id ? -1 : 1),
    )) {
      if (pairs > 0) forming.push({ rule, pairs });
      if (pairs === 0 || pairs > left / 3 || chosen.length >= mostRules) continue;
      chosen.push({ rule, keys: set });
      reasons.push(`block on ${rule.id}: ${pairs} pairs`);
      left -= pairs;
    }
  }
  const [any] = keys;
  if (forming.length === 0 && any)
    return {
      blocking: [ruleOf([any])],
      sessions: [],
      certain: certainRules(model),
      reasons: ["no two rows agree in any column to block on: there is nothing to link"],
    };
  return {
    blocking: chosen.map(({ rule }) => rule),
    sessions: sessionsOf(
      model.comparisons,
      chosen.map(({ rule }) => rule),
    ),
    certain: certainRules(model),
    reasons,
    ...(chosen.length === 0 && { narrowest: forming.toSorted((a, b) => a.pairs - b.pairs)[0] }),
  };
}

const mostRules = 14;

type KeyNames = (column: string) => string[];
const { text, sound, first, last, local, day, year } = derived;
const none: KeyNames = () => [];
const textOnly: KeyNames = (column) => [text(column)];
const keyNames: Record<Meaning, KeyNames> = {
  "given-name": (column) => [text(column), sound(column)],
  surname: (column) => [text(column), sound(column)],
  "full-name": (column) => [text(column), sound(column), last(column), first(column)],
  "birth-date": (column) => [day(column), year(column)],
  "birth-year": (column) => [year(column)],
  "national-id": textOnly,
  "household-id": textOnly,
  phone: textOnly,
  email: (column) => [local(column)],
  postcode: textOnly,
  place: textOnly,
  address: textOnly,
  occupation: textOnly,
  sex: none,
  other: textOnly,
};

const keysOf = (input: Input): Key[] =>
  keyNames[input.meaning](input.column).map((name) => ({ id: name, is: row(name), input: input.column }));

/** Sets of keys of different inputs. */
function combinations(keys: readonly Key[], size: number): Key[][] {
  if (size === 1) return keys.map((key) => [key]);
  return combinations(keys, size - 1).flatMap((set) => {
    const last = keys.indexOf(set.at(-1) as Key);
    return keys
      .slice(last + 1)
      .flatMap((key) => (set.some((other) => other.input === key.input) ? [] : [[...set, key]]));
  });
}

const ruleOf = (set: readonly Key[]): BlockingRule => ({
  id: set.map((key) => key.id).join("-and-"),
  keys: set.map((key) => key.is),
});

/** Up to five sessions that differ in their first column, so that every comparison is free in at least one. */
function sessionsOf(comparisons: readonly Comparison[], rules: readonly BlockingRule[]): Session[] {
  const sessions = rules.map((rule): Session => {
    const used = new Set(rule.keys.flatMap(columnsOf));
    return { rule, skips: comparisons.filter((c) => touches(c, used)).map((c) => c.name) };
  });
  const kept: Session[] = [];
  for (const session of sessions) {
    const known = kept.some((other) => other.skips.join() === session.skips.join());
    if (!known && kept.length < 6) kept.push(session);
  }
  return kept;
}

function touches(comparison: Comparison, columns: ReadonlySet<string>): boolean {
  const stems = [...columns].map((column) =>
    column.replace(/_(text|sound|first|last|start|day|year|local|digits)$/, ""),
  );
  return stems.includes(comparison.name);
}

/** Rules almost only matches meet: an identity number, or a whole name with a birth date, and one more agreement. */
function certainRules(model: LinkageModel): BlockingRule[] {
  const named = (meaning: Input["meaning"]) =>
    model.inputs.find((input) => input.meaning === meaning)?.column;
  const name = [named("full-name"), named("given-name"), named("surname")].flatMap((c) =>
    c ? [row(derived.text(c))] : [],
  );
  const birthDate = named("birth-date");
  const birthYear = named("birth-year");
  const birth = birthDate
    ? row(derived.day(birthDate))
    : birthYear
      ? row(derived.year(birthYear))
      : undefined;
  const ids = model.inputs.filter((input) => ["national-id", "phone", "email"].includes(input.meaning));
  const rules: BlockingRule[] = [];
  const one = name[0];
  for (const id of ids) {
    if (one) rules.push({ id: `${id.column}-and-name`, keys: [row(derived.text(id.column)), one] });
    else if (birth) rules.push({ id: `${id.column}-and-birth`, keys: [row(derived.text(id.column)), birth] });
  }
  const places = model.inputs.filter((input) => ["postcode", "place", "address"].includes(input.meaning));
  if (name.length > 0 && birth)
    rules.push({
      id: "name-and-birth",
      keys: birthDate
        ? [...name, birth]
        : [...name, birth, ...places.slice(0, 1).map((input) => row(derived.text(input.column)))],
    });
  if (rules.length === 0)
    rules.push({
      id: "all-equal",
      keys: [...name, ...places.map((input) => row(derived.text(input.column)))],
    });
  return rules;
}
