import { comparisonFaults } from "./check-comparison.ts";
import { expressionFaults, type ExpressionPlace } from "./check-expression.ts";
import { isPlain, listAt, numberFaults, repeatFaults, textFaults, type Fault, type Plain } from "./faults.ts";
import { LinkageError } from "./linkage-error.ts";
import { meanings, type LinkageModel } from "./model.ts";

/** Checks everything types cannot say about a model; throws `model-invalid` naming the first fault by its path. */
export function checkModel(value: unknown): LinkageModel {
  const faults = [...modelFaults(value)];
  const [first] = faults;
  if (!first) return value as LinkageModel;
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : "";
  const sentence = `${first.path ? `${first.path}: ` : ""}${first.says}${more}`;
  throw new LinkageError("model-invalid", sentence, { path: first.path, faults: faults.slice(0, 20) });
}

/** Everything wrong with a model, in reading order. */
function* modelFaults(value: unknown): Generator<Fault> {
  if (!isPlain(value)) {
    yield { path: "", says: "the model file does not hold an object" };
    return;
  }
  if (value["format"] !== "linkage-model/1") {
    yield { path: "format", says: "the model file is not of format linkage-model/1" };
    return;
  }
  yield* textFaults(value, "name", "");
  const columns = new Set<string>();
  const shared = new Set<string>();
  yield* inputFaults(value, columns);
  yield* featureFaults(value, columns, shared);
  const comparisons = listAt(value, "comparisons", "");
  yield* comparisons.faults;
  for (const [i, comparison] of comparisons.items.entries())
    yield* comparisonFaults(comparison, `comparisons[${i}]`, { columns, shared });
  yield* repeatFaults(comparisons.items, "name", (i) => `comparisons[${i}]`);
  const names = comparisons.items.map((c) => (isPlain(c) ? String(c["name"]) : ""));
  yield* ruleListFaults(value, "blocking", "", columns);
  yield* budgetFaults(value);
  yield* trainingFaults(value, names, columns);
  yield* numberFaults(value, "lambda", "", { above: 0, most: 0.999999, optional: true });
  yield* numberFaults(value, "matchRate", "", { above: 0, most: 1, optional: true });
  if (value["provenance"] !== undefined && !isPlain(value["provenance"]))
    yield { path: "provenance", says: "must be an object" };
}

/** Column names become SQL identifiers; two are taken by the engine. */
function* columnNameFaults(name: unknown, path: string, columns: Set<string>): Generator<Fault> {
  if (typeof name !== "string" || !/^[a-z][a-z0-9_]*$/.test(name))
    yield { path, says: "must be lower-case letters, digits and _, beginning with a letter" };
  else if (name === "id" || name === "uid") yield { path, says: `"${name}" is taken by the engine` };
  else if (columns.has(name)) yield { path, says: `"${name}" is used twice` };
  else columns.add(name);
}

function* inputFaults(model: Plain, columns: Set<string>): Generator<Fault> {
  const { items, faults } = listAt(model, "inputs", "");
  yield* faults;
  for (const [i, input] of items.entries()) {
    const path = `inputs[${i}]`;
    if (!isPlain(input)) {
      yield { path, says: "must be an object" };
      continue;
    }
    yield* columnNameFaults(input["column"], `${path}.column`, columns);
    if (!meanings.some((meaning) => meaning === input["meaning"]))
      yield { path: `${path}.meaning`, says: `unknown meaning "${String(input["meaning"])}" in inputs` };
    const from = listAt(input, "from", path);
    yield* from.faults;
    if (from.items.some((column) => typeof column !== "string"))
      yield { path: `${path}.from`, says: "must list names of source columns" };
  }
}

