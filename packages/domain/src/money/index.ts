export { amountInWords, numberInFigures, rupiahInFigures } from "./amount-in-words.ts";
export {
  forMonths,
  fractionOf,
  multiplyRupiah,
  rupiah,
  rupiahPerMonth,
  sumRupiah,
  type Rupiah,
  type RupiahPerMonth,
} from "./rupiah.ts";
export { terbilang } from "./terbilang.ts";
