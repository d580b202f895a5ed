import {
  approveAlmsRound,
  bookAlmsCost,
  getAlmsDesk,
  getAlmsRound,
  lockAlmsRound,
  makeOwnAlmsPledge,
  openCampaign,
  payAlmsRound,
  planAlmsRound,
  proveAlmsRound,
  recordAlmsReceipt,
  tellAlmsHandover,
} from "@tuwai/server/alms";
import { actorAs, dayOf, fate, operation } from "./play-tools.ts";
import type { Stage } from "./stage.ts";

/** Three rounds in the play: before Idul Fitri, at the new school year, and in the month before the last. */
const rounds: Readonly<Record<string, string>> = {
  "2026-03": "Sedekah menjelang Idul Fitri",
  "2026-07": "Sedekah tahun ajaran baru",
  "2026-10": "Sedekah triwulan keempat",
};
const begin = "2025-11";
const perChild = 75_000;
const permit = { permitNumber: "400.9/118/Dinsos-2025", permitFrom: "2025-11-01", permitUntil: "2027-10-31" };

/** Civil servants give, a foundation keeps the money, and each round goes to the children through two pairs of hands. */
export async function giveAlms(stage: Stage): Promise<void> {
  const { month } = stage;
  if (month < begin) return;
  const campaignId = month === begin ? await begins(stage) : (await campaignOf(stage))?.id;
  if (campaignId === undefined) return;
  await receive(stage, campaignId);
  if (month.endsWith("-06")) await printBanner(stage, campaignId);
  const title = rounds[month];
  if (title !== undefined) await distribute(stage, campaignId, title);
}

async function begins(stage: Stage): Promise<string> {
  const answer = await openCampaign(stage.app, await actorAs(stage, "chr"), {
    ...operation(stage),
    title: "Gerakan Sedekah Anak Yatim",
    campaignCode: "sedekah-yatim",
    holderKind: "foundation",
    holderName: "Yayasan Peduli Anak Piaman",
    ...permit,
    giveTo: "Bank Nagari 2100 0118 a.n. Yayasan Peduli Anak Piaman",
  });
  if (answer.outcome !== "kept") throw new Error(JSON.stringify(answer));
  const { campaignId } = answer;
  const pledge = { campaignId, amount: "20000", channel: "payroll", rhythm: "monthly", donorName: "" };
  await makeOwnAlmsPledge(stage.app, await actorAs(stage, "spn"), { ...operation(stage), ...pledge });
  return campaignId;
}

const campaignOf = async (stage: Stage) =>
  (await getAlmsDesk(stage.app, await actorAs(stage, "chr"), {})).campaign;

/** Each office hands over what its people gave, in one sum a month, and a few give on their own. */
async function receive(stage: Stage, campaignId: string): Promise<void> {
  const { app, month, grown } = stage;
  const charity = await actorAs(stage, "chr");
  const gifts = [
    ...Array.from({ length: 8 }, (_, at) => ({
      channel: "payroll",
      at,
      people: 8 + Math.floor(fate(stage, "penyedekah", at, month) * 40),
    })),
    ...Array.from({ length: 5 }, (_, at) => ({
      channel: "transfer",
      at,
      people: 1 + Math.floor(fate(stage, "dermawan", at, month) * 20),
    })),
  ];
  for (const { channel, at, people } of gifts) {
    const amount = Math.max(1, Math.round(people * (0.4 + 0.6 * grown))) * 5_000;
    const answer = await recordAlmsReceipt(app, charity, {
      ...operation(stage),
      campaignId,
      amount: String(amount),
      receivedOn: dayOf(month, 5 + at),
      channel,
      reference: `${month}-${channel}-${at}`,
      pledgeCode: "",
      donorName: "",
    });
    if (answer.outcome !== "recorded") throw new Error(JSON.stringify(answer));
  }
}

const printBanner = async (stage: Stage, campaignId: string) =>
  bookAlmsCost(stage.app, await actorAs(stage, "chr"), {
    ...operation(stage),
    campaignId,
    amount: "150000",
    on: dayOf(stage.month, 12),
    why: "Cetak amplop dan kuitansi",
  });

async function distribute(stage: Stage, campaignId: string, title: string): Promise<void> {
  const { app, month } = stage;
  const charity = await actorAs(stage, "chr");
  const on = dayOf(month, 24);
  const planned = await planAlmsRound(app, charity, {
    ...operation(stage),
    campaignId,
    title,
    perChild: String(perChild),
    plannedOn: on,
  });
  if (planned.outcome !== "planned") return;
  const { almsRoundCode } = planned;
  const draft = await getAlmsRound(app, charity, { almsRoundCode });
  const count = draft.preview?.children.length ?? 0;
  if (count === 0) return;
  const seen = { children: count, total: count * perChild };
  const of = () => ({ ...operation(stage), almsRoundCode });
  await lockAlmsRound(app, charity, { ...of(), seen });
  await approveAlmsRound(app, await actorAs(stage, "fin2"), of());
  await payAlmsRound(app, await actorAs(stage, "fin"), { ...of(), paidOn: on });
  const { list } = await getAlmsRound(app, charity, { almsRoundCode });
  await tellAlmsHandover(app, charity, {
    ...of(),
    childIds: list.map(({ childId }) => childId),
    result: "handed",
    on,
    receiver: "surviving-parent",
    note: "",
    proofHash: "",
  });
  await proveAlmsRound(app, charity, of());
}
