import {
  approveAlmsRound,
  dropAlmsRound,
  lockAlmsRound,
  payAlmsRound,
  planFollowUpRound,
  proveAlmsRound,
  tellAlmsHandover,
  unlockAlmsRound,
} from "@tuwai/server/alms";
import type { Actor, App } from "@tuwai/server/app";
import { almsDeskTexts } from "#language/alms-desk.ts";
import { formatNumber } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { formText, readIds, readOperationId } from "#shell";

export const roundActs = [
  "kunci",
  "buka",
  "setuju",
  "bayar",
  "selesai",
  "batal",
  "serah",
  "susulan",
] as const;
export type RoundAct = (typeof roundActs)[number];

type Sent = { readonly form: FormData; readonly code: string; readonly language: Language };
type Reason = keyof (typeof almsDeskTexts)["id"]["refusals"];
type Done = { readonly said: string; readonly to?: string };
export type RoundAnswer = Done | { readonly act: RoundAct; readonly error: string };

/** What one of the round's forms asks for; what speaks against it comes back in sentences. */
export async function actOnRound(app: App, actor: Actor, sent: Sent): Promise<RoundAnswer | null> {
  const act = roundActs.find((known) => known === formText(sent.form, "tindakan"));
  if (act === undefined) return null;
  const answer = await acts[act](app, actor, sent);
  if ("said" in answer) return answer;
  const { refusals } = almsDeskTexts[sent.language];
  return { act, error: answer.reasons.map((reason) => refusals[reason]).join(" ") };
}

const of = (app: App, { form, code }: Sent) => ({
  operationId: readOperationId(form, app),
  almsRoundCode: code,
});

type Work = (app: App, actor: Actor, sent: Sent) => Promise<Done | { readonly reasons: readonly Reason[] }>;
type Moved =
  | { readonly outcome: "moved" }
  | { readonly outcome: "refused"; readonly reasons: readonly Reason[] };
type Move = "kunci" | "buka" | "setuju" | "bayar" | "selesai" | "batal";

const saying = async (sent: Sent, move: Move, moving: Promise<Moved>) => {
  const answer = await moving;
  if (answer.outcome === "refused") return answer;
  const t = almsDeskTexts[sent.language].round;
  const said = t.moved[move];
  return move === "batal" ? { said, to: "/sedekah/kelola" } : { said };
};

const number = (sent: Sent, name: string) => Number(formText(sent.form, name));

const acts: Readonly<Record<RoundAct, Work>> = {
  kunci: (app, actor, sent) => {
    const seen = { children: number(sent, "anak"), total: number(sent, "jumlah") };
    return saying(sent, "kunci", lockAlmsRound(app, actor, { ...of(app, sent), seen }));
  },
  buka: (app, actor, sent) => saying(sent, "buka", unlockAlmsRound(app, actor, of(app, sent))),
  setuju: (app, actor, sent) => saying(sent, "setuju", approveAlmsRound(app, actor, of(app, sent))),
  bayar: (app, actor, sent) => {
    const paidOn = formText(sent.form, "hari");
    return saying(sent, "bayar", payAlmsRound(app, actor, { ...of(app, sent), paidOn }));
  },
  selesai: (app, actor, sent) => saying(sent, "selesai", proveAlmsRound(app, actor, of(app, sent))),
  batal: (app, actor, sent) => saying(sent, "batal", dropAlmsRound(app, actor, of(app, sent))),
  serah: async (app, actor, sent) => {
    const answer = await tellAlmsHandover(app, actor, {
      ...of(app, sent),
      childIds: readIds(sent.form, "anak"),
      result: formText(sent.form, "hasil"),
      on: formText(sent.form, "hari"),
      receiver: formText(sent.form, "penerima"),
      note: formText(sent.form, "catatan"),
      proofHash: formText(sent.form, "sidik").trim().toLowerCase(),
    });
    if (answer.outcome === "refused") return answer;
    return { said: almsDeskTexts[sent.language].round.told(formatNumber(sent.language, answer.children)) };
  },
  susulan: async (app, actor, sent) => {
    const plan = { ...of(app, sent), plannedOn: formText(sent.form, "hari") };
    const answer = await planFollowUpRound(app, actor, plan);
    if (answer.outcome === "refused") return answer;
    const to = `/sedekah/kelola/putaran/${answer.almsRoundCode}`;
    return { said: almsDeskTexts[sent.language].rounds.planned, to };
  },
};
