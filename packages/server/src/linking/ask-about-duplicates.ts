import type { App } from "#app";
import { asCity } from "#use-case";
import { askQuestions } from "./ask-questions.ts";
import type { Choice } from "./choose-links.ts";
import { describePersons } from "./describe-people.ts";
import { listLiveLinks, lockLinks } from "./link.store.ts";
import type { LinkingSettings } from "./linking-settings.ts";
import { listSameNikPairs } from "./living.view.ts";
import { type NewQuestion, withdrawQuestions } from "./question.store.ts";
import { type Candidate, type EvidenceCode, findDuplicates } from "./registry-linkage.ts";

const personsPerPortion = 500;

/**
 * Asks whether two persons of the lists are one human being: same NIK, strongly alike, or both the best claim to one
 * registry record. Nobody is merged; the village only ever hears that its row is being looked at.
 */
export async function askAboutDuplicates(
  app: App,
  work: {
    readonly personIds: readonly string[];
    readonly shared: Choice["sharedRecords"];
    readonly settings: LinkingSettings;
    /** False after a registry came in: then only new claims to one record are asked about. */
    readonly compare: boolean;
  },
): Promise<void> {
  const pairs = new Map<string, NewQuestion>();
  const add = (pair: Pair) => {
    const question = asQuestion(app, pair);
    const key = `${question.personId} ${question.otherPersonId}`;
    if (!pairs.has(key)) pairs.set(key, question);
  };
  if (work.compare) for (const pair of await comparedPairs(app, work)) add(pair);
  for (const claim of work.shared) add(sharedRecordPair(claim));
  const questions = [...pairs.values()];
  for (let from = 0; from < work.personIds.length; from += personsPerPortion) {
    const portion = new Set(work.personIds.slice(from, from + personsPerPortion));
    const mine = questions.filter((q) => portion.has(q.personId) || portion.has(q.otherPersonId!));
    await asCity(app, "person.duplicate-question", async (step) => {
      const { tx } = step;
      await lockLinks(tx);
      if (work.compare) await withdrawQuestions(tx, "person", { personIds: [...portion], keep: questions });
      const asked = await askQuestions(step, "person", mine);
      if (asked === 0) return;
      await step.audit({
        objectType: "registry",
        objectId: "person",
        details: { asked },
      });
    });
  }
}

type Pair = {
  readonly a: string;
  readonly b: string;
  readonly probability: number;
  readonly weight: number;
  readonly evidence: readonly EvidenceCode[];
};

async function comparedPairs(
  app: App,
  work: { readonly personIds: readonly string[]; readonly settings: LinkingSettings },
): Promise<readonly Pair[]> {
  const everyone = await describePersons(app, null);
  const mine = new Set(work.personIds);
  const alike = await findDuplicates({
    everyone,
    persons: everyone.filter((person) => mine.has(person.id)),
    threshold: work.settings.duplicateProbability,
  });
  const records = new Map(
    (await asCity(app, "person.duplicate-question", ({ tx }) => listLiveLinks(tx, "dtsen"))).map((link) => [
      link.personId,
      link.recordId,
    ]),
  );
  const differentRecords = ({ leftId, personId }: Candidate) => records.has(leftId) && records.has(personId);
  const sameNik = await asCity(app, "person.duplicate-question", ({ tx }) =>
    listSameNikPairs(tx, work.personIds),
  );
  return [
    ...alike
      .filter((pair) => !differentRecords(pair))
      .map((pair) => ({ ...pair, a: pair.personId, b: pair.leftId, probability: pair.pairProbability })),
    ...sameNik.map((pair) => ({
      a: pair.personId,
      b: pair.otherPersonId,
      probability: 1,
      weight: 0,
      evidence: [{ comparison: "nik", level: "same", bits: 0 }],
    })),
  ];
}

function sharedRecordPair(claim: Choice["sharedRecords"][number]): Pair {
  const evidence = [{ comparison: "registry", level: "same-record", bits: 0 }];
  return { a: claim.personId, b: claim.otherPersonId, probability: claim.probability, weight: 0, evidence };
}

/** The later-born row asks about the earlier one, so that a pair is one question whichever side was touched. */
function asQuestion(app: App, pair: Pair): NewQuestion {
  const [personId, otherPersonId] = pair.a > pair.b ? [pair.a, pair.b] : [pair.b, pair.a];
  const { probability, weight, evidence } = pair;
  return {
    id: app.newId(),
    personId,
    recordId: null,
    otherPersonId,
    probability,
    weight,
    evidence,
  };
}
