import { type FollowedLine, followRefunds, type FoundRefund, keyedRefunds } from "@tuwai/domain/refunds";
import type { App } from "#app";
import { type ExplainedPerson, explainPersons } from "#cover";
import { lockCity } from "#database";
import { asCity, type Step } from "#use-case";
import type { WorkPayloads } from "#work";
import { listPaidUnder, type PaidUnder } from "./paid-enrolment.view.ts";
import { closeLines, insertLines, lockKeptLines, type NewLine, renewLines } from "./refund-line.store.ts";

const personsPerStep = 500;

/**
 * Handler of `refunds.refresh`, after the cover clock looked at these persons: what it finds has a line, and a line whose evidence is gone
 * is closed. Read from the evidence as it stands today, however late, and a second look changes nothing.
 */
export async function refreshRefunds(app: App, payload: WorkPayloads["refunds.refresh"]): Promise<void> {
  const personIds = [...new Set(payload.personIds)];
  for (let from = 0; from < personIds.length; from += personsPerStep) {
    const part = personIds.slice(from, from + personsPerStep);
    await asCity(app, "refunds.refresh", (step) => refreshStep(step, part));
  }
}

async function refreshStep(step: Step, asked: readonly string[]): Promise<void> {
  const { tx, now: at, actor } = step;
  await lockCity(tx, "refunds-refresh");
  const explained = await explainPersons(step, asked);
  const personIds = [...new Set([...asked, ...explained.map(({ subject }) => subject.id)])];
  const kept = Map.groupBy(await lockKeptLines(tx, personIds), ({ personId }) => personId);
  const found = new Map(explained.map((one) => [one.subject.id, one]));
  const paid = Map.groupBy(await listPaidUnder(tx, personIds), ({ personId }) => personId);
  const plans = personIds.map((personId) => {
    const one = found.get(personId);
    const refunds = one === undefined ? [] : keyedRefunds(one.explanation.refunds);
    return { one, plan: followRefunds(refunds, kept.get(personId) ?? []), paid: paid.get(personId) ?? [] };
  });
  const all = <Of>(of: (plan: FollowedLine) => readonly Of[]) => plans.flatMap(({ plan }) => of(plan));
  const lines = plans.flatMap(({ one, plan, paid: own }) =>
    one === undefined ? [] : plan.add.map((refund) => lineOf(step, one.subject, { refund, paid: own })),
  );
  if (lines.length > 0) await insertLines(tx, { regionCode: actor.regionCode, at }, lines);
  const [close, renew] = [all((plan) => plan.close), all((plan) => plan.renew)];
  if (close.length > 0) await closeLines(tx, close, at);
  if (renew.length > 0) await renewLines(tx, renew);
}

type Paid = { readonly refund: FoundRefund; readonly paid: readonly PaidUnder[] };

function lineOf(step: Step, subject: ExplainedPerson["subject"], { refund, paid }: Paid): NewLine {
  const { key, month, on, payer, amount, reason } = refund;
  const under = paid.findLast((one) => one.month === month && one.on === on);
  return {
    id: step.newId(),
    personId: subject.id,
    villageCode: subject.villageCode,
    kecamatanCode: subject.kecamatanCode,
    key,
    month,
    on,
    payer,
    enrolmentId: under?.enrolmentId ?? null,
    payerAccount: under?.payerAccount ?? null,
    amount,
    reason,
  };
}
