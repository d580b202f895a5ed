import { readPersonCode } from "@tuwai/domain/identity";
import { monthOf, type Month } from "@tuwai/domain/time";
import type { PayableLine } from "./receipt.view.ts";

/** How a receipt names a worker; numbers as keyed indexes in hex. */
export type Named = {
  readonly personCode: string | undefined;
  readonly nik: string | null;
  readonly kpj: string | null;
};

/**
 * `E-RECEIPT-UNKNOWN`: never in a packet of this branch. `-IDENTITY`: code, NIK and member number name different people, or
 * one of them several. `-CODE`: the person code is mistyped. `-NOT-ACCEPTED`: BPJS has not taken the worker in.
 * `-MONTH`: the month lies before acceptance or after the payer ended.
 */
export type PayableProblem =
  | "E-RECEIPT-UNKNOWN"
  | "E-RECEIPT-IDENTITY"
  | "E-RECEIPT-CODE"
  | "E-RECEIPT-NOT-ACCEPTED"
  | "E-RECEIPT-MONTH";

/**
 * The enrolment a receipt for `month` pays for: of the one person named, the accepted one whose payer owes that month.
 * `owedBy` is the enrolment that owes the month, when something is owed already.
 */
export function findPayable(
  named: Named,
  month: Month,
  lines: readonly PayableLine[],
  owedBy: (personId: string) => string | undefined,
): PayableLine | PayableProblem {
  const personId = findPerson(named, lines);
  if (personId === undefined) return "E-RECEIPT-UNKNOWN";
  if (personId === "E-RECEIPT-IDENTITY" || personId === "E-RECEIPT-CODE") return personId;
  const accepted = lines.filter((line) => line.personId === personId && line.state === "accepted");
  if (accepted.length === 0) return "E-RECEIPT-NOT-ACCEPTED";
  const covering = accepted.filter(
    ({ acceptedOn, fromMonth, untilMonth }) =>
      acceptedOn !== null &&
      monthOf(acceptedOn) <= month &&
      fromMonth <= month &&
      (untilMonth === null || month < untilMonth),
  );
  const owing = owedBy(personId);
  const payable =
    owing === undefined ? covering[0] : covering.find(({ enrolmentId }) => enrolmentId === owing);
  return payable ?? "E-RECEIPT-MONTH";
}

/** A number BPJS writes and we do not know is no contradiction; two known ones of different people are. */
function findPerson(named: Named, lines: readonly PayableLine[]): string | undefined {
  const reading = named.personCode === undefined ? undefined : readPersonCode(named.personCode);
  if (reading !== undefined && reading.status !== "wajar") return "E-RECEIPT-CODE";
  const code = reading?.code;
  const meant = [
    ...(code === undefined ? [] : lines.filter(({ personCode }) => personCode === code)),
    ...(named.nik === null ? [] : lines.filter(({ nik }) => nik === named.nik)),
    ...(named.kpj === null ? [] : lines.filter(({ kpj }) => kpj === named.kpj)),
  ];
  const persons = new Set(meant.map(({ personId }) => personId));
  return persons.size > 1 ? "E-RECEIPT-IDENTITY" : meant[0]?.personId;
}
