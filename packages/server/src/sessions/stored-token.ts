import { createHash } from "node:crypto";

const mark = "sha256:";

/** What is kept of a session's token: whoever reads the table or a backup cannot be anybody with it. */
export function storedToken(token: string): string {
  return mark + createHash("sha256").update(token).digest("base64url");
}

type Condition = { readonly field: string; readonly value: unknown };
type Asked = {
  readonly model: string;
  readonly where?: readonly Condition[];
  readonly data?: object;
  readonly update?: object;
};
type Method = (asked: Asked, ...rest: readonly unknown[]) => Promise<unknown>;

const methods = ["create", "findOne", "findMany", "update", "updateMany", "delete", "deleteMany", "count"];

/** Lets better-auth's adapter read and write digests of tokens where better-auth itself goes on to speak of tokens. */
export function keepTokensAsDigests(adapter: object): void {
  const doors = adapter as Record<string, Method | undefined>;
  for (const name of methods) {
    const door = doors[name];
    if (door !== undefined) doors[name] = (asked, ...rest) => through(door, asked, rest);
  }
}

async function through(door: Method, asked: Asked, rest: readonly unknown[]): Promise<unknown> {
  if (asked.model !== "session") return door(asked, ...rest);
  const answer = await door(
    {
      ...asked,
      ...(asked.where === undefined ? {} : { where: asked.where.map(withDigest) }),
      ...(asked.data === undefined ? {} : { data: digested(asked.data) }),
      ...(asked.update === undefined ? {} : { update: digested(asked.update) }),
    },
    ...rest,
  );
  const token = tokenIn(asked.data) ?? asked.where?.find(({ field }) => field === "token")?.value;
  return isRow(answer) && typeof token === "string" ? { ...answer, token } : answer;
}

/** Lists hand out digests; better-auth may hand them back. */
function digestOf(value: unknown): unknown {
  return typeof value === "string" && !value.startsWith(mark) ? storedToken(value) : value;
}

function withDigest(condition: Condition): Condition {
  if (condition.field !== "token") return condition;
  const { value } = condition;
  return { ...condition, value: Array.isArray(value) ? value.map(digestOf) : digestOf(value) };
}

function tokenIn(row: object | undefined): unknown {
  return row !== undefined && "token" in row ? row.token : undefined;
}

function digested(row: object): object {
  return "token" in row ? { ...row, token: digestOf(row.token) } : row;
}

function isRow(answer: unknown): answer is { readonly token: unknown } {
  return typeof answer === "object" && answer !== null && "token" in answer;
}
