import type { Month } from "@tuwai/domain/time";
import type { App } from "@tuwai/server/app";
import type { Bpjs } from "./bpjs-office.ts";
import type { CityBook } from "./city-book.ts";

/** One month of the play: the city, its papers, and how far the play is. */
export type Stage = {
  readonly app: App;
  readonly folder: string;
  readonly book: CityBook;
  readonly bpjs: Bpjs;
  readonly month: Month;
  /** How many months were played before this one. */
  readonly index: number;
  /** How much of what grows over the play is there in this month: 0 to 1. */
  readonly grown: number;
  /** The office of the demo's treasurer and sponsor. */
  readonly shownOffice: string;
  /** The month that is shown: some of its work is left to whoever looks. */
  readonly isLast: boolean;
  readonly tell: (line: string) => void;
};
