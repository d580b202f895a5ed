import { may, type Permission } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { getBatch, getReconciliation } from "@tuwai/server/payroll";
import { formatMonth } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { payrollTexts } from "#language/payroll.ts";

export type BatchPageData = Awaited<ReturnType<typeof batchData>>;

/** One batch for its page: rows, the four sums that must be equal, and what its reader may do. */
export async function batchData(
  app: App,
  actor: Actor,
  { payrollCode, language }: { readonly payrollCode: string; readonly language: Language },
) {
  const batch = await getBatch(app, actor, { payrollCode });
  const { totals, transfer, isBpjsIn } = await getReconciliation(app, actor, { payrollCode });
  const can = (permission: Permission) => may(actor, permission);
  return {
    title: payrollTexts[language].batch.title(batch.office, formatMonth(language, batch.month)),
    batch,
    sums: {
      promised: batch.promisedRupiah,
      deducted: batch.result === null ? null : totals.deducted,
      matched: batch.result === null ? null : transfer.matched,
      paid: isBpjsIn ? totals.paid : null,
    },
    may: {
      prepare: can("deduction_batch.prepare"),
      approve: can("deduction_batch.approve"),
      answer: can("deduction_batch.confirm"),
      file: can("deduction_batch.file"),
      columns: can("deduction_batch.columns"),
      remit: can("remittance.tell"),
    },
    operation: app.newId(),
  };
}
