import { certifiedBy, type Certified } from "@tuwai/domain/certificates";
import { payerOf } from "#contributions";
import { asCity, type Call } from "#use-case";
import { listServantReceipts } from "./receipts.view.ts";

/** The sponsors' own money among payers. */
export const ownPurse = payerOf("asn");

/** What the money received bears today; the city looks, as a sponsor is not told who has died. */
export async function certifiedNow(call: Call): Promise<Certified | null> {
  const servant = await call.look(async ({ area }) => area.civilServantId);
  if (servant === null) return null;
  return asCity(call.app, "certificates.look", async ({ tx }) =>
    certifiedBy(await listServantReceipts(tx, [servant], ownPurse)),
  );
}
