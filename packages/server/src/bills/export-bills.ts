import { type ExportedFile, type ExportFormat, type ListWords, newExportCode, writeList } from "#exports";
import { findNumbers } from "#groups";
import { read } from "#use-case";
import { type Bill, requireMonth, summedBills } from "./list-bills.ts";

/** A bill with the number (NPP) of its group, where it is known. */
export type NumberedBill = Bill & { readonly number: string | null };

/** Headings and values in the caller's language. */
export type BillWords = ListWords<NumberedBill>;

type Input = { readonly month: string; readonly format: ExportFormat; readonly words: BillWords };

/** The groups of a month with what they owe, were billed and paid, as a file; no worker stands in it. Throws `invalid-input`. */
export const exportBills = read(
  { purpose: "bills-file", permission: "bill.read" },
  async (step, { month: asked, format, words }: Input): Promise<ExportedFile> => {
    const month = requireMonth(asked);
    const bills = await summedBills(step, month);
    const keys = bills.map(({ key }) => key);
    const numbers = await findNumbers(step.tx, step.actor.regionCode, keys);
    const code = newExportCode();
    const details = { month, rows: bills.length, format };
    await step.audit({ action: "bill.export", objectType: "export", objectId: code, details });
    const numbered = bills.map((bill) => ({ ...bill, number: numbers.get(bill.key) ?? null }));
    return writeList(numbered, { code, format, words, writtenAt: step.now, about: month });
  },
);
