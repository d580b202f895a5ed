import { daysBetween } from "@tuwai/domain/time";
import { may } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { getReconciliation, getRemittances } from "@tuwai/server/payroll";
import { formatMonth } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { payrollTexts } from "#language/payroll.ts";

export type ReconciliationData = Awaited<ReturnType<typeof reconciliationData>>;

/** A batch three times for its page, with the transfers that wait to be matched. */
export async function reconciliationData(
  app: App,
  actor: Actor,
  { payrollCode, language }: { readonly payrollCode: string; readonly language: Language },
) {
  const found = await getReconciliation(app, actor, { payrollCode });
  const { office, month } = found.batch;
  const remittances = await getRemittances(app, actor, { office });
  const today = app.clock.today();
  return {
    title: payrollTexts[language].reconciliation.title(office, formatMonth(language, month)),
    ...found,
    days: found.since === null ? 0 : daysBetween(found.since, today),
    arrived: remittances.filter(
      ({ receivedAt, rupiah, matchedRupiah }) => receivedAt !== null && rupiah > matchedRupiah,
    ),
    mayDecide: may(actor, "reconciliation.decide") && found.batch.state === "locked",
    operation: app.newId(),
  };
}
