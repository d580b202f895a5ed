export { type ChosenPairs, choosePairs } from "./choose-pairs.ts";
