import { type CardAnswer, cardAnswer } from "@tuwai/domain/cover";
import { limitAttempts } from "#accounts";
import { act, type Call } from "#use-case";
import { findCoverOfCard } from "./card.store.ts";
import { readCardCode } from "./card-code.ts";

export type CardCheck = {
  readonly answer: CardAnswer;
  readonly asOf: string | null;
  readonly paidUntil: string | null;
  /** In arrears: the last day on which paying saves the cover. */
  readonly lastRescueDay: string | null;
};

const unknown: CardCheck = { answer: "unknown", asOf: null, paidUntil: null, lastRescueDay: null };

/**
 * What a card's code says to anybody: until when there is cover, never whose. Codes that no card has are counted by the address they
 * come from; throws `rate-limited` where there were too many.
 */
export const checkCard = act(
  { name: "card-check", permission: "worker.card.check" },
  async (
    call,
    { cardCode, headers = new Headers() }: { readonly cardCode: string; readonly headers?: Headers },
  ): Promise<CardCheck> => {
    const code = readCardCode(cardCode);
    if (code === undefined) return unknown;
    const attempt = {
      kind: "card" as const,
      account: code,
      headers,
      isRight: (check: CardCheck) => check.answer !== "unknown",
    };
    return limitAttempts(call.app, attempt, () => look(call, code));
  },
);

function look(call: Call, code: string): Promise<CardCheck> {
  return call.look(async ({ tx }) => {
    const found = await findCoverOfCard(tx, code);
    if (found === undefined) return unknown;
    const answer = cardAnswer(found);
    const { asOf, paidUntil, lastRescueDay } = found;
    return {
      answer,
      asOf,
      paidUntil: answer === "covered" || answer === "arrears" ? paidUntil : null,
      lastRescueDay: answer === "arrears" ? lastRescueDay : null,
    };
  });
}
