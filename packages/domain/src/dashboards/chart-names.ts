/** The charts of a dashboard, in the order of the page; the name stands in addresses, files and notes. */
export const chartNames = [
  "tren",
  "desa",
  "tahap",
  "uang",
  "janji",
  "tepat-waktu",
  "bertahan",
  "kelompok",
  "mutu",
  "klaim",
] as const;
export type ChartName = (typeof chartNames)[number];

export const isChartName = (text: string): text is ChartName =>
  (chartNames as readonly string[]).includes(text);
