import {
  checkValue,
  type FigureMark,
  figureMarks,
  type SeriesCode,
  type ValueReason,
} from "@tuwai/domain/indicators";
import { isUuid, readNote } from "#app";
import { change, type Operation, type Refused, refuse } from "#use-case";
import { insertValue, listValues } from "./indicator-value.store.ts";
import { typistOf } from "./typist.ts";

export type EnterReason = ValueReason | "unknown-mark" | "unknown-place" | "already-corrected";
export type EnterOutcome = { readonly outcome: "entered"; readonly valueId: string } | Refused<EnterReason>;

export type NewIndicatorValue = Operation & {
  readonly series: string;
  /** Dotted code of a province or city, "00" for Indonesia; the actor's own city unless given. */
  readonly place?: string;
  /** "2025-12-18", "2025-12" or "2025". */
  readonly asOf: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly barePercent: number | null;
  readonly mark: string;
  readonly source: string;
  readonly denominatorSource?: string;
  readonly denominatorAsOf?: string;
  readonly note?: string;
  /** The value that this one corrects; it stays readable. */
  readonly replacedValueId?: string;
};

/** Enters a value of a series from its source, or a correction of one that was entered. */
export const enterIndicatorValue = change(
  { name: "indicator.enter", permission: "indicator.write" },
  async (step, input: NewIndicatorValue): Promise<EnterOutcome> => {
    const place = input.place ?? step.actor.regionCode;
    const mark: FigureMark | undefined = figureMarks.find((known) => known === input.mark);
    const replaces = input.replacedValueId ?? null;
    const reasons: EnterReason[] = [...checkValue(input, step.today)];
    if (mark === undefined) reasons.push("unknown-mark");
    if (!isPlaceAround(step.actor.regionCode, place)) reasons.push("unknown-place");
    if (replaces !== null && !(await isCorrectable(step.tx, replaces, input.series)))
      reasons.push("already-corrected");
    if (reasons.length > 0 || mark === undefined) return refuse<EnterReason>(step, ...reasons);
    const id = step.newId();
    const { asOf, numerator, denominator, barePercent } = input;
    const series = input.series as SeriesCode;
    const value = { id, series, place, asOf, numerator, denominator, barePercent, mark };
    const told = {
      source: readNote(input.source) ?? "",
      denominatorSource: readNote(input.denominatorSource),
      denominatorAsOf: readNote(input.denominatorAsOf),
      note: readNote(input.note),
    };
    await insertValue(step, { ...value, ...told, replaces, isWithdrawal: false }, typistOf(step));
    await step.audit({
      objectType: "indicator_value",
      objectId: id,
      details: { kind: series, month: asOf, isReplaced: replaces !== null },
    });
    return { outcome: "entered", valueId: id };
  },
);

/** The city itself, its province, or the whole country. */
const isPlaceAround = (city: string, place: string): boolean =>
  place === city || place === city.slice(0, 2) || place === "00";

async function isCorrectable(tx: Parameters<typeof listValues>[0], id: string, series: string) {
  if (!isUuid(id)) return false;
  const value = (await listValues(tx)).find((known) => known.id === id);
  return value !== undefined && value.series === series && !value.isReplaced && !value.isWithdrawal;
}

export type WithdrawOutcome =
  | { readonly outcome: "withdrawn" }
  | Refused<"already-corrected" | "without-source">;

/** Takes a value back that should never have been entered; it stays readable with the reason. */
export const withdrawIndicatorValue = change(
  { name: "indicator.withdraw", permission: "indicator.write" },
  async (
    step,
    { valueId, reason }: Operation & { readonly valueId: string; readonly reason: string },
  ): Promise<WithdrawOutcome> => {
    const value = isUuid(valueId)
      ? (await listValues(step.tx)).find((known) => known.id === valueId)
      : undefined;
    if (value === undefined || value.isReplaced || value.isWithdrawal)
      return step.unchanged({ outcome: "refused", reasons: ["already-corrected"] });
    const note = readNote(reason);
    if (note === null) return step.unchanged({ outcome: "refused", reasons: ["without-source"] });
    const id = step.newId();
    const nothing = { numerator: null, denominator: null, barePercent: null };
    await insertValue(
      step,
      { ...value, ...nothing, id, note, replaces: value.id, isWithdrawal: true },
      typistOf(step),
    );
    await step.audit({ objectType: "indicator_value", objectId: value.id, details: { kind: value.series } });
    return { outcome: "withdrawn" };
  },
);
