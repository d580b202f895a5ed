import { terbilang } from "@tuwai/domain/money";
import { CommandError } from "./command-error.ts";
import type { AddCommands } from "./command-feature.ts";

/** `tuwai terbilang 16.800`: a whole number below 10^15 in Indonesian words. */
export const addTerbilangCommands: AddCommands = (program, reply) => {
  program
    .command("terbilang <bilangan>")
    .summary("Ejaan sebuah bilangan dengan huruf")
    .description("Mengeja bilangan bulat, misalnya 16800, 16.800 atau Rp16.800; bilangan negatif boleh")
    .option("--rupiah", "menutup ejaan dengan kata rupiah")
    .action((text: string, options: { rupiah?: true }) => {
      const value = readWholeNumber(text);
      const words = options.rupiah ? `${terbilang(value)} rupiah` : terbilang(value);
      reply({ document: { value, terbilang: words }, text: () => words });
    });
};

/** Digits, plain or grouped by dots, with or without "Rp" and a minus before them. */
function readWholeNumber(text: string): number {
  const match = /^([-−]?)(?:Rp ?)?([-−]?)(\d{1,15}|\d{1,3}(?:\.\d{3}){1,4})$/i.exec(text.trim());
  if (match === null || (match[1] !== "" && match[2] !== "")) {
    throw new CommandError("invalid-input", "Bilangan harus bulat dan di bawah seribu triliun.");
  }
  const size = Number(match[3]?.replaceAll(".", ""));
  return match[1] !== "" || match[2] !== "" ? 0 - size : size;
}
