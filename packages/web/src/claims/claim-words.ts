import { missingOf } from "@tuwai/domain/claims";
import type { Claim } from "@tuwai/server/claims";
import { claimPageTexts } from "#language/claim.ts";
import { formatDate, formatNumber, formatRupiah } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { daysLate } from "./turn-words.tsx";

/** What the page found, as its one heading. */
export function findingOf(claim: Claim, today: string, language: Language): string {
  const t = claimPageTexts[language].findings;
  const { state, expected, received, turn } = claim;
  const missing = missingOf(claim.documents).length;
  const n = formatNumber(language, missing);
  const rupiah = (amount: number) => formatRupiah(language, amount);
  const short = (expected ?? 0) - received;
  const late = daysLate(turn.dueOn, today);
  const findings: Readonly<Record<Claim["state"], () => string>> = {
    collecting: () => (missing > 0 ? t.missing(n) : t.complete),
    returned: () => (missing > 0 ? t.returned(n) : t.returnedComplete),
    "handed-in": () =>
      late > 0
        ? t.answerLate(formatNumber(language, late))
        : t.handedIn(turn.dueOn === null ? "" : formatDate(language, turn.dueOn)),
    accepted: () => (expected === null ? t.acceptedOpen : t.accepted(rupiah(expected))),
    paid: () => (short > 0 ? t.paidShort(rupiah(received), rupiah(short)) : t.paid(rupiah(received))),
    refused: () => t.refused,
    objected: () => t.objected,
    "in-need": () => t.inNeed,
    closed: () => (claim.needReason === null ? t.closed(rupiah(received)) : t.closedNeed),
    withdrawn: () => t.withdrawn,
  };
  return findings[state]();
}

const covered = /^(natural-death|work-accident)-/;

/** Whether the day was covered, as the estimate's rule says; "unsure" where the law leaves it open. */
export function coverOf({ estimate }: Claim): "covered" | "uncovered" | "unsure" {
  if (estimate === null || estimate.total === null) return "unsure";
  return covered.test(estimate.rule) ? "covered" : "uncovered";
}

/** What has to happen next, whoever does it. */
export type NextThing =
  | { readonly what: "gather"; readonly document: string }
  | {
      readonly what:
        | "tell"
        | "hand-in"
        | "answer"
        | "money"
        | "explain"
        | "close"
        | "object"
        | "objection"
        | "help"
        | "nothing";
    };

export function nextOf(claim: Claim): NextThing {
  const { state, clocks, toldBpjsAt, money } = claim;
  const isGathering = state === "collecting" || state === "returned";
  if (isGathering && toldBpjsAt === null && clocks.some(({ name }) => name === "report"))
    return { what: "tell" };
  const [first] = missingOf(claim.documents);
  if (isGathering)
    return first === undefined ? { what: "hand-in" } : { what: "gather", document: first.code };
  if (state === "paid") {
    const isOpen = money.some(({ difference, explanation }) => difference !== 0 && explanation === null);
    return { what: isOpen ? "explain" : "close" };
  }
  if (state === "in-need") return { what: helped(claim).length > 0 ? "close" : "help" };
  const rest = {
    "handed-in": "answer",
    accepted: "money",
    refused: "object",
    objected: "objection",
    closed: "nothing",
    withdrawn: "nothing",
  } as const;
  return { what: rest[state] };
}

/** Which help reached the family, as it was noted. */
export const helped = ({ journey }: Pick<Claim, "journey">) => journey.filter(({ step }) => step === "help");
