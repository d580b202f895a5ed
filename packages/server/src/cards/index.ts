export { newCardCode, readCardCode, spellCardCode } from "./card-code.ts";
export { type CardCheck, checkCard } from "./check-card.ts";
export { type CardOutcome, makeCard, replaceCard } from "./make-card.ts";
export { getCard, printCard, type WorkerCard } from "./print-card.ts";
export { cardsFeature } from "./feature.ts";
