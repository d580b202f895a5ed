import { compileEvaluator, type Value } from "#expression";
import type { Feature } from "#model";
import { mainWord, normalNameColumns, soundColumns } from "./person-name.ts";

const normal = evaluatorOf("name", normalNameColumns);
const sound = evaluatorOf("name_normal", soundColumns);
const word = evaluatorOf("name_words", [{ name: "first_word", is: mainWord }]);

/** A person's name without titles, degrees and patronymic, common first words in one form: "H. Moh. Djoko, S.Pd" → "MUHAMMAD DJOKO". Empty when nothing is left. */
export const normalisePersonName = (name: string): string => normal(name);

/** How the name sounds, words apart, old spelling and common confusions evened out: "DJOKO" and "Joko" → "IUKU". */
export const phoneticNameKey = (name: string): string => sound(normal(name));

/** The word of the phonetic key that identifies: skips MUHAMMAD, SITI, ABDUL, Balinese birth order and the like. */
export const mainWordOfName = (name: string): string => word(phoneticNameKey(name));

/** Works the columns out one after the other, from one text to the last column's. */
function evaluatorOf(input: string, columns: readonly Feature[]): (text: string) => string {
  const steps = columns.map(({ name, is }) => ({ name, evaluate: compileEvaluator(is) }));
  return (text) => {
    const values: Record<string, Value> = { [input]: text };
    let last: Value = text;
    for (const { name, evaluate } of steps) values[name] = last = evaluate({ row: values });
    return String(last ?? "");
  };
}
