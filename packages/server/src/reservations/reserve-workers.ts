import { mayHoldUntil, reservationLimits, reservationState } from "@tuwai/domain/payers";
import { type CivilDate, parseCivilDate } from "@tuwai/domain/time";
import { AppError, isUuid, readNote } from "#app";
import { lockPayers } from "#enrolment";
import { requirePayer } from "#payers";
import { showPerson, shownFields, type ShownPerson } from "#people";
import { change, type Operation, read, type Step } from "#use-case";
import {
  extendRow,
  insertReservations,
  lockReservation,
  releaseRows,
  type ReservationSeen,
} from "./reservation.store.ts";
import { listReservable, listReservationRows, type Reservable } from "./reserved.view.ts";

export type ReserveWorkers = Operation & {
  readonly personIds: readonly string[];
  readonly payerId: string;
  readonly untilDay: string;
};

export type ReserveReason = "unknown-person" | "gone" | "has-payer" | "reserved";
export type ReserveOutcome =
  | {
      readonly outcome: "reserved";
      readonly workers: number;
      readonly refused: readonly { readonly personId: string; readonly reason: ReserveReason }[];
    }
  | { readonly outcome: "refused"; readonly reasons: readonly "day-unclear"[] };

/** Holds workers who have no payer for one until a day; nobody else takes them meanwhile. Each stands for itself. Throws `not-found`. */
export const reserveWorkers = change(
  { name: "reservation.make", permission: "payer.reserve" },
  async (step, input: ReserveWorkers): Promise<ReserveOutcome> => {
    await lockPayers(step.tx);
    const payer = await requirePayer(step, input.payerId);
    const untilDay = parseCivilDate(input.untilDay);
    if (untilDay === undefined || !mayHoldUntil(untilDay, step.today))
      return step.unchanged({ outcome: "refused", reasons: ["day-unclear"] });
    const judged = await judge(step, [...new Set(input.personIds)].filter(isUuid));
    const free = judged.flatMap(({ found, reason }) => (found && reason === null ? [found] : []));
    const past = free.flatMap(({ reservationId }) => (reservationId === null ? [] : [reservationId]));
    const { regionCode, userId: by } = step.actor;
    if (past.length > 0) await releaseRows(step.tx, { ids: past, reason: "expired", by, at: step.now });
    await insertReservations(
      step.tx,
      { regionCode, payerId: payer.id, untilDay, by, at: step.now },
      free.map(({ personId, villageCode, kecamatanCode }) => {
        return { id: step.newId(), personId, villageCode, kecamatanCode };
      }),
    );
    const refused = judged.flatMap(({ personId, reason }) => (reason === null ? [] : [{ personId, reason }]));
    const details = { workers: free.length, refused: refused.length, until: untilDay };
    await step.audit({ objectType: "payer", objectId: payer.id, details });
    return { outcome: "reserved", workers: free.length, refused };
  },
);

async function judge({ tx, area, today }: Step, personIds: readonly string[]) {
  const rows = new Map((await listReservable(tx, area, personIds)).map((row) => [row.personId, row]));
  return personIds.map((personId) => {
    const found = rows.get(personId);
    return { personId, found, reason: reasonAgainst(found, today) };
  });
}

function reasonAgainst(found: Reservable | undefined, today: CivilDate): ReserveReason | null {
  if (found === undefined) return "unknown-person";
  if (found.isGone) return "gone";
  if (found.hasPayer) return "has-payer";
  const { untilDay } = found;
  if (untilDay === null) return null;
  const state = reservationState({ untilDay, isReleased: false, hasPayer: false }, today);
  return state === "held" ? "reserved" : null;
}

type One = Operation & { readonly reservationId: string; readonly version: number; readonly reason: string };
export type ReservationReason = "without-reason" | "day-unclear" | "extended-too-often" | "released-already";
export type ReservationOutcome =
  | { readonly outcome: "done" }
  | { readonly outcome: "refused"; readonly reasons: readonly ReservationReason[] };

/** Holds a worker longer, with a reason; a bounded number of times. Throws `not-found` and `stale`. */
export const extendReservation = change(
  { name: "reservation.extend", permission: "payer.reserve" },
  async (step, input: One & { readonly untilDay: string }): Promise<ReservationOutcome> => {
    const seen = await hold(step, input);
    const untilDay = parseCivilDate(input.untilDay);
    const reason = readNote(input.reason);
    const isDay = untilDay !== undefined && mayHoldUntil(untilDay, step.today) && untilDay > seen.untilDay;
    const reasons: readonly ReservationReason[] = [
      ...(seen.isReleased ? (["released-already"] as const) : []),
      ...(isDay ? [] : (["day-unclear"] as const)),
      ...(seen.extensions >= reservationLimits.extensions ? (["extended-too-often"] as const) : []),
      ...(reason === null ? (["without-reason"] as const) : []),
    ];
    if (untilDay === undefined || reason === null || reasons.length > 0)
      return step.unchanged({ outcome: "refused", reasons });
    await extendRow(step.tx, { id: seen.id, untilDay, reason });
    const details = { until: untilDay, reason };
    await step.audit({ objectType: "payer", objectId: seen.payerId, details });
    return { outcome: "done" };
  },
);

/** Lets a worker go before the day, with a reason: anybody may take him again. Throws `not-found` and `stale`. */
export const releaseReservation = change(
  { name: "reservation.release", permission: "payer.reserve" },
  async (step, input: One): Promise<ReservationOutcome> => {
    const seen = await hold(step, input);
    const reason = readNote(input.reason);
    const reasons: readonly ReservationReason[] = [
      ...(seen.isReleased ? (["released-already"] as const) : []),
      ...(reason === null ? (["without-reason"] as const) : []),
    ];
    if (reason === null || reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    await releaseRows(step.tx, { ids: [seen.id], reason, by: step.actor.userId, at: step.now });
    await step.audit({ objectType: "payer", objectId: seen.payerId, details: { reason } });
    return { outcome: "done" };
  },
);

async function hold({ tx, actor }: Step, { reservationId, version }: One): Promise<ReservationSeen> {
  const seen = isUuid(reservationId) ? await lockReservation(tx, actor.regionCode, reservationId) : undefined;
  if (seen === undefined) throw new AppError("not-found", { object: "reservation" });
  if (seen.version !== version) throw new AppError("stale", { version: seen.version });
  return seen;
}

export type ShownReservation = {
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  readonly person: ShownPerson;
  readonly untilDay: CivilDate;
  readonly extensions: number;
  readonly state: "held" | "expired";
};

/** Who is held for a payer, or was until a day that is past without another deciding; whoever has a payer by now is not among them. */
export const listReservations = read(
  { purpose: "reservations", permission: "payer.reserve" },
  async (step, { payerId }: { readonly payerId: string }): Promise<readonly ShownReservation[]> => {
    const payer = await requirePayer(step, payerId);
    const rows = await listReservationRows(step.tx, step.area, payer.id);
    const { role } = step.actor;
    await step.seen({ personIds: rows.map(({ personId }) => personId), fields: shownFields(role) });
    return rows.flatMap((row) => {
      const { id, version, personId, untilDay, extensions, hasPayer } = row;
      const state = reservationState({ untilDay, isReleased: false, hasPayer }, step.today);
      if (state !== "held" && state !== "expired") return [];
      return [{ id, version, personId, untilDay, extensions, state, person: showPerson(role, row) }];
    });
  },
);
