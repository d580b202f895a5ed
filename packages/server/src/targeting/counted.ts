/** One row of the counts, as it is stored. */
export type Counted = {
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly side: "register" | "covered" | "reach";
  readonly dimension: string;
  readonly value: string;
  readonly decileFrom: number | null;
  readonly decileTo: number | null;
  readonly people: number;
  readonly listed: number;
  readonly covered: number;
  readonly variance: number;
  readonly asked: number;
  readonly askedExpected: number;
  readonly unlinked: number;
};
