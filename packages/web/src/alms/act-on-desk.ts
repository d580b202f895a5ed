import {
  bookAlmsCost,
  changeCampaign,
  openCampaign,
  planAlmsRound,
  recordAlmsReceipt,
  withdrawAlmsReceipt,
} from "@tuwai/server/alms";
import type { Actor, App } from "@tuwai/server/app";
import { almsDeskTexts } from "#language/alms-desk.ts";
import type { Language } from "#language/language.ts";
import { formText, readOperationId } from "#shell";

export const deskActs = ["buka", "ubah", "terima", "biaya", "cabut", "rencana"] as const;
export type DeskAct = (typeof deskActs)[number];

/** Every field of the desk's forms, so that a form that comes back is as it was sent. */
const fields = [
  "nama",
  "kode",
  "jenis",
  "pengelola",
  "izin",
  "sejak",
  "sampai",
  "rekening",
  "jumlah",
  "hari",
  "cara",
  "rujukan",
  "niat",
  "pemberi",
  "untuk",
  "sebab",
  "kuitansi",
] as const;

type Reason = keyof (typeof almsDeskTexts)["id"]["refusals"];
type Done = { readonly said: string; readonly to?: string };
type Outcome = Done | { readonly reasons: readonly Reason[] };
export type DeskAnswer =
  | Done
  | { readonly act: DeskAct; readonly error: string; readonly typed: Readonly<Record<string, string>> };

type Sent = { readonly form: FormData; readonly language: Language };
type Work = (app: App, actor: Actor, sent: Sent) => Promise<Outcome>;

/** What one of the desk's forms asks for; what speaks against it comes back in sentences, with what was typed. */
export async function actOnDesk(app: App, actor: Actor, sent: Sent): Promise<DeskAnswer | null> {
  const { form, language } = sent;
  const act = deskActs.find((known) => known === formText(form, "tindakan"));
  if (act === undefined) return null;
  const answer = await acts[act](app, actor, sent);
  if ("said" in answer) return answer;
  const t = almsDeskTexts[language];
  const error = [...answer.reasons.map((reason) => t.refusals[reason]), t.kept].join(" ");
  return { act, error, typed: Object.fromEntries(fields.map((name) => [name, formText(form, name)])) };
}

const text = ({ form }: Sent, name: (typeof fields)[number]) => formText(form, name);
const of = (app: App, { form }: Sent) => ({
  operationId: readOperationId(form, app),
  campaignId: formText(form, "kampanye"),
});

const campaignIn = (sent: Sent) => ({
  title: text(sent, "nama"),
  campaignCode: text(sent, "kode"),
  holderKind: text(sent, "jenis"),
  holderName: text(sent, "pengelola"),
  permitNumber: text(sent, "izin"),
  permitFrom: text(sent, "sejak"),
  permitUntil: text(sent, "sampai"),
  giveTo: text(sent, "rekening"),
});

const acts: Readonly<Record<DeskAct, Work>> = {
  buka: async (app, actor, sent) => {
    const { operationId } = of(app, sent);
    const answer = await openCampaign(app, actor, { operationId, ...campaignIn(sent) });
    const to = `/sedekah/kelola?kampanye=${encodeURIComponent(text(sent, "kode"))}`;
    return answer.outcome === "refused" ? answer : { said: almsDeskTexts[sent.language].campaign.saved, to };
  },
  ubah: async (app, actor, sent) => {
    const version = Number(formText(sent.form, "versi"));
    const isClosed = formText(sent.form, "tutup") !== "";
    const change = { ...of(app, sent), ...campaignIn(sent), version, isClosed };
    const answer = await changeCampaign(app, actor, change);
    return answer.outcome === "refused" ? answer : { said: almsDeskTexts[sent.language].campaign.saved };
  },
  terima: async (app, actor, sent) => {
    const answer = await recordAlmsReceipt(app, actor, {
      ...of(app, sent),
      amount: text(sent, "jumlah"),
      receivedOn: text(sent, "hari"),
      channel: text(sent, "cara"),
      reference: text(sent, "rujukan"),
      pledgeCode: text(sent, "niat"),
      donorName: text(sent, "pemberi"),
    });
    if (answer.outcome === "refused") return answer;
    return { said: almsDeskTexts[sent.language].receive.done(answer.receiptNumber) };
  },
  biaya: async (app, actor, sent) => {
    const cost = { amount: text(sent, "jumlah"), on: text(sent, "hari"), why: text(sent, "untuk") };
    const answer = await bookAlmsCost(app, actor, { ...of(app, sent), ...cost });
    return answer.outcome === "refused" ? answer : { said: almsDeskTexts[sent.language].cost.done };
  },
  cabut: async (app, actor, sent) => {
    const { operationId } = of(app, sent);
    const which = { receiptId: text(sent, "kuitansi"), why: text(sent, "sebab") };
    const answer = await withdrawAlmsReceipt(app, actor, { operationId, ...which });
    return answer.outcome === "refused" ? answer : { said: almsDeskTexts[sent.language].receipts.withdrawn };
  },
  rencana: async (app, actor, sent) => {
    const plan = { title: text(sent, "nama"), perChild: text(sent, "jumlah"), plannedOn: text(sent, "hari") };
    const answer = await planAlmsRound(app, actor, { ...of(app, sent), ...plan });
    if (answer.outcome === "refused") return answer;
    const to = `/sedekah/kelola/putaran/${answer.almsRoundCode}`;
    return { said: almsDeskTexts[sent.language].rounds.planned, to };
  },
};
