import { globSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Actor, App } from "#app";
import { type UseCase, useCasesOf } from "#use-case";

const root = new URL("../", import.meta.url).pathname;

/** Every use case of the house, found behind the doors of its features. */
export async function listUseCases(): Promise<readonly UseCase[]> {
  const doors = globSync("*/index.ts", { cwd: root }).filter((path) => !/^(features|testing)\//.test(path));
  const found: UseCase[] = [];
  for (const door of doors.toSorted()) {
    const exported = (await import(pathToFileURL(`${root}${door}`).href)) as Readonly<
      Record<string, unknown>
    >;
    found.push(...useCasesOf(exported));
  }
  return found;
}

/** Drawn anew for each file that leaves the house. */
const drawnCode = /\bEX-[A-Z0-9]{4}-[A-Z0-9]{2}\b/g;

/** Asks whatever it takes: the bag holds more than any one of them reads. */
export function ask(useCase: UseCase, app: App, actor: Actor, bag: object): Promise<string> {
  const asked = useCase as unknown as (app: App, actor: Actor, input: object) => Promise<unknown>;
  return asked(app, actor, bag).then(
    (answer) => (JSON.stringify(answer, readable) ?? "").replaceAll(drawnCode, "EX"),
    (error: unknown) => sayError(error),
  );
}

/** A refusal of ours by its code and details, anything else as the fault it is. */
function sayError(error: unknown): string {
  const { code, details, stack, name } = error as Partial<Record<string, unknown>>;
  if (name !== "AppError") return `fault: ${String(stack)}`;
  return details === undefined || Object.keys(details as object).length === 0
    ? String(code)
    : `${String(code)} ${JSON.stringify(details)}`;
}

/** Files are read as text, so that nothing hides in bytes; a buffer has said itself as numbers before it comes here. */
function readable(_key: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("utf8");
  const { type, data } = (value ?? {}) as { readonly type?: unknown; readonly data?: unknown };
  return type === "Buffer" && Array.isArray(data) ? Buffer.from(data as number[]).toString("utf8") : value;
}
