export { decideSecondLook, type SecondLook, type SecondLookOutcome } from "./decide-second-look.ts";
export { type AskedLook, listSecondLooks } from "./list-second-looks.ts";
export { secondLookFeature } from "./feature.ts";
