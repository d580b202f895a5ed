import { sampleBands } from "@tuwai/domain/link-samples";
import type { App } from "#app";
import { linkingModel, nearestRecords } from "#linking";
import { asCity, change, type Operation } from "#use-case";
import type { WorkPayloads } from "#work";
import { fillSample, findUnfilled, insertSample, listSamples, orderBySeed } from "./link-sample.store.ts";
import { type Drawable, listDrawable } from "./sampled.view.ts";

/** Enough for an interval of about ten points in the band that holds nearly everybody, and an hour of somebody's time. */
const perBand = 30;

export type DrawSampleOutcome =
  | { readonly outcome: "drawn" }
  | { readonly outcome: "refused"; readonly reasons: readonly ["still-drawing"] };

/** Asks for a new sample; it is drawn in the background by a seed that the database makes and keeps. Nobody chooses whom. */
export const drawLinkSample = change(
  { name: "link-sample.draw", permission: "link_review.decide" },
  async (step, _input: Operation): Promise<DrawSampleOutcome> => {
    const samples = await listSamples(step.tx, step.actor.regionCode);
    if (samples.some(({ filledAt }) => filledAt === null))
      return step.unchanged({ outcome: "refused", reasons: ["still-drawing"] });
    const sampleId = step.newId();
    await insertSample(step, { id: sampleId, kind: "dtsen", model: linkingModel(), perBand });
    await step.audit({ objectType: "link-sample", objectId: sampleId, details: { count: perBand } });
    await step.follow("link-samples.fill", { sampleId });
    return { outcome: "drawn" };
  },
);

/**
 * Handler of `link-samples.fill`: draws so many of every band, and finds the nearest record of those whom nothing links. Repeating it
 * changes nothing.
 */
export async function fillLinkSample(
  app: App,
  { sampleId }: WorkPayloads["link-samples.fill"],
): Promise<void> {
  const drawn = await asCity(app, "link-sample.fill", async ({ tx }) => {
    const sample = await findUnfilled(tx, sampleId);
    if (sample === undefined) return null;
    const all = Map.groupBy(await listDrawable(tx, sample.kind), ({ band }) => band);
    const chosen: Drawable[] = [];
    for (const band of sampleBands) {
      const members = new Map((all.get(band) ?? []).map((each) => [each.personId, each]));
      const ids = await orderBySeed(tx, sample.seed, [...members.keys()], sample.perBand);
      chosen.push(...ids.map((id) => members.get(id)!));
    }
    const sizes = sampleBands.map((band) => ({ band, size: all.get(band)?.length ?? 0 }));
    return { kind: sample.kind, sizes, chosen };
  });
  if (drawn === null) return;
  const silent = drawn.chosen.filter(({ recordId }) => recordId === null).map(({ personId }) => personId);
  const nearest = await nearestRecords(app, drawn.kind, silent);
  const pairs = drawn.chosen.map((each) => ({
    ...each,
    ...(each.recordId === null ? nearest.get(each.personId) : {}),
    id: app.newId(),
  }));
  await asCity(app, "link-sample.fill", async (step) => {
    if ((await findUnfilled(step.tx, sampleId)) === undefined) return;
    await fillSample(step, sampleId, { sizes: drawn.sizes, pairs });
    await step.audit({ objectType: "link-sample", objectId: sampleId, details: { count: pairs.length } });
  });
}
