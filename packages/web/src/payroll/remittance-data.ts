import { may, scopeOf } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { getRemittances } from "@tuwai/server/payroll";
import { seenSections } from "#contributions";

export type RemittancesData = Awaited<ReturnType<typeof remittanceData>>;

/** Transfers of the office that was asked for, of the reader's own, or of all. */
export async function remittanceData(app: App, actor: Actor, { asked }: { readonly asked: string }) {
  const isOffice = scopeOf(actor, "deduction_batch.read") === "U";
  const office = isOffice ? (actor.scope ?? "") : asked;
  return {
    office,
    isOffice,
    rows: await getRemittances(app, actor, office === "" ? {} : { office }),
    mayTell: may(actor, "remittance.tell"),
    mayReceive: may(actor, "remittance.receive"),
    maySeeSlip: may(actor, "remittance.slip"),
    sections: seenSections(actor),
    today: app.clock.today(),
    operation: app.newId(),
  };
}
