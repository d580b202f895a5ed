import type { CoverExplanation } from "#cover";

type Refund = CoverExplanation["refunds"][number];

/** Money that bought no cover, as the clock finds it, under the key by which the same money is known again. */
export type FoundRefund = Refund & { readonly key: string };

/** A line as it is kept. What was answered stays answered, whatever the clock finds later. */
export type KeptLine = {
  readonly id: string;
  readonly key: string;
  readonly amount: number | null;
  readonly reason: Refund["reason"];
  readonly isClosed: boolean;
};

/** What has to change so that exactly the money that the evidence shows has an open line; nothing is ever deleted. */
export type FollowedLine = {
  readonly add: readonly FoundRefund[];
  /** Their evidence is gone: the payment was taken back, or the death was. */
  readonly close: readonly string[];
  /** Found again, or found for another reason or amount than is kept. */
  readonly renew: readonly {
    readonly id: string;
    readonly amount: number | null;
    readonly reason: Refund["reason"];
  }[];
};

/** The month, the day of the receipt and the payer name the money; equal ones are told apart by their order. */
export function keyedRefunds(refunds: readonly Refund[]): readonly FoundRefund[] {
  const seen = new Map<string, number>();
  return refunds.map((refund) => {
    const base = [refund.month, refund.on, refund.payer ?? "-"].join("|");
    const place = (seen.get(base) ?? 0) + 1;
    seen.set(base, place);
    return { ...refund, key: place === 1 ? base : `${base}|${place}` };
  });
}

/** Follows what the clock finds for one worker. Applied and asked again the answer is nothing. */
export function followRefunds(found: readonly FoundRefund[], kept: readonly KeptLine[]): FollowedLine {
  const byKey = new Map(kept.map((line) => [line.key, line]));
  const keys = new Set(found.map(({ key }) => key));
  return {
    add: found.filter(({ key }) => !byKey.has(key)),
    close: kept.flatMap(({ id, key, isClosed }) => (isClosed || keys.has(key) ? [] : [id])),
    renew: found.flatMap(({ key, amount, reason }) => {
      const line = byKey.get(key);
      if (line === undefined) return [];
      const isSame = !line.isClosed && line.amount === amount && line.reason === reason;
      return isSame ? [] : [{ id: line.id, amount, reason }];
    }),
  };
}

/** What became of it: sent back to our bank, kept by BPJS for later months, or refused. */
export const refundAnswers = ["returned", "kept-as-credit", "refused"] as const;
export type RefundAnswer = (typeof refundAnswers)[number];

export type RefundState = "to-ask" | "asked" | "answered" | "closed";

/** Where a line stands. One that was answered is so even when its evidence is gone since: what happened to the money happened. */
export function refundState(line: {
  readonly isAsked: boolean;
  readonly isAnswered: boolean;
  readonly isClosed: boolean;
}): RefundState {
  if (line.isAnswered) return "answered";
  if (line.isClosed) return "closed";
  return line.isAsked ? "asked" : "to-ask";
}
