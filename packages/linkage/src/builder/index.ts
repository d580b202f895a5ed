export { type ModelMakers, type ModelSpec, buildModel } from "./build-model.ts";
export { type BuiltLevel, type LevelExtras, type LevelMakers } from "./level-makers.ts";
export { dateOf, digitsOnly, plainText, wordSet } from "./column-features.ts";
