import { readOccupation } from "@tuwai/domain/occupations";
import type { App } from "#app";
import { asCity } from "#use-case";
import { occupationMeaning } from "./occupation-meaning.ts";
import { resolvePersons } from "./resolve-persons.ts";
import { listPersonsOfWork, listWrittenWork } from "./written-work.store.ts";

const personsPerPortion = 500;

/**
 * Handler of `people.reread-work`: whoever's written work is read otherwise than it was, because somebody said what the word
 * means or because we learnt more words, is computed anew and judged anew. Portions commit one by one; repeating changes nothing.
 */
export async function rereadWork(app: App): Promise<void> {
  const personIds = await asCity(app, "people.reread-work", async ({ tx }) => {
    const meansOf = await occupationMeaning(tx);
    const changed = (await listWrittenWork(tx)).filter(({ text, occupationGroup, sector }) => {
      const read = readOccupation(text, meansOf);
      return read.group !== occupationGroup || read.sector !== sector;
    });
    return listPersonsOfWork(
      tx,
      changed.map(({ text }) => text),
    );
  });
  for (let from = 0; from < personIds.length; from += personsPerPortion) {
    const portion = personIds.slice(from, from + personsPerPortion);
    await asCity(app, "people.reread-work", async (step) => {
      await resolvePersons(step, portion);
      await step.follow("eligibility.judge", { personIds: portion });
    });
  }
}
