export { loadDemoCity } from "./load-demo-city.ts";
