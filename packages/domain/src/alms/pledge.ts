/** How alms are promised: out of pay, by QRIS, or by a transfer of one's own. */
export const almsChannels = ["payroll", "qris", "transfer"] as const;
export type AlmsChannel = (typeof almsChannels)[number];

/** Channels of somebody without an account: pay is kept by an office that knows its people. */
export const openChannels = ["qris", "transfer"] as const satisfies readonly AlmsChannel[];

export const almsRhythms = ["once", "monthly"] as const;
export type AlmsRhythm = (typeof almsRhythms)[number];

/** The least and the most that is taken for meant, rupiah; beyond it somebody slipped on the keys. */
export const almsAmounts = { least: 1_000, most: 1_000_000_000 } as const;

/** An amount as typed, "Rp 50.000" or "50000"; undefined for what is none or lies outside the bounds. */
export function readAlmsAmount(typed: string): number | undefined {
  const text = typed.replace(/^\s*rp\.?/i, "").replaceAll(/\s/g, "");
  if (!/^(\d{1,3}(\.\d{3})+|\d+)$/.test(text)) return undefined;
  const amount = Number(text.replaceAll(".", ""));
  return amount >= almsAmounts.least && amount <= almsAmounts.most ? amount : undefined;
}

/** The number on a receipt, "KS-2026-0007". */
export const receiptNumber = ({ year, number }: { readonly year: number; readonly number: number }): string =>
  `KS-${year}-${String(number).padStart(4, "0")}`;

/** Why a gift that was recorded is taken out of the books again. */
export const withdrawals = ["bounced", "entered-twice", "wrong-amount", "other-purpose"] as const;
export type Withdrawal = (typeof withdrawals)[number];
