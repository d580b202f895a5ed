import { type DecileLines, type DecileSpan, standingOfDecile } from "./decile-lines.ts";

/** What a new release may say otherwise than the one before. `died`: still in the register, and the city knows of a death. */
export const watchKinds = ["decile", "village", "household", "new-nik", "gone", "died"] as const;
export type WatchKind = (typeof watchKinds)[number];

/**
 * Where a decile moved, as far as the lines of the city matter; `open` where a span leaves it open. `narrowed` and `vaguer` are no move:
 * one of the two spans lies within the other.
 */
export const watchDirections = [
  "into-poverty",
  "out-of-poverty",
  "within",
  "open",
  "narrowed",
  "vaguer",
] as const;
export type WatchDirection = (typeof watchDirections)[number];

/** What a data officer says of a group of changes. None of them changes a fact that somebody confirmed. */
export const watchVerdicts = ["register-right", "ours-stands", "ask-village"] as const;
export type WatchVerdict = (typeof watchVerdicts)[number];

/** One entry of a release: where, in which household (a keyed digest), of which decile. */
export type RegisterEntry = DecileSpan & {
  readonly villageCode: string | null;
  readonly card: string | null;
};

/**
 * The same person in two releases; null on the side where there is no entry. `isRenumbered`: no NIK joins the sides, but family card,
 * name and birth date do.
 */
export type EntryPair = {
  readonly former: RegisterEntry | null;
  readonly now: RegisterEntry | null;
  readonly isRenumbered: boolean;
  /** Whether the city knows of a death of whoever this is linked to. */
  readonly isDead: boolean;
};

/** Every way in which the two entries differ; what one of them leaves out is no difference. */
export function changesOf({ former, now, isRenumbered, isDead }: EntryPair): readonly WatchKind[] {
  if (now === null) return former === null || isDead ? [] : ["gone"];
  const died: readonly WatchKind[] = isDead ? ["died"] : [];
  if (former === null) return died;
  const changes: readonly (WatchKind | false)[] = [
    (differs(former.from, now.from) || differs(former.to, now.to)) && "decile",
    differs(former.villageCode, now.villageCode) && "village",
    differs(former.card, now.card) && "household",
    isRenumbered && "new-nik",
  ];
  return [...changes.filter((kind) => kind !== false), ...died];
}

const differs = <T>(was: T | null, is: T | null): boolean => was !== null && is !== null && was !== is;

/** Whether the move crosses a line; never a guess where either side is a span across one, and no move where the spans may mean the same. */
export function directionOf(former: DecileSpan, now: DecileSpan, lines: DecileLines): WatchDirection {
  if (holds(former, now)) return "narrowed";
  if (holds(now, former)) return "vaguer";
  if (meet(former, now)) return "open";
  const [was, is] = [standingOfDecile(former, lines), standingOfDecile(now, lines)];
  if ([was, is].some((standing) => standing === "unclear" || standing === "unknown")) return "open";
  if (was === is) return "within";
  if (is === "poor") return "into-poverty";
  return was === "poor" ? "out-of-poverty" : "within";
}

const isKnown = (span: DecileSpan): span is { readonly from: number; readonly to: number } =>
  span.from !== null && span.to !== null;

const holds = (wide: DecileSpan, narrow: DecileSpan): boolean =>
  isKnown(wide) && isKnown(narrow) && wide.from <= narrow.from && narrow.to <= wide.to;

const meet = (a: DecileSpan, b: DecileSpan): boolean =>
  isKnown(a) && isKnown(b) && a.from <= b.to && b.from <= a.to;

/** A release counts as a whole one when it repeats at least half of those known before: only then is a missing entry "gone". */
export function isWholeRelease(of: { readonly repeated: number; readonly missing: number }): boolean {
  return of.repeated > 0 && of.repeated >= of.missing;
}
