/** What two lists may say differently of somebody. Numbers come as keyed digests: they are compared, never read. */
export const comparedFields = [
  "name",
  "nik",
  "familyCard",
  "birthDate",
  "sex",
  "address",
  "occupation",
] as const;
export type ComparedField = (typeof comparedFields)[number];

type Said = { readonly [Field in ComparedField]?: string | null };

/** Somebody of whom the village's list speaks now. */
export type Listed = Said & { readonly person: string; readonly code: string };

/** A row of the list that came. One held back still says that somebody is there. */
export type Stated = Said & { readonly code?: string | null; readonly isHeld: boolean };

export type ListComparison = {
  /** Indices of rows of whom the list did not speak. */
  readonly added: readonly number[];
  readonly changed: readonly {
    readonly row: number;
    readonly person: string;
    readonly fields: readonly ComparedField[];
  }[];
  readonly same: number;
  /** Persons of whom no row speaks. */
  readonly gone: readonly string[];
};

/**
 * A village's list beside the one that came: new, changed, the same, gone. A row means somebody by code, by NIK, by name and
 * day of birth; a row held back also by its name alone, as what is wrong in it may be the rest. A key that two share tells
 * nobody. An empty cell changes nothing.
 */
export function compareLists(last: readonly Listed[], next: readonly Stated[]): ListComparison {
  const finders = keys.map(({ of, heldOnly }) => ({ of, heldOnly, known: uniqueBy(last, of) }));
  const meant = next.map((row) =>
    finders
      .filter(({ heldOnly }) => !heldOnly || row.isHeld)
      .map(({ of, known }) => known.get(of(row) ?? ""))
      .find((person) => person !== undefined),
  );
  const present = new Set(meant.flatMap((person) => person?.person ?? []));
  const good = next.flatMap((row, index) => (row.isHeld ? [] : [{ row, index, person: meant[index] }]));
  const known = good.flatMap(({ row, index, person }) =>
    person === undefined ? [] : [{ row: index, person: person.person, fields: differing(person, row) }],
  );
  const changed = known.filter(({ fields }) => fields.length > 0);
  return {
    added: good.flatMap(({ index, person }) => (person === undefined ? [index] : [])),
    changed,
    same: known.length - changed.length,
    gone: last.flatMap(({ person }) => (present.has(person) ? [] : [person])),
  };
}

type Key = {
  readonly of: (said: Said & { readonly code?: string | null }) => string | undefined;
  readonly heldOnly: boolean;
};

const keys: readonly Key[] = [
  { of: ({ code }) => code ?? undefined, heldOnly: false },
  { of: ({ nik }) => nik ?? undefined, heldOnly: false },
  {
    of: ({ name, birthDate }) => (name && birthDate ? `${tidy(name)}|${birthDate}` : undefined),
    heldOnly: false,
  },
  { of: ({ name }) => (name ? tidy(name) : undefined), heldOnly: true },
];

/** Those whom the key tells from all others. */
function uniqueBy(last: readonly Listed[], of: Key["of"]): ReadonlyMap<string, Listed> {
  const found = new Map<string, Listed>();
  const shared = new Set<string>();
  for (const person of last) {
    const key = of(person);
    if (key === undefined) continue;
    if (found.has(key)) shared.add(key);
    found.set(key, person);
  }
  for (const key of shared) found.delete(key);
  return found;
}

function differing(person: Listed, row: Stated): readonly ComparedField[] {
  return comparedFields.filter((field) => {
    const now = tidy(row[field] ?? "");
    return now !== "" && now !== tidy(person[field] ?? "");
  });
}

function tidy(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim().toUpperCase();
}
