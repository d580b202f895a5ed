export { loadDemoCity } from "./load-demo-city.ts";
export { listKeptFiles, preparedCity } from "./prepared-city.ts";
export { countedIds } from "./counted-ids.ts";
