export {
  answerSamplePair,
  type BlindPair,
  nextSamplePair,
  type SampleAnswerOutcome,
  undoSampleAnswer,
} from "./answer-sample-pair.ts";
export { drawLinkSample, type DrawSampleOutcome, fillLinkSample } from "./draw-link-sample.ts";
export { type LinkSample, listLinkSamples } from "./list-link-samples.ts";
export { linkSamplesFeature } from "./feature.ts";
