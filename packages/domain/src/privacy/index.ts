export { stopBy } from "./stop-by.ts";
