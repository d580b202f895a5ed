import { handOver, type HandOverReason, reasonAgainstHandOver, takesOver } from "@tuwai/domain/payers";
import { monthOf, type Month, parseMonth } from "@tuwai/domain/time";
import { AppError, readNote } from "#app";
import { priceFor, type Pricing, readPricing } from "#contributions";
import { carryEnrolments, lockPayers, type Wadah } from "#enrolment";
import { change, type Operation, read, type Step } from "#use-case";
import { insertHandover, insertHandoverLines } from "./handover.store.ts";
import type { PayerRow } from "./payer.store.ts";
import { holdPayer, requirePayer } from "./require-payer.ts";
import { listTurns, type TurnRow } from "./turn.view.ts";

type Asked = {
  readonly payerId: string;
  /** Null: the workers wait for a sponsor from that month on. */
  readonly toPayerId: string | null;
  readonly fromMonth: string;
};

/** Why one worker cannot be handed over: what speaks against the enrolment, or a kelurahan that has no village budget. */
export type LineReason = HandOverReason | "not-its-village";
export type WholeReason = "month-in-past" | "same-payer" | "cannot-take-over" | "without-reason" | "nobody";

export type HandOverPreview = {
  readonly workers: number;
  /** What these workers cost in that month, before and after; null where no law covers it. */
  readonly rupiahBefore: number | null;
  readonly rupiahAfter: number | null;
  readonly staying: Readonly<Partial<Record<LineReason, number>>>;
  readonly reasons: readonly WholeReason[];
};

/** What a hand-over would do, by the same rules. Throws `not-found`. */
export const previewHandOver = read(
  { purpose: "payer-hand-over-preview", permission: "payer.hand_over" },
  async (step, asked: Asked): Promise<HandOverPreview> => {
    const plan = await planHandOver(step, asked, requirePayer);
    const pricing = await readPricing(step.tx, step.actor.regionCode);
    const { from, to, month, going } = plan;
    return {
      workers: going.length,
      rupiahBefore: costOf(going, { pricing, month, as: (turn) => turn.fundSource }),
      rupiahAfter: to === null ? 0 : costOf(going, { pricing, month, as: () => (to ?? from).fundSource }),
      staying: plan.staying,
      reasons: plan.reasons,
    };
  },
);

export type HandOverInput = Operation & Asked & { readonly reason: string };
export type HandOverOutcome =
  | {
      readonly outcome: "handed-over";
      readonly handoverId: string;
      readonly workers: number;
      readonly staying: HandOverPreview["staying"];
    }
  | { readonly outcome: "refused"; readonly reasons: readonly WholeReason[] };

/**
 * Another payer takes over all workers of one from a month on, in one step: what the former owes ends before that month and the next
 * begins in it, so that the month's run finds one payer for each. Whoever cannot go stays, with why. Throws `not-found`.
 */
