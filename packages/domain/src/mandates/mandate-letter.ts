import { amountInWords, terbilang } from "#money";
import { type CivilDate, dayName, type Month, monthName } from "#time";
import type { BankAccount } from "./bank-account.ts";

/** What a sponsor has agreed to, and what a treasurer or a bank has to know to act on it. Amounts in whole rupiah. */
export type MandateFacts = {
  readonly code: string;
  readonly city: string;
  readonly giver: {
    readonly name: string;
    readonly nip: string | null;
    readonly position: string | null;
    readonly office: string;
    /** The giver's own account, where one is to be debited or a salary paid; kept only if it was given. */
    readonly account: Omit<BankAccount, "holder"> | null;
  };
  readonly channel: "payroll" | "own-transfer";
  /** Where the contributions go; null until the city has confirmed one. */
  readonly receiver: BankAccount | null;
  readonly workerCount: number;
  readonly capRupiah: number;
  /** What one worker costs, by the months it holds for; transport workers apart where their price differs. */
  readonly prices: readonly {
    readonly sector: "transport" | "other";
    readonly from: Month;
    readonly perWorkerRupiah: number;
  }[];
  readonly fromMonth: Month;
  /** First month without a deduction, where the mandate was revoked. */
  readonly stopMonth: Month | null;
  readonly signedOn: CivilDate;
  readonly consentVersion: string;
  readonly lockDay: number;
  /** Where it is revoked, e.g. "https://…/sponsor/saya/berhenti"; null where the city has no address of its own. */
  readonly revokeAt: string | null;
};

/** The facts in the words of an Indonesian letter. Everything is text; what nobody knows is null and leaves a line to write on. */
export type MandateLetter = {
  readonly [
    Field in
      | "code"
      | "city"
      | "name"
      | "office"
      | "channel"
      | "workers"
      | "cap"
      | "from"
      | "signedOn"
      | "consent"
      | "lockDay"
  ]: string;
} & {
  readonly [Field in "nip" | "position" | "bank" | "account" | "revokeAt" | "stopped"]: string | null;
} & {
  readonly receiver: BankAccount | null;
  readonly prices: readonly { readonly what: string; readonly amount: string }[];
};

/** The letter that says these facts: amounts in figures and words, months and days by name. */
export function mandateLetter(facts: MandateFacts): MandateLetter {
  const { giver, stopMonth } = facts;
  return {
    code: facts.code,
    city: facts.city,
    name: giver.name,
    nip: giver.nip,
    position: giver.position,
    office: giver.office,
    bank: giver.account?.bank ?? null,
    account: giver.account?.number ?? null,
    channel: facts.channel,
    receiver: facts.receiver,
    workers: `${facts.workerCount} (${terbilang(facts.workerCount)}) pekerja`,
    cap: amountInWords(facts.capRupiah),
    prices: priceLines(facts),
    from: monthName(facts.fromMonth),
    stopped: stopMonth === null ? null : monthName(stopMonth),
    signedOn: dayName(facts.signedOn),
    consent: facts.consentVersion,
    lockDay: String(facts.lockDay),
    revokeAt: facts.revokeAt,
  };
}

function priceLines({ prices }: MandateFacts): MandateLetter["prices"] {
  const others = prices.filter(({ sector }) => sector === "other");
  const same = (price: MandateFacts["prices"][number]) =>
    others.some(
      ({ from, perWorkerRupiah }) => from === price.from && perWorkerRupiah === price.perWorkerRupiah,
    );
  const apart = prices.filter((price) => price.sector === "transport" && !same(price));
  const isApart = apart.length > 0;
  const line = (price: MandateFacts["prices"][number], who: string) => ({
    what: `${who}, mulai ${monthName(price.from)}`,
    amount: amountInWords(price.perWorkerRupiah),
  });
  return [
    ...others.map((price) => line(price, isApart ? "Pekerja selain angkutan" : "Setiap pekerja")),
    ...(isApart
      ? prices.filter(({ sector }) => sector === "transport").map((price) => line(price, "Pekerja angkutan"))
      : []),
  ];
}
