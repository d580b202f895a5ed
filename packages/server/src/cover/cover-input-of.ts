import type { CoverEvent, CoverInput } from "@tuwai/domain/cover";
import { parseCivilDate } from "@tuwai/domain/time";
import type { CoverEventRow } from "./cover-event.store.ts";
import type { CoverSubject, MembershipRow } from "./cover-subject.view.ts";

export type Evidence = {
  readonly subject: Pick<CoverSubject, "birthDate" | "diedOn" | "movedOn">;
  readonly events: readonly CoverEventRow[];
  readonly memberships: readonly MembershipRow[];
};

/** What the cover clock folds for one worker: our events that stand, BPJS's own list, and what the register knows. */
export function coverInputOf({ subject, events, memberships }: Evidence): CoverInput {
  const listed = memberships.map(({ status, asOf }): CoverEvent => ({
    type: "listed",
    status: status === "active" ? "active" : "inactive",
    asOf,
  }));
  return {
    segment: "bpu",
    person: subject.birthDate === null ? {} : { birthDate: subject.birthDate },
    events: [...events.map(coverEventOf), ...listed, ...knownOf(subject, events)],
  };
}

/** What the register knows without an event of its own. */
function knownOf(
  { diedOn, movedOn }: Evidence["subject"],
  events: readonly CoverEventRow[],
): readonly CoverEvent[] {
  const tells = (kind: string) => events.some(({ type }) => type === kind);
  return [
    ...(diedOn === null || tells("died") ? [] : [{ type: "died", on: diedOn } as const]),
    ...(movedOn === null || tells("moved") ? [] : [{ type: "moved", on: movedOn } as const]),
  ];
}

function coverEventOf(row: CoverEventRow): CoverEvent {
  const common = { on: row.effectiveOn, recordedAt: row.recordedAt.toISOString() };
  const payer = row.payer ?? undefined;
  switch (row.type) {
    case "registered":
      return { type: "registered", ...common, payer, ...registrationOf(row.details) };
    case "accepted":
    case "accident":
    case "moved":
    case "formal-job":
    case "left":
      return { type: row.type, ...common };
    case "wage":
      return { type: "wage", ...common, baseRupiah: Number(row.details["baseRupiah"]) };
    case "rejected":
      return { type: "rejected", ...common, reason: textOf(row.details["reason"]) };
    case "died":
      return { type: "died", ...common, cause: textOf(row.details["cause"]), ...accidentOf(row.details) };
    case "paid":
      return { type: "paid", ...common, month: row.month!, payer, ...amountsOf(row.details) };
    case "listed":
      return {
        type: "listed",
        status: row.details["status"] === "active" ? "active" : "inactive",
        asOf: row.effectiveOn,
        recordedAt: common.recordedAt,
      };
    default:
      throw new RangeError(`the cover clock knows no event ${row.type}`);
  }
}

/** What a receipt said and what it was judged against when it came; without the second the first says nothing. */
function amountsOf(details: CoverEventRow["details"]) {
  const { amountRupiah: amount, expectedRupiah: expected } = details;
  return typeof amount === "number" && typeof expected === "number" ? { amount, expected } : {};
}

/** The accident at work that a death followed, which may be of another day. */
function accidentOf(details: CoverEventRow["details"]) {
  const accidentOn = parseCivilDate(textOf(details["accidentOn"]) ?? "");
  return accidentOn === undefined ? {} : { accidentOn };
}

function registrationOf(details: CoverEventRow["details"]) {
  const programmes = details["programmes"] as ("jkk" | "jkm" | "jht")[] | undefined;
  const baseRupiah = typeof details["baseRupiah"] === "number" ? details["baseRupiah"] : undefined;
  const segment = details["segment"] === "pu-village" ? ("pu-village" as const) : ("bpu" as const);
  return { wadah: textOf(details["wadah"]), programmes, baseRupiah, segment };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
