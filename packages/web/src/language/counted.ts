const rules = new Intl.PluralRules("en");

/**
 * An English sentence whose words follow its numbers: counted`${n} [row|rows] [needs|need] repair`. Each pair goes by the
 * number nearest before it, which may be written as people read it ("1,204"). Indonesian words do not change by number.
 */
export function counted(parts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  let form = 1;
  return parts
    .map((part, at) => {
      const words = part.replaceAll(
        /\[([^|\]]*)\|([^\]]*)\]/g,
        (_, one: string, other: string) => [one, other][form]!,
      );
      const value = values[at];
      if (value === undefined) return words;
      const number = Number(String(value).replaceAll(",", ""));
      if (!Number.isNaN(number)) form = rules.select(number) === "one" ? 0 : 1;
      return words + String(value);
    })
    .join("");
}
