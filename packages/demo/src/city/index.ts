export { countedIds } from "./counted-ids.ts";
export type { PlayedMonth } from "./city-book.ts";
export { beginDemoCity, loadDemoCity } from "./load-demo-city.ts";
export { playOn } from "./play-on.ts";
export { isBalanced } from "./played-month.ts";
export { listKeptFiles, preparedCity } from "./prepared-city.ts";
