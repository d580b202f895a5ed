import type { Call, Expression, LogicOperator, ScalarOperator, Value } from "./expression.ts";
import { scalarFunctions } from "./scalar-functions.ts";

export type RecordValues = Readonly<Record<string, Value | undefined>>;
export type Scope = { row?: RecordValues; left?: RecordValues; right?: RecordValues };
type Evaluator = (scope: Scope) => Value;

/** Turns an expression into a function with SQL's three-valued logic. Compile once, call often. */
export function compileEvaluator(expression: Expression): Evaluator {
  if (!Array.isArray(expression)) return constant(expression as Value);
  const [operator, ...args] = expression as Call;
  if (operator === "row" || operator === "left" || operator === "right") {
    const column = String(args[0]);
    return (scope) => scope[operator]?.[column] ?? null;
  }
  if (operator === "raw") throw new TypeError("raw SQL cannot be evaluated in JavaScript");
  return operator in logic
    ? logic[operator as LogicOperator](args)
    : scalar(operator as ScalarOperator, args);
}

const logic: Record<LogicOperator, (args: readonly Expression[]) => Evaluator> = {
  and: (args) => connective(args, false),
  or: (args) => connective(args, true),
  not: ([part]) => {
    const inner = compileEvaluator(part ?? null);
    return (scope) => negate(inner(scope));
  },
  "is-null": ([part]) => {
    const inner = compileEvaluator(part ?? null);
    return (scope) => inner(scope) === null;
  },
  "null-if": ([subject, other]) => {
    const inners = [compileEvaluator(subject ?? null), compileEvaluator(other ?? null)] as const;
    return (scope) => {
      const value = inners[0](scope);
      return value === inners[1](scope) ? null : value;
    };
  },
  coalesce: (args) => {
    const inners = args.map(compileEvaluator);
    return (scope) => firstPresent(inners, scope);
  },
  case: caseEvaluator,
};

const constant =
  (value: Value): Evaluator =>
  () =>
    value;

const negate = (value: Value): Value => (value === null ? null : !value);

function connective(args: readonly Expression[], decisive: boolean): Evaluator {
  const inners = args.map(compileEvaluator);
  return (scope) => {
    let unknown = false;
    for (const inner of inners) {
      const value = inner(scope);
      if (value === decisive) return decisive;
      if (value === null) unknown = true;
    }
    return unknown ? null : !decisive;
  };
}

function firstPresent(inners: readonly Evaluator[], scope: Scope): Value {
  for (const inner of inners) {
    const value = inner(scope);
    if (value !== null) return value;
  }
  return null;
}

function caseEvaluator(args: readonly Expression[]): Evaluator {
  const inners = args.map(compileEvaluator);
  return (scope) => {
    for (let i = 0; i + 1 < inners.length; i += 2) {
      if (inners[i]?.(scope) === true) return inners[i + 1]?.(scope) ?? null;
    }
    return inners.at(-1)?.(scope) ?? null;
  };
}

function scalar(operator: ScalarOperator, args: readonly Expression[]): Evaluator {
  const inners = args.map(compileEvaluator);
  const apply = scalarFunctions[operator];
  return (scope) => {
    const values: NonNullable<Value>[] = [];
    for (const inner of inners) {
      const value = inner(scope);
      if (value === null) return null;
      values.push(value);
    }
    return apply(values);
  };
}
