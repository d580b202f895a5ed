export { exportUnrecorded, type UnrecordedWords } from "./export-unrecorded.ts";
export { listUnrecorded, type ShownUnrecorded, type UnrecordedMonth } from "./list-unrecorded.ts";
export { unrecordedFeature } from "./feature.ts";
