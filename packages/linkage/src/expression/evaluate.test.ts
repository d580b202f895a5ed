import { describe, expect, test } from "vitest";
import {
  and,
  compileEvaluator,
  compileSql,
  duckdbDialect,
  left,
  not,
  or,
  right,
  row,
  same,
  type Expression,
} from "./index.ts";

const evaluate = (expression: Expression, scope = {}) => compileEvaluator(expression)(scope);

describe("an expression in JavaScript", () => {
  test("follows SQL: false decides an AND even beside an unknown, true decides an OR", () => {
    expect(evaluate(and(null, false))).toBe(false);
    expect(evaluate(and(null, true))).toBeNull();
    expect(evaluate(or(null, true))).toBe(true);
    expect(evaluate(or(null, false))).toBeNull();
    expect(evaluate(not(null))).toBeNull();
  });

  test("gives unknown as soon as one argument of a plain function is missing", () => {
    expect(evaluate(["concat", "a", null])).toBeNull();
    expect(evaluate(same("name"), { left: { name: "A" }, right: {} })).toBeNull();
  });

  test("takes the first true branch of a case and never an unknown one", () => {
    expect(evaluate(["case", null, 1, true, 2, 3])).toBe(2);
    expect(evaluate(["case", null, 1, false, 2, 3])).toBe(3);
  });

  test("reads words of a text by number from either end", () => {
    expect(evaluate(["token", "SITI NUR AISYAH", 2])).toBe("NUR");
    expect(evaluate(["token", "SITI NUR AISYAH", -1])).toBe("AISYAH");
    expect(evaluate(["token", "SITI", 2])).toBeNull();
  });
});

describe("an expression in SQL", () => {
  test("doubles the quotes of a literal", () => {
    expect(compileSql(["=", row("name"), "D'AMICO"], duckdbDialect)).toBe("(name = 'D''AMICO')");
  });

  test("names the side a column is read from", () => {
    expect(compileSql(["<=", ["abs", ["-", left("year"), right("year")]], 1], duckdbDialect)).toBe(
      "(abs((l.year - r.year)) <= 1)",
    );
  });

  test("refuses a column name that is not an identifier of ours", () => {
    expect(() => compileSql(row('x"; DROP TABLE y'), duckdbDialect)).toThrow(TypeError);
  });

  test("uses hand-written SQL only for the engine it was written for", () => {
    expect(compileSql(["raw", "duckdb", "l.a <=> r.a"], duckdbDialect)).toBe("(l.a <=> r.a)");
    expect(() => compileSql(["raw", "clickhouse", "x"], duckdbDialect)).toThrow("duckdb");
  });
});