/** Features are worked out in order: each may read inputs and features before it; per-value ones only their own input. */
function* featureFaults(model: Plain, columns: Set<string>, shared: Set<string>): Generator<Fault> {
  const { items, faults } = listAt(model, "features", "");
  yield* faults;
  const inputs = new Set(columns);
  for (const [g, group] of items.entries()) {
    const path = `features[${g}]`;
    if (!isPlain(group)) {
      yield { path, says: "must be an object" };
      continue;
    }
    const per = group["perDistinct"];
    const known = typeof per === "string" && inputs.has(per);
    if (per !== undefined && !known) yield { path: `${path}.perDistinct`, says: "is no input column" };
    const readable = per === undefined ? columns : new Set(known ? [per] : []);
    const list = listAt(group, "columns", path);
    yield* list.faults;
    for (const [i, feature] of list.items.entries()) {
      const at = `${path}.columns[${i}]`;
      if (!isPlain(feature)) {
        yield { path: at, says: "must be an object" };
        continue;
      }
      yield* expressionFaults(feature["is"], `${at}.is`, { over: "row", columns: readable });
      yield* columnNameFaults(feature["name"], `${at}.name`, columns);
      readable.add(String(feature["name"]));
      if (per !== undefined) shared.add(String(feature["name"]));
    }
  }
}

function* ruleListFaults(
  parent: Plain,
  key: string,
  path: string,
  columns: ReadonlySet<string>,
): Generator<Fault> {
  const { items, faults } = listAt(parent, key, path);
  yield* faults;
  const at = (i: number) => `${path ? `${path}.` : ""}${key}[${i}]`;
  for (const [i, rule] of items.entries()) yield* ruleFaults(rule, at(i), columns);
  yield* repeatFaults(items, "id", at);
}

function* ruleFaults(rule: unknown, path: string, columns: ReadonlySet<string>): Generator<Fault> {
  if (!isPlain(rule)) {
    yield { path, says: "must be an object" };
    return;
  }
  yield* textFaults(rule, "id", path);
  yield* numberFaults(rule, "share", path, { least: 0, most: 1, optional: true });
  const place: ExpressionPlace = { over: "row", columns };
  const keys = listAt(rule, "keys", path);
  yield* keys.faults;
  if (keys.items.length === 0 && keys.faults.length === 0)
    yield { path: `${path}.keys`, says: "needs at least one key" };
  for (const [i, key] of keys.items.entries()) yield* expressionFaults(key, `${path}.keys[${i}]`, place);
  if (rule["rightKeys"] === undefined) return;
  const right = listAt(rule, "rightKeys", path);
  yield* right.faults;
  if (right.items.length !== keys.items.length)
    yield { path: `${path}.rightKeys`, says: "must be as many as keys" };
  for (const [i, key] of right.items.entries())
    yield* expressionFaults(key, `${path}.rightKeys[${i}]`, place);
}

function* budgetFaults(model: Plain): Generator<Fault> {
  const budget = model["budget"];
  if (!isPlain(budget)) yield { path: "budget", says: "must be an object" };
  else yield* numberFaults(budget, "pairsPerRecord", "budget", { above: 0 });
}

function* trainingFaults(
  model: Plain,
  comparisons: readonly string[],
  columns: ReadonlySet<string>,
): Generator<Fault> {
  const training = model["training"];
  if (!isPlain(training)) {
    yield { path: "training", says: "must be an object" };
    return;
  }
  yield* numberFaults(training, "uPairs", "training", { above: 0 });
  yield* numberFaults(training, "sessionPairs", "training", { above: 0 });
  const certain = training["certain"];
  if (!isPlain(certain)) yield { path: "training.certain", says: "must be an object" };
  else {
    yield* ruleListFaults(certain, "rules", "training.certain", columns);
    yield* numberFaults(certain, "recall", "training.certain", { above: 0, most: 1 });
  }
  const sessions = listAt(training, "sessions", "training");
  yield* sessions.faults;
  for (const [i, session] of sessions.items.entries()) {
    const path = `training.sessions[${i}]`;
    if (!isPlain(session)) {
      yield { path, says: "must be an object" };
      continue;
    }
    yield* ruleFaults(session["rule"], `${path}.rule`, columns);
    yield* namesFaults(session, "skips", path, comparisons);
    if (session["freeU"] !== undefined) yield* namesFaults(session, "freeU", path, comparisons);
  }
}

function* namesFaults(parent: Plain, key: string, path: string, known: readonly string[]): Generator<Fault> {
  const { items, faults } = listAt(parent, key, path);
  yield* faults;
  for (const name of items)
    if (!known.includes(String(name)))
      yield { path: `${path}.${key}`, says: `there is no comparison "${String(name)}"` };
}
