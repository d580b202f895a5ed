import type { FieldName } from "#intake";

export type ListSheet = {
  readonly sheet: number;
  readonly name: string;
  readonly isHidden: boolean;
  readonly fields: ReadonlySet<FieldName>;
};

export type ChosenSheets = {
  /** Read together, the best one first. */
  readonly taken: readonly number[];
  /** Hold a list and are not read. */
  readonly left: readonly number[];
  /** A person has to choose. */
  readonly isOpen: boolean;
};

const OLD = /\b(lama|old|backup|cadangan|salin|salinan|copy|arsip|lalu)\b/i;

/** Words in the names of sheets that are versions of one list, not parts of it. */
const VERSION =
  /\b(lama|old|baru|new|backup|cadangan|salin|salinan|copy|arsip|lalu|revisi|rev|draft|konsep|versi|tahap|triwulan|semester|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|jan|feb|mar|apr|jun|jul|agu|sep|okt|nov|des)\b|\b(19|20)\d\d\b|\(\d+\)\s*$/i;

/**
 * Which of the sheets that hold lists belong together. Sheets with the same columns, such as one for each RT, are one list;
 * what could be last year's, or has other columns, is asked. Hidden sheets beside a visible list are left, and told.
 */
export function chooseSheets(best: ListSheet, lists: readonly ListSheet[]): ChosenSheets {
  const visible = lists.filter(({ isHidden }) => !isHidden);
  const rest = visible.filter((list) => list !== best);
  const hidden = best.isHidden ? [] : lists.filter(({ isHidden }) => isHidden);
  const left = hidden.map(({ sheet }) => sheet);
  if (best.isHidden || rest.length === 0) return { taken: [best.sheet], left, isOpen: false };
  const isOld = ageOf(visible.map(({ name }) => name));
  const current = rest.filter(({ name }) => !isOld(name, best.name));
  const old = rest.filter((list) => !current.includes(list)).map(({ sheet }) => sheet);
  if (current.length === 0) return { taken: [best.sheet], left: [...left, ...old], isOpen: false };
  const isSame = rest.every(({ fields }) => isSameSet(fields, best.fields));
  const isVersioned = ownWords(visible.map(({ name }) => name)).some((words) => VERSION.test(words));
  const inOrder = [best, ...rest].map(({ sheet }) => sheet);
  return { taken: inOrder, left, isOpen: !isSame || isVersioned };
}

const yearOf = (name: string) => Number(/\b(?:19|20)\d\d\b/.exec(name)?.[0] ?? Number.NaN);

/** Whether a sheet says of itself that it is an older list than the best one: "2024 lama" beside "2026". */
function ageOf(names: readonly string[]): (name: string, best: string) => boolean {
  const saysOld = (name: string) => OLD.test(name) && !names.every((other) => OLD.test(other));
  return (name, best) => !saysOld(best) && (saysOld(name) || yearOf(name) < yearOf(best));
}

/** Names without the words they all share: "RT 1 2026", "RT 2 2026" differ in their RT only. */
function ownWords(names: readonly string[]): string[] {
  const split = names.map((name) => name.toLowerCase().split(/[\s_-]+/));
  const shared = new Set(split[0]?.filter((word) => split.every((words) => words.includes(word))));
  return split.map((words) => words.filter((word) => !shared.has(word)).join(" "));
}

function isSameSet(a: ReadonlySet<FieldName>, b: ReadonlySet<FieldName>): boolean {
  return a.size === b.size && [...a].every((field) => b.has(field));
}
