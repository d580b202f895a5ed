import { compileEvaluator } from "#expression";
import { row } from "#expression";
import { normalName, phoneticKey, significantWord } from "./person-name.ts";

const normal = compileEvaluator(normalName(row("name")));
const sound = compileEvaluator(phoneticKey(row("name")));
const mainWord = compileEvaluator(significantWord(row("name")));

/** A person's name without titles, degrees and patronymic, common first words in one form: "H. Moh. Djoko, S.Pd" → "MUHAMMAD DJOKO". Empty when nothing is left. */
export const normalisePersonName = (name: string): string => String(normal({ row: { name } }) ?? "");

/** How the name sounds, words apart, old spelling and common confusions evened out: "DJOKO" and "Joko" → "IUKU". */
export const phoneticNameKey = (name: string): string =>
  String(sound({ row: { name: normalisePersonName(name) } }) ?? "");

/** The word of the phonetic key that identifies: skips MUHAMMAD, SITI, ABDUL, Balinese birth order and the like. */
export const mainWordOfName = (name: string): string =>
  String(mainWord({ row: { name: phoneticNameKey(name) } }) ?? "");
