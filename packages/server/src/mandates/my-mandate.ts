import { readFileSync } from "node:fs";
import {
  type BankAccount,
  mandateLetter,
  type MandateFacts,
  type MandateLetter,
  readBankAccount,
} from "@tuwai/domain/mandates";
import { AppError } from "#app";
import { readPricing } from "#contributions";
import { makePdf } from "#documents";
import { getCity } from "#regions";
import { pledgePrices } from "#sponsors";
import { change, type Operation, read, type Step } from "#use-case";
import { findMandateAccount, keepMandateAccount } from "./mandate-account.store.ts";
import { findOwnMandate, type OwnMandate } from "./own-mandate.view.ts";
import { findReceivingAccount } from "./receiving-account.store.ts";

const template = readFileSync(new URL("mandate.typ", import.meta.url), "utf8");

export type MyMandate = {
  /** What its paper says. */
  readonly letter: MandateLetter;
  readonly isActive: boolean;
  /** The last digits of the account that the paper names; null where it leaves a line to write on. */
  readonly accountEnds: string | null;
};

/** The sponsor's latest mandate as it would be printed; null without one. */
export const getMyMandate = read(
  { purpose: "my-mandate", permission: "pledge.mandate.print" },
  async (step): Promise<MyMandate | null> => {
    const mandate = await findOwnMandate(step.tx, step.area);
    if (mandate === undefined) return null;
    const { account, ...letter } = mandateLetter(await factsOf(step, mandate));
    // The page shows which account it is, never the number: that stands on the paper alone.
    const accountEnds = account === null ? null : account.slice(-3);
    return { letter: { ...letter, account: null }, isActive: mandate.state === "active", accountEnds };
  },
);

/** The paper itself, for a bank, a treasurer and two signatures. The same mandate gives the same bytes. Throws `not-found`. */
export const printMandate = read(
  { purpose: "mandate-print", permission: "pledge.mandate.print" },
  async (step): Promise<{ readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> }> => {
    const mandate = await findOwnMandate(step.tx, step.area);
    if (mandate === undefined) throw new AppError("not-found");
    const facts = mandateLetter(await factsOf(step, mandate));
    return {
      fileName: `surat-kuasa-${mandate.code}.pdf`,
      bytes: await makePdf({ template, facts, at: mandate.agreedAt }),
    };
  },
);

type KeptAccount = Operation & Omit<BankAccount, "holder">;

export type AccountKept =
  | { readonly outcome: "kept" | "forgotten" }
  | { readonly outcome: "refused"; readonly wrong: readonly ("bank" | "number")[] };

/** Names the sponsor's own account on the paper; two empty fields take it away again. Throws `not-found` without a pledge in force. */
export const keepOwnAccount = change(
  { name: "mandate.keep-account", permission: "pledge.account.write" },
  async (step, { bank, number }: KeptAccount): Promise<AccountKept> => {
    const mandate = await findOwnMandate(step.tx, step.area);
    if (mandate?.state !== "active") throw new AppError("not-found");
    const isEmpty = bank.trim() === "" && number.trim() === "";
    const reading = readBankAccount({ holder: mandate.name, bank, number });
    if (!isEmpty && "wrong" in reading) {
      const wrong = reading.wrong.filter((part) => part !== "holder");
      if (wrong.length > 0) return step.unchanged({ outcome: "refused", wrong });
    }
    const account = "account" in reading && !isEmpty ? reading.account : null;
    const seal = (column: "bank" | "number") =>
      account === null ? null : step.app.keys.seal(account[column], placeOf(mandate.id, column));
    await keepMandateAccount(step.tx, {
      regionCode: step.actor.regionCode,
      pledgeId: mandate.id,
      bankSealed: seal("bank"),
      numberSealed: seal("number"),
      at: step.now,
    });
    const outcome = account === null ? "forgotten" : "kept";
    await step.audit({
      objectType: "pledge",
      objectId: mandate.id,
      details: { code: mandate.code, outcome },
    });
    return { outcome };
  },
);

async function factsOf(step: Step, mandate: OwnMandate): Promise<MandateFacts> {
  const { app, tx, actor } = step;
  const pricing = await readPricing(tx, actor.regionCode);
  const prices = pledgePrices(pricing, mandate.fromMonth);
  const receiver = await findReceivingAccount(tx);
  const { origin } = app.config;
  return {
    ...mandate,
    city: getCity(app.config).name,
    giver: {
      name: mandate.name,
      nip: mandate.nipSealed === null ? null : openNip(step, mandate.civilServantId, mandate.nipSealed),
      position: mandate.position,
      office: mandate.office,
      account: await openAccount(step, mandate.id),
    },
    receiver:
      receiver === undefined
        ? null
        : { holder: receiver.holder, bank: receiver.bank, number: receiver.number },
    prices: (["other", "transport"] as const).flatMap((sector) =>
      prices[sector].map(({ from, perWorkerRupiah }) => ({ sector, from, perWorkerRupiah })),
    ),
    signedOn: mandate.agreedOn,
    lockDay: pricing.enrolment["deduction-lock-day"].value,
    revokeAt: origin === null ? null : `${origin}/sponsor/saya/berhenti`,
  };
}

function openNip({ app }: Step, rowId: string, sealed: string): string {
  return app.keys.open(Buffer.from(sealed, "base64"), { table: "source_records", column: "nip", rowId });
}

async function openAccount({ app, tx }: Step, pledgeId: string): Promise<MandateFacts["giver"]["account"]> {
  const kept = await findMandateAccount(tx, pledgeId);
  if (kept?.bankSealed == null || kept.numberSealed === null) return null;
  const { bankSealed: bank, numberSealed: number } = kept;
  return {
    bank: app.keys.open(bank, placeOf(pledgeId, "bank")),
    number: app.keys.open(number, placeOf(pledgeId, "number")),
  };
}

function placeOf(rowId: string, column: "bank" | "number") {
  return { table: "mandate_accounts", column, rowId };
}
