import { linkQuality, type LinkQuality, type SampleBand, sampleBands } from "@tuwai/domain/link-samples";
import { read } from "#use-case";
import {
  type BandCount,
  countBands,
  countOpenPairs,
  listSamples,
  type SampleRow,
} from "./link-sample.store.ts";

export type LinkSample = SampleRow &
  LinkQuality & {
    readonly bands: readonly Omit<BandCount, "sampleId">[];
    readonly open: number;
  };

/** Every sample by which linking was measured, the newest first, with precision and recall as far as they were answered. */
export const listLinkSamples = read(
  { purpose: "link-samples", permission: "link_review.read" },
  async (step): Promise<{ readonly samples: readonly LinkSample[]; readonly open: number }> => {
    const { tx, actor } = step;
    const samples = await listSamples(tx, actor.regionCode);
    const counts = Map.groupBy(await countBands(tx, actor.regionCode), ({ sampleId }) => sampleId);
    return {
      samples: samples.map((sample) => withQuality(sample, counts.get(sample.id) ?? [])),
      open: await countOpenPairs(tx, step.area),
    };
  },
);

function withQuality(sample: SampleRow, counts: readonly BandCount[]): LinkSample {
  const bands = sampleBands.flatMap((band) => counts.filter((count) => count.band === band));
  const strata = new Map<SampleBand, { size: number; answered: number; same: number; unsure: number }>(
    bands.map((count) => [
      count.band,
      { size: count.size, answered: answeredOf(count), same: count.same, unsure: count.unsure },
    ]),
  );
  const open = bands.reduce((sum, count) => sum + count.drawn - answeredOf(count), 0);
  const { precision, recall } = linkQuality(strata);
  // Whoever has no near record is counted at once, so that a half-answered sample would flatter.
  return { ...sample, precision, recall: open > 0 ? null : recall, bands, open };
}

const answeredOf = ({ same, different, unsure, without }: BandCount) => same + different + unsure + without;
