import type { App } from "#app";
import { asCity } from "#use-case";
import { type Choice, chooseLinks, type KnownLinks, pairKey, type Proposal } from "./choose-links.ts";
import { describePersons, describeRegistry } from "./describe-people.ts";
import { askQuestions } from "./ask-questions.ts";
import { listJudgedPairs } from "./judged-pair.view.ts";
import { endUnsupportedLinks, listLiveLinks, lockLinks } from "./link.store.ts";
import { linkAutomatically } from "./link-automatically.ts";
import type { LinkingSettings } from "./linking-settings.ts";
import { listDuplicatePersons, type NewQuestion, withdrawQuestions } from "./question.store.ts";
import { linkToRegistry } from "./registry-linkage.ts";
import type { RegistryKind } from "./registry-kind.ts";

export type Reporter = (progress: { readonly done: number; readonly total: number }) => Promise<void>;

const personsPerPortion = 500;

/**
 * Links persons with one registry and writes links and questions portion by portion, each with its audit row in its
 * own transaction. Returns the persons whose best record belongs to somebody else.
 */
export async function linkKind(
  app: App,
  work: {
    readonly kind: RegistryKind;
    readonly personIds: readonly string[];
    readonly settings: LinkingSettings;
    readonly report: Reporter;
  },
): Promise<Choice["sharedRecords"]> {
  const { kind, settings } = work;
  const duplicates = new Set(await asCity(app, "person.link", ({ tx }) => listDuplicatePersons(tx)));
  const personIds = work.personIds.filter((id) => !duplicates.has(id));
  const persons = await describePersons(app, personIds);
  const records = await describeRegistry(app, kind);
  const candidates = await linkToRegistry({
    kind,
    records,
    persons,
    threshold: settings.questionProbability,
  });
  const choice = chooseLinks(candidates, await readKnownLinks(app, kind, personIds), settings);
  for (let from = 0; from < personIds.length; from += personsPerPortion) {
    const portion = personIds.slice(from, from + personsPerPortion);
    await writePortion(app, { kind, portion, choice });
    await work.report({
      done: Math.min(from + personsPerPortion, personIds.length),
      total: personIds.length,
    });
  }
  return choice.sharedRecords;
}

async function writePortion(
  app: App,
  write: { readonly kind: RegistryKind; readonly portion: readonly string[]; readonly choice: Choice },
): Promise<void> {
  const { kind, portion, choice } = write;
  const mine = new Set(portion);
  const links = choice.links.filter((link) => mine.has(link.personId));
  const questions = choice.questions
    .filter((question) => mine.has(question.personId))
    .map((q) => asQuestion(app, q));
  await asCity(app, "person.link", async (step) => {
    const { tx } = step;
    await lockLinks(tx);
    const unsupported = choice.contradicted.filter((id) => mine.has(id));
    const ended = await endUnsupportedLinks(tx, kind, unsupported);
    const linked = await linkAutomatically(step, kind, links);
    await withdrawQuestions(tx, kind, { personIds: portion, keep: questions });
    const asked = await askQuestions(step, kind, questions);
    if (linked.length + asked + ended.length === 0) return;
    await step.audit({
      objectType: "registry",
      objectId: kind,
      details: { linked: linked.length, asked, ended: ended.length },
    });
  });
}

const asQuestion = (app: App, proposal: Proposal): NewQuestion => ({
  ...proposal,
  id: app.newId(),
  otherPersonId: null,
});

/** Contradicted links of persons outside this run are none of its business: only `personIds` count as linked here. */
async function readKnownLinks(
  app: App,
  kind: RegistryKind,
  personIds: readonly string[],
): Promise<KnownLinks> {
  const mine = new Set(personIds);
  const links = await asCity(app, "person.link", ({ tx }) => listLiveLinks(tx, kind));
  const judged = await asCity(app, "person.link", ({ tx }) => listJudgedPairs(tx, kind));
  const pairsJudged = (verdict: string) =>
    new Set(
      judged.filter((pair) => pair.verdict === verdict).map((pair) => pairKey(pair.personId, pair.recordId)),
    );
  return {
    recordOf: new Map(
      links.filter((link) => mine.has(link.personId)).map((link) => [link.personId, link.recordId]),
    ),
    personOf: new Map(links.map((link) => [link.recordId, link.personId])),
    refused: pairsJudged("different"),
    unsure: pairsJudged("unsure"),
    askOnly: pairsJudged("ask-only"),
  };
}
