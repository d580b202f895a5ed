import { randomInt } from "node:crypto";
import { newCode } from "@tuwai/domain/identity";
import {
  type ExportColumn,
  type ExportedFile,
  type ExportFormat,
  type ExportValue,
  writeTable,
} from "#exports";
import { findNumbers } from "#groups";
import { read } from "#use-case";
import { type Bill, requireMonth, summedBills } from "./list-bills.ts";

/** A bill with the number (NPP) of its group, where it is known. */
export type NumberedBill = Bill & { readonly number: string | null };

/** Headings and values in the caller's language. */
export type BillWords = {
  readonly sheet: string;
  readonly mark: string;
  readonly columns: readonly {
    readonly header: string;
    readonly kind: ExportColumn["kind"];
    readonly value: (bill: NumberedBill) => ExportValue;
  }[];
};

type Input = { readonly month: string; readonly format: ExportFormat; readonly words: BillWords };

/** The groups of a month with what they owe, were billed and paid, as a file; no worker stands in it. Throws `invalid-input`. */
export const exportBills = read(
  { purpose: "bills-file", permission: "bill.read" },
  async (step, { month: asked, format, words }: Input): Promise<ExportedFile> => {
    const month = requireMonth(asked);
    const bills = await summedBills(step, month);
    const keys = bills.map(({ key }) => key);
    const numbers = await findNumbers(step.tx, step.actor.regionCode, keys);
    const code = newCode("EX", (below) => randomInt(below));
    const details = { month, rows: bills.length, format };
    await step.audit({ action: "bill.export", objectType: "export", objectId: code, details });
    const table = {
      columns: [...words.columns, { header: words.mark, kind: "text" as const }],
      rows: bills.map((bill) => [
        ...words.columns.map(({ value }) => value({ ...bill, number: numbers.get(bill.key) ?? null })),
        code,
      ]),
    };
    const as = { format, sheet: words.sheet, title: `${month} ${code}`, writtenAt: step.now.getTime() };
    return { code, rows: bills.length, bytes: await writeTable(table, as) };
  },
);
