/**
 * A feature says at its own door what the rest of the house needs to know of it; the roof (`#features`) only lists features.
 * `owns`: every table the feature owns and which permission reading it amounts to; only its own stores write them.
 * `open` tables hold no person and no money, `own` rows belong to whoever wrote or receives them.
 */
export type Feature = {
  readonly name: string;
  readonly owns?: Readonly<Record<string, string>>;
  readonly gives?: readonly Given[];
};

/** What a feature gives to a part: its tasks to the task list, its kinds of file to imports, its work to the queue. */
export type Given = { readonly part: string; readonly value: unknown };

/** A place where features hang something of theirs: declared by the feature that uses it, filled by those above. */
export type Part<T> = {
  (value: T): Given;
  readonly all: (features: readonly Feature[]) => readonly T[];
};

/** `const taskSources = part<TaskSource>("tasks")`; a feature gives `taskSources(mine)`; `taskSources.all(app.features)` are all. */
export function part<T>(name: string): Part<T> {
  const give = (value: T): Given => ({ part: name, value });
  const all = (features: readonly Feature[]): readonly T[] =>
    features
      .flatMap(({ gives }) => gives ?? [])
      .filter((given) => given.part === name)
      .map(({ value }) => value as T);
  return Object.assign(give, { all });
}
