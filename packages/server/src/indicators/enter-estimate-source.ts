import { type FigureMark, isAsOf } from "@tuwai/domain/indicators";
import { readNote } from "#app";
import { change, type Operation, type Refused, refuse } from "#use-case";
import { listEstimatePlaces } from "./estimate-place.view.ts";
import { type EstimateKind, estimateKinds, insertSource } from "./estimate.store.ts";
import { type EstimateOutcome, makeEstimates } from "./recompute-estimates.ts";
import { typistOf } from "./typist.ts";

export type SourceReason =
  | "unknown-kind"
  | "unknown-place"
  | "bad-date"
  | "bad-range"
  | "without-source"
  | "unknown-mark";

export type SourceOutcome =
  | { readonly outcome: "entered"; readonly estimate: EstimateOutcome }
  | Refused<SourceReason>;

export type NewEstimateSource = Operation & {
  readonly kind: string;
  /** The city, one of its kecamatan, or a village, dotted, as the kind asks. */
  readonly place: string;
  /** Persons, or per cent for a share. */
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly asOf: string;
  readonly mark: string;
  readonly source: string;
};

const marks: readonly FigureMark[] = ["text-read", "reported", "from-memory"];

/** Enters one of the figures that the number of vulnerable workers is estimated from, and estimates anew. */
export const enterEstimateSource = change(
  { name: "estimate-source.enter", permission: "indicator.write" },
  async (step, input: NewEstimateSource): Promise<SourceOutcome> => {
    const { place, low, middle, high, asOf } = input;
    const kind = estimateKinds.find((known) => known === input.kind);
    const mark = marks.find((known) => known === input.mark);
    const source = readNote(input.source);
    const places = (await listEstimatePlaces(step.tx)).map(({ code }) => code);
    const known = kind !== undefined && isPlaceOf(kind, place, [...places, step.actor.regionCode]);
    const most = kind === "informal-share" ? 100 : 10_000_000;
    const isRange = low >= 0 && low <= middle && middle <= high && high <= most;
    const against: readonly (readonly [boolean, SourceReason])[] = [
      [kind === undefined, "unknown-kind"],
      [kind !== undefined && !known, "unknown-place"],
      [!isAsOf(asOf) || asOf > step.today, "bad-date"],
      [!isRange, "bad-range"],
      [source === null, "without-source"],
      [mark === undefined, "unknown-mark"],
    ];
    const reasons = against.flatMap(([isSo, reason]) => (isSo ? [reason] : []));
    if (kind === undefined || mark === undefined || source === null || reasons.length > 0)
      return refuse<SourceReason>(step, ...reasons);
    await insertSource(step, { kind, place, low, middle, high, asOf, mark, source }, typistOf(step));
    const estimate = await makeEstimates(step, typistOf(step));
    await step.audit({ objectType: "estimate_source", objectId: place, details: { kind } });
    return { outcome: "entered", estimate };
  },
);

const lengths: Readonly<Record<EstimateKind, number>> = {
  employed: 5,
  "informal-share": 5,
  "out-of-scope": 5,
  "kecamatan-population": 8,
  "village-persons": 13,
};

const isPlaceOf = (kind: EstimateKind, place: string, places: readonly string[]): boolean =>
  place.length === lengths[kind] && places.includes(place);
