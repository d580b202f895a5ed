import { rescueAlarms } from "@tuwai/domain/arrears";
import type { Alarm } from "@tuwai/domain/cover";
import type { CivilDate, Month } from "@tuwai/domain/time";
import type { App } from "#app";
import { priceList, readPricing } from "#contributions";
import { explainPersons } from "#cover";
import { asCity, type Step } from "#use-case";
import type { WorkPayloads } from "#work";
import { settleAlarms, type StandingAlarm } from "./alarm.store.ts";
import { lockArrears, type NewArrears, replaceArrears } from "./arrears.store.ts";
import { judgeArrears, type JudgedArrears } from "./judge-arrears.ts";
import { listConcerned, listPayers } from "./payer.view.ts";

const personsPerStep = 500;

/**
 * Handler of `arrears.refresh`, after the cover clock looked at these persons: who is about to lose cover, and what has to be told.
 * Both are read from the evidence as it stands today, so that work which comes days late misses nothing and repeats nothing.
 */
export async function refreshArrears(app: App, payload: WorkPayloads["arrears.refresh"]): Promise<void> {
  const personIds = [...new Set(payload.personIds)];
  for (let from = 0; from < personIds.length; from += personsPerStep) {
    const part = personIds.slice(from, from + personsPerStep);
    await asCity(app, "arrears.refresh", (step) => refreshStep(step, part));
  }
}

async function refreshStep(step: Step, asked: readonly string[]): Promise<void> {
  const { tx, actor, now, today } = step;
  await lockArrears(tx);
  const concerned = await listConcerned(tx, asked);
  if (concerned.length === 0) return;
  const found = await explainPersons(step, concerned);
  const personIds = [...new Set([...concerned, ...found.map(({ subject }) => subject.id)])];
  const payers = new Map((await listPayers(tx, personIds)).map((payer) => [payer.personId, payer]));
  const priceIn = priceList(await readPricing(tx, actor.regionCode));
  const arrears: NewArrears[] = [];
  const alarms: StandingAlarm[] = [];
  for (const { subject, explanation } of found) {
    const { id: personId, villageCode, kecamatanCode } = subject;
    const place = { personId, villageCode, kecamatanCode };
    const payer = payers.get(personId);
    const priceOf = (month: Month) => (payer === undefined ? undefined : priceIn({ ...payer, month }));
    const judged = judgeArrears(explanation, payer, today, priceOf);
    if (judged !== null) arrears.push({ ...place, ...judged });
    const standing = [...explanation.alarms, ...thresholdsPassed(judged, explanation.alarms, today)];
    alarms.push(...standing.map(({ code, on }) => ({ ...place, code, dueOn: on })));
  }
  await replaceArrears(tx, personIds, arrears, { regionCode: actor.regionCode, asOf: today, at: now });
  await settleAlarms(tx, personIds, alarms, { regionCode: actor.regionCode, at: now });
}

/** Thresholds that whoever owes, or has nobody who pays, has passed since then. */
function thresholdsPassed(judged: JudgedArrears | null, alarms: readonly Alarm[], on: CivilDate) {
  if (judged === null || judged.safeRescueDay === null || judged.endsOn <= on) return [];
  const unpaid = alarms.find(({ code }) => code === "unpaid")?.on;
  const [since] = [unpaid, judged.payerUntil].flatMap((day) => (day == null ? [] : [day])).toSorted();
  return since === undefined ? [] : rescueAlarms({ safeRescueDay: judged.safeRescueDay, since, on });
}
