export { stopBy } from "./stop-by.ts";
export { isTooFewOfAnOffice } from "./few.ts";