export const handOverWorkers = change(
  { name: "payer.hand-over", permission: "payer.hand_over" },
  async (step, input: HandOverInput): Promise<HandOverOutcome> => {
    await lockPayers(step.tx);
    const { operationId: _, reason: given, ...asked } = input;
    const { from, to, month, going, staying, reasons: found } = await planHandOver(step, asked, holdPayer);
    const reason = readNote(given);
    const reasons: readonly WholeReason[] = [
      ...found,
      ...(reason === null ? (["without-reason"] as const) : []),
    ];
    if (reason === null || reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    const wadah = to === null ? null : await wadahOf(step, to);
    const lines = going.map((turn) => {
      const begins = to === null ? null : { payerId: to.id, enrolmentId: step.newId() };
      return { turn, ...handOver({ ...turn, payerId: from.id }, month, begins) };
    });
    await carryEnrolments(
      step,
      lines.map(({ turn, ended, begun }) => ({
        enrolmentId: turn.enrolmentId,
        untilMonth: ended.untilMonth!,
        next:
          begun === null || to === null || wadah === null
            ? null
            : { ...begun, fundSource: to.fundSource, wadah },
      })),
    );
    const id = step.newId();
    const { regionCode, userId: by } = step.actor;
    const handover = { id, fromPayerId: from.id, toPayerId: to?.id ?? null, month, reason };
    await insertHandover(step.tx, { ...handover, regionCode, by, at: step.now });
    await insertHandoverLines(
      step.tx,
      { regionCode, handoverId: id },
      lines.map(({ turn, begun }) => ({
        personId: turn.personId,
        villageCode: turn.villageCode,
        kecamatanCode: turn.kecamatanCode,
        enrolmentId: turn.enrolmentId,
        stateBefore: turn.state,
        newEnrolmentId: begun?.enrolmentId ?? null,
      })),
    );
    const details = {
      handoverId: id,
      payerId: to?.id ?? null,
      month,
      workers: lines.length,
      staying: countOf(staying),
    };
    await step.audit({ objectType: "payer", objectId: from.id, details });
    return { outcome: "handed-over", handoverId: id, workers: lines.length, staying };
  },
);

const countOf = (staying: HandOverPreview["staying"]) =>
  Object.values(staying).reduce((all, one) => all + one, 0);

type Going = TurnRow & { readonly state: "ready" | "accepted" };
type Plan = {
  readonly from: PayerRow;
  readonly to: PayerRow | null;
  readonly month: Month;
  readonly going: readonly Going[];
  readonly staying: HandOverPreview["staying"];
  readonly reasons: readonly WholeReason[];
};

type Find = (step: Step, id: string) => Promise<PayerRow>;

async function planHandOver(step: Step, { payerId, toPayerId, fromMonth }: Asked, find: Find): Promise<Plan> {
  const month = parseMonth(fromMonth);
  if (month === undefined) throw new AppError("invalid-input", { field: "fromMonth" });
  const from = await find(step, payerId);
  const to = toPayerId === null ? null : await find(step, toPayerId);
  const turns = await listTurns(step.tx, from);
  const judgedTurns = turns.map((turn) => ({ turn, reason: reasonAgainst(turn, to) }));
  const going = judgedTurns.flatMap(({ turn, reason }) => (reason === null ? [turn as Going] : []));
  const staying: Partial<Record<LineReason, number>> = {};
  for (const { reason } of judgedTurns) if (reason !== null) staying[reason] = (staying[reason] ?? 0) + 1;
  const reasons: readonly WholeReason[] = [
    ...(month < monthOf(step.today) ? (["month-in-past"] as const) : []),
    ...(to?.id === from.id ? (["same-payer"] as const) : []),
    ...(to !== null && !takesOver(to.kind) ? (["cannot-take-over"] as const) : []),
    ...(going.length === 0 ? (["nobody"] as const) : []),
  ];
  return { from, to, month, going, staying, reasons };
}

function reasonAgainst(turn: TurnRow, to: PayerRow | null): LineReason | null {
  const reason = reasonAgainstHandOver(turn);
  if (reason !== null || to === null || to.villageCode === null) return reason;
  return to.villageCode === turn.villageCode ? null : "not-its-village";
}

/** Under which code of BPJS the money of the payer enters. */
async function wadahOf({ tx, actor }: Step, { fundSource }: PayerRow): Promise<Wadah> {
  const { enrolment } = await readPricing(tx, actor.regionCode);
  const settled = fundSource === "bumdes" || fundSource === "self" ? "csr" : fundSource;
  return enrolment[`wadah-for-${settled}`].value as Wadah;
}

type Costing = {
  readonly pricing: Pricing;
  readonly month: Month;
  readonly as: (turn: TurnRow) => PayerRow["fundSource"];
};

function costOf(turns: readonly TurnRow[], { pricing, month, as }: Costing): number | null {
  let sum = 0;
  for (const turn of turns) {
    const answer = priceFor(pricing, { fundSource: as(turn), sector: turn.sector, month });
    if (answer.outcome === "no-rate") return null;
    sum += answer.price.total;
  }
  return sum;
}
