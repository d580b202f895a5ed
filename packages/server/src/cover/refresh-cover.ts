import type { RegistrationAge } from "@tuwai/domain/contributions";
import { type CoverExplanation, type CoverSettings, explainCover, fullMonths } from "@tuwai/domain/cover";
import { type CivilDate, firstDay } from "@tuwai/domain/time";
import type { App } from "#app";
import type { Tx } from "#database";
import { asCity } from "#use-case";
import type { WorkPayloads } from "#work";
import { coverInputOf } from "./cover-input-of.ts";
import { gatherEvidence } from "./gather-evidence.ts";
import {
  listStoredCover,
  lockRefresh,
  type PlacedCover,
  replaceStoredCover,
  type StoredCover,
} from "./cover-state.store.ts";
import { type CoverSubject, listKept, listSubjects, listWithRefunds } from "./cover-subject.view.ts";
import { readCoverSettings } from "./read-cover-settings.ts";

const personsPerStep = 500;

/** Handler of `cover.refresh`: folds these persons' evidence anew and publishes coverage when an answer changed. */
export async function refreshCover(
  app: App,
  payload: WorkPayloads["cover.refresh"],
): Promise<{ readonly changed: number }> {
  const personIds = [...new Set(payload.personIds)];
  let changed = 0;
  for (let from = 0; from < personIds.length; from += personsPerStep) {
    changed += await refreshStep(app, personIds.slice(from, from + personsPerStep));
  }
  if (changed > 0) await publishCoverage(app);
  return { changed };
}

/** One person's evidence folded on a day; absent when there is no evidence at all. */
export async function explainSubjects(
  tx: Tx,
  subjects: readonly CoverSubject[],
  on: CivilDate,
  { ages, ...settings }: CoverSettings & { readonly ages?: RegistrationAge },
): Promise<ReadonlyMap<string, CoverExplanation>> {
  const answers = new Map<string, CoverExplanation>();
  for (const [id, evidence] of await gatherEvidence(tx, subjects)) {
    if (evidence.events.length + evidence.memberships.length === 0) continue;
    answers.set(id, explainCover(coverInputOf(evidence), on, settings, ages));
  }
  return answers;
}

/** Folds the evidence of these persons anew, in one transaction; says how many answers changed. */
export function refreshStep(app: App, asked: readonly string[]): Promise<number> {
  return asCity(app, "cover.refresh", async ({ tx, actor, now, today, follow }) => {
    await lockRefresh(tx);
    const personIds = [...new Set([...asked, ...(await listKept(tx, asked))])];
    const subjects = await listSubjects(tx, personIds);
    const settings = await readCoverSettings(tx, actor.regionCode);
    const explained = await explainSubjects(tx, subjects, today, settings);
    const answers = subjects.flatMap((subject) => {
      const answer = explained.get(subject.id);
      return answer === undefined ? [] : [placedCoverOf(subject, answer)];
    });
    const before = fingerprints(await listStoredCover(tx, personIds));
    const after = fingerprints(answers);
    await replaceStoredCover(tx, personIds, answers, { regionCode: actor.regionCode, asOf: today, at: now });
    // Who pays and what had to be told changes with the day as well, whatever the answer.
    await follow("arrears.refresh", { personIds });
    await follow("certificates.review", { personIds });
    const refunded = personIds.filter((id) => (explained.get(id)?.refunds.length ?? 0) > 0);
    const owing = [...new Set([...refunded, ...(await listWithRefunds(tx, personIds))])];
    if (owing.length > 0) await follow("refunds.refresh", { personIds: owing });
    return personIds.filter((id) => before.get(id) !== after.get(id)).length;
  });
}

function placedCoverOf(
  { id: personId, villageCode, kecamatanCode }: CoverSubject,
  explanation: CoverExplanation,
): PlacedCover {
  const { state, countsAsCovered, standsBeside, dates, marks } = explanation;
  // Which children's scholarship is near is asked of the one worker, never of lists.
  const { scholarshipFrom: _, ...days } = dates;
  const full = fullMonths(explanation).map(firstDay);
  return {
    personId,
    villageCode,
    kecamatanCode,
    state,
    countsAsCovered,
    standsBeside,
    ...days,
    fullMonths: full,
    marksFrom: marks.from === null ? null : firstDay(marks.from),
    marks: marks.letters,
  };
}

function fingerprints(rows: readonly StoredCover[]): ReadonlyMap<string, string> {
  return new Map(
    rows.map((row) => {
      const { state, countsAsCovered, standsBeside, coveredFrom, paidUntil, dueOn } = row;
      const { fullDeathBenefitFrom, safeRescueDay, lastRescueDay, endsOn, marksFrom, marks } = row;
      const days = [
        coveredFrom,
        paidUntil,
        dueOn,
        fullDeathBenefitFrom,
        safeRescueDay,
        lastRescueDay,
        endsOn,
        marksFrom,
        marks,
      ];
      return [row.personId, [state, countsAsCovered, standsBeside, ...days].join("|")];
    }),
  );
}

/** Asks for figures to be counted and coverage to be published, as an answer changed. */
export function publishCoverage(app: App): Promise<void> {
  return asCity(app, "cover.refresh", async (step) => {
    await step.follow("figures.refresh", {});
    await step.follow("coverage.publish", {});
  });
}
