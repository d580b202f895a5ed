export { loadDemoCity } from "./load-demo-city.ts";
export { demoPassword } from "./demo-accounts.ts";
