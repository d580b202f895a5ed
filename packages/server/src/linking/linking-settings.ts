import { type App, systemActor } from "#app";
import { asSystem } from "#database";
import { readSettings, writeMissingSettings } from "#settings";

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
const unconfirmed = (value: number) => ({ value, confirmed: false });
const defaults = {
  "linking.automatic-probability": unconfirmed(0.99),
  "linking.question-probability": unconfirmed(0.2),
  "linking.competitor-bits": unconfirmed(4),
  "linking.duplicate-probability": unconfirmed(0.9),
};

/** Writes the default thresholds as unconfirmed settings where none stand. Safe to repeat. */
export function ensureLinkingSettings(app: App): Promise<void> {
  return writeMissingSettings(app, defaults, () => measured);
}

export async function readLinkingSettings(app: App): Promise<LinkingSettings> {
  const { regionCode } = systemActor(app.config.regionCode);
  const stored = await asSystem(app, (tx) => readSettings(tx, regionCode, defaults));
  return {
    automaticProbability: stored["linking.automatic-probability"].value,
    questionProbability: stored["linking.question-probability"].value,
    competitorBits: stored["linking.competitor-bits"].value,
    duplicateProbability: stored["linking.duplicate-probability"].value,
  };
}
