import { type CivilDate, parseCivilDate } from "@tuwai/domain/time";

export const lifeEventKinds = ["died", "moved-away", "moved-in", "formal-job"] as const;
export type LifeEventKind = (typeof lifeEventKinds)[number];

/** What says that it happened. */
export const lifeEventDocuments = [
  "death-certificate",
  "moving-letter",
  "village-letter",
  "employer-letter",
  "family",
  "other",
] as const;
export type LifeEventDocument = (typeof lifeEventDocuments)[number];

/** Who told it. */
export const lifeEventTellers = [
  "self",
  "family",
  "neighbour",
  "official",
  "employer",
  "facilitator",
] as const;
export type LifeEventTeller = (typeof lifeEventTellers)[number];

/** What the register knows of a person when something is told. */
export type KnownLife = {
  readonly birthDate: CivilDate | null;
  readonly diedOn: CivilDate | null;
  readonly movedOn: CivilDate | null;
  /** Whether a job with a wage stands. */
  readonly hasFormalJob: boolean;
};

export type LifeEventReason =
  | "without-date"
  | "in-the-future"
  | "before-birth"
  | "already-known"
  | "not-moved-away"
  | "before-moving-away"
  | "after-death"
  | "accident-without-death"
  | "accident-after-death"
  | "accident-before-birth";

type Told = {
  readonly kind: LifeEventKind;
  readonly on: CivilDate;
  /** Of a death: the day of the accident at work it followed. */
  readonly accidentOn?: CivilDate | null;
};

/** The day that was told; undefined where none was, or one that no calendar has. */
export const dayTold = (on: string | undefined): CivilDate | undefined => parseCivilDate(on ?? "");

/** Everything that speaks against recording it; empty when nothing does. */
export function reasonsAgainst(
  { kind, on, accidentOn = null }: Told,
  known: KnownLife,
  today: CivilDate,
): LifeEventReason[] {
  const { birthDate, diedOn, movedOn, hasFormalJob } = known;
  const isKnown: Readonly<Record<LifeEventKind, boolean>> = {
    died: diedOn !== null,
    "moved-away": movedOn !== null,
    "moved-in": false,
    "formal-job": hasFormalJob,
  };
  const found: readonly [LifeEventReason, boolean][] = [
    ["in-the-future", on > today],
    ["before-birth", birthDate !== null && on < birthDate],
    ["already-known", isKnown[kind]],
    ["not-moved-away", kind === "moved-in" && movedOn === null],
    ["before-moving-away", kind === "moved-in" && movedOn !== null && on < movedOn],
    ["after-death", kind !== "died" && diedOn !== null && on > diedOn],
    ["accident-without-death", kind !== "died" && accidentOn !== null],
    ["accident-after-death", accidentOn !== null && accidentOn > on],
    ["accident-before-birth", accidentOn !== null && birthDate !== null && accidentOn < birthDate],
  ];
  return found.flatMap(([reason, holds]) => (holds ? [reason] : []));
}
