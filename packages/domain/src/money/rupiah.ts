/** A whole number of rupiah, a total. Below 10^15 in size, so that every sum stays exact. */
export type Rupiah = number & { readonly "~brand": "Rupiah" };

/** Rupiah due for each month: another unit than a total, so the two do not add. `forMonths` turns it into one. */
export type RupiahPerMonth = number & { readonly "~brand": "RupiahPerMonth" };

type Money = Rupiah | RupiahPerMonth;

const limit = 1e15;

/** The number as rupiah. Throws a RangeError for fractions and for 10^15 and above. */
export function rupiah(amount: number): Rupiah {
  return checked(amount) as Rupiah;
}

/** The number as rupiah each month, under the same limits as `rupiah`. */
export function rupiahPerMonth(amount: number): RupiahPerMonth {
  return checked(amount) as RupiahPerMonth;
}

/** Their sum, in the same unit; zero for none. Throws a RangeError when it leaves the range. */
export function sumRupiah<Unit extends Money>(amounts: readonly Unit[]): Unit {
  return amounts.reduce<number>((total, amount) => checked(total + amount), 0) as Unit;
}

/** The amount a whole number of times: heads, or pieces. */
export function multiplyRupiah<Unit extends Money>(amount: Unit, times: number): Unit {
  if (!Number.isSafeInteger(times)) throw new RangeError("an amount is multiplied by whole numbers only");
  return checked(amount * times) as Unit;
}

/** What `months` months cost. */
export function forMonths(price: RupiahPerMonth, months: number): Rupiah {
  return rupiah(multiplyRupiah(price, months));
}

/**
 * The fraction `numerator / denominator` of an amount, exact, with halves rounded up (away from zero, so that a
 * reversal is the exact mirror of what it reverses). 0.24 % is 24 / 10,000.
 */
export function fractionOf<Unit extends Money>(amount: Unit, numerator: number, denominator: number): Unit {
  if (
    !Number.isSafeInteger(numerator) ||
    !Number.isSafeInteger(denominator) ||
    numerator < 0 ||
    denominator < 1
  ) {
    throw new RangeError("a fraction needs a whole numerator from 0 and a whole denominator from 1");
  }
  const twice = BigInt(Math.abs(amount)) * BigInt(numerator) * 2n;
  const size = Number((twice + BigInt(denominator)) / (BigInt(denominator) * 2n));
  return checked(amount < 0 ? -size : size) as Unit;
}

/** Keeps arithmetic inside whole numbers below 10^15, and turns the minus zero of JavaScript into zero. */
function checked(amount: number): number {
  if (!Number.isInteger(amount)) throw new RangeError("rupiah are whole numbers");
  if (Math.abs(amount) >= limit) throw new RangeError("rupiah stay below 10^15");
  return amount === 0 ? 0 : amount;
}
