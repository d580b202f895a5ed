import type { CoverEvent, CoverInput } from "@tuwai/domain/cover";
import type { CoverEventRow, MembershipRow } from "./cover-event.store.ts";
import type { CoverSubject } from "./cover-state.store.ts";

type Evidence = {
  readonly subject: Pick<CoverSubject, "birthDate" | "diedOn" | "movedOn">;
  readonly events: readonly CoverEventRow[];
  readonly memberships: readonly MembershipRow[];
};

/** What the cover clock folds for one worker: our events as they stand, BPJS's own list, and what the register knows. */
export function coverInputOf({ subject, events, memberships }: Evidence): CoverInput {
  const undone = new Set(events.flatMap(({ details }) => takesBack(details) ?? []));
  const standing = events.filter((event) => !undone.has(event.naturalKey) && !isTakingBack(event));
  const listed = memberships.map(({ status, asOf }): CoverEvent => ({
    type: "listed",
    status: status === "active" ? "active" : "inactive",
    asOf,
  }));
  return {
    segment: "bpu",
    person: subject.birthDate === null ? {} : { birthDate: subject.birthDate },
    events: [...standing.flatMap((event) => coverEventOf(event) ?? []), ...listed, ...knownOf(subject)],
  };
}

function knownOf({ diedOn, movedOn }: Evidence["subject"]): readonly CoverEvent[] {
  return [
    ...(diedOn === null ? [] : [{ type: "died", on: diedOn } as const]),
    ...(movedOn === null ? [] : [{ type: "moved", on: movedOn } as const]),
  ];
}

/** A reversal of a result names it; a reversal of a payment is itself an event of the clock. */
function takesBack(details: CoverEventRow["details"]): string | undefined {
  return typeof details["takesBack"] === "string" ? details["takesBack"] : undefined;
}

function isTakingBack(event: CoverEventRow): boolean {
  return event.type === "reversed" && takesBack(event.details) !== undefined;
}

function coverEventOf(row: CoverEventRow): CoverEvent | undefined {
  const common = { on: row.effectiveOn, recordedAt: row.recordedAt.toISOString() };
  const payer = row.payer ?? undefined;
  switch (row.type) {
    case "registered":
      return { type: "registered", ...common, payer, ...registrationOf(row.details) };
    case "accepted":
    case "accident":
    case "moved":
    case "formal-job":
      return { type: row.type, ...common };
    case "rejected":
      return { type: "rejected", ...common, reason: textOf(row.details["reason"]) };
    case "died":
      return { type: "died", ...common, cause: textOf(row.details["cause"]) };
    case "paid":
    case "reversed":
      return row.month === null ? undefined : { type: row.type, ...common, month: row.month, payer };
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

function registrationOf(details: CoverEventRow["details"]) {
  const programmes = details["programmes"] as ("jkk" | "jkm" | "jht")[] | undefined;
  const baseRupiah = typeof details["baseRupiah"] === "number" ? details["baseRupiah"] : undefined;
  return { wadah: textOf(details["wadah"]), programmes, baseRupiah };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
