import { columnsOf, type Call, type Expression } from "#expression";
import type { BlockingRule, LinkageModel } from "#model";

/** Blocking rules that rest on the same inputs; families share no input, so what one misses another may well find. */
export type RuleFamily = { inputs: string[]; rules: BlockingRule[] };

/** Up to three families, in the order of the rules; rules that mix the inputs of several belong to none. */
export function ruleFamilies(model: LinkageModel): { families: RuleFamily[]; others: BlockingRule[] } {
  const families: RuleFamily[] = [];
  const others: BlockingRule[] = [];
  const inputsOf = inputReader(model);
  for (const rule of model.blocking) {
    const inputs = [...new Set([...rule.keys, ...(rule.rightKeys ?? [])].flatMap(inputsOf))];
    const home = families.find((family) => inputs.every((input) => family.inputs.includes(input)));
    const touched = families.some((family) => family.inputs.some((input) => inputs.includes(input)));
    if (home) home.rules.push(rule);
    else if (!touched && families.length < 3) families.push({ inputs, rules: [rule] });
    else others.push(rule);
  }
  return { families, others };
}

/** The inputs an expression goes back to. A fallback (`coalesce`) counts as what it falls back from. */
function inputReader(model: LinkageModel): (expression: Expression) => string[] {
  const features = new Map(
    model.features.flatMap((group) => group.columns.map((c) => [c.name, c.is] as const)),
  );
  const known = new Map<string, string[]>();
  const ofColumn = (column: string): string[] => {
    const found = known.get(column);
    if (found) return found;
    const is = features.get(column);
    const inputs =
      is === undefined ? [column] : [...new Set(columnsOf(withoutFallbacks(is)).flatMap(ofColumn))];
    known.set(column, inputs);
    return inputs;
  };
  return (expression) => columnsOf(withoutFallbacks(expression)).flatMap(ofColumn);
}

function withoutFallbacks(expression: Expression): Expression {
  if (!Array.isArray(expression)) return expression;
  const [operator, ...args] = expression as Call;
  if (operator === "coalesce") return withoutFallbacks(args[0] ?? null);
  return [operator, ...args.map(withoutFallbacks)];
}
