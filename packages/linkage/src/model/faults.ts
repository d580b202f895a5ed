/** One thing wrong with a model: where (`comparisons[2].levels[0].when`) and what, in words. */
export type Fault = { path: string; says: string };

export type Plain = Readonly<Record<string, unknown>>;
export const isPlain = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The list under a key, with its path; a fault when it is no list. */
export function listAt(parent: Plain, key: string, path: string): { items: unknown[]; faults: Fault[] } {
  const value = parent[key];
  if (Array.isArray(value)) return { items: value, faults: [] };
  return { items: [], faults: [{ path: join(path, key), says: `must be a list` }] };
}

export const join = (path: string, key: string): string => (path ? `${path}.${key}` : key);

export function* textFaults(parent: Plain, key: string, path: string): Generator<Fault> {
  const value = parent[key];
  if (typeof value !== "string" || value.trim() === "") yield { path: join(path, key), says: "must be text" };
}

type Bounds = { above?: number; least?: number; most?: number; optional?: boolean };

export function* numberFaults(parent: Plain, key: string, path: string, bounds: Bounds): Generator<Fault> {
  const value = parent[key];
  if (value === undefined && bounds.optional) return;
  const fits =
    typeof value === "number" &&
    Number.isFinite(value) &&
    value > (bounds.above ?? -Infinity) &&
    value >= (bounds.least ?? -Infinity) &&
    value <= (bounds.most ?? Infinity);
  if (fits) return;
  const limits = [
    bounds.above === undefined ? "" : ` above ${bounds.above}`,
    bounds.least === undefined ? "" : ` from ${bounds.least}`,
    bounds.most === undefined ? "" : ` up to ${bounds.most}`,
  ];
  yield { path: join(path, key), says: `must be a number${limits.join("")}` };
}

export function* flagFaults(parent: Plain, key: string, path: string): Generator<Fault> {
  const value = parent[key];
  if (value !== undefined && typeof value !== "boolean")
    yield { path: join(path, key), says: "must be true or false" };
}

/** A label must be there in Indonesian and in English. */
export function* labelFaults(parent: Plain, path: string): Generator<Fault> {
  const label = parent["label"];
  if (isPlain(label) && typeof label["id"] === "string" && typeof label["en"] === "string") return;
  yield { path: join(path, "label"), says: 'must hold the words "id" and "en"' };
}

/** Names that occur more than once. */
export function* repeatFaults(
  items: readonly unknown[],
  key: string,
  path: (i: number) => string,
): Generator<Fault> {
  const known = new Set<unknown>();
  for (const [i, item] of items.entries()) {
    const name = isPlain(item) ? item[key] : undefined;
    if (typeof name === "string" && known.has(name)) {
      yield { path: join(path(i), key), says: `"${name}" is used twice` };
    }
    known.add(name);
  }
}
