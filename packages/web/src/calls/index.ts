export { type Calls, callsFor } from "./calls-for.ts";
