export {
  forMonths,
  fractionOf,
  multiplyRupiah,
  rupiah,
  rupiahPerMonth,
  subtractRupiah,
  sumRupiah,
  type Rupiah,
  type RupiahPerMonth,
} from "./rupiah.ts";
export { splitRupiah } from "./split-rupiah.ts";
export { terbilang } from "./terbilang.ts";
