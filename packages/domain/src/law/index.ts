export type { Mark, RateSource } from "./rate-source.ts";
