import type { Actor, App } from "#app";
import { orphanSources, type RoundCandidates } from "./children-for-round.ts";
import { openCampaign } from "./keep-campaign.ts";
import { recordAlmsReceipt } from "./record-receipt.ts";

/** The same city with a register of so many children, whoever asks; `copies` of their families are not kept. */
export function withChildren(app: App, count: number, villageCode: string): App {
  const children = Array.from({ length: count }, (_, at) => ({
    childId: `00000000-0000-7000-8000-${String(at).padStart(12, "0")}`,
    code: `YT${String(at).padStart(3, "2")}`,
    villageCode,
    siblings: at % 3,
  }));
  const found: RoundCandidates = { children, heldBack: { withoutGuardian: 2, notVerified: 1 } };
  const gives = orphanSources({ list: async () => found, freeze: async () => new Map() });
  return { ...app, features: [...app.features, { name: "testing-orphans", gives: [gives] }] };
}

export const aCampaign = {
  title: "Sedekah anak yatim 2026",
  campaignCode: "yatim-2026",
  holderKind: "foundation",
  holderName: "Yayasan Peduli Yatim",
  permitNumber: "123/PUB/2026",
  permitFrom: "2026-11-01",
  permitUntil: "2027-01-31",
  giveTo: "Bank Nagari 2100 0101 a.n. Yayasan Peduli Yatim",
};

/** A campaign that may collect. */
export async function openedCampaign(
  app: App,
  by: Actor,
  more: Partial<typeof aCampaign> = {},
): Promise<string> {
  const answer = await openCampaign(app, by, { operationId: app.newId(), ...aCampaign, ...more });
  if (answer.outcome === "refused") throw new Error(JSON.stringify(answer));
  return answer.campaignId;
}

export const aReceipt = {
  amount: "5.000",
  receivedOn: "2026-11-20",
  channel: "transfer",
  reference: "",
  pledgeCode: "",
  donorName: "",
};

/** A gift that arrived. */
export async function received(
  app: App,
  by: Actor,
  campaignId: string,
  more: Partial<typeof aReceipt> = {},
): Promise<{ readonly receiptId: string; readonly receiptNumber: string }> {
  const answer = await recordAlmsReceipt(app, by, {
    operationId: app.newId(),
    campaignId,
    ...aReceipt,
    ...more,
  });
  if (answer.outcome === "refused") throw new Error(JSON.stringify(answer));
  return answer;
}
