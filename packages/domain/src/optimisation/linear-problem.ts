/** One amount to be chosen: its bounds, and in which rows it stands with which factor. */
export type Column = {
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
  readonly rows: readonly (readonly [row: number, factor: number])[];
};

/** Choose every column within its bounds and every row within its own, so that the sum of cost × amount is largest. */
export type LinearProblem = {
  readonly rows: readonly { readonly lower: number; readonly upper: number }[];
  readonly columns: readonly Column[];
  /** True where whole amounts have to be asked for; a flow through a network is whole by itself. */
  readonly isWhole: boolean;
};

/** Amounts in the order of the columns; undefined where there is no best answer or it was not found. Asked from outside. */
export type Solve = (problem: LinearProblem) => readonly number[] | undefined;

/** How far an amount may be from a whole number to be taken for it. */
const NEARLY = 1e-5;

/** The amounts as whole numbers; undefined where one is not. */
export function wholeAmounts(amounts: readonly number[] | undefined): readonly number[] | undefined {
  if (amounts === undefined) return undefined;
  const whole = amounts.map((amount) => Math.round(amount));
  return whole.every((amount, at) => Math.abs(amount - amounts[at]!) < NEARLY) ? whole : undefined;
}
