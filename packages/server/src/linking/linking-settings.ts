import type { App } from "#app";
import { asSystem } from "#database";
import { insertMissingSettings, listSettings } from "./linking-settings.store.ts";

/** Thresholds by which the machine links, asks, or stays silent. */
export type LinkingSettings = {
  /** From this probability on a link is made without asking, unless someone else comes close. */
  readonly automaticProbability: number;
  /** From this probability on a person is asked; below it nothing is said. */
  readonly questionProbability: number;
  /** Two candidates within this many bits are close: a person decides between them. */
  readonly competitorBits: number;
  /** From this probability on two persons of the lists are put before a person as possibly one. */
  readonly duplicateProbability: number;
};

const measured =
  "Thresholds measured on synthetic lists only (linkage study, sections 2 and 8); to be confirmed by the city with labelled pairs";
const defaults: Readonly<Record<string, number>> = {
  "linking.automatic-probability": 0.99,
  "linking.question-probability": 0.2,
  "linking.competitor-bits": 4,
  "linking.duplicate-probability": 0.9,
};

/** Writes the default thresholds as unconfirmed settings where none stand. Safe to repeat. */
export async function ensureLinkingSettings(app: App): Promise<void> {
  await asSystem(app, (tx) =>
    insertMissingSettings(tx, {
      regionCode: app.config.regionCode,
      at: app.clock.now(),
      source: measured,
      values: defaults,
    }),
  );
}

export async function readLinkingSettings(app: App): Promise<LinkingSettings> {
  const rows = await asSystem(app, (tx) => listSettings(tx, Object.keys(defaults)));
  const valueOf = (name: string): number => {
    const value = rows.find((row) => row.name === name)?.value ?? defaults[name];
    if (typeof value !== "number") throw new RangeError(`setting ${name} is not a number`);
    return value;
  };
  return {
    automaticProbability: valueOf("linking.automatic-probability"),
    questionProbability: valueOf("linking.question-probability"),
    competitorBits: valueOf("linking.competitor-bits"),
    duplicateProbability: valueOf("linking.duplicate-probability"),
  };
}
