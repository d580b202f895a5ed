export {
  bandOf,
  linkedBands,
  linkQuality,
  type LinkQuality,
  type SampleAnswer,
  sampleAnswers,
  type SampleBand,
  sampleBands,
  type Stratum,
  unlinkedBands,
} from "./estimate.ts";
