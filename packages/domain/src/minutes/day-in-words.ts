import { terbilang } from "#money";
import { civilDate, type CivilDate, nameOfMonth, weekdayName } from "#time";

/** "Jumat tanggal delapan belas bulan Desember tahun dua ribu dua puluh enam (18-12-2026)". */
export function dayInWords(day: CivilDate): string {
  const [year, month, date] = [day.slice(0, 4), day.slice(5, 7), day.slice(8, 10)];
  const on = civilDate(day);
  return `${weekdayName(on)} tanggal ${terbilang(Number(date))} bulan ${nameOfMonth(on)} tahun ${terbilang(Number(year))} (${date}-${month}-${year})`;
}
