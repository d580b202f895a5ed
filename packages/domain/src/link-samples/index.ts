export {
  bandOf,
  linkQuality,
  type LinkQuality,
  type SampleAnswer,
  sampleAnswers,
  type SampleBand,
  sampleBands,
  type Stratum,
} from "./estimate.ts";
