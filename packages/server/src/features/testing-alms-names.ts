import { indicatorNames } from "./testing-indicator-words.ts";

/** Things of which no thread has any: an id that is nobody's, under each of their names. */
export const almsNames = (id: string) => ({
  ...indicatorNames(id),
  targetingDecisionId: id,
  samplePairId: id,
  campaignId: id,
  campaignCode: id,
  almsRoundCode: id,
  almsPledgeCode: id,
  receiptId: id,
  receiptCode: id,
  childIds: [id],
});
