import {
  askedFigure,
  type AskedFigure,
  type FamilyAnswer,
  receivedAnswers,
  sampleOf,
  shareOut,
} from "@tuwai/domain/aftercare";
import { addMonths, type CivilDate } from "@tuwai/domain/time";
import { AppError, isUuid, readNote } from "#app";
import { type FollowedClaim, listFollowedClaims } from "#claims";
import { change, type Operation, read, type Step } from "#use-case";
import { listAskedClaims } from "./asked-claim.view.ts";
import { readAftercareSettings } from "./aftercare-settings.ts";
import {
  answerAsked,
  type AskedRow,
  type AskedSample,
  drawFamilies,
  findAsked,
  insertSample,
  listAskedFamilies,
  listSamples,
} from "./asked.store.ts";

export type DrawOutcome =
  | { readonly outcome: "drawn"; readonly drawn: number; readonly population: number }
  | { readonly outcome: "refused"; readonly reasons: readonly ["nobody-paid"] };

/** The samples and whom they drew. */
async function asked({ tx }: Step) {
  const samples = await listSamples(tx);
  const families = await listAskedFamilies(
    tx,
    samples.map(({ id }) => id),
  );
  return { samples, families };
}

/** Paid within a year, and in no sample yet. */
async function askable(
  { tx, area, today }: Step,
  families: readonly AskedRow[],
): Promise<readonly FollowedClaim[]> {
  const known = new Set(families.map(({ claimId }) => claimId));
  const from: CivilDate = addMonths(today, -12);
  const claims = await listFollowedClaims(tx, area, addMonths(today, -60));
  return claims.filter(
    ({ claimId, lastReceivedOn }) => lastReceivedOn !== null && lastReceivedOn >= from && !known.has(claimId),
  );
}

/**
 * Draws who is asked of the families whom BPJS paid within a year, by kecamatan, with a seed that the database makes and keeps. Nobody
 * chooses whom.
 */
export const drawAskedFamilies = change(
  { name: "asked-families.draw", permission: "aftercare.ask" },
  async (step, _input: Operation): Promise<DrawOutcome> => {
    const families = await askable(step, (await asked(step)).families);
    const population = families.length;
    if (population === 0) return step.unchanged({ outcome: "refused", reasons: ["nobody-paid"] });
    const settings = await readAftercareSettings(step.tx, step.actor.regionCode);
    const terms = { confidence: 90 as const, marginPercent: settings["asked-sample-margin-percent"].value };
    const strata = Map.groupBy(families, ({ kecamatanCode }) => kecamatanCode);
    const sizes = Object.fromEntries([...strata].map(([name, own]) => [name, own.length]));
    const share = shareOut(sampleOf(population, terms), sizes);
    const id = step.newId();
    await insertSample(step, { id, ...terms, population });
    const drawn = await drawFamilies(
      step,
      id,
      families.map(({ claimId, villageCode, kecamatanCode }) => ({
        id: step.newId(),
        claimId,
        villageCode,
        kecamatanCode,
        stratum: kecamatanCode,
        of: share[kecamatanCode] ?? 0,
      })),
    );
    await step.audit({
      objectType: "asked_sample",
      objectId: id,
      details: { people: population, count: drawn },
    });
    return { outcome: "drawn", drawn, population };
  },
);

export type AskOutcome =
  | { readonly outcome: "answered" }
  | { readonly outcome: "refused"; readonly reasons: readonly ("without-answer" | "answered-already")[] };

/** What a family said to somebody who had no part in its case. Throws `not-found`. */
export const answerForFamily = change(
  { name: "asked-families.answer", permission: "aftercare.ask" },
  async (
    step,
    input: Operation & {
      readonly askedId: string;
      readonly received: string;
      readonly inTime: string;
      readonly demanded: string;
      readonly note?: string;
    },
  ): Promise<AskOutcome> => {
    const row = isUuid(input.askedId) ? await findAsked(step.tx, input.askedId) : undefined;
    if (row === undefined) throw new AppError("not-found");
    if (row.answer !== null) return step.unchanged({ outcome: "refused", reasons: ["answered-already"] });
    const received = receivedAnswers.find((known) => known === input.received);
    const [inTime, demanded] = [yesNo(input.inTime), yesNo(input.demanded)];
    if (received === undefined || inTime === null || demanded === null)
      return step.unchanged({ outcome: "refused", reasons: ["without-answer"] });
    await answerAsked(step, row.id, { received, inTime, demanded }, readNote(input.note ?? "") ?? null);
    await step.audit({ objectType: "asked_sample", objectId: row.sampleId, details: {} });
    return { outcome: "answered" };
  },
);

const yesNo = (typed: string): boolean | null => ({ yes: true, no: false })[typed] ?? null;

export type AskedFamily = {
  readonly askedId: string;
  readonly claimCode: string;
  readonly villageCode: string;
  readonly answer: FamilyAnswer | null;
  readonly hasNote: boolean;
};
export type AskedSamples = {
  readonly waiting: number;
  /** Families that a new sample would be drawn from. */
  readonly askable: number;
  readonly samples: readonly (AskedSample & {
    readonly figure: AskedFigure;
    readonly families: readonly AskedFamily[];
  })[];
};

/** The samples with their figures, and whom each drew. */
export const listAskedSamples = read(
  { purpose: "asked-families", permission: "aftercare.ask" },
  async (step): Promise<AskedSamples> => {
    const { samples, families } = await asked(step);
    const claims = await listAskedClaims(
      step.tx,
      step.area,
      families.map(({ claimId }) => claimId),
    );
    const personIds = [...claims.values()].map(({ personId }) => personId);
    await step.seen({ personIds, fields: ["village", "claim_flag"] });
    return {
      waiting: families.filter(({ answer }) => answer === null).length,
      askable: (await askable(step, families)).length,
      samples: samples.map((sample) => {
        const own = families.filter(({ sampleId }) => sampleId === sample.id);
        return {
          ...sample,
          figure: askedFigure(own.map(({ answer }) => answer)),
          families: own.map(({ id: askedId, claimId, villageCode, answer, hasNote }) => ({
            askedId,
            claimCode: claims.get(claimId)?.code ?? "",
            villageCode,
            answer,
            hasNote,
          })),
        };
      }),
    };
  },
);
