import { payrollTexts } from "#language/payroll.ts";
import type { CountedTasks } from "#shell";

const at = (code: keyof typeof payrollTexts.id.tasks, path: string, secondsEach: number): CountedTasks => ({
  [code]: { path, secondsEach, words: (language) => payrollTexts[language].tasks[code] },
});

export const payrollCounts: CountedTasks = {
  ...at("prepare-payroll", "/iuran/potongan", 120),
  ...at("propose-payroll", "/iuran/potongan", 60),
  ...at("decide-payroll", "/iuran/potongan", 180),
  ...at("answer-payroll", "/iuran/potongan", 300),
  ...at("send-remittance", "/iuran/setoran", 180),
  ...at("receive-remittance", "/iuran/setoran", 60),
  ...at("decide-endings", "/iuran/potongan", 60),
  ...at("reconcile-payroll", "/iuran/potongan", 300),
};
